// SPDX-License-Identifier: MIT
#include "program/acceptor.hpp"

#include "instances.hpp"
#include "program/markup_reader.hpp"
#include "simple/check_simple.hpp"
#include "unicode.hpp"
#include "xml_scanner.hpp"

#include <algorithm>
#include <bit>

namespace presentity::detail {
namespace {

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
class AcceptorRun : private MarkupReader {
 public:
  AcceptorRun(const Acceptor& acceptor, std::string_view text, AcceptorScratch& scratch)
      : MarkupReader(acceptor.program_, acceptor.limits_, text, scratch.markup_),
        acceptor_(acceptor),
        frames_(scratch.frames_),
        text_(scratch.text_),
        value_(scratch.value_),
        collapsed_(scratch.collapsed_) {
    frames_.clear();
  }

  bool run() {
    if (program_.names.size() + program_.namespaces.size() > limits_.distinct_names) return false;
    if (!skip_declaration() || !skip_misc()) return false;
    const auto* const begin = at_;
    if (at_ == end_ || *at_ != '<' || !start_tag()) return false;
    while (!frames_.empty()) {
      if (!content()) return false;
    }
    document_.xml = {begin, static_cast<std::size_t>(at_ - begin)};
    return skip_misc() && at_ == end_;
  }

  [[nodiscard]] const AcceptedDocument& document() const noexcept { return document_; }

 private:
  using Frame = AcceptorScratch::Frame;

  Frame& top() { return frames_.back(); }

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
    if (!frame.has_text) text_.clear();
    frame.has_text = true;
    if (is_plain) {
      text_ += raw;
      return true;
    }
    return !append_unescaped(raw, 0, false, text_);
  }

  bool is_well_formed(std::string_view raw) {
    value_.clear();
    return !append_unescaped(raw, 0, false, value_);
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

  // --- elements ---

  /// Opens an element below the one on top, or the document element.
  bool open(std::string_view qname, NamespaceId namespace_id, std::string_view local) {
    if (frames_.size() >= limits_.depth) return false;
    const auto name_id = namespace_id == no_row ? no_row : find_name(program_, namespace_id, local);
    if (name_id == no_row && !count_unknown()) return false;

    Frame frame;
    frame.qname = qname;
    frame.namespace_id = namespace_id;
    frame.bindings = bindings_before_;
    ElementId element = no_row;
    if (frames_.empty()) {
      if (name_id == no_row || !program_.names[name_id].is_root) return false;
      element = program_.names[name_id].element;
      document_.root = name_id;
    } else if (!match_child(name_id, namespace_id, element, frame)) {
      return false;
    }
    if (element == no_row) {
      frames_.push_back(frame);
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
    for (const auto& attribute : scratch_.attributes) {
      if (attribute.kind != Attribute::Kind::schema) continue;
      if (!named_type(attribute, type)) return false;
    }
    frame.type = &program_.types[type];
    frame.name = element.name;
    const bool has_children = frame.type->content == TypeRow::Content::elements ||
                              frame.type->content == TypeRow::Content::mixed;
    if (frame.type->is_abstract || (has_children && frame.type->start == no_row)) return false;
    frame.state = frame.type->start;
    frames_.push_back(frame);
    return check_attributes();
  }

  /// Takes the type that xsi:type names, if it is derived from `type`.
  bool named_type(const Attribute& attribute, TypeId& type) {
    const auto name = trimmed(attribute.raw_value);
    if (attribute.local != "type" || name.find('&') != name.npos) return false;
    const auto [prefix, local] = split_name(name);
    NamespaceId id = 0;
    if (!resolve(prefix, id) || id == no_row) return false;
    const auto name_id = find_name(program_, id, local);
    if (name_id == no_row) return false;
    const auto named = program_.names[name_id].type;
    for (auto base = named; base != no_row; base = program_.types[base].base) {
      if (program_.types[base].has_blocked_types) return false;
      if (base != type) continue;
      type = named;
      if (frames_.empty()) document_.type = local;
      return true;
    }
    return false;
  }

  bool close() {
    auto& frame = top();
    if (frame.type != nullptr && !frame.is_skipped && !is_complete(frame)) return false;
    scratch_.bindings.resize(frame.bindings);
    frames_.pop_back();
    return true;
  }

  bool is_complete(const Frame& frame) {
    const auto& type = *frame.type;
    if (type.content == TypeRow::Content::simple) {
      return check_value(type, frame.has_text ? std::string_view(text_) : std::string_view());
    }
    if (type.start != no_row && !program_.states[frame.state].is_final) return false;
    if ((frame.bits & type.required_bits) != type.required_bits) return false;
    if (type.one_of_bits != 0 && std::popcount(frame.bits & type.one_of_bits) != 1) return false;
    return frame.delimiters == 0 || frame.has_end;
  }

  bool check_value(const TypeRow& type, std::string_view value) {
    if (value.size() > type.longest_value || value.size() > longest_value_) return false;
    if (type.is_contextual) return false;
    const auto taken = accepting_type(program_.simple_types, type.simple, value, collapsed_);
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
      const auto taken = accepting_type(program_.simple_types, item, word, collapsed_);
      if (taken == no_member || !is_known_token(taken)) return false;
      list.remove_prefix(word.size());
    }
  }

  // --- attributes ---

  /// Of an element that no schema knows: only what needs no further thought.
  bool has_plain_attributes() {
    return std::ranges::all_of(scratch_.attributes, [](const Attribute& attribute) {
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
    for (const auto& attribute : scratch_.attributes) {
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
    value_.clear();
    if (append_unescaped(attribute.raw_value, 0, true, value_)) return false;
    return check_value(type, value_);
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

  const Acceptor& acceptor_;
  std::vector<Frame>& frames_;
  std::string& text_;
  std::string& value_;
  std::string& collapsed_;
  AcceptedDocument document_;
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
