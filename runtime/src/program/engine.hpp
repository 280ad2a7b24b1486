// SPDX-License-Identifier: MIT
#pragma once

#include "program/expected_tag.hpp"
#include "program/value_reader.hpp"

#include <algorithm>
#include <bit>
#include <string>
#include <utility>

/// \file
/// Runs a document over the tables of a schema, in one pass.

namespace presentity::detail {

/// Memory that one document after another is checked in. Not for two threads at once.
template <class Sink>
struct EngineScratch {
  struct Frame {
    const TypeRow* type = nullptr;  ///< Null inside of content that no schema knows.
    std::string_view qname;
    NamespaceId namespace_id = 0;
    NameId name = no_row;
    std::uint32_t element = no_row;  ///< Its declaration.
    StateId state = 0;
    std::uint32_t bindings = 0;       ///< In scope before this element.
    std::uint32_t category = no_row;  ///< Of an envelope's entry whose value is still to come.
    std::uint64_t bits = 0;           ///< Documented parts that were seen.
    std::uint64_t seen = 0;           ///< Parts of an `xs:all` that were seen.
    std::uint16_t rank = 0;
    std::uint16_t delimiters = 0;
    bool has_end = false;
    bool is_skipped = false;
    bool is_nil = false;
    bool has_text = false;
    bool skips_spaces = false;  ///< White space between its children means nothing.
    [[no_unique_address]] typename Sink::Place place;  ///< Where the sink is.
  };
  std::vector<Frame> frames =
      std::vector<Frame>(1);  ///< The document, its open elements, and what others have left.
  MarkupScratch markup;
  ValueScratch values;
  std::string text;  ///< The value of the innermost simple element, if it has parts.
};

/// Which way a child was matched.
struct Transition {
  std::size_t edge = 0;  ///< In the table of edges, or of wild edges.
  StateId target = 0;
  bool is_wild = false;
};

[[nodiscard]] bool allows(const SchemaProgram& program, const WildcardRow& wildcard,
                          NamespaceId id) noexcept;

/// One document. Every function returns false to give up: on a mistake and, unless the sink
/// tolerates remarks, where there is something to warn about.
///
/// The sink is told what is found, in document order. It is given places, one for each open
/// element, that it fills as it likes:
///
///     using Place = ...;
///     static constexpr bool tolerates_remarks = ...;
///     static constexpr bool may_give_up = ...;     // somebody else answers then
///     bool open_root(Place&, ElementId, TypeId)
///     bool open(Place& parent, const TypeRow&, Place& child, Transition, ElementId, TypeId)
///     void open_unknown(Place& parent, const TypeRow*, Place& child, const Transition*)
///     void begin_raw(Place&, const char* tag)      // behind open and open_unknown
///     bool attribute(Place&, std::size_t use, std::string_view value, std::uint32_t member)
///     bool other_attribute(Place&, const MarkupScratch::Attribute&, std::string_view value)
///     bool text(Place&, std::string_view)          // of mixed content
///     bool value(Place&, std::string_view value, std::uint32_t member)
///     void default_value(Place&)                   // behind value: no content, hence the default
///     void stated_type(Place&)                     // by xsi:type, though it is the declared one
///     void stated_nil(Place&, std::string_view, bool is_nil)  // by xsi:nil
///     void close(Place&, const char* end, const MarkupScratch&, std::size_t bindings)
template <class Sink>
class Engine : private ValueReader<Sink::tolerates_remarks> {
  using Values = ValueReader<Sink::tolerates_remarks>;

 public:
  using Scratch = EngineScratch<Sink>;

  /// `root` is the element that the document must be; `no_row` for any root that is known.
  Engine(const SchemaProgram& program, const ReadLimits& limits, std::string_view text,
         Scratch& scratch, Sink& sink, std::uint32_t root = no_row)
      : Values(program, limits, text, scratch.markup, scratch.values),
        work_(scratch),
        sink_(sink),
        expected_(program, limits),
        root_(root),
        top_(work_.frames.data()) {
    counts_exactly_ = !Sink::may_give_up;
  }

  bool run() {
    if (rest().size() > limits_.document_bytes) return false;
    if (Sink::may_give_up && known_names() > limits_.distinct_names) return false;
    if (!skip_declaration() || !skip_misc()) return false;
    const auto* const begin = at_;
    if (at_ == end_ || *at_ != '<' || !start_tag()) return false;
    while (depth_ != 0) {
      if (!content()) return false;
    }
    element_ = {begin, static_cast<std::size_t>(at_ - begin)};
    return skip_misc() && at_ == end_ && has_sound_ids();
  }

  /// Behind the last thing that was read.
  [[nodiscard]] const char* position() const noexcept { return at_; }
  [[nodiscard]] NameId root_name() const noexcept { return root_name_; }
  /// Local part of the root's `xsi:type`, or empty.
  [[nodiscard]] std::string_view root_type() const noexcept { return root_type_; }
  /// The document element.
  [[nodiscard]] std::string_view element() const noexcept { return element_; }

  /// No less than the values of an envelope have together, each with the namespaces it needs.
  [[nodiscard]] std::size_t most_value_bytes() const noexcept {
    return element_.size() + entries_ * declaration_bytes_;
  }

 private:
  using Frame = typename Scratch::Frame;
  using Attribute = MarkupScratch::Attribute;
  using Values::at_;
  using Values::binding_count_;
  using Values::bindings_before_;
  using Values::check_value;
  using Values::count_unknown;
  using Values::counts_exactly_;
  using Values::declaration_bytes_;
  using Values::default_namespace;
  using Values::end_;
  using Values::has_schema_attributes_;
  using Values::has_sound_ids;
  using Values::is_fixed_value;
  using Values::is_name;
  using Values::is_repeated;
  using Values::key_of;
  using Values::known_names;
  using Values::limits_;
  using Values::program_;
  using Values::resolve;
  using Values::rest;
  using Values::scratch_;
  using Values::skip_comment;
  using Values::skip_declaration;
  using Values::skip_instruction;
  using Values::skip_misc;
  using Values::skip_spaces;
  using Values::starts_with;
  using Values::unbind;
  using Values::unescape;
  using Values::values_;
  static constexpr bool tolerates = Sink::tolerates_remarks;

  Frame& top() { return *top_; }

  /// The frame of an element that `push` opens. May move the others.
  Frame& next_frame() {
    if (top_ == &work_.frames.back()) {
      work_.frames.emplace_back();
      top_ = &work_.frames[depth_];
    }
    return top_[1];
  }

  void push(Frame& frame) {
    top_ = &frame;
    ++depth_;
    sink_.begin_raw(frame.place, tag_);
  }

  // --- text ---

  /// Text up to the next markup, and that markup.
  bool content() {
    if (top().skips_spaces) skip_spaces();
    if (at_ != end_ && *at_ != '<' && !character_data()) return false;
    if (end_ - at_ < 2) return false;
    if (at_[1] == '/') return end_tag();
    if (at_[1] == '?') return skip_instruction();
    if (at_[1] != '!') return start_tag();
    return starts_with("<!--") ? skip_comment() : cdata();
  }

  bool character_data() {
    const auto* const begin = at_;
    bool is_plain = true;
    for (;;) {
      at_ = skip_plain_text(at_, end_);
      if (at_ == end_) return false;
      if (*at_ == '<') return text({begin, static_cast<std::size_t>(at_ - begin)}, is_plain);
      if (*at_ == ']' && starts_with("]]>")) return false;
      is_plain &= *at_ == ']';
      ++at_;
    }
  }

  bool cdata() {
    constexpr std::string_view opening = "<![CDATA[";
    if (!starts_with(opening)) return false;
    at_ += opening.size();
    const auto close = rest().find("]]>");
    if (close == rest().npos) return false;
    const auto raw = rest().substr(0, close);
    at_ += close + 3;
    if (raw.empty()) return true;
    if (raw.find('\r') == raw.npos) return text(raw, true);
    auto& normal = scratch_.kept.emplace_back();
    for (std::size_t i = 0; i < raw.size(); ++i) {
      if (raw[i] != '\r') normal += raw[i];
      if (raw[i] == '\r' && !raw.substr(i + 1).starts_with('\n')) normal += '\n';
    }
    return text(normal, true);
  }

  bool text(std::string_view raw, bool is_plain) {
    auto& frame = top();
    if (frame.is_nil) return false;
    if (frame.is_skipped || frame.type == nullptr) return is_plain || unescape(raw, false);
    switch (frame.type->content) {
      case TypeRow::Content::empty:
        return false;
      case TypeRow::Content::elements:
        if (!is_plain) {
          if (!unescape(raw, false)) return false;
          raw = values_.value;
        }
        return std::ranges::all_of(raw, [](char c) { return is(c, space); });
      case TypeRow::Content::mixed:
        frame.has_text = true;
        if (is_plain) return sink_.text(frame.place, raw);
        return unescape(raw, false) && sink_.text(frame.place, values_.value);
      case TypeRow::Content::simple:
        break;
    }
    return simple_text(frame, raw, is_plain);
  }

  /// Part of a value: a view of the document as long as there is one plain part.
  bool simple_text(Frame& frame, std::string_view raw, bool is_plain) {
    if (!frame.has_text && is_plain) {
      frame.has_text = true;
      text_ = raw;
      return true;
    }
    std::string whole(frame.has_text ? text_ : std::string_view());
    frame.has_text = true;
    if (is_plain) {
      whole += raw;
    } else if (append_unescaped(raw, 0, false, whole)) {
      return false;
    }
    work_.text = std::move(whole);
    text_ = work_.text;
    return true;
  }

  // --- tags ---

  bool end_tag() {
    const auto qname = top().qname;
    at_ += 2;
    if (rest().size() < qname.size() || !is_repeated(qname, at_)) return false;
    at_ += qname.size();
    if (at_ != end_ && *at_ != '>') skip_spaces();
    if (at_ == end_ || *at_ != '>') return false;
    ++at_;
    return close();
  }

  bool start_tag() {
    tag_ = at_;
    if (!is_expected()) return other_start_tag();
    return open_expected() && (expected_.is_empty() ? close() : plain_value());
  }

  bool is_expected() {
    const auto& parent = top();
    if (parent.type == nullptr || parent.type->states.count == 0) return false;
    if (parent.is_nil || parent.category != no_row || depth_ >= limits_.depth) return false;
    return expected_.read(program_.states[parent.state], default_namespace(), at_, end_);
  }

  [[gnu::noinline]] bool other_start_tag() {
    std::string_view qname;
    std::string_view local;
    NamespaceId namespace_id = 0;
    bool is_empty = false;
    if (!MarkupReader::start_tag(qname, local, namespace_id, is_empty)) return false;
    if (!open(qname, namespace_id, local)) return false;
    return is_empty ? close() : plain_value();
  }

  /// If the element that was opened holds a value without markup, reads it and the end tag; most
  /// values are like that. Otherwise does nothing.
  bool plain_value() {
    auto& frame = top();
    if (frame.type == nullptr || frame.type->content != TypeRow::Content::simple) return true;
    if (frame.is_nil) return true;
    const auto* const stop = skip_plain_text(at_, end_);
    const auto size = frame.qname.size();
    constexpr std::size_t around = sizeof "</>" - 1;
    if (static_cast<std::size_t>(end_ - stop) < size + around) return true;
    const bool is_end = stop[0] == '<' && stop[1] == '/' && stop[2 + size] == '>' &&
                        is_repeated(frame.qname, stop + 2);
    if (!is_end) return true;
    text_ = {at_, static_cast<std::size_t>(stop - at_)};
    frame.has_text = true;
    at_ = stop + size + around;
    return close_value(frame) && leave(frame);
  }

  /// Of a name that no schema has.
  bool is_unknown_name(std::string_view local) { return is_name(local) && count_unknown(local); }

  // --- elements ---

  /// Of an element that is not yet on top of the others.
  Frame& make_frame(std::string_view qname, NamespaceId namespace_id) {
    auto& frame = next_frame();
    frame = Frame();
    frame.qname = qname;
    frame.namespace_id = namespace_id;
    frame.bindings = bindings_before_;
    return frame;
  }

  /// Opens the element that `expected_` has read.
  bool open_expected() {
    at_ = expected_.end();
    bindings_before_ = binding_count_;
    has_schema_attributes_ = false;
    auto& frame = make_frame(expected_.name(), default_namespace());
    Opening opening;
    return take_edge(top(), expected_.edge(), opening) &&
           enter(opening.element, frame, &opening.transition) && check_expected_attributes(frame);
  }

  bool check_expected_attributes(Frame& frame) {
    const auto& type = *frame.type;
    const auto uses = program_.attributes.subspan(type.attributes.begin, type.attributes.count);
    std::size_t required_seen = 0;
    for (const auto& [index, value] : expected_.values()) {
      if (!declared_attribute(frame, uses[index], index, value)) return false;
      required_seen += uses[index].is_required ? 1U : 0U;
    }
    return required_seen == type.required_attributes;
  }

  /// What a start tag stands for.
  struct Opening {
    std::uint32_t element = no_row;  ///< Its declaration.
    bool is_matched = false;         ///< By the parent's content model, as `transition` says.
    Transition transition;
  };

  /// Opens an element below the one on top, or the document element.
  bool open(std::string_view qname, NamespaceId namespace_id, std::string_view local) {
    if (depth_ >= limits_.depth) return false;
    auto& frame = make_frame(qname, namespace_id);
    Opening opening;
    const SoughtName name{namespace_id, local, key_of(local)};
    if (!(depth_ == 0 ? find_root(name, opening) : find_child(name, frame, opening))) return false;
    const auto* const transition = opening.is_matched ? &opening.transition : nullptr;
    if (opening.element != no_row) return open_declared(opening.element, frame, transition);
    return frame.is_skipped ? open_unknown(frame, transition) : open_undeclared(frame, transition);
  }

  /// Finds the id of a name, `no_row` if no schema has it.
  bool identify(const SoughtName& name, NameId& id) {
    id = name.namespace_id == no_row ? no_row : find_name(program_, name);
    return id != no_row || is_unknown_name(name.local);
  }

  bool find_root(const SoughtName& sought_name, Opening& opening) {
    NameId name_id = no_row;
    if (!identify(sought_name, name_id) || name_id == no_row) return false;
    const auto& name = program_.names[name_id];
    root_name_ = name_id;
    opening.element = name.element;
    return name.element != no_row && (root_ == no_row ? name.is_root : name.element == root_);
  }

  bool find_child(const SoughtName& name, Frame& frame, Opening& opening) {
    auto& parent = top();
    if (parent.is_nil) return false;
    NameId name_id = no_row;
    if (!identify(name, name_id)) return false;
    if (parent.is_skipped) {
      frame.is_skipped = true;
      return true;
    }
    if (parent.category != no_row && !is_value_of(parent.category, name_id)) return false;
    parent.category = no_row;
    if (parent.type == nullptr) {
      if (name_id != no_row) opening.element = program_.names[name_id].element;
      return true;
    }
    if (parent.type->states.count == 0) return false;
    const auto& state = program_.states[parent.state];
    const auto edge = find_edge(state, name_id);
    return edge != no_row ? take_edge(parent, edge, opening)
                          : take_wildcard(parent, state, name_id, frame, opening);
  }

  std::uint32_t find_edge(const StateRow& state, NameId name_id) const {
    if (name_id == no_row) return no_row;
    const auto end = state.edges.begin + state.edges.count;
    for (auto i = state.edges.begin; i < end; ++i) {
      if (program_.edges[i].name == name_id) return i;
    }
    return no_row;
  }

  bool take_edge(Frame& parent, std::uint32_t index, Opening& opening) {
    const auto& edge = program_.edges[index];
    if (!follow_remarks(parent, edge, program_.elements[edge.element])) return false;
    if (!count_part(parent, edge.target)) return false;
    opening = {edge.element, true, {index, edge.target, false}};
    parent.state = edge.target;
    return true;
  }

  bool take_wildcard(Frame& parent, const StateRow& state, NameId name_id, Frame& frame,
                     Opening& opening) {
    const auto end = state.wild_edges.begin + state.wild_edges.count;
    for (auto i = state.wild_edges.begin; i < end; ++i) {
      const auto& edge = program_.wild_edges[i];
      const auto& wildcard = program_.wildcards[edge.wildcard];
      if (!allows(program_, wildcard, frame.namespace_id)) continue;
      opening = {no_row, true, {i, edge.target, true}};
      parent.state = edge.target;
      return match_wildcard(parent, wildcard, name_id, frame, opening);
    }
    return false;
  }

  bool match_wildcard(Frame& parent, const WildcardRow& wildcard, NameId name_id, Frame& frame,
                      Opening& opening) {
    if (wildcard.process == WildcardRow::Process::skip) {
      frame.is_skipped = true;
      return true;
    }
    if (name_id != no_row) opening.element = program_.names[name_id].element;
    if (opening.element != no_row) {
      if (!tolerates && parent.type->remarks_children) return false;
      return follow_remarks(parent, {}, program_.elements[opening.element]);
    }
    // Behind ct:delimiter, an unknown element of the parent's own namespace is remarkable.
    const bool is_remarkable = parent.delimiters != 0 && frame.namespace_id == parent.namespace_id;
    return wildcard.process == WildcardRow::Process::lax && (tolerates || !is_remarkable);
  }

  /// Keeps count of the parts of an `xs:all`.
  bool count_part(Frame& parent, StateId target) {
    if (!parent.type->is_all) return true;
    const auto bit = std::uint64_t{1} << (target - parent.type->states.begin - 1);
    if ((parent.seen & bit) != 0) return false;
    parent.seen |= bit;
    return true;
  }

  /// Keeps count of what the remarks of the parent's type ask for.
  bool follow_remarks(Frame& parent, const EdgeRow& edge, const ElementRow& element) {
    if constexpr (tolerates) return true;
    if (edge.bit != 0) parent.bits |= std::uint64_t{1} << (edge.bit - 1U);
    if (edge.rank != 0) {
      if (edge.rank < parent.rank) return false;
      parent.rank = edge.rank;
    }
    if (element.role == ElementRow::Role::delimiter) ++parent.delimiters;
    if (element.role == ElementRow::Role::end) parent.has_end = true;
    return element.block == 0 || element.block == parent.delimiters;
  }

  /// An element without a declaration: by its xsi:type, if that is known, else open content.
  bool open_undeclared(Frame& frame, const Transition* transition) {
    const auto* const attribute = schema_attribute("type");
    const auto type = attribute == nullptr ? no_row : find_type(*attribute);
    if (type == no_row) return open_unknown(frame, transition);
    return open_as(type, frame) && open_unknown_place(frame, transition) && check_attributes();
  }

  bool open_unknown(Frame& frame, const Transition* transition) {
    return open_unknown_place(frame, transition) && check_unknown_attributes();
  }

  bool open_unknown_place(Frame& frame, const Transition* transition) {
    auto& parent = top();
    sink_.open_unknown(parent.place, parent.type, frame.place, transition);
    push(frame);
    return true;
  }

  bool open_declared(std::uint32_t id, Frame& frame, const Transition* transition) {
    return enter(id, frame, transition) && check_attributes();
  }

  /// Opens an element except for its attributes.
  [[gnu::always_inline]] bool enter(std::uint32_t id, Frame& frame, const Transition* transition) {
    const auto& element = program_.elements[id];
    if (element.is_abstract) return false;
    if (!tolerates && element.is_undocumented) return false;
    if (Sink::may_give_up && element.has_identity_constraints) return false;
    frame.element = id;
    auto type = element.type;
    const Attribute* name = nullptr;
    const Attribute* nil = nullptr;
    if (has_schema_attributes_) {
      name = schema_attribute("type");
      if (name != nullptr && !named_type(*name, element, type)) return false;
      nil = schema_attribute("nil");
      if (nil != nullptr && !is_nil(*nil, element, frame.is_nil)) return false;
    }
    if (!open_as(type, frame)) return false;
    if (!place(frame, transition, id, type)) return false;
    if (name != nullptr && type == element.type) sink_.stated_type(frame.place);
    if (nil != nullptr) sink_.stated_nil(frame.place, trimmed(nil->raw_value), frame.is_nil);
    push(frame);
    return true;
  }

  bool place(Frame& frame, const Transition* transition, std::uint32_t element,
             std::uint32_t type) {
    if (depth_ == 0) return sink_.open_root(frame.place, element, type);
    auto& parent = top();
    if (transition != nullptr) {
      return sink_.open(parent.place, *parent.type, frame.place, *transition, element, type);
    }
    sink_.open_unknown(parent.place, parent.type, frame.place, nullptr);
    return true;
  }

  bool open_as(std::uint32_t type, Frame& frame) {
    frame.type = &program_.types[type];
    const bool has_children = frame.type->content == TypeRow::Content::elements ||
                              frame.type->content == TypeRow::Content::mixed;
    if (frame.type->is_abstract || (has_children && frame.type->states.count == 0)) return false;
    frame.state = frame.type->states.begin;
    frame.skips_spaces = frame.type->content == TypeRow::Content::elements && !frame.is_nil;
    if (frame.element != no_row) frame.name = program_.elements[frame.element].name;
    return true;
  }

  const Attribute* schema_attribute(std::string_view local) const {
    for (const auto& attribute : scratch_.attributes) {
      if (attribute.kind == Attribute::Kind::schema && attribute.local() == local)
        return &attribute;
    }
    return nullptr;
  }

  /// The type that xsi:type names, or `no_row`.
  std::uint32_t find_type(const Attribute& attribute) {
    auto value = attribute.raw_value;
    if (attribute.needs_unescape) {
      if (!unescape(value, true)) return no_row;
      value = values_.value;
    }
    const auto [prefix, local] = split_name(trimmed(value));
    NamespaceId id = 0;
    if (!resolve(prefix, id) || id == no_row) return no_row;
    const auto name_id = find_name(program_, sought(id, local));
    return name_id == no_row ? no_row : program_.names[name_id].type;
  }

  /// Takes the type that xsi:type names, if it may stand for `type`.
  /// Source: XML Schema Part 1, section 3.3.4, item 4, and section 3.4.6, Type Derivation OK.
  bool named_type(const Attribute& attribute, const ElementRow& element, std::uint32_t& type) {
    const auto named = find_type(attribute);
    unsigned used = 0;
    for (auto step = named; step != no_row; step = program_.types[step].base) {
      if (step != type) {
        used |= program_.types[step].derivation;
        continue;
      }
      if ((used & (element.blocked | program_.types[type].blocked)) != 0) return false;
      type = named;
      if (depth_ == 0) root_type_ = split_name(trimmed(attribute.raw_value)).local;
      return true;
    }
    return false;
  }

  bool is_nil(const Attribute& attribute, const ElementRow& element, bool& result) {
    if (!element.is_nillable || attribute.needs_unescape) return false;
    const auto value = trimmed(attribute.raw_value);
    result = value == "true" || value == "1";
    return (result || value == "false" || value == "0") && !(result && element.is_fixed);
  }

  bool close() {
    auto& frame = top();
    if (frame.type != nullptr && !frame.is_nil && !is_complete(frame)) return false;
    return leave(frame);
  }

  bool leave(Frame& frame) {
    sink_.close(frame.place, at_, scratch_, frame.bindings);
    unbind(frame.bindings);
    --depth_;
    --top_;
    return true;
  }

  bool is_complete(Frame& frame) {
    const auto& type = *frame.type;
    if (type.content == TypeRow::Content::simple) return close_value(frame);
    if (frame.element != no_row && program_.elements[frame.element].is_fixed) return false;
    if (type.states.count != 0) {
      if (!program_.states[frame.state].is_final) return false;
      const bool has_begun = frame.state != type.states.begin;
      if (has_begun && (frame.seen & type.all_required) != type.all_required) return false;
    }
    if constexpr (tolerates) return true;
    if ((frame.bits & type.required_bits) != type.required_bits) return false;
    if (type.one_of_bits != 0 && std::popcount(frame.bits & type.one_of_bits) != 1) return false;
    return frame.delimiters == 0 || frame.has_end;
  }

  // --- values ---

  bool close_value(Frame& frame) {
    auto value = frame.has_text ? text_ : std::string_view();
    const auto* const element =
        frame.element == no_row ? nullptr : &program_.elements[frame.element];
    // Section 3.3.4, item 5.1: an empty element has the default value.
    const bool is_default = element != nullptr && element->has_default && value.empty();
    if (is_default) value = element->default_value;
    std::uint32_t member = 0;
    if (!check_value(*frame.type, value, member)) return false;
    if (element != nullptr && element->is_fixed &&
        !is_fixed_value(*frame.type, value, element->default_value)) {
      return false;
    }
    if (!sink_.value(frame.place, value, member)) return false;
    if (is_default) sink_.default_value(frame.place);
    return true;
  }

  // --- attributes ---

  /// Of an element that no schema knows.
  bool check_unknown_attributes() {
    return std::ranges::all_of(scratch_.attributes, [&](const Attribute& attribute) {
      if (attribute.kind == Attribute::Kind::declaration) return true;
      if (is_schema_location(attribute)) return false;
      if (!is_unknown_name(attribute.local())) return false;
      if (attribute.needs_unescape) {
        return unescape(attribute.raw_value, true) && values_.value.size() <= limits_.value_bytes;
      }
      return true;
    });
  }

  static bool is_schema_location(const Attribute& attribute) {
    return attribute.kind == Attribute::Kind::schema &&
           (attribute.local() == "schemaLocation" ||
            attribute.local() == "noNamespaceSchemaLocation");
  }

  bool check_attributes() {
    auto& frame = top();
    const auto& type = *frame.type;
    if (scratch_.attributes.empty()) return type.required_attributes == 0;
    const auto uses = program_.attributes.subspan(type.attributes.begin, type.attributes.count);
    std::size_t required_seen = 0;
    std::size_t expected = 0;  // they are mostly in the order of the schema
    for (const auto& attribute : scratch_.attributes) {
      if (attribute.kind == Attribute::Kind::declaration) continue;
      if (attribute.kind == Attribute::Kind::schema) {
        if (attribute.local() != "type" && attribute.local() != "nil") return false;
        continue;
      }
      std::string_view value = attribute.raw_value;
      if (attribute.needs_unescape) {
        if (!unescape(value, true)) return false;
        value = values_.value;
      }
      const SoughtName name{attribute.namespace_id, attribute.local(), key_of(attribute.local())};
      NameId name_id = no_row;
      auto index = expected;
      if (index >= uses.size() || !is_named(program_.names[uses[index].name], name)) {
        if (!identify(name, name_id)) return false;
        index = find_use(uses, name_id);
      }
      if (index == uses.size()) {
        if (!other_attribute(type, attribute, name_id, value)) return false;
        continue;
      }
      if (!declared_attribute(frame, uses[index], index, value)) return false;
      required_seen += uses[index].is_required ? 1U : 0U;
      expected = index + 1;
    }
    return required_seen == type.required_attributes;
  }

  static std::size_t find_use(std::span<const AttributeRow> uses, NameId name_id) {
    if (name_id == no_row) return uses.size();
    const auto found = std::ranges::find(uses, name_id, &AttributeRow::name);
    return static_cast<std::size_t>(found - uses.begin());
  }

  bool declared_attribute(Frame& frame, const AttributeRow& use, std::size_t index,
                          std::string_view value) {
    if (!tolerates && use.is_undocumented) return false;
    std::uint32_t member = 0;
    if (!attribute_is_valid(use, value, member)) return false;
    if (use.bit != 0) frame.bits |= std::uint64_t{1} << (use.bit - 1U);
    if (!note_category(frame, use.name, value)) return false;
    return sink_.attribute(frame.place, index, value, member);
  }

  bool attribute_is_valid(const AttributeRow& use, std::string_view value, std::uint32_t& member) {
    const auto& type = program_.types[use.type];
    return check_value(type, value, member) &&
           (!use.is_fixed || is_fixed_value(type, value, use.fixed));
  }

  /// An attribute that the type does not name.
  bool other_attribute(const TypeRow& type, const Attribute& attribute, NameId name_id,
                       std::string_view value) {
    const auto id = attribute.namespace_id;
    if (type.any_attribute == no_row || value.size() > limits_.value_bytes) return false;
    const auto& wildcard = program_.wildcards[type.any_attribute];
    if (!allows(program_, wildcard, id)) return false;
    if (wildcard.process != WildcardRow::Process::skip) {
      const auto global = name_id == no_row ? no_row : program_.names[name_id].attribute;
      std::uint32_t member = 0;
      if (global == no_row) {
        if (wildcard.process == WildcardRow::Process::strict) return false;
        if (!tolerates && id == 0) return false;
      } else if (!attribute_is_valid(program_.attributes[global], value, member)) {
        return false;
      }
    }
    return sink_.other_attribute(top().place, attribute, value);
  }

  // --- entries of envelopes ---

  /// Remembers the category that an entry names: its value must be one of that category.
  bool note_category(Frame& frame, NameId attribute, std::string_view value) {
    if (attribute != program_.category_attributes[0] &&
        attribute != program_.category_attributes[1]) {
      return true;
    }
    for (std::size_t i = 0; i < program_.category_entries.size(); ++i) {
      if (program_.category_entries[i] != frame.name) continue;
      if (program_.category_attributes[i] != attribute) continue;
      ++entries_;
      const auto category = trimmed(value);
      const auto row = std::ranges::find(program_.categories, category, &CategoryRow::name);
      if (row == program_.categories.end()) return tolerates;
      frame.category = static_cast<std::uint32_t>(row - program_.categories.begin());
      return true;
    }
    return true;
  }

  [[nodiscard]] bool is_value_of(std::uint32_t first, NameId root) const {
    const auto category = program_.categories[first].name;
    return std::ranges::any_of(program_.categories, [&](const CategoryRow& row) {
      return row.name == category && row.root == root;
    });
  }

  Scratch& work_;
  Sink& sink_;
  ExpectedTag expected_;
  std::uint32_t root_;
  Frame* top_;                 ///< Of the innermost open element.
  std::size_t depth_ = 0;      ///< How many are open.
  const char* tag_ = nullptr;  ///< Start of the tag that is being read.
  NameId root_name_ = no_row;
  std::string_view root_type_;
  std::string_view element_;
  std::size_t entries_ = 0;  ///< Of envelopes.
  std::string_view text_;    ///< The value of the innermost simple element so far.
};

}  // namespace presentity::detail
