// SPDX-License-Identifier: MIT
#include "schema_model.hpp"

#include <algorithm>

namespace presentity::detail {

bool Wildcard::allows(std::string_view namespace_uri) const {
  if (constraint == Namespaces::any) return true;
  const bool is_listed = std::ranges::find(namespaces, namespace_uri) != namespaces.end();
  // "not" excludes absent as well: XML Schema Part 1, section 3.10.4, item 2 of Wildcard allows.
  if (constraint == Namespaces::all_but) return !is_listed && !namespace_uri.empty();
  return is_listed;
}

std::string SchemaModel::key(std::string_view namespace_uri, std::string_view local) {
  return std::string(namespace_uri) + '\n' + std::string(local);
}

ElementId SchemaModel::find_element(std::string_view namespace_uri, std::string_view local) const {
  const auto found = element_index_.find(key(namespace_uri, local));
  return found == element_index_.end() ? none : found->second;
}

TypeId SchemaModel::find_type(std::string_view namespace_uri, std::string_view local) const {
  const auto found = type_index_.find(key(namespace_uri, local));
  return found == type_index_.end() ? none : found->second;
}

const AttributeUse* SchemaModel::find_attribute(std::string_view namespace_uri,
                                                std::string_view local) const {
  const auto found = attribute_index_.find(key(namespace_uri, local));
  return found == attribute_index_.end() ? nullptr : &global_attributes_[found->second];
}

bool SchemaModel::is_derived(TypeId derived, TypeId base) const {
  for (; derived != none; derived = types_[derived].base) {
    if (derived == base) return true;
  }
  return false;
}

std::vector<std::string> SchemaModel::concrete_types(TypeId base) const {
  std::vector<std::string> names;
  for (TypeId id = 0; id < types_.size(); ++id) {
    const auto& type = types_[id];
    if (!type.name.local.empty() && !type.is_abstract && id != base && is_derived(id, base)) {
      names.push_back(type.name.local);
    }
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace presentity::detail

namespace presentity {

const Category* CategoryRegistry::find(std::string_view name) const noexcept {
  const auto found = std::ranges::find(categories, name, &Category::name);
  return found == categories.end() ? nullptr : &*found;
}

const RootInfo* CategoryRegistry::find_root(std::string_view namespace_uri,
                                            std::string_view local) const noexcept {
  const auto found = std::ranges::find_if(roots, [&](const RootInfo& root) {
    return root.name.local == local && root.name.namespace_uri == namespace_uri;
  });
  return found == roots.end() ? nullptr : &*found;
}

}  // namespace presentity
