// SPDX-License-Identifier: MIT
#pragma once

#include "encoding.hpp"
#include "outline.hpp"
#include "program/byte_scan.hpp"
#include "program/schema_program.hpp"
#include "unicode.hpp"
#include "xml_scanner.hpp"

#include <presentity/read_limits.hpp>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

/// \file
/// The markup of documents, read at memory speed: names, attributes and namespaces.

namespace presentity::detail {

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

    [[nodiscard]] std::string_view local() const noexcept { return qname.substr(local_at); }
    [[nodiscard]] bool has_prefix() const noexcept { return local_at != 0; }

    std::string_view qname;
    std::string_view raw_value;
    std::string_view uri;        ///< Of its namespace.
    std::uint32_t local_at = 0;  ///< Where in `qname` the local part begins.
    NamespaceId namespace_id = 0;
    Kind kind = Kind::plain;  ///< `schema`: of the namespace that XML Schema keeps for itself.
    bool needs_unescape = false;
  };

  std::vector<Binding> bindings;
  std::vector<Attribute> attributes;
  std::deque<std::string> kept;  ///< Namespace names that had references in them.
  std::unordered_set<std::string_view> unknown_names;
};

/// A place in a document, and how to go on from there. Inline for speed: all of it is on the path
/// of every tag.
///
/// Every function returns false on a mistake; which one it was, the outline says.
class MarkupReader {
 protected:
  using Attribute = MarkupScratch::Attribute;

  MarkupReader(const SchemaProgram& program, const ReadLimits& limits, std::string_view text,
               MarkupScratch& scratch)
      : program_(program),
        limits_(limits),
        scratch_(scratch),
        at_(text.data()),
        end_(text.data() + text.size()) {
    scratch_.bindings.clear();
    scratch_.kept.clear();
    scratch_.unknown_names.clear();
    // The shortest element has four bytes, and no other thing that has a name is shorter.
    counts_names_ = text.size() / 4 + known_names() > limits.distinct_names;
  }

  [[nodiscard]] bool starts_with(std::string_view prefix) const {
    return rest().size() >= prefix.size() && std::memcmp(at_, prefix.data(), prefix.size()) == 0;
  }
  [[nodiscard]] std::string_view rest() const {
    return {at_, static_cast<std::size_t>(end_ - at_)};
  }
  /// Mostly there is none, or one.
  [[gnu::always_inline]] void skip_spaces() {
    if (at_ == end_ || static_cast<unsigned char>(*at_) > ' ') return;
    ++at_;
    if (at_ == end_ || static_cast<unsigned char>(*at_) > ' ') return;
    at_ = skip_blanks(at_, end_);
  }

  /// Takes the XML declaration, if there is one. Its encoding has been seen to by `decode`.
  bool skip_declaration() {
    if (starts_with(usual_declaration)) {
      at_ += usual_declaration.size();
      return true;
    }
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

  /// Reads ` name = "value"` of the XML declaration. Without it, `at_` stays where it was.
  bool pseudo_attribute(std::string_view name, std::string_view& value) {
    const auto* const before = at_;
    skip_spaces();
    if (before != at_ && starts_with(name)) {
      at_ += name.size();
      skip_spaces();
      const bool is_assigned = at_ != end_ && *at_ == '=';
      if (is_assigned) ++at_;
      skip_spaces();
      if (is_assigned && at_ != end_ && (*at_ == '"' || *at_ == '\'')) {
        const char quote = *at_++;
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
    const auto dashes = rest().find("--");
    if (dashes == rest().npos || dashes + 2 >= rest().size() || rest()[dashes + 2] != '>') {
      return false;
    }
    at_ += dashes + 3;
    return true;
  }

  bool skip_instruction() {
    at_ += 2;
    const auto stop = std::min(rest().find_first_of(" \t\r\n?"), rest().size());
    const auto target = rest().substr(0, stop);
    at_ += stop;
    const bool is_reserved = target.size() == 3 && (target[0] | 0x20) == 'x' &&
                             (target[1] | 0x20) == 'm' && (target[2] | 0x20) == 'l';
    const bool is_good = is_name(target) && !is_reserved && target.size() <= limits_.name_bytes;
    if (!is_good || at_ == end_) return false;
    if (starts_with("?>")) {
      at_ += 2;
      return true;
    }
    const auto close = is(*at_, space) ? rest().find("?>") : rest().npos;
    if (close == rest().npos) return false;
    at_ += close + 2;
    return true;
  }

  static std::string_view prefix_of(std::string_view qname, std::uint32_t local_at) {
    return {qname.data(), local_at == 0 ? 0 : local_at - 1U};
  }

  /// Reads a qualified name with at most one colon; the local part follows it. Whether these are
  /// names is not known yet: see `is_name`.
  bool name(std::string_view& qname, std::uint32_t& local_at) {
    const auto* const begin = at_;
    at_ = skip_name(at_, end_);
    if (at_ == begin || at_ == end_) return false;
    local_at = 0;
    if (*at_ == ':') {
      const auto* const local = ++at_;
      at_ = skip_name(at_, end_);
      if (at_ == local || at_ == end_ || *at_ == ':') return false;
      local_at = static_cast<std::uint32_t>(local - begin);
    }
    qname = {begin, static_cast<std::size_t>(at_ - begin)};
    return qname.size() <= limits_.name_bytes;
  }

  /// The key of a name that stands in the document.
  [[nodiscard, gnu::always_inline]] NameKey key_of(std::string_view name) const {
    return end_ - name.data() >= 8 ? name_key_within(name.data(), name.size()) : name_key(name);
  }

  /// Whether the document has `name`, which stands in it, once more at `place`.
  [[nodiscard, gnu::always_inline]] bool is_repeated(std::string_view name,
                                                     const char* place) const {
    const auto size = name.size();
    if (size > 16) return std::memcmp(place, name.data(), size) == 0;
    return key_of({place, size}) == key_of(name);
  }

  /// Whether the text is a name without colons. Those that a schema has are.
  static bool is_name(std::string_view text) {
    const auto is_next = [&](std::size_t& at, unsigned wanted, bool (*is_in_class)(char32_t)) {
      if (is(text[at], wanted)) return ++at, true;
      if (static_cast<unsigned char>(text[at]) < 0x80) return false;
      const auto character = decode_utf8(text, at);
      at += character.length;
      return character.length != 0 && is_in_class(character.code);
    };
    std::size_t at = 0;
    if (text.empty() || !is_next(at, name_start, &is_name_start)) return false;
    while (at < text.size()) {
      if (!is_next(at, name_part, &is_name_character)) return false;
    }
    return true;
  }

  void forget_attributes() {
    scratch_.attributes.clear();
    has_declarations_ = false;
    has_prefixes_ = false;
    has_schema_attributes_ = false;
    may_repeat_names_ = false;
    name_marks_ = 0;
  }

  /// Reads attributes up to '>' or "/>", where `at_` then stands.
  bool attributes() {
    auto& attributes = scratch_.attributes;
    for (;;) {
      const auto* const before = at_;
      skip_spaces();
      if (at_ == end_) return false;
      const bool is_end = *at_ == '>' || (*at_ == '/' && end_ - at_ > 1 && at_[1] == '>');
      if (is_end) return !may_repeat_names_ || has_distinct_names();
      if (before == at_ || attributes.size() == limits_.attributes) return false;
      auto& attribute = attributes.emplace_back();
      if (!name(attribute.qname, attribute.local_at)) return false;
      skip_spaces();
      if (at_ == end_ || *at_ != '=') return false;
      ++at_;
      skip_spaces();
      if (!attribute_value(attribute)) return false;
      note_kind(attribute);
    }
  }

  void note_kind(Attribute& attribute) {
    const auto name = attribute.qname;
    if (name.size() >= 5 && std::memcmp(name.data(), "xmlns", 5) == 0 &&
        (name.size() == 5 || name[5] == ':')) {
      attribute.kind = Attribute::Kind::declaration;
      has_declarations_ = true;
    } else {
      has_prefixes_ |= attribute.has_prefix();
    }
    const auto ends = load<std::uint8_t>(&name.front()) << 8U | load<std::uint8_t>(&name.back());
    const auto mark = std::uint64_t{1} << ((ends << 8U | name.size()) * 0x9E3779B97F4A7C15U >> 58U);
    may_repeat_names_ |= (name_marks_ & mark) != 0;
    name_marks_ |= mark;
  }

  bool attribute_value(Attribute& attribute) {
    if (at_ == end_ || (*at_ != '"' && *at_ != '\'')) return false;
    const char quote = *at_++;
    const auto* const begin = at_;
    for (;;) {
      at_ = skip_plain_value(at_, end_, quote);
      if (at_ == end_ || *at_ == '<') return false;
      if (*at_ == quote) break;
      attribute.needs_unescape = true;
      ++at_;
    }
    attribute.raw_value = {begin, static_cast<std::size_t>(at_ - begin)};
    ++at_;
    return attribute.needs_unescape || attribute.raw_value.size() <= limits_.value_bytes;
  }

  /// Reads a start tag up to its end, with the namespaces that it brings into scope.
  bool start_tag(std::string_view& qname, std::string_view& local, NamespaceId& namespace_id,
                 bool& is_empty) {
    ++at_;
    std::uint32_t local_at = 0;
    if (!name(qname, local_at)) return false;
    forget_attributes();
    if (*at_ != '>' && !attributes()) return false;
    local = {qname.data() + local_at, qname.size() - local_at};
    is_empty = *at_ == '/';
    at_ += is_empty ? 2 : 1;
    bindings_before_ = binding_count_;
    if (has_declarations_ && !bind_namespaces()) return false;
    if (!resolve_tag(prefix_of(qname, local_at), namespace_id)) return false;
    return !has_prefixes_ || resolve_attributes();
  }

  /// Whether no two attributes have the same name as written.
  [[nodiscard]] bool has_distinct_names() const {
    constexpr std::size_t few = 16;
    const auto& attributes = scratch_.attributes;
    if (attributes.size() > few) {
      std::set<std::string_view> names;
      for (const auto& attribute : attributes) names.insert(attribute.qname);
      return names.size() == attributes.size();
    }
    for (std::size_t i = 1; i < attributes.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (is_same(attributes[i].qname, attributes[j].qname)) return false;
      }
    }
    return true;
  }

  bool bind_namespaces() {
    for (const auto& attribute : scratch_.attributes) {
      if (attribute.kind != Attribute::Kind::declaration) continue;
      const bool is_default = attribute.qname.size() == 5;
      if (!bind(is_default ? std::string_view() : attribute.local(), attribute)) return false;
    }
    return true;
  }

  bool bind(std::string_view prefix, const Attribute& attribute) {
    auto uri = attribute.raw_value;
    if (attribute.needs_unescape) {
      auto& kept = scratch_.kept.emplace_back();
      if (append_unescaped(uri, 0, true, kept)) return false;
      uri = kept;
    }
    const bool is_xml = prefix == "xml";
    if (!prefix.empty() && !is_name(prefix)) return false;
    if (is_xml != (uri == xml_namespace)) return false;
    if (prefix == "xmlns" || uri == xmlns_namespace || (uri.empty() && !prefix.empty())) {
      return false;
    }
    if (uri.size() > limits_.uri_bytes) return false;
    if (binding_count_ == limits_.namespaces_in_scope) return false;
    const auto id = find_namespace(program_, uri);
    scratch_.bindings.push_back({prefix, uri, id, uri == xsi_namespace});
    ++binding_count_;
    forget_namespaces();
    constexpr std::size_t around = sizeof R"( xmlns:="")";
    declaration_bytes_ += prefix.size() + uri.size() + around;
    return id != no_row || count_unknown(uri);
  }

  /// The namespace of an element's prefix, or of a QName's; the default one without a prefix.
  bool resolve(std::string_view prefix, NamespaceId& id) {
    const auto* const binding = find_binding(prefix);
    if (binding == nullptr && prefix == "xml") {
      id = find_namespace(program_, xml_namespace);
      return true;
    }
    id = binding == nullptr ? 0 : binding->id;
    return binding != nullptr || prefix.empty();
  }

  /// The same for the prefix of a tag, which is mostly that of the tag before it.
  bool resolve_tag(std::string_view prefix, NamespaceId& id) {
    const bool is_same_prefix = prefix.empty() ? tag_prefix_.empty() : is_same(prefix, tag_prefix_);
    if (!is_tag_resolved_ || !is_same_prefix) {
      if (!resolve(prefix, tag_namespace_)) return false;
      is_tag_resolved_ = true;
      tag_prefix_ = prefix;
    }
    id = tag_namespace_;
    return true;
  }

  /// The namespace of tags without a prefix.
  NamespaceId default_namespace() {
    if (!is_default_resolved_) is_default_resolved_ = resolve({}, default_namespace_);
    return default_namespace_;
  }

  /// Other namespaces are in scope.
  void forget_namespaces() {
    is_tag_resolved_ = false;
    is_default_resolved_ = false;
  }

  /// Takes the namespaces out of scope that came into it since there were `count`.
  void unbind(std::uint32_t count) {
    if (binding_count_ == count) return;
    scratch_.bindings.resize(count);
    binding_count_ = count;
    forget_namespaces();
  }

  const MarkupScratch::Binding* find_binding(std::string_view prefix) const {
    for (auto i = scratch_.bindings.size(); i-- > 0;) {
      if (is_same(scratch_.bindings[i].prefix, prefix)) return &scratch_.bindings[i];
    }
    return nullptr;
  }

  /// Finds the namespaces of attributes with a prefix.
  bool resolve_attributes() {
    std::size_t prefixed = 0;
    for (auto& attribute : scratch_.attributes) {
      if (!attribute.has_prefix()) continue;
      if (attribute.kind == Attribute::Kind::declaration) continue;
      ++prefixed;
      const auto prefix = prefix_of(attribute.qname, attribute.local_at);
      const auto* const binding = find_binding(prefix);
      if (binding == nullptr) {
        if (prefix != "xml") return false;
        attribute.uri = xml_namespace;
        attribute.namespace_id = find_namespace(program_, xml_namespace);
        continue;
      }
      attribute.uri = binding->uri;
      attribute.namespace_id = binding->id;
      if (!binding->is_schema) continue;
      attribute.kind = Attribute::Kind::schema;
      has_schema_attributes_ = true;
    }
    return prefixed < 2 || has_distinct_expanded_names();
  }

  /// Two prefixes may stand for one namespace.
  [[nodiscard]] bool has_distinct_expanded_names() const {
    std::set<std::pair<std::string_view, std::string_view>> names;
    for (const auto& attribute : scratch_.attributes) {
      if (attribute.uri.empty()) continue;
      if (!names.emplace(attribute.uri, attribute.local()).second) return false;
    }
    return true;
  }

  /// Names that no schema has may not become too many; the others cannot. Whoever may give up
  /// counts each time, not each name.
  bool count_unknown(std::string_view name) {
    if (!counts_names_) return true;
    const auto known = known_names();
    if (!counts_exactly_) return ++unknown_names_ + known <= limits_.distinct_names;
    scratch_.unknown_names.insert(name);
    return scratch_.unknown_names.size() + known <= limits_.distinct_names;
  }

  /// Whether the text is a name, one that no schema has.
  bool is_unknown_name(std::string_view text) { return is_name(text) && count_unknown(text); }

  /// Finds the id of a name, `no_row` if no schema has it.
  bool identify(const SoughtName& name, NameId& id) {
    id = name.namespace_id == no_row ? no_row : find_name(program_, name);
    return id != no_row || is_unknown_name(name.local);
  }

  /// Of the schemas, namespaces included.
  [[nodiscard]] std::size_t known_names() const noexcept {
    return program_.names.size() + program_.namespaces.size();
  }

  const SchemaProgram& program_;
  const ReadLimits& limits_;
  MarkupScratch& scratch_;
  const char* at_;
  const char* end_;
  std::uint32_t binding_count_ = 0;    ///< In scope.
  std::uint32_t bindings_before_ = 0;  ///< The same before the element that is being read.
  std::size_t declaration_bytes_ = 0;  ///< Of all namespace declarations together.
  bool counts_names_ = false;          ///< There may be too many.
  bool counts_exactly_ = false;
  // Of the attributes that were read last:
  bool has_declarations_ = false;
  bool has_prefixes_ = false;
  bool may_repeat_names_ = false;
  std::uint64_t name_marks_ = 0;        ///< Names that differ in a mark differ.
  bool has_schema_attributes_ = false;  ///< Known behind `resolve_attributes`.
  std::size_t unknown_names_ = 0;
  // What `resolve_tag` found last, if the same namespaces are still in scope:
  bool is_tag_resolved_ = false;
  std::string_view tag_prefix_;
  NamespaceId tag_namespace_ = 0;
  // The same of `default_namespace`:
  bool is_default_resolved_ = false;
  NamespaceId default_namespace_ = 0;
};

}  // namespace presentity::detail
