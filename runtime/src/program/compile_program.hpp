// SPDX-License-Identifier: MIT
#pragma once

#include "program/schema_program.hpp"

#include <presentity/detail/schema_model.hpp>

#include <array>
#include <vector>

namespace presentity::detail {

/// The rows of a program. Their strings are those of the model it was made from.
struct ProgramStorage {
  std::vector<std::string_view> namespaces;
  std::vector<std::uint32_t> namespace_slots;
  std::vector<NameRow> names;
  std::vector<std::uint32_t> name_slots;
  std::vector<ElementRow> elements;
  std::vector<TypeRow> types;
  std::vector<AttributeRow> attributes;
  std::vector<WildcardRow> wildcards;
  std::vector<NamespaceId> namespace_lists;
  std::vector<StateRow> states;
  std::vector<EdgeRow> edges;
  std::vector<WildEdgeRow> wild_edges;
  std::vector<CategoryRow> categories;
  std::array<NameId, 2> category_entries = {no_row, no_row};
  std::array<NameId, 2> category_attributes = {no_row, no_row};
  /// By state, the particle of the model that matches there; null for a start. For generators.
  std::vector<const Particle*> state_particles;
  SimpleTypes simple_types;

  /// Valid as long as this object is neither changed nor destroyed.
  [[nodiscard]] SchemaProgram program() const noexcept;
};

/// Turns a schema model into tables. `model` must outlive the result and not move.
[[nodiscard]] ProgramStorage compile_program(const SchemaModel& model);

}  // namespace presentity::detail
