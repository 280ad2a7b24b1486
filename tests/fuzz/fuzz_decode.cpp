// SPDX-License-Identifier: MIT
// Bytes to text to an outline: whatever can be read is consistent, and within the limits.
//
// An input that begins with two bytes below 9, where no document begins, has limits of its own: the
// first says which one, the second how high. The document follows.
#include "encoding.hpp"
#include "finding.hpp"
#include "outline.hpp"
#include "unicode.hpp"

#include <array>
#include <cstdint>

using namespace presentity;
using namespace presentity::detail;
using presentity::fuzz::require;

namespace {

constexpr std::array varied{
    &ReadLimits::document_bytes,      &ReadLimits::depth,
    &ReadLimits::attributes,          &ReadLimits::name_bytes,
    &ReadLimits::namespaces_in_scope, &ReadLimits::uri_bytes,
    &ReadLimits::value_bytes,         &ReadLimits::distinct_names,
};

ReadLimits take_limits(std::string_view& input) {
  ReadLimits limits;
  const auto is_choice = [](char c) { return c >= 1 && c < 9; };
  if (input.size() < 2 || !is_choice(input[0]) || !is_choice(input[1])) return limits;
  limits.*varied[static_cast<std::size_t>(input[0] - 1)] = static_cast<std::size_t>(input[1]);
  input.remove_prefix(2);
  return limits;
}

void check_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto character = decode_utf8(text, at);
    require(character.length != 0, "decoded text is not UTF-8");
    require(is_xml_character(character.code), "decoded text has a character that XML has not");
    at += character.length;
  }
}

void check_element(const Outline& outline, NodeId id, const ReadLimits& limits) {
  const auto& node = outline.node(id);
  const auto source = outline.source();
  require(source[node.offset] == '<' && source[node.end - 1] == '>', "not the place of an element");
  require(source.substr(node.offset + 1).starts_with(node.qname), "not the name of the element");
  require(node.qname.size() <= limits.name_bytes, "a name is too long");
  require(split_name(node.qname).local == node.local, "not the local part of the name");
  const auto attributes = outline.attributes(id);
  const auto declarations = outline.declarations(id);
  require(attributes.size() + declarations.size() <= limits.attributes, "too many attributes");
  for (const auto& attribute : attributes) {
    require(attribute.offset > node.offset && attribute.offset < node.end,
            "an attribute is outside of its element");
    require(source.substr(attribute.offset).starts_with(attribute.qname),
            "not the name of the attribute");
    require(attribute.value.size() <= limits.value_bytes, "a value is too long");
    require(outline.find_attribute(id, attribute.namespace_uri, attribute.local) == &attribute,
            "an attribute is there twice");
  }
  for (const auto& declaration : declarations) {
    require(declaration.uri.size() <= limits.uri_bytes, "a namespace name is too long");
  }
}

void check_node(const Outline& outline, NodeId id, std::size_t depth, const ReadLimits& limits) {
  const auto& node = outline.node(id);
  require(node.offset < node.end && node.end <= outline.source().size(), "outside of the text");
  if (node.is_text) return;
  require(depth <= limits.depth, "too deep");
  check_element(outline, id, limits);
  auto before = id;
  for (auto child = node.first_child; child != no_node; child = outline.node(child).next_sibling) {
    const auto& inner = outline.node(child);
    require(child > before && child < outline.size(), "not in document order");
    require(inner.parent == id, "a child has another parent");
    require(inner.offset > node.offset && inner.end < node.end, "a child is outside of its parent");
    require(before == id || inner.offset >= outline.node(before).end, "siblings overlap");
    check_node(outline, child, depth + 1, limits);
    before = child;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto limits = take_limits(input);
  const auto text = decode(input);
  if (!text) return 0;
  check_text(text->view());
  const auto again = decode(declared_as_utf8(text->view()));
  require(again.has_value(), "what is declared as UTF-8 cannot be decoded");
  const auto outline = Outline::read(text->view(), limits);
  if (!outline) {
    require(outline.error().offset <= text->view().size(), "an error is outside of the text");
    return 0;
  }
  require(outline->source().size() <= limits.document_bytes, "a document is too long");
  check_node(*outline, 0, 1, limits);
  const auto last = outline->size() - 1;
  (void)outline->path(last);
  if (!outline->node(last).is_text) {
    const auto alone = outline->self_contained(last);
    require(Outline::read(alone, {}).has_value(), "an element alone cannot be read", alone);
  }
  return 0;
}
