// SPDX-License-Identifier: MIT
#include "generator/cpp/struct_nodes.hpp"

#include <algorithm>

namespace presentity::generator::cpp {

using detail::TypeId;
using Kind = PlannedAlternative::Kind;

StructNodes::StructNodes(TypeTable& types, FileId file) : types_(types), file_(file) {
  const auto ids = types_.types_of(file);
  for (const auto id : ids) {
    const auto& type = types_.model().type(id);
    if (!type.is_simple && !type.is_abstract) add_type(id);
  }
  name_nodes();
  std::vector<int> states(nodes_.size(), 0);
  for (std::size_t node = 0; node < nodes_.size(); ++node) sort_from(node, states);
}

void StructNodes::add_type(TypeId id) {
  const auto substitutions = types_.substitutions();
  const auto& type = types_.model().type(id);
  auto& plan = plans_[id];
  if (type.content == detail::SchemaType::Content::simple) {
    plan.groups.emplace_back();
  } else {
    plan = plan_content(type, substitutions);
  }
  type_nodes_[id] = nodes_.size();
  nodes_.push_back({types_[id].name, id, 0, false, {}});
  group_nodes_[{id, 0}] = type_nodes_[id];
  for (std::size_t group = 1; group < plan.groups.size(); ++group) {
    const auto [found, is_new] = signatures_.try_emplace(signature(plan, group), nodes_.size());
    group_nodes_[{id, group}] = found->second;
    if (!is_new) continue;
    requests_.push_back({nodes_.size(), group_name(id, group)});
    nodes_.push_back({"", id, group, false, {}});
  }
  for (const auto& group : plan.groups) {
    for (const auto& field : group.fields) add_wrappers(id, field);
  }
}

void StructNodes::add_wrappers(TypeId id, const PlannedField& field) {
  for (const auto& one : field.alternatives) {
    if (!is_wrapped(field, one)) continue;
    const bool is_new = wrappers_.try_emplace({one.element, one.type}, nodes_.size()).second;
    if (!is_new) continue;
    const auto& element = types_.model().element(one.element);
    auto wanted = type_name(element.name.local);
    if (one.type != element.type) wanted += types_[one.type].name;
    requests_.push_back({nodes_.size(), wanted});
    nodes_.push_back({"", id, 0, true, one});
  }
}

/// A name that several structs want gets the owner's name before it, for each of them.
void StructNodes::name_nodes() {
  auto& scope = types_.scope(file_);
  std::vector<std::string> taken;
  for (const auto& request : requests_) {
    if (scope.contains(request.wanted)) taken.push_back(request.wanted);
  }
  for (const auto& request : requests_) {
    const bool is_alone = std::ranges::count(requests_, request.wanted, &Request::wanted) == 1 &&
                          std::ranges::find(taken, request.wanted) == taken.end();
    auto& node = nodes_[request.node];
    node.name = scope.add(is_alone ? request.wanted : types_[node.owner].name + request.wanted);
  }
}

bool StructNodes::is_variant(const PlannedField& field) const {
  const bool has_text =
      !field.alternatives.empty() && field.alternatives.front().kind == Kind::text;
  return field.alternatives.size() > 1 || has_text;
}

bool StructNodes::is_wrapped(const PlannedField& field, const PlannedAlternative& one) const {
  if (one.kind != Kind::element || !is_variant(field)) return false;
  if (types_.model().type(one.type).is_simple) return true;
  return std::ranges::count_if(field.alternatives, [&](const PlannedAlternative& other) {
           return other.kind == Kind::element && other.type == one.type;
         }) > 1;
}

std::string StructNodes::signature(const ContentPlan& plan, std::size_t group) const {
  std::string text = "{";
  for (const auto& field : plan.groups[group].fields) {
    text += std::to_string(static_cast<int>(field.occurs)) + (field.is_choice ? "|" : ":");
    for (const auto& one : field.alternatives) {
      text += std::to_string(static_cast<int>(one.kind)) + "," + std::to_string(one.element) + "," +
              std::to_string(one.type) + ";";
      if (one.kind == Kind::group) text += signature(plan, one.group);
    }
  }
  return text + "}";
}

std::string StructNodes::first_element(const ContentPlan& plan, std::size_t group) const {
  for (const auto& field : plan.groups[group].fields) {
    for (const auto& one : field.alternatives) {
      if (one.kind == Kind::element) {
        const auto element = field.element == detail::none ? one.element : field.element;
        return std::string(types_.model().element(element).name.local);
      }
      if (one.kind == Kind::group) return first_element(plan, one.group);
    }
  }
  return "any";
}

std::string StructNodes::group_name(TypeId owner, std::size_t group) const {
  return type_name(first_element(plans_.at(owner), group)) + "Group";
}

// --- order ---

/// The struct of this file that `one` is, or `no_node`.
std::size_t StructNodes::part(const StructNode& node, const PlannedField& field,
                              const PlannedAlternative& one) const {
  if (one.kind == Kind::group) return group_nodes_.at({node.owner, one.group});
  if (is_wrapped(field, one)) return wrappers_.at({one.element, one.type});
  const auto found = type_nodes_.find(one.type);
  return found == type_nodes_.end() ? no_node : found->second;
}

TypeId StructNodes::family_of(const PlannedField& field) const {
  const auto& list = field.alternatives;
  if (list.size() < 2 || list.front().kind != Kind::element) return detail::none;
  const auto& element = types_.model().element(list.front().element);
  std::vector<TypeId> types;
  for (const auto& one : list) {
    const bool is_plain = one.element == list.front().element && !is_wrapped(field, one);
    if (!is_plain || element.is_nillable) return detail::none;
    types.push_back(one.type);
  }
  const bool is_family =
      !types_[element.type].family_name.empty() && types == types_.own_family(element.type);
  return is_family ? element.type : detail::none;
}

bool StructNodes::reaches(std::size_t from, std::size_t to, std::set<std::size_t>& seen) const {
  if (from == to) return true;
  if (from == no_node || !seen.insert(from).second) return false;
  const auto& node = nodes_[from];
  if (node.is_wrapper) return reaches(part(node, {}, node.wrapped), to, seen);
  return std::ranges::any_of(content(node).fields, [&](const PlannedField& field) {
    return std::ranges::any_of(field.alternatives, [&](const PlannedAlternative& one) {
      return reaches(part(node, field, one), to, seen);
    });
  });
}

void StructNodes::sort_from(std::size_t index, std::vector<int>& states) {
  if (states[index] != 0) return;
  states[index] = 1;  // being sorted
  const auto node = nodes_[index];
  if (node.is_wrapper) {
    if (!sort_part(part(node, {}, node.wrapped), states)) boxed_.insert({index, 0, 0});
  } else {
    const auto fields = content(node).fields.size();
    for (std::size_t i = 0; i < fields; ++i) sort_field(index, i, states);
  }
  states[index] = 2;
  order_.push_back(index);
}

void StructNodes::sort_field(std::size_t index, std::size_t field_index, std::vector<int>& states) {
  const auto& node = nodes_[index];
  const auto& field = content(node).fields[field_index];
  const auto family = family_of(field);
  for (std::size_t i = 0; i < field.alternatives.size(); ++i) {
    const auto& one = field.alternatives[i];
    const auto inner = part(node, field, one);
    if (field.occurs == Occurs::many && !is_variant(field)) {
      // A vector needs no complete type, but its items are read more easily before it.
      std::set<std::size_t> seen;
      if (inner != no_node && !reaches(inner, index, seen)) (void)sort_part(inner, states);
    } else if (!sort_part(inner, states)) {
      if (family == detail::none) {
        boxed_.insert({index, field_index, i});
      } else {
        boxed_in_families_.insert({family, one.type});
      }
    }
  }
}

/// Returns false if the struct `part` is still being sorted: it holds the one that asks.
bool StructNodes::sort_part(std::size_t part, std::vector<int>& states) {
  if (part == no_node) return true;
  if (states[part] == 1) return false;
  sort_from(part, states);
  return true;
}

}  // namespace presentity::generator::cpp
