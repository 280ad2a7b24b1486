// SPDX-License-Identifier: MIT
#include "generator/cpp/lower_file.hpp"

#include <algorithm>
#include <utility>

namespace presentity::generator::cpp {

using detail::TypeId;
using Kind = PlannedAlternative::Kind;

FileLowering::FileLowering(TypeTable& types, const detail::ProgramStorage& rows, FileId file,
                           std::vector<Diagnostic>& diagnostics)
    : types_(types),
      model_(types.model()),
      sources_(types.sources()),
      rows_(rows),
      file_(file),
      diagnostics_(diagnostics),
      nodes_(types, file),
      words_(types, file) {
  const auto& schema = sources_.file(file);
  out_.stem = schema.stem;
  out_.source = schema.stem + ".xsd";
  out_.include_name = include_name(schema);
  out_.cpp_namespace = types.namespace_of(file);
}

File FileLowering::run(const std::string& schemas_function) {
  for (const auto id : types_.types_of(file_)) {
    if (model_.type(id).is_simple) add_simple(id);
  }
  for (const auto node : nodes_.order()) {
    if (nodes_.nodes()[node].is_wrapper) {
      add_wrapper(node);
    } else {
      add_struct(node);
    }
  }
  for (const auto id : types_.types_of(file_)) {
    if (!types_[id].family_name.empty()) add_family(id);
  }
  std::vector<std::pair<Place, detail::ElementId>> roots;
  for (const auto& root : model_.registry.roots) {
    const auto place = sources_.global(ComponentKind::element, root.name);
    const auto id = model_.find_element(root.name.namespace_uri, root.name.local);
    if (place && place->file == file_ && !model_.element(id).is_abstract) {
      roots.emplace_back(*place, id);
    }
  }
  std::ranges::sort(roots);
  for (const auto& [place, id] : roots) add_root(id, schemas_function);
  if (!roots.empty()) {
    words_.use("<span>");
    words_.use("<string_view>");
    (void)words_.runtime("ReadResult", "native");
    out_.documents = snake_name(out_.stem) + "_documents";
  }
  (void)words_.runtime("binding", "binding");
  words_.finish(out_);
  return std::move(out_);
}

/// Remembers which structs are named before they are declared.
void FileLowering::forward(const std::vector<std::string>& structs) {
  for (const auto& node : nodes_.nodes()) {
    const bool is_named = std::ranges::find(structs, node.name) != structs.end();
    const bool is_known = declared_.contains(node.name) ||
                          std::ranges::find(out_.forward, node.name) != out_.forward.end();
    if (is_named && !is_known) out_.forward.push_back(node.name);
  }
  std::ranges::sort(out_.forward);
}

std::string FileLowering::container(const PlannedField& field, const std::string& item) {
  if (field.occurs == Occurs::many) return words_.many(item);
  return field.occurs == Occurs::optional ? words_.optional(item) : item;
}

std::string FileLowering::field_name(const StructNode& node, const PlannedField& field) const {
  if (field.alternatives.front().kind == Kind::text) return "content";
  if (field.is_choice && field.alternatives.size() > 1) return "choice";
  if (field.element != detail::none) return member_name(model_.element(field.element).name.local);
  const auto& one = field.alternatives.front();
  return one.kind == Kind::group ? member_name(nodes_.group_name(node.owner, one.group)) : "any";
}

std::string FileLowering::field_doc(const StructNode& node, const PlannedField& field) const {
  if (field.element == detail::none) return {};
  const auto& element = model_.element(field.element);
  auto place = types_.declaration(node.owner, ComponentKind::element, element.name);
  if (!place) place = sources_.global(ComponentKind::element, element.name);
  return member_doc(place, element.type, true);
}

void FileLowering::add_struct(std::size_t index) {
  const auto& node = nodes_.nodes()[index];
  const bool is_type = node.group == 0;
  Struct out{node.name, {}, {}};
  StructBinding binding;
  binding.type = node.name;
  binding.name = member_name(node.name);
  Scope names;
  if (is_type) {
    out.doc = doc_of(node.owner);
    if (model_.type(node.owner).content == detail::SchemaType::Content::simple) {
      add_simple_content(node, names, out, binding);
    }
  } else {
    out.doc.text = "Elements that occur together.";
  }
  add_content(node, index, names, out, binding);
  if (is_type) {
    add_attributes(node, names, out, binding);
    add_leaves(node, binding);
  }
  add_spellings(names, out, binding);
  declared_.insert(node.name);
  out_.declarations.emplace_back(std::move(out));
  out_.bindings.push_back(std::move(binding));
}

void FileLowering::add_content(const StructNode& node, std::size_t index, Scope& names, Struct& out,
                               StructBinding& binding) {
  const auto& fields = nodes_.content(node).fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto& field = fields[i];
    const auto name = names.add(field_name(node, field));
    auto held = item(field, node.owner, node.name + type_name(name),
                     [&](std::size_t one) { return nodes_.is_boxed(index, i, one); });
    out.members.push_back({container(field, held.type), name,
                           field.occurs == Occurs::once ? held.initializer : "",
                           field_doc(node, field)});
    held.binding.member = name;
    binding.is_mixed |= field.alternatives.front().kind == Kind::text;
    binding.fields.push_back(std::move(held.binding));
  }
}

void FileLowering::add_simple_content(const StructNode& node, Scope& names, Struct& out,
                                      StructBinding& binding) {
  const auto value = words_.value(node.owner);
  const auto name = names.add("value");
  out.members.push_back({value.type, name, value.initializer, ""});
  binding.content.push_back({name, value.value});
}

void FileLowering::add_attributes(const StructNode& node, Scope& names, Struct& out,
                                  StructBinding& binding) {
  const auto& type = model_.type(node.owner);
  for (const auto& use : type.attributes) {
    auto place = types_.declaration(node.owner, ComponentKind::attribute, use.name);
    if (!place) place = sources_.global(ComponentKind::attribute, use.name);
    const auto value = words_.value(use.type);
    const auto name = names.add(member_name(use.name.local));
    out.members.push_back(
        {use.is_required ? value.type : words_.optional(value.type), name,
         use.is_required ? value.initializer : "",
         member_doc(place, use.type,
                    use.constraint.kind != detail::ValueConstraint::Kind::absent)});
    binding.attributes.push_back({name, value.value});
  }
  if (type.any_attribute == nullptr) return;
  binding.other_attributes = names.add("other_attributes");
  out.members.push_back({words_.many(words_.runtime("RawAttribute", "raw")),
                         binding.other_attributes, "",
                         "Attributes that the schema does not name."});
}

void FileLowering::add_spellings(Scope& names, Struct& out, StructBinding& binding) {
  if (out.members.empty()) return;
  binding.spellings = names.add("spellings");
  out.members.push_back(
      {words_.runtime("Spellings", "spellings"), binding.spellings, "{}",
       "How a document wrote the members above, where it had a choice. No part of the value."});
}

void FileLowering::add_wrapper(std::size_t index) {
  const auto& node = nodes_.nodes()[index];
  const auto& one = node.wrapped;
  const auto& element = model_.element(one.element);
  PlannedField field;
  field.element = one.element;
  field.alternatives = {one};
  const auto held = item(field, node.owner, "",
                         [&](std::size_t which) { return nodes_.is_boxed(index, 0, which); });
  auto place = types_.declaration(node.owner, ComponentKind::element, element.name);
  if (!place) place = sources_.global(ComponentKind::element, element.name);
  Struct out{node.name, {}, {}};
  if (place) out.doc = {member_doc(place, one.type, true), sources_.origin(*place)};
  out.members.push_back({held.type, "value", held.initializer, ""});
  declared_.insert(node.name);
  out_.declarations.emplace_back(std::move(out));
}

}  // namespace presentity::generator::cpp
