// SPDX-License-Identifier: MIT
#include "binding/object_sink.hpp"

#include "binding/raw_xml.hpp"

#include <presentity/raw.hpp>

#include <algorithm>

namespace presentity::detail {
namespace {

using binding::Alternative;
using binding::Field;
using binding::Struct;
using Of = Spellings::Entry::Of;

class BindingScope : public binding::ReadScope {
 public:
  explicit BindingScope(const MarkupScratch& markup) : markup_(markup) {}

  [[nodiscard]] std::optional<std::string_view> resolve(std::string_view prefix) const override {
    const auto& all = markup_.bindings;
    const auto found = std::find_if(all.rbegin(), all.rend(),
                                    [&](const auto& binding) { return binding.prefix == prefix; });
    if (found != all.rend()) return found->uri;
    if (prefix == "xml") return xml_namespace;
    return prefix.empty() ? std::optional(std::string_view()) : std::nullopt;
  }

 private:
  const MarkupScratch& markup_;
};

/// There are no prefixes. What is written with them has no spelling to be remembered.
class NoPrefixes : public binding::WriteScope {
 public:
  std::string_view prefix(std::string_view /*uri*/) override { return "?"; }
};

std::string canonical(const binding::Value& held_as, const void* value) {
  NoPrefixes scope;
  std::string scratch;
  return std::string(held_as.format(value, scratch, held_as, scope));
}

/// Remembers how the item of `target` that was added last was written.
void remember(const ObjectSink::Target& target, Spellings::Entry::Of of, std::string text,
              std::string canonical) {
  if (target.structure == nullptr || target.structure->spellings == nullptr) return;
  const auto index = target.field == nullptr ? 0 : target.field->items(target.owner).count - 1;
  // The accessor is const for the writer's sake; the object is ours.
  auto& spellings = const_cast<Spellings&>(target.structure->spellings(target.owner));
  spellings.add({of, target.field, index, std::move(text), std::move(canonical)});
}

/// Where it is remembered how an element was written: with the struct that it is, or with the one
/// that holds its value; nowhere if it is kept raw.
ObjectSink::Target of_element(const ObjectSink::Place& place) {
  if (place.structure != nullptr) return {place.object, place.structure, nullptr};
  return place.value != nullptr ? place.target : ObjectSink::Target();
}

/// The alternative that takes an element, or the one that is raw; null if there is none.
const Alternative* find_alternative(const Field& field, std::uint32_t element, std::uint32_t type) {
  const Alternative* raw = nullptr;
  for (const auto& alternative : field.alternatives) {
    if (alternative.kind == Alternative::Kind::raw) {
      const bool is_any = alternative.element == binding::no_id;
      if (is_any || alternative.element == element) raw = &alternative;
    } else if (alternative.element == element && alternative.type == type &&
               element != binding::no_id) {
      return &alternative;
    }
  }
  return raw;
}

}  // namespace

bool ObjectSink::open_root(Place& place, std::uint32_t element, std::uint32_t type) {
  place.clear();
  return add({object_, nullptr, &root_.field}, element, type, place);
}

bool ObjectSink::open(Place& parent, const TypeRow& parent_type, Place& child,
                      const Transition& transition, std::uint32_t element, std::uint32_t type) {
  child.clear();
  if (parent.structure == nullptr) return true;  // inside of something raw
  return add(find_target(parent, parent_type, transition), element, type, child);
}

void ObjectSink::open_unknown(Place& parent, const TypeRow* parent_type, Place& child,
                              const Transition* transition) {
  child.clear();
  if (parent.structure == nullptr || parent_type == nullptr || transition == nullptr) return;
  add(find_target(parent, *parent_type, *transition), binding::no_id, binding::no_id, child);
}

/// Goes through the groups that the matched child stands in, and begins those that do not go on.
ObjectSink::Target ObjectSink::find_target(Place& parent, const TypeRow& type,
                                           const Transition& transition) const {
  const auto& leaf = parent.structure->leaves[transition.target - type.states.begin];
  auto* owner = parent.object;
  const auto* structure = parent.structure;
  if (!leaf.groups.empty()) {
    const auto kept = kept_groups(*structure, type, transition);
    for (std::size_t i = 0; i < leaf.groups.size(); ++i) {
      const auto& field = structure->fields[leaf.groups[i].field];
      const auto& group = field.alternatives[leaf.groups[i].alternative];
      // A field's `get` is const for the writer's sake; the object is ours.
      owner = i < kept ? const_cast<void*>(group.get(field.last(owner)))
                       : group.emplace(field.add(owner));
      structure = group.structure;
    }
  }
  return {owner, structure, &structure->fields[leaf.field]};
}

std::size_t ObjectSink::kept_groups(const Struct& structure, const TypeRow& type,
                                    const Transition& transition) const {
  if (structure.kept_groups.empty()) return 0;
  const auto& first = program_.states[type.states.begin];
  if (!transition.is_wild) return structure.kept_groups[transition.edge - first.edges.begin];
  const auto& last = program_.states[type.states.begin + type.states.count - 1];
  const auto elements = last.edges.begin + last.edges.count - first.edges.begin;
  return structure.kept_groups[elements + (transition.edge - first.wild_edges.begin)];
}

bool ObjectSink::add(const Target& target, std::uint32_t element, std::uint32_t type,
                     Place& place) {
  const auto* const chosen = find_alternative(*target.field, element, type);
  if (chosen == nullptr) {
    has_unknown_type_ = true;
    return false;
  }
  auto* const item = target.field->add(target.owner);
  auto* const content = chosen->emplace(item);
  if (chosen->nil != nullptr) place.nil = chosen->nil(item);
  switch (chosen->kind) {
    case Alternative::Kind::value:
      place.object = content;
      place.value = chosen->value;
      place.target = target;
      return true;
    case Alternative::Kind::structure:
      place.object = content;
      place.structure = chosen->structure;
      return true;
    case Alternative::Kind::raw:
      place.raw = &static_cast<RawElement*>(content)->xml;
      return true;
    default:
      return false;
  }
}

bool ObjectSink::attribute(Place& place, std::size_t use, std::string_view value,
                           std::uint32_t member) {
  if (place.structure == nullptr) return true;
  const auto& attribute = place.structure->attributes[use];
  return parse({place.object, place.structure, &attribute.field}, *attribute.value,
               attribute.field.add(place.object), value, member);
}

bool ObjectSink::other_attribute(Place& place, const MarkupScratch::Attribute& attribute,
                                 std::string_view value) {
  if (place.structure == nullptr) return true;
  if (place.structure->other_attributes == nullptr) return false;
  auto* const item = place.structure->other_attributes->add(place.object);
  *static_cast<presentity::RawAttribute*>(item) = {
      {std::string(attribute.uri), std::string(attribute.local())}, std::string(value)};
  return true;
}

bool ObjectSink::text(Place& place, std::string_view text) {
  if (place.structure == nullptr || place.structure->mixed == nullptr) return true;
  const auto& field = *place.structure->mixed;
  const auto size = field.items(place.object).count;
  const auto& alternative = field.alternatives.front();
  const bool is_behind_text =
      size != 0 && (field.which == nullptr || field.which(field.last(place.object)) == 0);
  auto* const content = is_behind_text
                            ? const_cast<void*>(alternative.get(field.last(place.object)))
                            : alternative.emplace(field.add(place.object));
  static_cast<std::string*>(content)->append(text);
  return true;
}

bool ObjectSink::value(Place& place, std::string_view text, std::uint32_t member) {
  if (place.value != nullptr) return parse(place.target, *place.value, place.object, text, member);
  if (place.structure == nullptr || place.structure->content == nullptr) return true;
  const auto& content = *place.structure->content;
  return parse({place.object, place.structure, &content.field}, *content.value,
               content.field.add(place.object), text, member);
}

/// The element has no content: its value is its default.
void ObjectSink::default_value(Place& place) {
  if (place.value != nullptr) {
    remember(place.target, Of::value, "", canonical(*place.value, place.object));
  } else if (place.structure != nullptr && place.structure->content != nullptr) {
    const auto& [field, held_as] = *place.structure->content;
    remember({place.object, place.structure, &field}, Of::value, "",
             canonical(*held_as, field.last(place.object)));
  }
}

/// xsi:type names the type that the element has anyway.
void ObjectSink::stated_type(Place& place) { remember(of_element(place), Of::type, "", ""); }

void ObjectSink::stated_nil(Place& place, std::string_view text, bool is_nil) {
  if (place.nil != nullptr && is_nil) *place.nil = true;
  const std::string_view canonical = is_nil ? "true" : "";
  if (text != canonical)
    remember(of_element(place), Of::nil, std::string(text), std::string(canonical));
}

bool ObjectSink::parse(const Target& target, const binding::Value& held_as, void* value,
                       std::string_view text, std::uint32_t member) {
  const BindingScope scope(markup_);
  const binding::Text normal{literal_of(program_.simple_types[member], text, collapsed_), member,
                             program_.simple_types};
  if (!held_as.parse(value, normal, held_as, scope)) {
    has_overflow_ = true;
    return false;
  }
  if (held_as.is_canonical != nullptr && !held_as.is_canonical(value, normal.text, held_as)) {
    remember(target, Of::value, std::string(normal.text), canonical(held_as, value));
  }
  return true;
}

void ObjectSink::close_raw(Place& place, const char* end, const MarkupScratch& markup,
                           std::size_t bindings) {
  *place.raw = self_contained({place.tag, static_cast<std::size_t>(end - place.tag)}, markup,
                              bindings, declarations_);
}

}  // namespace presentity::detail
