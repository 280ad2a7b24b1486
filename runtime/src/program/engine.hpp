// SPDX-License-Identifier: MIT
#pragma once

#include "program/content_walker.hpp"
#include "program/expected_tag.hpp"
#include "program/text_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// \file
/// Runs a document over the tables of a schema, in one pass.

namespace presentity::detail {

/// Memory that one document after another is checked in. Not for two threads at once.
template <class Sink>
struct EngineScratch {
  using Element = PlacedElement<Sink>;
  std::vector<Element> elements =
      std::vector<Element>(1);  ///< The document, its open elements, and what others have left.
  MarkupScratch markup;
  ValueScratch values;
};

/// One document: its elements, from start tag to end tag. Under it, each on top of the one before,
/// `MarkupReader`, `ValueReader`, `XsiReader`, `AttributeReader` and `TextReader` read what is in
/// them; beside it, `ExpectedTag` reads usual tags, and `ContentWalker` matches children.
///
/// Every function returns false to give up: on a mistake and, unless the sink tolerates remarks,
/// where there is something to warn about.
///
/// The sink is told what is found, in document order. It is given places, one for each open
/// element, that it fills as it likes. Whatever opens one finds there what an element before it
/// has left:
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
class Engine : private TextReader {
 public:
  using Scratch = EngineScratch<Sink>;

  /// `root` is the element that the document must be; `no_row` for any root that is known.
  Engine(const SchemaProgram& program, const ReadLimits& limits, std::string_view text,
         Scratch& scratch, Sink& sink, std::uint32_t root = no_row)
      : TextReader(program, limits, text, scratch.markup, scratch.values),
        elements_(scratch.elements),
        sink_(sink),
        walker_(program),
        expected_(program, limits),
        root_(root),
        top_(elements_.data()) {
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
    return element_.size() + entries() * declaration_bytes_;
  }

 private:
  using Element = typename Scratch::Element;

  // --- open elements ---

  Element& top() { return *top_; }

  /// An element that is not yet on top of the others. May move the others.
  Element& make_element(std::string_view qname, NamespaceId namespace_id) {
    if (top_ == &elements_.back()) {
      elements_.emplace_back();
      top_ = &elements_[depth_];
    }
    auto& element = top_[1];
    static_cast<OpenElement&>(element) = OpenElement();
    element.qname = qname;
    element.namespace_id = namespace_id;
    element.bindings = bindings_before_;
    return element;
  }

  void push(Element& element) {
    top_ = &element;
    ++depth_;
    sink_.begin_raw(element.place, tag_);
  }

  bool pop() {
    auto& element = top();
    sink_.close(element.place, at_, scratch_, element.bindings);
    unbind(element.bindings);
    --depth_;
    --top_;
    return true;
  }

  // --- what is in an element ---

  /// Text up to the next markup, and that markup.
  bool content() {
    if (top().skips_spaces) skip_spaces();
    if (at_ != end_ && *at_ != '<' && !character_data(top(), sink_)) return false;
    if (end_ - at_ < 2) return false;
    if (at_[1] == '/') return end_tag();
    if (at_[1] == '?') return skip_instruction();
    if (at_[1] != '!') return start_tag();
    return starts_with("<!--") ? skip_comment() : cdata(top(), sink_);
  }

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

  /// Closes the element that was opened if it holds a value without markup.
  bool plain_value() {
    auto& element = top();
    if (element.type == nullptr || element.type->content != TypeRow::Content::simple) return true;
    if (element.is_nil || !read_plain_value(element)) return true;
    return close_value(element, sink_) && pop();
  }

  // --- from start tag ---

  /// Opens the element that `expected_` has read.
  bool open_expected() {
    at_ = expected_.end();
    bindings_before_ = binding_count_;
    has_schema_attributes_ = false;
    auto& element = make_element(expected_.name(), default_namespace());
    Opening opening;
    return walker_.take_edge(top(), expected_.edge(), opening) &&
           enter(opening.element, element, &opening.transition) &&
           check_expected_attributes(element);
  }

  bool check_expected_attributes(Element& element) {
    const auto& type = *element.type;
    const auto uses = program_.attributes.subspan(type.attributes.begin, type.attributes.count);
    std::size_t required_seen = 0;
    for (const auto& value : expected_.values()) {
      const auto& use = uses[value.use];
      if (!declared_attribute(element, use, value.use, value.text(), sink_)) return false;
      required_seen += use.is_required ? 1U : 0U;
    }
    return required_seen == type.required_attributes;
  }

  /// Opens an element below the one on top, or the document element.
  [[gnu::always_inline]] bool open(std::string_view qname, NamespaceId namespace_id,
                                   std::string_view local) {
    if (depth_ >= limits_.depth) return false;
    auto& element = make_element(qname, namespace_id);
    NameId name = no_row;
    if (!identify({namespace_id, local, key_of(local)}, name)) return false;
    Opening opening;
    const bool is_taken =
        depth_ == 0 ? take_root(name, opening) : walker_.take(top(), namespace_id, name, opening);
    if (!is_taken) return false;
    const auto* const transition = opening.is_matched ? &opening.transition : nullptr;
    if (opening.element != no_row) return open_declared(opening.element, element, transition);
    element.is_skipped = opening.is_skipped;
    return opening.is_skipped ? open_unknown(element, transition)
                              : open_undeclared(element, transition);
  }

  bool take_root(NameId id, Opening& opening) {
    if (id == no_row) return false;
    const auto& name = program_.names[id];
    root_name_ = id;
    opening.element = name.element;
    return name.element != no_row && (root_ == no_row ? name.is_root : name.element == root_);
  }

  bool open_declared(std::uint32_t id, Element& element, const Transition* transition) {
    return enter(id, element, transition) && check_attributes(element, sink_);
  }

  /// An element without a declaration: by its xsi:type, if that is known, else open content.
  bool open_undeclared(Element& element, const Transition* transition) {
    const auto* const attribute = xsi_attribute("type");
    const auto type = attribute == nullptr ? no_row : find_type(*attribute);
    if (type == no_row) return open_unknown(element, transition);
    if (!begin_type(type, element)) return false;
    enter_unknown(element, transition);
    return check_attributes(element, sink_);
  }

  bool open_unknown(Element& element, const Transition* transition) {
    enter_unknown(element, transition);
    return check_unknown_attributes();
  }

  void enter_unknown(Element& element, const Transition* transition) {
    auto& parent = top();
    sink_.open_unknown(parent.place, parent.type, element.place, transition);
    push(element);
  }

  /// Opens an element except for its attributes.
  [[gnu::always_inline]] bool enter(std::uint32_t id, Element& element,
                                    const Transition* transition) {
    const auto& declaration = program_.elements[id];
    if (declaration.is_abstract) return false;
    if (!Sink::tolerates_remarks && declaration.is_undocumented) return false;
    if (Sink::may_give_up && declaration.has_identity_constraints) return false;
    element.element = id;
    auto type = declaration.type;
    const Attribute* stated_type = nullptr;
    const Attribute* nil = nullptr;
    if (has_schema_attributes_) {
      stated_type = xsi_attribute("type");
      if (stated_type != nullptr && !take_type(*stated_type, declaration, type)) return false;
      nil = xsi_attribute("nil");
      if (nil != nullptr && !is_nil(*nil, declaration, element.is_nil)) return false;
    }
    if (!begin_type(type, element) || !place(element, transition, type)) return false;
    if (stated_type != nullptr && type == declaration.type) sink_.stated_type(element.place);
    if (nil != nullptr) sink_.stated_nil(element.place, trimmed(nil->raw_value), element.is_nil);
    push(element);
    return true;
  }

  bool take_type(const Attribute& attribute, const ElementRow& declaration, std::uint32_t& type) {
    if (!named_type(attribute, declaration, type)) return false;
    if (depth_ == 0) root_type_ = split_name(trimmed(attribute.raw_value)).local;
    return true;
  }

  bool begin_type(std::uint32_t id, Element& element) {
    const auto& type = program_.types[id];
    const bool has_children =
        type.content == TypeRow::Content::elements || type.content == TypeRow::Content::mixed;
    if (type.is_abstract || (has_children && type.states.count == 0)) return false;
    element.type = &type;
    element.state = type.states.begin;
    element.skips_spaces = type.content == TypeRow::Content::elements && !element.is_nil;
    if (element.element != no_row) element.name = program_.elements[element.element].name;
    return true;
  }

  /// Tells the sink of an element that has a declaration.
  bool place(Element& element, const Transition* transition, std::uint32_t type) {
    if (depth_ == 0) return sink_.open_root(element.place, element.element, type);
    auto& parent = top();
    if (transition != nullptr) {
      return sink_.open(parent.place, *parent.type, element.place, *transition, element.element,
                        type);
    }
    sink_.open_unknown(parent.place, parent.type, element.place, nullptr);
    return true;
  }

  // --- to end tag ---

  bool close() {
    auto& element = top();
    if (element.type != nullptr && !element.is_nil && !is_complete(element)) return false;
    return pop();
  }

  bool is_complete(Element& element) {
    if (element.type->content == TypeRow::Content::simple) return close_value(element, sink_);
    if (element.element != no_row && program_.elements[element.element].is_fixed) return false;
    return walker_.is_complete(element);
  }

  std::vector<Element>& elements_;
  Sink& sink_;
  ContentWalker<Sink::tolerates_remarks> walker_;
  ExpectedTag expected_;
  std::uint32_t root_;
  Element* top_;               ///< Of the innermost open element.
  std::size_t depth_ = 0;      ///< How many are open.
  const char* tag_ = nullptr;  ///< Start of the tag that is being read.
  NameId root_name_ = no_row;
  std::string_view root_type_;
  std::string_view element_;
};

}  // namespace presentity::detail
