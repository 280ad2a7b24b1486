// SPDX-License-Identifier: MIT
#pragma once

#include "program/open_element.hpp"
#include "program/wildcard.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>

/// \file
/// Children against the content models of their parents.

namespace presentity::detail {

/// Which way a child was matched.
struct Transition {
  std::size_t edge = 0;  ///< In the table of edges, or of wild edges.
  StateId target = 0;
  bool is_wild = false;
};

/// What a start tag stands for.
struct Opening {
  std::uint32_t element = no_row;  ///< Its declaration.
  bool is_matched = false;         ///< By the parent's content model, as `transition` says.
  bool is_skipped = false;         ///< Nobody asks whether it is valid.
  Transition transition;
};

/// Walks through the states of content models: each child takes its parent from one state to the
/// next. Keeps count of what the remarks of the schema ask for on the way.
///
/// Every function returns false on a mistake and, unless remarks are tolerated, where there is
/// something to warn about.
template <bool ToleratesRemarks>
class ContentWalker {
 public:
  /// `program` must outlive the walker.
  explicit ContentWalker(const SchemaProgram& program) noexcept : program_(program) {}

  /// Takes a child. `name` is `no_row` if no schema has it.
  bool take(OpenElement& parent, NamespaceId namespace_id, NameId name, Opening& opening) const {
    if (parent.is_nil) return false;
    opening.is_skipped = parent.is_skipped;
    if (parent.is_skipped) return true;
    if (parent.category != no_row && !is_value_of(parent.category, name)) return false;
    parent.category = no_row;
    if (parent.type == nullptr) {
      if (name != no_row) opening.element = program_.names[name].element;
      return true;
    }
    if (parent.type->states.count == 0) return false;
    const auto& state = program_.states[parent.state];
    const auto edge = find_edge(state, name);
    return edge != no_row ? take_edge(parent, edge, opening)
                          : take_wildcard(parent, state, namespace_id, name, opening);
  }

  /// Takes the child that an edge of the parent's state is for.
  bool take_edge(OpenElement& parent, std::uint32_t index, Opening& opening) const {
    const auto& edge = program_.edges[index];
    if (!follow_remarks(parent, edge, program_.elements[edge.element])) return false;
    if (!count_part(parent, edge.target)) return false;
    opening = {edge.element, true, false, {index, edge.target, false}};
    parent.state = edge.target;
    return true;
  }

  /// Whether the element, which has a type, has all the children that it needs.
  [[nodiscard]] bool is_complete(const OpenElement& element) const {
    const auto& type = *element.type;
    if (type.states.count != 0) {
      if (!program_.states[element.state].is_final) return false;
      const bool has_begun = element.state != type.states.begin;
      if (has_begun && (element.seen & type.all_required) != type.all_required) return false;
    }
    if constexpr (ToleratesRemarks) return true;
    if ((element.bits & type.required_bits) != type.required_bits) return false;
    if (type.one_of_bits != 0 && std::popcount(element.bits & type.one_of_bits) != 1) return false;
    return element.delimiters == 0 || element.has_end;
  }

 private:
  [[nodiscard]] bool is_value_of(std::uint32_t first, NameId root) const {
    const auto category = program_.categories[first].name;
    return std::ranges::any_of(program_.categories, [&](const CategoryRow& row) {
      return row.name == category && row.root == root;
    });
  }

  [[nodiscard]] std::uint32_t find_edge(const StateRow& state, NameId name) const {
    if (name == no_row) return no_row;
    const auto end = state.edges.begin + state.edges.count;
    for (auto i = state.edges.begin; i < end; ++i) {
      if (program_.edges[i].name == name) return i;
    }
    return no_row;
  }

  bool take_wildcard(OpenElement& parent, const StateRow& state, NamespaceId namespace_id,
                     NameId name, Opening& opening) const {
    const auto end = state.wild_edges.begin + state.wild_edges.count;
    for (auto i = state.wild_edges.begin; i < end; ++i) {
      const auto& edge = program_.wild_edges[i];
      const auto& wildcard = program_.wildcards[edge.wildcard];
      if (!allows(program_, wildcard, namespace_id)) continue;
      opening = {no_row, true, false, {i, edge.target, true}};
      parent.state = edge.target;
      return match_wildcard(parent, wildcard, namespace_id, name, opening);
    }
    return false;
  }

  bool match_wildcard(OpenElement& parent, const WildcardRow& wildcard, NamespaceId namespace_id,
                      NameId name, Opening& opening) const {
    if (wildcard.process == WildcardRow::Process::skip) {
      opening.is_skipped = true;
      return true;
    }
    if (name != no_row) opening.element = program_.names[name].element;
    if (opening.element != no_row) {
      if (!ToleratesRemarks && parent.type->remarks_children) return false;
      return follow_remarks(parent, {}, program_.elements[opening.element]);
    }
    // Behind ct:delimiter, an unknown element of the parent's own namespace is remarkable.
    const bool is_remarkable = parent.delimiters != 0 && namespace_id == parent.namespace_id;
    return wildcard.process == WildcardRow::Process::lax && (ToleratesRemarks || !is_remarkable);
  }

  /// Keeps count of the parts of an `xs:all`.
  static bool count_part(OpenElement& parent, StateId target) {
    if (!parent.type->is_all) return true;
    const auto bit = std::uint64_t{1} << (target - parent.type->states.begin - 1);
    if ((parent.seen & bit) != 0) return false;
    parent.seen |= bit;
    return true;
  }

  /// Keeps count of what the remarks of the parent's type ask for.
  static bool follow_remarks(OpenElement& parent, const EdgeRow& edge, const ElementRow& element) {
    if constexpr (ToleratesRemarks) return true;
    if (edge.bit != 0) parent.bits |= std::uint64_t{1} << (edge.bit - 1U);
    if (edge.rank != 0) {
      if (edge.rank < parent.rank) return false;
      parent.rank = edge.rank;
    }
    if (element.role == ElementRow::Role::delimiter) ++parent.delimiters;
    if (element.role == ElementRow::Role::end) parent.has_end = true;
    return element.block == 0 || element.block == parent.delimiters;
  }

  const SchemaProgram& program_;
};

}  // namespace presentity::detail
