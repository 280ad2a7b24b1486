// SPDX-License-Identifier: MIT
#include "generator/cpp/lower_file.hpp"

#include <algorithm>

namespace presentity::generator::cpp {

using detail::TypeId;
using Kind = PlannedAlternative::Kind;

void FileLowering::add_family(TypeId base) {
  if (types_[base].place->file != file_ || !families_.insert(base).second) return;
  const auto doc = doc_of(base);
  Alias alias{types_[base].family_name, "std::variant", {}, {doc.text, doc.origin}};
  if (!model_.type(base).is_abstract) {
    alias.doc.text = types_[base].name + " or a type that is derived from it.";
  }
  for (const auto type : types_.own_family(base)) {
    const auto name = words_.type(type);
    alias.arguments.push_back(boxed(name, nodes_.is_boxed_in_family(base, type)));
    forward({name});
  }
  words_.use("<variant>");
  out_.declarations.emplace_back(std::move(alias));
}

std::string FileLowering::boxed(const std::string& type, bool is_boxed) {
  return is_boxed ? words_.runtime("Box", "box") + "<" + type + ">" : type;
}

std::string FileLowering::held_type(const PlannedAlternative& one, TypeId owner, bool is_wrapped) {
  if (is_wrapped) return nodes_.wrapper(one).name;
  std::string type;
  switch (one.kind) {
    case Kind::group:
      return nodes_.group_node(owner, one.group).name;
    case Kind::raw:
      return words_.runtime("RawElement", "raw");
    case Kind::text:
      words_.use("<string>");
      return "std::string";
    case Kind::element:
      type = model_.type(one.type).is_simple ? words_.value(one.type).type : words_.type(one.type);
  }
  const bool is_nillable = model_.element(one.element).is_nillable;
  return is_nillable ? words_.runtime("Nillable", "nillable") + "<" + type + ">" : type;
}

Alternative FileLowering::alternative(const PlannedAlternative& one, TypeId owner,
                                      bool is_wrapped) {
  Alternative result;
  result.is_wrapped = is_wrapped;
  switch (one.kind) {
    case Kind::group:
      result.maker = "group";
      result.arguments = {"bindings::" + member_name(nodes_.group_node(owner, one.group).name)};
      break;
    case Kind::raw:
      result.maker = "raw";
      break;
    case Kind::text:
      result.maker = "text";
      break;
    case Kind::element: {
      const bool is_value = model_.type(one.type).is_simple;
      result.maker = is_value ? "value" : "structure";
      result.arguments = {std::to_string(one.element), std::to_string(one.type),
                          is_value ? words_.value(one.type).value : words_.binding(one.type)};
    }
  }
  return result;
}

/// Declares the variant of a field's items, unless it is that of a family, and returns its name.
std::string FileLowering::variant_alias(const PlannedField& field, const std::string& alias_name,
                                        const std::vector<std::string>& arguments) {
  if (const auto base = nodes_.family_of(field); base != detail::none) {
    add_family(base);
    return words_.type_in(types_[base].place->file, types_[base].family_name);
  }
  words_.use("<variant>");
  const auto name = types_.scope(file_).add(alias_name);
  out_.declarations.emplace_back(Alias{name, "std::variant", arguments, {}});
  return name;
}

FileLowering::Item FileLowering::item(const PlannedField& field, TypeId owner,
                                      const std::string& alias_name, const Boxes& is_boxed) {
  Item result;
  std::vector<std::string> types;
  result.binding.is_variant = nodes_.is_variant(field);
  for (const auto& one : field.alternatives) {
    const bool is_wrapped = nodes_.is_wrapped(field, one);
    const auto index = result.binding.alternatives.size();
    const auto held = held_type(one, owner, is_wrapped);
    forward({held});
    types.push_back(boxed(held, is_boxed && is_boxed(index)));
    auto row = alternative(one, owner, is_wrapped);
    row.index = index;
    result.binding.alternatives.push_back(std::move(row));
  }
  if (result.binding.is_variant) {
    result.type = variant_alias(field, alias_name, types);
    return result;
  }
  result.type = types.front();
  const auto& one = field.alternatives.front();
  const bool is_value = one.kind == Kind::element && model_.type(one.type).is_simple;
  if (is_value && !model_.element(one.element).is_nillable) {
    result.initializer = words_.value(one.type).initializer;
  }
  return result;
}

void FileLowering::add_root(detail::ElementId id, const std::string& schemas_function) {
  const auto& element = model_.element(id);
  PlannedField field;
  field.element = id;
  for (const auto& one : types_.substitutions().of_element(id)) {
    if (one.kind == Kind::raw || one.element == id) field.alternatives.push_back(one);
  }
  if (field.alternatives.empty()) return;
  const auto function = types_.scope(file_).add("read_" + snake_name(element.name.local));
  const auto name = function.substr(std::string_view("read_").size());
  const auto held = item(field, detail::none, type_name(element.name.local) + "Document", {});
  const auto place = *sources_.global(ComponentKind::element, element.name);
  Root root{name, held.type,    schemas_function,
            id,   held.binding, {sources_.documentation(place), sources_.origin(place)}};
  out_.roots.push_back(std::move(root));
}

}  // namespace presentity::generator::cpp
