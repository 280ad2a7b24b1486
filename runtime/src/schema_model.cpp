// SPDX-License-Identifier: MIT
#include "program/schema_program.hpp"

#include <presentity/detail/schema_model.hpp>

#include <algorithm>

namespace presentity::detail {
namespace {

static_assert(none == no_row, "a row that is not there is an id of nothing");

const NameRow* find_row(const SchemaProgram& program, std::string_view namespace_uri,
                        std::string_view local) {
  const auto namespace_id = find_namespace(program, namespace_uri);
  if (namespace_id == no_row) return nullptr;
  const auto id = find_name(program, sought(namespace_id, local));
  return id == no_row ? nullptr : &program.names[id];
}

}  // namespace

bool Wildcard::allows(std::string_view namespace_uri) const {
  if (constraint == Namespaces::any) return true;
  const bool is_listed = std::ranges::find(namespaces, namespace_uri) != namespaces.end();
  // "not" excludes absent as well: XML Schema Part 1, section 3.10.4, item 2 of Wildcard allows.
  if (constraint == Namespaces::all_but) return !is_listed && !namespace_uri.empty();
  return is_listed;
}

ElementId SchemaModel::find_element(std::string_view namespace_uri, std::string_view local) const {
  const auto* name = find_row(program, namespace_uri, local);
  return name == nullptr ? none : name->element;
}

TypeId SchemaModel::find_type(std::string_view namespace_uri, std::string_view local) const {
  const auto* name = find_row(program, namespace_uri, local);
  return name == nullptr ? none : name->type;
}

const AttributeUse* SchemaModel::find_attribute(std::string_view namespace_uri,
                                                std::string_view local) const {
  const auto* const name = find_row(program, namespace_uri, local);
  if (name == nullptr || name->attribute == no_row) return nullptr;
  // The rows of global attributes stand behind those of types, in the order of the model.
  const auto first = program.attributes.size() - global_attributes.size();
  return &global_attributes[name->attribute - first];
}

bool SchemaModel::is_derived(TypeId derived, TypeId base) const {
  for (; derived != none; derived = types[derived].base) {
    if (derived == base) return true;
  }
  return false;
}

std::vector<std::string> SchemaModel::concrete_types(TypeId base) const {
  std::vector<std::string> names;
  for (TypeId id = 0; id < types.size(); ++id) {
    const auto& type = types[id];
    if (!type.name.local.empty() && !type.is_abstract && id != base && is_derived(id, base)) {
      names.emplace_back(type.name.local);
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
