// SPDX-License-Identifier: MIT
#include "mutator.hpp"

#include <array>

namespace presentity::differential {
namespace {

using Text = std::optional<std::string>;

std::string common(std::string_view local) {
  return element_text({"http://schemas.microsoft.com/2006/09/sip/commontypes", std::string(local)},
                      "");
}

/// An element that nobody knows: in the namespace of the parent, a foreign one, or none.
Text insert_unknown(const Document& document, const Vocabulary& /*vocabulary*/, Random& random) {
  const auto parent = random.pick(document.elements());
  const std::array<std::string, 3> namespaces{
      std::string(document.outline.node(parent).namespace_uri), "urn:example:foreign", ""};
  static constexpr std::array<std::string_view, 4> contents{"", "text", "<inner/>",
                                                            "<inner a='b'>text</inner> text"};
  const auto text = element_text({random.pick(namespaces), "unknown"}, random.pick(contents));
  return document.with({document.insert_child(parent, text, random)});
}

/// An element that some schema knows, empty or with text.
Text insert_declared(const Document& document, const Vocabulary& vocabulary, Random& random) {
  const auto parent = random.pick(document.elements());
  auto name = random.pick(vocabulary.elements);
  if (random.one_in(2)) name.namespace_uri = document.outline.node(parent).namespace_uri;
  static constexpr std::array<std::string_view, 4> contents{"", "1", "true", " "};
  const auto text = element_text(name, random.pick(contents));
  return document.with({document.insert_child(parent, text, random)});
}

Text insert_marker(const Document& document, const Vocabulary& /*vocabulary*/, Random& random) {
  const auto parent = random.pick(document.elements());
  static constexpr std::array<std::string_view, 3> markers{"delimiter", "end", "extension"};
  auto text = common(random.pick(markers));
  if (random.one_in(3)) text += common(random.pick(markers));
  return document.with({document.insert_child(parent, text, random)});
}

/// An element of another document.
Text graft(const Document& document, const Vocabulary& vocabulary, Random& random) {
  const auto& other = random.pick(vocabulary.documents);
  const auto text = other.outline.self_contained(random.pick(other.elements()));
  const auto parent = random.pick(document.elements());
  return document.with({document.insert_child(parent, text, random)});
}

/// An element of another document in the place of one of this.
Text replace_by_graft(const Document& document, const Vocabulary& vocabulary, Random& random) {
  const auto id = pick_inner(document, random);
  if (id == detail::no_node) return std::nullopt;
  const auto& other = random.pick(vocabulary.documents);
  return document.with(
      {{document.whole(id), other.outline.self_contained(random.pick(other.elements()))}});
}

Text wrap(const Document& document, const Vocabulary& vocabulary, Random& random) {
  const auto id = pick_inner(document, random);
  if (id == detail::no_node) return std::nullopt;
  auto name = random.pick(vocabulary.elements);
  if (random.one_in(2)) name = {std::string(document.outline.node(id).namespace_uri), "unknown"};
  if (name.namespace_uri.empty()) return std::nullopt;  // xmlns="" would change what is inside
  const auto span = document.whole(id);
  return document.with({{span, element_text(name, document.slice(span))}});
}

/// The element goes, its content stays.
Text unwrap(const Document& document, const Vocabulary& /*vocabulary*/, Random& random) {
  const auto id = pick_inner(document, random);
  if (id == detail::no_node || !document.outline.declarations(id).empty()) return std::nullopt;
  return document.with({{document.whole(id), std::string(document.slice(document.content(id)))}});
}

Text insert_text(const Document& document, const Vocabulary& /*vocabulary*/, Random& random) {
  static constexpr std::array<std::string_view, 11> texts{
      "x",     " ",          "\n\t",       "<![CDATA[ ]]>", "<![CDATA[]]>", "&#32;",
      "&amp;", "<!-- x -->", "<?target?>", "\xC2\xA0",      "1<!-- x -->2"};
  return document.with({document.insert_child(random.pick(document.elements()),
                                              std::string(random.pick(texts)), random)});
}

/// The same document in other words: nothing may change.
Text respell(const Document& document, const Vocabulary& /*vocabulary*/, Random& random) {
  const auto id = random.pick(document.elements());
  const auto content = document.content(id);
  if (!document.has_end_tag(id)) return document.with({document.set_content(id, "")});
  if (content.is_empty()) {
    const auto end = document.start_tag(id).end;
    return document.with({{{end - 1, document.outline.node(id).end}, "/>"}});
  }
  if (!document.child_elements(id).empty()) return std::nullopt;
  const auto text = document.slice(content);
  if (text.find_first_of("<&") != text.npos || text.find("]]>") != text.npos) return std::nullopt;
  const std::string value(text);
  switch (random.below(3)) {
    case 0:
      return document.with({{content, "<![CDATA[" + value + "]]>"}});
    case 1:
      return document.with({{content, "<!--a-->" + value + "<?b?>"}});
    default:
      return document.with({{content, value + "<!---->"}});
  }
}

}  // namespace

std::vector<Mutation> insert_mutations() {
  return {{"insert_unknown", insert_unknown},
          {"insert_declared", insert_declared},
          {"insert_marker", insert_marker},
          {"graft", graft},
          {"replace_by_graft", replace_by_graft},
          {"wrap", wrap},
          {"unwrap", unwrap},
          {"insert_text", insert_text},
          {"respell", respell}};
}

}  // namespace presentity::differential
