// SPDX-License-Identifier: MIT
#include "program/acceptor.hpp"

#include "instances.hpp"
#include "outline.hpp"
#include "simple/check_simple.hpp"
#include "unicode.hpp"
#include "xml_scanner.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace presentity::detail {
namespace {

enum : std::uint8_t { name_start = 1, name_part = 2, space = 4, plain_text = 8 };

/// Classes of bytes. Bytes beyond ASCII are text but not names: names beyond ASCII are left to the
/// outline.
constexpr auto classes = [] {
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

bool is(char c, unsigned wanted) noexcept {
  return (classes[static_cast<unsigned char>(c)] & wanted) != 0;
}

bool allows(const SchemaProgram& program, const WildcardRow& wildcard, NamespaceId id) {
  using Namespaces = WildcardRow::Namespaces;
  if (wildcard.constraint == Namespaces::any) return true;
  const auto listed =
      program.namespace_lists.subspan(wildcard.namespaces.begin, wildcard.namespaces.count);
  const bool is_listed = std::ranges::find(listed, id) != listed.end();
  if (wildcard.constraint == Namespaces::all_but) return !is_listed && id != 0;
  return is_listed;
}

}  // namespace

/// One document. Every function returns false to give up.
class AcceptorRun {
 public:
  AcceptorRun(const Acceptor& acceptor, std::string_view text, AcceptorScratch& scratch)
      : acceptor_(acceptor),
        program_(acceptor.program_),
        limits_(acceptor.limits_),
        scratch_(scratch),
        at_(text.data()),
        end_(text.data() + text.size()),
        longest_value_(
            std::min({limits_.value_bytes, limits_.number_bytes, limits_.binary_bytes})) {
    scratch_.frames_.clear();
    scratch_.bindings_.clear();
  }

  bool run() {
    if (program_.names.size() + program_.namespaces.size() > limits_.distinct_names) return false;
    if (!skip_declaration() || !skip_misc()) return false;
    const auto* const begin = at_;
    if (at_ == end_ || *at_ != '<' || !start_tag()) return false;
    while (!scratch_.frames_.empty()) {
      if (!content()) return false;
    }
    document_.xml = {begin, static_cast<std::size_t>(at_ - begin)};
    return skip_misc() && at_ == end_;
  }

  [[nodiscard]] const AcceptedDocument& document() const noexcept { return document_; }

 private:
  using Frame = AcceptorScratch::Frame;
  using Attribute = AcceptorScratch::Attribute;

  Frame& top() { return scratch_.frames_.back(); }
  [[nodiscard]] bool starts_with(std::string_view prefix) const {
    return static_cast<std::size_t>(end_ - at_) >= prefix.size() &&
           std::string_view(at_, prefix.size()) == prefix;
  }
  void skip_spaces() {
    while (at_ != end_ && is(*at_, space)) ++at_;
  }

  // --- between and around elements ---

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

  /// Text up to the next markup, and that markup.
  bool content() {
    const auto* const begin = at_;
    bool is_plain = true;
    for (;;) {
      while (at_ != end_ && is(*at_, plain_text)) ++at_;
      if (at_ == end_) return false;
      if (*at_ == '<') break;
      if (*at_ == ']' && starts_with("]]>")) return false;
      is_plain &= *at_ == ']';
      ++at_;
    }
    if (at_ != begin && !text({begin, static_cast<std::size_t>(at_ - begin)}, is_plain))
      return false;
    if (end_ - at_ < 2) return false;
    if (at_[1] == '/') return end_tag();
    if (at_[1] == '?') return skip_instruction();
    if (at_[1] != '!') return start_tag();
    return starts_with("<!--") ? skip_comment() : cdata();
  }

  bool cdata() {
    constexpr std::string_view opening = "<![CDATA[";
    if (!starts_with(opening)) return false;
    at_ += opening.size();
    const auto rest = std::string_view(at_, static_cast<std::size_t>(end_ - at_));
    const auto close = rest.find("]]>");
    if (close == rest.npos || rest.substr(0, close).find('\r') != rest.npos) return false;
    at_ += close + 3;
    return text(rest.substr(0, close), true);
  }

  bool text(std::string_view raw, bool is_plain) {
    auto& frame = top();
    if (frame.is_skipped || frame.type == nullptr ||
        frame.type->content == TypeRow::Content::mixed) {
      return is_plain || is_well_formed(raw);
    }
    if (frame.type->content == TypeRow::Content::elements) {
      return std::ranges::all_of(raw, [](char c) { return is(c, space); });
    }
    if (frame.type->content == TypeRow::Content::empty) return false;
    if (!frame.has_text) scratch_.text_.clear();
    frame.has_text = true;
    if (is_plain) {
      scratch_.text_ += raw;
      return true;
    }
    return !append_unescaped(raw, 0, false, scratch_.text_);
  }

  bool is_well_formed(std::string_view raw) {
    scratch_.value_.clear();
    return !append_unescaped(raw, 0, false, scratch_.value_);
  }

  // --- tags ---

  bool end_tag() {
    const auto& frame = top();
    at_ += 2;
    if (!starts_with(frame.qname)) return false;
    at_ += frame.qname.size();
    skip_spaces();
    if (at_ == end_ || *at_ != '>') return false;
    ++at_;
    return close();
  }

  bool start_tag() {
    ++at_;
    std::string_view qname;
    std::string_view local;
    if (!name(qname, local) || !attributes()) return false;
    const bool is_empty = *at_ == '/';
    at_ += is_empty ? 2 : 1;
    NamespaceId namespace_id = 0;
    if (!bind_namespaces() || !resolve(prefix_of(qname, local), namespace_id) ||
        !resolve_attributes() || !open(qname, namespace_id, local)) {
      return false;
    }
    return !is_empty || close();
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
    auto& attributes = scratch_.attributes_;
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

  // --- namespaces ---

  bool bind_namespaces() {
    bindings_before_ = static_cast<std::uint32_t>(scratch_.bindings_.size());
    for (auto& attribute : scratch_.attributes_) {
      const bool is_default = attribute.qname == "xmlns";
      if (!is_default && !attribute.qname.starts_with("xmlns:")) continue;
      attribute.kind = Attribute::Kind::declaration;
      const auto prefix = is_default ? std::string_view() : attribute.local;
      const auto uri = attribute.raw_value;
      const bool is_rare = attribute.needs_unescape || prefix.starts_with("xml") ||
                           (uri.empty() && !is_default) || uri == xml_namespace ||
                           uri == xmlns_namespace || uri.size() > limits_.uri_bytes;
      if (is_rare || scratch_.bindings_.size() == limits_.namespaces_in_scope) return false;
      scratch_.bindings_.push_back(
          {prefix, uri, find_namespace(program_, uri), uri == xsi_namespace});
      if (scratch_.bindings_.back().id == no_row && !count_unknown()) return false;
    }
    return true;
  }

  /// The namespace of an element's prefix, or of a QName's; the default one without a prefix.
  bool resolve(std::string_view prefix, NamespaceId& id) {
    const auto* const binding = find_binding(prefix);
    id = binding == nullptr ? 0 : binding->id;
    return binding != nullptr || prefix.empty();
  }

  const AcceptorScratch::Binding* find_binding(std::string_view prefix) const {
    for (auto i = scratch_.bindings_.size(); i-- > 0;) {
      if (scratch_.bindings_[i].prefix == prefix) return &scratch_.bindings_[i];
    }
    return nullptr;
  }

  /// Finds the namespaces of attributes with a prefix. More than one of them on an element is left
  /// to the outline, but for those of XML Schema: two prefixes may stand for one namespace.
  bool resolve_attributes() {
    std::size_t foreign = 0;
    std::size_t schema = 0;
    for (auto& attribute : scratch_.attributes_) {
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

  // --- elements ---

  /// Opens an element below the one on top, or the document element.
  bool open(std::string_view qname, NamespaceId namespace_id, std::string_view local) {
    if (scratch_.frames_.size() >= limits_.depth) return false;
    const auto name_id = namespace_id == no_row ? no_row : find_name(program_, namespace_id, local);
    if (name_id == no_row && !count_unknown()) return false;

    Frame frame;
    frame.qname = qname;
    frame.namespace_id = namespace_id;
    frame.bindings = bindings_before_;
    ElementId element = no_row;
    if (scratch_.frames_.empty()) {
      if (name_id == no_row || !program_.names[name_id].is_root) return false;
      element = program_.names[name_id].element;
      document_.root = name_id;
    } else if (!match_child(name_id, namespace_id, element, frame)) {
      return false;
    }
    if (element == no_row) {
      scratch_.frames_.push_back(frame);
      return has_plain_attributes();
    }
    return open_declared(element, frame);
  }

  bool match_child(NameId name_id, NamespaceId namespace_id, ElementId& element, Frame& frame) {
    auto& parent = top();
    if (parent.is_skipped) {
      frame.is_skipped = true;
      return true;
    }
    if (!parent.category.empty() && !is_value_of(parent.category, name_id)) return false;
    parent.category = {};
    if (parent.type == nullptr) {
      element = name_id == no_row ? no_row : program_.names[name_id].element;
      return true;
    }
    if (parent.type->start == no_row) return false;
    const auto& state = program_.states[parent.state];
    for (const auto& edge : program_.edges.subspan(state.edges.begin, state.edges.count)) {
      if (edge.name != name_id || name_id == no_row) continue;
      parent.state = edge.target;
      element = edge.element;
      return follow_remarks(parent, edge, program_.elements[element]);
    }
    for (const auto& edge :
         program_.wild_edges.subspan(state.wild_edges.begin, state.wild_edges.count)) {
      const auto& wildcard = program_.wildcards[edge.wildcard];
      if (!allows(program_, wildcard, namespace_id)) continue;
      parent.state = edge.target;
      return match_wildcard(wildcard, name_id, namespace_id, element, frame);
    }
    return false;
  }

  bool match_wildcard(const WildcardRow& wildcard, NameId name_id, NamespaceId namespace_id,
                      ElementId& element, Frame& frame) {
    if (wildcard.process == WildcardRow::Process::skip) {
      frame.is_skipped = true;
      return true;
    }
    element = name_id == no_row ? no_row : program_.names[name_id].element;
    if (element != no_row) {
      return !top().type->remarks_children && follow_remarks(top(), {}, program_.elements[element]);
    }
    // Behind ct:delimiter, an unknown element of the parent's own namespace is remarkable.
    return wildcard.process == WildcardRow::Process::lax &&
           (top().delimiters == 0 || namespace_id != top().namespace_id);
  }

  /// Keeps count of what the remarks of the parent's type ask for.
  bool follow_remarks(Frame& parent, const EdgeRow& edge, const ElementRow& element) {
    if (edge.bit != 0) parent.bits |= std::uint64_t{1} << (edge.bit - 1U);
    if (edge.rank != 0) {
      if (edge.rank < parent.rank) return false;
      parent.rank = edge.rank;
    }
    if (element.role == ElementRow::Role::delimiter) ++parent.delimiters;
    if (element.role == ElementRow::Role::end) parent.has_end = true;
    return element.block == 0 || element.block == parent.delimiters;
  }

  bool open_declared(ElementId id, Frame& frame) {
    const auto& element = program_.elements[id];
    if (element.is_abstract || element.is_undocumented || element.has_constraints) return false;
    auto type = element.type;
    for (const auto& attribute : scratch_.attributes_) {
      if (attribute.kind != Attribute::Kind::schema) continue;
      if (!named_type(attribute, type)) return false;
    }
    frame.type = &program_.types[type];
    frame.name = element.name;
    const bool has_children = frame.type->content == TypeRow::Content::elements ||
                              frame.type->content == TypeRow::Content::mixed;
    if (frame.type->is_abstract || (has_children && frame.type->start == no_row)) return false;
    frame.state = frame.type->start;
    scratch_.frames_.push_back(frame);
    return check_attributes();
  }

  /// Takes the type that xsi:type names, if it is derived from `type`.
  bool named_type(const Attribute& attribute, TypeId& type) {
    const auto name = trimmed(attribute.raw_value);
    if (attribute.local != "type" || name.find('&') != name.npos) return false;
    const auto colon = name.find(':');
    const auto local = colon == name.npos ? name : name.substr(colon + 1);
    NamespaceId id = 0;
    if (!resolve(prefix_of(name, local), id) || id == no_row) return false;
    const auto name_id = find_name(program_, id, local);
    if (name_id == no_row) return false;
    const auto named = program_.names[name_id].type;
    for (auto base = named; base != no_row; base = program_.types[base].base) {
      if (program_.types[base].has_blocked_types) return false;
      if (base != type) continue;
      type = named;
      if (scratch_.frames_.empty()) document_.type = local;
      return true;
    }
    return false;
  }

  bool close() {
    auto& frame = top();
    if (frame.type != nullptr && !frame.is_skipped && !is_complete(frame)) return false;
    scratch_.bindings_.resize(frame.bindings);
    scratch_.frames_.pop_back();
    return true;
  }

  bool is_complete(const Frame& frame) {
    const auto& type = *frame.type;
    if (type.content == TypeRow::Content::simple) {
      return check_value(type,
                         frame.has_text ? std::string_view(scratch_.text_) : std::string_view());
    }
    if (type.start != no_row && !program_.states[frame.state].is_final) return false;
    if ((frame.bits & type.required_bits) != type.required_bits) return false;
    if (type.one_of_bits != 0 && std::popcount(frame.bits & type.one_of_bits) != 1) return false;
    return frame.delimiters == 0 || frame.has_end;
  }

  bool check_value(const TypeRow& type, std::string_view value) {
    if (value.size() > type.longest_value || value.size() > longest_value_) return false;
    if (type.is_contextual) return false;
    const auto taken =
        accepting_type(program_.simple_types, type.simple, value, scratch_.collapsed_);
    if (taken == no_member) return false;
    if (type.is_open_enumeration) return is_known_token(taken);
    return !type.has_open_items ||
           has_known_items(program_.simple_types[type.simple].members.front(), value);
  }

  /// Whether the member of an open enumeration that took the value lists it.
  [[nodiscard]] bool is_known_token(std::uint32_t member) const {
    return !program_.simple_types[member].enumeration.empty();
  }

  bool has_known_items(std::uint32_t item, std::string_view list) {
    while (true) {
      while (!list.empty() && is(list.front(), space)) list.remove_prefix(1);
      if (list.empty()) return true;
      const auto* const end = std::ranges::find_if(list, [](char c) { return is(c, space); });
      const auto word = list.substr(0, static_cast<std::size_t>(end - list.begin()));
      const auto taken = accepting_type(program_.simple_types, item, word, scratch_.collapsed_);
      if (taken == no_member || !is_known_token(taken)) return false;
      list.remove_prefix(word.size());
    }
  }

  // --- attributes ---

  /// Of an element that no schema knows: only what needs no further thought.
  bool has_plain_attributes() {
    return std::ranges::all_of(scratch_.attributes_, [](const Attribute& attribute) {
      return attribute.kind == Attribute::Kind::declaration ||
             (attribute.namespace_id == 0 && attribute.local.size() == attribute.qname.size() &&
              !attribute.needs_unescape);
    });
  }

  bool check_attributes() {
    auto& frame = top();
    const auto& type = *frame.type;
    const auto uses = program_.attributes.subspan(type.attributes.begin, type.attributes.count);
    std::uint64_t seen = 0;
    for (const auto& attribute : scratch_.attributes_) {
      if (attribute.kind != Attribute::Kind::plain) continue;
      const auto id = attribute.namespace_id;
      const auto name_id = id == no_row ? no_row : find_name(program_, id, attribute.local);
      if (name_id == no_row && !count_unknown()) return false;
      const auto use = std::ranges::find(uses, name_id, &AttributeRow::name);
      if (name_id == no_row || use == uses.end()) {
        if (!foreign_attribute(type, attribute, id, name_id)) return false;
        continue;
      }
      if (use->is_undocumented || use->has_default ||
          !attribute_value_is_valid(program_.types[use->type], attribute)) {
        return false;
      }
      seen |= std::uint64_t{1} << static_cast<unsigned>(use - uses.begin());
      if (use->bit != 0) frame.bits |= std::uint64_t{1} << (use->bit - 1U);
      if (!note_category(frame, use->name, attribute.raw_value)) return false;
    }
    return has_required(uses, seen);
  }

  static bool has_required(std::span<const AttributeRow> uses, std::uint64_t seen) {
    if (uses.size() > 64) return false;
    for (std::size_t i = 0; i < uses.size(); ++i) {
      if (uses[i].is_required && (seen >> i & 1U) == 0) return false;
    }
    return true;
  }

  bool foreign_attribute(const TypeRow& type, const Attribute& attribute, NamespaceId id,
                         NameId name_id) {
    if (type.any_attribute == no_row || id == 0) return false;
    const auto& wildcard = program_.wildcards[type.any_attribute];
    if (!allows(program_, wildcard, id)) return false;
    if (wildcard.process == WildcardRow::Process::skip) return !attribute.needs_unescape;
    const auto global = name_id == no_row ? no_row : program_.names[name_id].attribute;
    if (global != no_row) {
      return !program_.attributes[global].has_default &&
             attribute_value_is_valid(program_.types[program_.attributes[global].type], attribute);
    }
    return wildcard.process == WildcardRow::Process::lax && !attribute.needs_unescape;
  }

  bool attribute_value_is_valid(const TypeRow& type, const Attribute& attribute) {
    if (!attribute.needs_unescape) return check_value(type, attribute.raw_value);
    scratch_.value_.clear();
    if (append_unescaped(attribute.raw_value, 0, true, scratch_.value_)) return false;
    return check_value(type, scratch_.value_);
  }

  // --- entries of envelopes ---

  /// Remembers the category that an entry names: its value must be one of that category.
  bool note_category(Frame& frame, NameId attribute, std::string_view value) {
    for (const auto& entry : acceptor_.entries_) {
      if (entry.element != frame.name || entry.attribute != attribute) continue;
      const auto is_named = [&](const CategoryRow& row) { return row.name == value; };
      frame.category = value;
      return std::ranges::any_of(program_.categories, is_named);
    }
    return true;
  }

  [[nodiscard]] bool is_value_of(std::string_view category, NameId root) const {
    return std::ranges::any_of(program_.categories, [&](const CategoryRow& row) {
      return row.name == category && row.root == root;
    });
  }

  static constexpr std::size_t most_attributes = 16;

  const Acceptor& acceptor_;
  const SchemaProgram& program_;
  const ReadLimits& limits_;
  AcceptorScratch& scratch_;
  AcceptedDocument document_;
  const char* at_;
  const char* end_;
  std::size_t longest_value_;
  std::uint32_t bindings_before_ = 0;
  std::size_t unknown_names_ = 0;
};

Acceptor::Acceptor(const SchemaProgram& program, const ReadLimits& limits) noexcept
    : program_(program), limits_(limits) {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const auto& form = entry_forms[i];
    const auto space = find_namespace(program, form.namespace_uri);
    if (space == no_row) continue;
    entries_[i] = {find_name(program, space, form.local),
                   find_name(program, 0, form.name_attribute)};
  }
}

std::optional<AcceptedDocument> Acceptor::accept(std::string_view utf8,
                                                 AcceptorScratch& scratch) const {
  if (utf8.size() > limits_.document_bytes) return std::nullopt;
  AcceptorRun run(*this, utf8, scratch);
  if (!run.run()) return std::nullopt;
  return run.document();
}

}  // namespace presentity::detail
