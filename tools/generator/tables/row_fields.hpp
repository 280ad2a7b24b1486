// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/detail/schema_tables.hpp>

#include <string_view>
#include <tuple>

/// \file
/// The fields of every row in a schema's tables, in their order. A field that is missing here does
/// not compile: each structured binding names all fields of its row.

namespace presentity::generator {

using namespace detail;

// --- SchemaProgram ---

inline auto fields(const Rows& row) {
  const auto& [begin, count] = row;
  return std::tie(begin, count);
}
inline auto fields(const NameKey& row) {
  const auto& [first, last] = row;
  return std::tie(first, last);
}
inline auto fields(const NameRow& row) {
  const auto& [local, key, namespace_id, element, type, attribute, is_root] = row;
  return std::tie(local, key, namespace_id, element, type, attribute, is_root);
}
inline auto fields(const WildcardRow& row) {
  const auto& [constraint, process, namespaces] = row;
  return std::tie(constraint, process, namespaces);
}
inline auto fields(const EdgeRow& row) {
  const auto& [name, element, target, rank, bit] = row;
  return std::tie(name, element, target, rank, bit);
}
inline auto fields(const WildEdgeRow& row) {
  const auto& [wildcard, target] = row;
  return std::tie(wildcard, target);
}
inline auto fields(const StateRow& row) {
  const auto& [edges, wild_edges, is_final] = row;
  return std::tie(edges, wild_edges, is_final);
}
inline auto fields(const AttributeRow& row) {
  const auto& [name, type, fixed, is_fixed, is_required, is_undocumented, bit] = row;
  return std::tie(name, type, fixed, is_fixed, is_required, is_undocumented, bit);
}
inline auto fields(const ElementRow& row) {
  const auto& [name, type, role, is_abstract, is_undocumented, is_nillable,
               has_identity_constraints, has_default, is_fixed, blocked, block, default_value] =
      row;
  return std::tie(name, type, role, is_abstract, is_undocumented, is_nillable,
                  has_identity_constraints, has_default, is_fixed, blocked, block, default_value);
}
inline auto fields(const TypeRow& row) {
  const auto& [name, base, content, context, is_abstract, blocked, derivation, is_open_enumeration,
               has_open_items, remarks_children, pattern_bytes, sizes, simple, states, is_all,
               all_required, attributes, required_attributes, any_attribute, required_bits,
               one_of_bits] = row;
  return std::tie(name, base, content, context, is_abstract, blocked, derivation,
                  is_open_enumeration, has_open_items, remarks_children, pattern_bytes, sizes,
                  simple, states, is_all, all_required, attributes, required_attributes,
                  any_attribute, required_bits, one_of_bits);
}
inline auto fields(const CategoryRow& row) {
  const auto& [name, root] = row;
  return std::tie(name, root);
}
inline auto fields(const SchemaProgram& program) {
  const auto& [namespaces, namespace_slots, names, name_slots, elements, types, attributes,
               wildcards, namespace_lists, states, edges, wild_edges, categories, category_entries,
               category_attributes, simple_types] = program;
  return std::tie(namespaces, namespace_slots, names, name_slots, elements, types, attributes,
                  wildcards, namespace_lists, states, edges, wild_edges, categories,
                  category_entries, category_attributes, simple_types);
}

// --- simple types ---

inline auto fields(const PatternTable& row) {
  const auto& [ascii_classes, range_first, range_classes, transitions, class_count, start,
               first_accepting] = row;
  return std::tie(ascii_classes, range_first, range_classes, transitions, class_count, start,
                  first_accepting);
}
inline auto fields(const Bound& row) {
  const auto& [text, is_inclusive] = row;
  return std::tie(text, is_inclusive);
}
inline auto fields(const SimpleType& row) {
  const auto& [built_in, variety, primitive, white_space, lexical_class, is_integer, length,
               min_length, max_length, total_digits, fraction_digits, min, max, enumeration,
               patterns, members, shortcut, least, most] = row;
  return std::tie(built_in, variety, primitive, white_space, lexical_class, is_integer, length,
                  min_length, max_length, total_digits, fraction_digits, min, max, enumeration,
                  patterns, members, shortcut, least, most);
}
inline auto fields(const SimpleTypes& types) { return std::tie(types.types); }
inline auto fields(const Facet& row) {
  const auto& [name, value] = row;
  return std::tie(name, value);
}
inline auto fields(const SimpleTypeFacts& row) {
  const auto& [variety, white_space, built_in, enumeration, facets, patterns, members] = row;
  return std::tie(variety, white_space, built_in, enumeration, facets, patterns, members);
}

// --- SchemaModel ---

inline auto fields(const ExpandedName& row) {
  const auto& [namespace_uri, local] = row;
  return std::tie(namespace_uri, local);
}
inline auto fields(const Wildcard& row) {
  const auto& [constraint, process, namespaces] = row;
  return std::tie(constraint, process, namespaces);
}
inline auto fields(const Particle& row) {
  const auto& [kind, has_empty_content, min, max, element, wildcard, particles] = row;
  return std::tie(kind, has_empty_content, min, max, element, wildcard, particles);
}
inline auto fields(const Remarks& row) {
  const auto& [is_undocumented, is_open_enumeration, extension_block, order, required, one_of] =
      row;
  return std::tie(is_undocumented, is_open_enumeration, extension_block, order, required, one_of);
}
inline auto fields(const ValueConstraint& row) {
  const auto& [kind, value] = row;
  return std::tie(kind, value);
}
inline auto fields(const AttributeUse& row) {
  const auto& [name, type, is_required, constraint, remarks] = row;
  return std::tie(name, type, is_required, constraint, remarks);
}
inline auto fields(const SimpleFacts& row) {
  const SimpleTypeFacts& base = row;  // a structured binding does not see both
  return std::tie(base, row.is_open_enumeration, row.index, row.member_types, row.pattern_bytes);
}
inline auto fields(const SchemaType& row) {
  const auto& [name, base, is_simple, is_abstract, blocked, derivation, content, particle,
               attributes, any_attribute, simple, remarks] = row;
  return std::tie(name, base, is_simple, is_abstract, blocked, derivation, content, particle,
                  attributes, any_attribute, simple, remarks);
}
inline auto fields(const ElementDeclaration& row) {
  const auto& [name, type, is_global, is_nillable, is_abstract, has_identity_constraints, blocked,
               constraint, remarks, substitutes] = row;
  return std::tie(name, type, is_global, is_nillable, is_abstract, has_identity_constraints,
                  blocked, constraint, remarks, substitutes);
}
inline auto fields(const InstanceInfo& row) {
  const auto& [id, type, expires, containers, publisher, content] = row;
  return std::tie(id, type, expires, containers, publisher, content);
}
inline auto fields(const Category& row) {
  const auto& [name, root, schema, instances] = row;
  return std::tie(name, root, schema, instances);
}
inline auto fields(const RootInfo& row) {
  const auto& [name, kind, schema, documentation] = row;
  return std::tie(name, kind, schema, documentation);
}
inline auto fields(const CategoryRegistry& registry) {
  const auto& [categories, roots] = registry;
  return std::tie(categories, roots);
}
inline auto fields(const SchemaModel& model) {
  const auto& [types, elements, global_attributes, simple_types, registry, program] = model;
  return std::tie(types, elements, global_attributes, simple_types, registry, program);
}

}  // namespace presentity::generator
