// SPDX-License-Identifier: MIT
#pragma once

#include "outline.hpp"
#include "program/schema_program.hpp"

#include <presentity/read_limits.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

/// \file
/// The markup of documents, read at memory speed: names, attributes and namespaces.

namespace presentity::detail {

enum ByteClass : std::uint8_t { name_start = 1, name_part = 2, space = 4, plain_text = 8 };

/// Classes of bytes. Bytes beyond ASCII are text but not names: names beyond ASCII are left to the
/// outline.
inline constexpr auto byte_classes = [] {
  std::array<std::uint8_t, 256> table{};
  for (unsigned c = 0; c < 256; ++c) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (is_letter) table[c] |= name_start | name_part;
    if ((c >= '0' && c <= '9') || c == '-' || c == '.') table[c] |= name_part;
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') table[c] |= space;
    if (c != '<' && c != '&' && c != ']' && c != '\r') table[c] |= plain_text;
  }
  return table;
}();

inline bool is(char c, unsigned wanted) noexcept {
  return (byte_classes[static_cast<unsigned char>(c)] & wanted) != 0;
}

/// Memory that one document after another is read in.
struct MarkupScratch {
  struct Binding {
    std::string_view prefix;
    std::string_view uri;
    NamespaceId id = 0;      ///< `no_row` for a namespace that no schema mentions.
    bool is_schema = false;  ///< The namespace that XML Schema keeps for itself.
  };
  struct Attribute {
    enum class Kind : std::uint8_t { plain, declaration, schema };

    std::string_view qname;
    std::string_view local;
    std::string_view raw_value;
    NamespaceId namespace_id = 0;
    Kind kind = Kind::plain;  ///< `schema`: of the namespace that XML Schema keeps for itself.
    bool needs_unescape = false;
  };

  std::vector<Binding> bindings;
  std::vector<Attribute> attributes;
};

/// A place in a document, and how to go on from there. Inline for speed: all of it is on the path
/// of every tag.
///
/// Every function returns false to give up, on mistakes and on what is rare; see `Acceptor`.
class MarkupReader {
 protected:
  using Attribute = MarkupScratch::Attribute;

  MarkupReader(const SchemaProgram& program, const ReadLimits& limits, std::string_view text,
               MarkupScratch& scratch)
      : program_(program),
        limits_(limits),
        scratch_(scratch),
        at_(text.data()),
        end_(text.data() + text.size()),
        longest_value_(
            std::min({limits_.value_bytes, limits_.number_bytes, limits_.binary_bytes})) {
    scratch_.bindings.clear();
  }

  [[nodiscard]] bool starts_with(std::string_view prefix) const {
    return static_cast<std::size_t>(end_ - at_) >= prefix.size() &&
           std::string_view(at_, prefix.size()) == prefix;
  }
  void skip_spaces() {
    while (at_ != end_ && is(*at_, space)) ++at_;
  }

  /// Takes the XML declaration, if there is one. Its encoding has been seen to by `decode`.
  bool skip_declaration() {
    if (!starts_with("<?xml") || (end_ - at_ > 5 && !is(at_[5], space))) return true;
    at_ += 5;
    std::string_view value;
    if (!pseudo_attribute("version", value) || value != "1.0") return false;
    if (pseudo_attribute("encoding", value)) {
      const bool is_name = !value.empty() && is(value.front(), name_start) && value[0] != '_' &&
                           std::ranges::all_of(value, [](char c) { return is(c, name_part); });
      if (!is_name) return false;
    }
    if (pseudo_attribute("standalone", value) && value != "yes" && value != "no") return false;
    skip_spaces();
    if (!starts_with("?>")) return false;
    at_ += 2;
    return true;
  }

  /// Reads ` name="value"` of the XML declaration. Without it, `at_` stays where it was.
  bool pseudo_attribute(std::string_view name, std::string_view& value) {
    const auto* const before = at_;
    skip_spaces();
    if (before != at_ && starts_with(name)) {
      at_ += name.size();
      const char quote = end_ - at_ > 1 && *at_ == '=' ? at_[1] : ' ';
      if (quote == '"' || quote == '\'') {
        at_ += 2;
        const auto* const close = std::find(at_, end_, quote);
        value = {at_, static_cast<std::size_t>(close - at_)};
        at_ = close == end_ ? end_ : close + 1;
        return true;
      }
    }
    at_ = before;
    return false;
  }

  /// Skips white space, comments and instructions outside of the document element.
  bool skip_misc() {
    for (;;) {
      skip_spaces();
      if (starts_with("<!--")) {
        if (!skip_comment()) return false;
      } else if (starts_with("<?")) {
        if (!skip_instruction()) return false;
      } else {
        return true;
      }
    }
  }

  bool skip_comment() {
    at_ += 4;
    const auto rest = std::string_view(at_, static_cast<std::size_t>(end_ - at_));
    const auto dashes = rest.find("--");
    if (dashes == rest.npos || dashes + 2 >= rest.size() || rest[dashes + 2] != '>') return false;
    at_ += dashes + 3;
    return true;
  }

  bool skip_instruction() {
    at_ += 2;
    const auto* const name = at_;
    while (at_ != end_ && is(*at_, name_part)) ++at_;
    const std::string_view target(name, static_cast<std::size_t>(at_ - name));
    const bool is_good = !target.empty() && is(target.front(), name_start) &&
                         !(target.size() == 3 && (target[0] | 0x20) == 'x') &&
                         target.size() <= limits_.name_bytes;
    if (!is_good || at_ == end_ || (!is(*at_, space) && *at_ != '?')) return false;
    const auto rest = std::string_view(at_, static_cast<std::size_t>(end_ - at_));
    const auto close = rest.find("?>");
    if (close == rest.npos || (close != 0 && rest.front() == '?')) return false;
    at_ += close + 2;
    return true;
  }

  static std::string_view prefix_of(std::string_view qname, std::string_view local) {
    return qname.size() == local.size() ? std::string_view()
                                        : qname.substr(0, qname.size() - local.size() - 1);
  }

  /// Reads a qualified name of ASCII letters with at most one colon; `local` is what follows it.
  bool name(std::string_view& qname, std::string_view& local) {
    const auto* const begin = at_;
    const auto* local_begin = at_;
    if (at_ == end_ || !is(*at_, name_start)) return false;
    while (at_ != end_ && is(*at_, name_part)) ++at_;
    if (at_ != end_ && *at_ == ':') {
      local_begin = ++at_;
      if (at_ == end_ || !is(*at_, name_start)) return false;
      while (at_ != end_ && is(*at_, name_part)) ++at_;
    }
    qname = {begin, static_cast<std::size_t>(at_ - begin)};
    local = {local_begin, static_cast<std::size_t>(at_ - local_begin)};
    return at_ != end_ && qname.size() <= limits_.name_bytes &&
           (is(*at_, space) || *at_ == '>' || *at_ == '/' || *at_ == '=');
  }

  /// Reads attributes up to '>' or "/>", where `at_` then stands.
  bool attributes() {
    auto& attributes = scratch_.attributes;
    attributes.clear();
    for (;;) {
      const auto* const before = at_;
      skip_spaces();
      if (at_ == end_) return false;
      if (*at_ == '>') return true;
      if (*at_ == '/') return end_ - at_ > 1 && at_[1] == '>';
      if (before == at_ || attributes.size() == std::min(most_attributes, limits_.attributes))
        return false;
      Attribute attribute;
      if (!name(attribute.qname, attribute.local)) return false;
      skip_spaces();
      if (at_ == end_ || *at_ != '=') return false;
      ++at_;
      skip_spaces();
      if (!attribute_value(attribute)) return false;
      for (const auto& other : attributes) {
        if (other.qname == attribute.qname) return false;
      }
      attributes.push_back(attribute);
    }
  }

  bool attribute_value(Attribute& attribute) {
    if (at_ == end_ || (*at_ != '"' && *at_ != '\'')) return false;
    const char quote = *at_++;
    const auto* const begin = at_;
    for (; at_ != end_ && *at_ != quote; ++at_) {
      if (*at_ == '<') return false;
      attribute.needs_unescape |= *at_ == '&' || (is(*at_, space) && *at_ != ' ');
    }
    if (at_ == end_) return false;
    attribute.raw_value = {begin, static_cast<std::size_t>(at_ - begin)};
    ++at_;
    return attribute.raw_value.size() <= longest_value_;
  }

  bool bind_namespaces() {
    bindings_before_ = static_cast<std::uint32_t>(scratch_.bindings.size());
    for (auto& attribute : scratch_.attributes) {
      const bool is_default = attribute.qname == "xmlns";
      if (!is_default && !attribute.qname.starts_with("xmlns:")) continue;
      attribute.kind = Attribute::Kind::declaration;
      const auto prefix = is_default ? std::string_view() : attribute.local;
      const auto uri = attribute.raw_value;
      const bool is_rare = attribute.needs_unescape || prefix.starts_with("xml") ||
                           (uri.empty() && !is_default) || uri == xml_namespace ||
                           uri == xmlns_namespace || uri.size() > limits_.uri_bytes;
      if (is_rare || scratch_.bindings.size() == limits_.namespaces_in_scope) return false;
      scratch_.bindings.push_back(
          {prefix, uri, find_namespace(program_, uri), uri == xsi_namespace});
      if (scratch_.bindings.back().id == no_row && !count_unknown()) return false;
    }
    return true;
  }

  /// The namespace of an element's prefix, or of a QName's; the default one without a prefix.
  bool resolve(std::string_view prefix, NamespaceId& id) {
    const auto* const binding = find_binding(prefix);
    id = binding == nullptr ? 0 : binding->id;
    return binding != nullptr || prefix.empty();
  }

  const MarkupScratch::Binding* find_binding(std::string_view prefix) const {
    for (auto i = scratch_.bindings.size(); i-- > 0;) {
      if (scratch_.bindings[i].prefix == prefix) return &scratch_.bindings[i];
    }
    return nullptr;
  }

  /// Finds the namespaces of attributes with a prefix. More than one of them on an element is left
  /// to the outline, but for those of XML Schema: two prefixes may stand for one namespace.
  bool resolve_attributes() {
    std::size_t foreign = 0;
    std::size_t schema = 0;
    for (auto& attribute : scratch_.attributes) {
      if (attribute.local.size() == attribute.qname.size()) continue;
      if (attribute.kind == Attribute::Kind::declaration) continue;
      const auto prefix = prefix_of(attribute.qname, attribute.local);
      if (prefix == "xml") {
        attribute.namespace_id = find_namespace(program_, xml_namespace);
        ++foreign;
        continue;
      }
      const auto* const binding = find_binding(prefix);
      if (binding == nullptr) return false;
      attribute.namespace_id = binding->id;
      if (binding->is_schema) attribute.kind = Attribute::Kind::schema;
      ++(binding->is_schema ? schema : foreign);
    }
    return foreign <= 1 && schema <= 1;
  }

  /// Names that no schema has may not become too many; the others cannot.
  bool count_unknown() {
    return ++unknown_names_ + program_.names.size() + program_.namespaces.size() <=
           limits_.distinct_names;
  }

  static constexpr std::size_t most_attributes = 16;

  const SchemaProgram& program_;
  const ReadLimits& limits_;
  MarkupScratch& scratch_;
  const char* at_;
  const char* end_;
  std::size_t longest_value_;
  std::uint32_t bindings_before_ = 0;  ///< In scope before the element that is being read.
  std::size_t unknown_names_ = 0;
};

}  // namespace presentity::detail
