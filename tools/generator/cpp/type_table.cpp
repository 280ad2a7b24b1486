// SPDX-License-Identifier: MIT
#include "generator/cpp/type_table.hpp"

#include "generator/cpp/type_map.hpp"

#include <algorithm>
#include <utility>

namespace presentity::generator::cpp {

using detail::ElementId;
using detail::none;
using detail::Particle;
using detail::TypeId;
using detail::Variety;

TypeTable::TypeTable(const detail::SchemaModel& model, const SchemaSources& sources,
                     Namespaces namespaces)
    : model_(model),
      sources_(sources),
      namespaces_(std::move(namespaces)),
      entries_(model.types.size()) {
  find_places();
  name_types();
}

bool TypeTable::is_of_xsd(TypeId id) const {
  const auto& name = model_.type(id).name;
  return name.namespace_uri == detail::xsd_namespace && !name.local.empty();
}

bool TypeTable::is_any_type(TypeId id) const {
  return is_of_xsd(id) && model_.type(id).name.local == "anyType";
}

bool TypeTable::is_built_in(TypeId id) const {
  const auto& place = entries_[id].place;
  return !place || sources_.file(place->file).is_built_in;
}

// --- where types are declared ---

void TypeTable::find_places() {
  for (TypeId id = 0; id < entries_.size(); ++id) {
    const auto& name = model_.type(id).name;
    if (!name.local.empty() && !is_of_xsd(id)) entries_[id].place = sources_.type(name);
  }
  for (TypeId id = 0; id < entries_.size(); ++id) {
    if (entries_[id].place && !model_.type(id).name.local.empty()) visit(id);
  }
  for (const auto& element : model_.elements) {
    visit_declaration(element.type, sources_.global(ComponentKind::element, element.name));
  }
  for (const auto& attribute : model_.global_attributes) {
    visit_declaration(attribute.type, sources_.global(ComponentKind::attribute, attribute.name));
  }
}

/// Finds the anonymous types inside of type `id`.
void TypeTable::visit(TypeId id) {
  const auto& type = model_.type(id);
  if (type.is_simple) {
    const auto* word = type.simple.variety == Variety::list ? "item" : "member";
    for (const auto member : type.simple.member_types) visit_part(id, member, word);
    if (type.base != none) visit_part(id, type.base, "base");
    return;
  }
  if (type.particle != nullptr) visit_particle(id, *type.particle);
  for (const auto& use : type.attributes) {
    visit_declaration(use.type, declaration(id, ComponentKind::attribute, use.name));
  }
}

void TypeTable::visit_particle(TypeId owner, const Particle& particle) {
  if (particle.kind == Particle::Kind::element) {
    const auto& element = model_.element(particle.element);
    visit_declaration(element.type, declaration(owner, ComponentKind::element, element.name));
  }
  for (const auto& part : particle.particles) visit_particle(owner, part);
}

void TypeTable::visit_declaration(TypeId type, const std::optional<Place>& place) {
  if (type == none || !place || !model_.type(type).name.local.empty()) return;
  if (entries_[type].place) return;
  const auto anonymous = sources_.anonymous_type(*place);
  if (!anonymous) return;
  entries_[type].place = anonymous;
  entries_[type].path = sources_.path(*place);
  visit(type);
}

/// The anonymous item of a list, member of a union, or base: it has no name to go by.
void TypeTable::visit_part(TypeId owner, TypeId part, const std::string& name) {
  if (!model_.type(part).name.local.empty() || entries_[part].place) return;
  entries_[part].place = entries_[owner].place;
  entries_[part].path = entries_[owner].path;
  if (entries_[part].path.empty())
    entries_[part].path = {std::string(model_.type(owner).name.local)};
  entries_[part].path.push_back(name);
  visit(part);
}

std::optional<Place> TypeTable::declaration(TypeId owner, ComponentKind kind,
                                            const ExpandedName& name) const {
  const auto& place = entries_[owner].place;
  return place ? sources_.child(*place, kind, name) : std::nullopt;
}

// --- names ---

bool TypeTable::has_declaration(TypeId id) const {
  const auto& type = model_.type(id);
  if (!entries_[id].place) return false;
  return !type.is_simple || (value_type(id) == id && kind(id) != SimpleKind::built_in);
}

void TypeTable::name_types() {
  std::vector<TypeId> order;
  for (TypeId id = 0; id < entries_.size(); ++id) {
    if (has_declaration(id)) order.push_back(id);
  }
  // Files come in the order in which they were given, the built-in ones first.
  std::ranges::sort(order, {}, [&](TypeId id) {
    return std::tuple(!entries_[id].path.empty(), *entries_[id].place, entries_[id].path, id);
  });
  for (const auto id : order) {
    auto& entry = entries_[id];
    std::string wanted;
    for (const auto& part : entry.path) wanted += type_name(part);
    if (entry.path.empty()) wanted = type_name(model_.type(id).name.local);
    entry.name = scope(entry.place->file).add(wanted);
  }
  name_families(order);
}

void TypeTable::name_families(const std::vector<TypeId>& order) {
  for (const auto id : order) {
    const auto& type = model_.type(id);
    auto& entry = entries_[id];
    if (type.is_simple || own_family(id).size() < 2) continue;
    entry.family_name =
        type.is_abstract ? entry.name : scope(entry.place->file).add(entry.name + "Family");
  }
}

std::vector<TypeId> TypeTable::types_of(FileId file) const {
  std::vector<TypeId> result;
  for (TypeId id = 0; id < entries_.size(); ++id) {
    const auto& entry = entries_[id];
    if (!entry.name.empty() && entry.place->file == file) result.push_back(id);
  }
  std::ranges::sort(result, {}, [&](TypeId id) {
    return std::tuple(*entries_[id].place, entries_[id].path, id);
  });
  return result;
}

// --- simple types ---

TypeId TypeTable::value_type(TypeId id) const {
  while (true) {
    const auto& type = model_.type(id);
    if (is_of_xsd(id) || type.base == none) return id;
    if (type.is_simple && kind(id) != SimpleKind::built_in) return id;
    id = type.base;
  }
}

SimpleKind TypeTable::kind(TypeId id) const {
  const auto& type = model_.type(id);
  const auto& facts = type.simple;
  if (!type.is_simple || type.base == none) return SimpleKind::built_in;
  if (facts.variety == Variety::atomic) {
    const bool has_tokens = !facts.enumeration.empty() && built_in(facts.built_in).is_text;
    const auto base = value_type(type.base);
    const bool is_first = !is_of_xsd(id) && kind(base) == SimpleKind::built_in;
    return has_tokens && is_first ? SimpleKind::enumeration : SimpleKind::built_in;
  }
  // A restriction of a list or union has the C++ type of what it restricts.
  if (model_.type(type.base).simple.variety == facts.variety) return SimpleKind::built_in;
  if (facts.variety == Variety::list) return SimpleKind::list;
  const auto parts = members(id);
  const auto enumerations = std::ranges::count_if(
      parts, [&](TypeId part) { return kind(value_type(part)) == SimpleKind::enumeration; });
  return facts.is_open_enumeration && enumerations == 1 ? SimpleKind::open_enumeration
                                                        : SimpleKind::one_of;
}

std::vector<TypeId> TypeTable::members(TypeId id) const {
  std::vector<TypeId> result;
  for (const auto member : model_.type(id).simple.member_types) {
    if (model_.type(member).simple.variety == Variety::any_of) {
      const auto inner = members(member);
      result.insert(result.end(), inner.begin(), inner.end());
    } else {
      result.push_back(member);
    }
  }
  return result;
}

// --- what can stand for what ---

std::vector<TypeId> TypeTable::family(TypeId base) const {
  std::vector<TypeId> result;
  for (TypeId id = 0; id < entries_.size(); ++id) {
    const auto& type = model_.type(id);
    const bool can_be_named = id == base || !type.name.local.empty();
    if (can_be_named && !type.is_abstract && may_stand_for(id, base, 0)) result.push_back(id);
  }
  std::ranges::sort(result, {}, [&](TypeId id) {
    return std::tuple(id != base, entries_[id].place.value_or(Place{}), id);
  });
  return result;
}

/// Whether xsi:type may name `id` where `base` is declared by an element that blocks `blocked`.
/// Source: XML Schema Part 1, section 3.4.6, Type Derivation OK.
bool TypeTable::may_stand_for(TypeId id, TypeId base, unsigned blocked) const {
  unsigned used = 0;
  for (auto step = id; step != none; step = model_.type(step).base) {
    if (step == base) return (used & (blocked | model_.type(base).blocked)) == 0;
    used |= model_.type(step).derivation;
    if (is_any_type(step)) break;
  }
  return false;
}

std::vector<TypeId> TypeTable::own_family(TypeId base) const {
  auto result = family(base);
  std::erase_if(result, [&](TypeId id) { return is_built_in(base) && !is_built_in(id); });
  return result;
}

std::optional<Place> TypeTable::element_place(ElementId id) const {
  return sources_.global(ComponentKind::element, model_.element(id).name);
}

std::vector<PlannedAlternative> TypeTable::of_element(ElementId id) const {
  std::vector<ElementId> elements{id};
  const auto members = model_.element(id).substitutes;
  std::vector<ElementId> substitutes(members.begin(), members.end());
  std::ranges::sort(substitutes, {}, [&](ElementId e) { return std::pair(element_place(e), e); });
  elements.insert(elements.end(), substitutes.begin(), substitutes.end());
  std::vector<PlannedAlternative> result;
  bool has_raw = false;
  for (const auto element : elements) {
    const auto& declaration = model_.element(element);
    if (declaration.is_abstract) continue;
    const auto& type = model_.type(declaration.type);
    has_raw |= is_any_type(declaration.type);
    if (is_any_type(declaration.type)) continue;
    auto types = type.is_simple ? std::vector{declaration.type} : family(declaration.type);
    std::erase_if(types, [&](TypeId one) {
      return !may_stand_for(one, declaration.type, declaration.blocked);
    });
    for (const auto one : types) {
      result.push_back({PlannedAlternative::Kind::element, element, one, 0});
    }
  }
  if (has_raw || result.empty()) result.push_back({PlannedAlternative::Kind::raw, none, none, 0});
  return result;
}

/// Known extension elements, where the wildcard names their namespace. One that admits anything, or
/// anything foreign, has no business with the extensions of a certain schema.
std::vector<PlannedAlternative> TypeTable::of_wildcard(const detail::Wildcard& wildcard) const {
  std::vector<ElementId> known;
  for (ElementId id = 0; id < model_.elements.size(); ++id) {
    const auto& element = model_.element(id);
    const bool is_known = element.remarks.extension_block != 0 && !element.is_abstract &&
                          wildcard.process != detail::Wildcard::Process::skip &&
                          wildcard.constraint == detail::Wildcard::Namespaces::only &&
                          wildcard.allows(element.name.namespace_uri) && element.is_global;
    if (is_known) known.push_back(id);
  }
  std::ranges::sort(known, {}, [&](ElementId e) { return std::pair(element_place(e), e); });
  std::vector<PlannedAlternative> result;
  for (const auto element : known) {
    for (const auto& alternative : of_element(element)) {
      const bool is_element = alternative.kind == PlannedAlternative::Kind::element;
      if (is_element && alternative.element == element) result.push_back(alternative);
    }
  }
  result.push_back({PlannedAlternative::Kind::raw, none, none, 0});
  return result;
}

Substitutions TypeTable::substitutions() const {
  return {[this](ElementId id) { return of_element(id); },
          [this](const detail::Wildcard& wildcard) { return of_wildcard(wildcard); }};
}

}  // namespace presentity::generator::cpp
