// SPDX-License-Identifier: MIT
#pragma once

#include "generator/cpp/type_table.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace presentity::generator::cpp {

/// A struct to be declared: of a complex type, of a group of elements, or around one value.
struct StructNode {
  std::string name;
  detail::TypeId owner = detail::none;  ///< The type, or the first one that the group is part of.
  std::size_t group = 0;                ///< In the owner's plan; 0 is the type itself.
  bool is_wrapper = false;
  PlannedAlternative wrapped;  ///< Of a wrapper.
};

/// The structs of one file: which there are, what they are called, and in which order C++ wants
/// them.
class StructNodes {
 public:
  StructNodes(TypeTable& types, FileId file);

  [[nodiscard]] const std::vector<StructNode>& nodes() const noexcept { return nodes_; }
  [[nodiscard]] const ContentPlan& plan(detail::TypeId type) const { return plans_.at(type); }
  [[nodiscard]] const PlannedGroup& content(const StructNode& node) const {
    return plans_.at(node.owner).groups[node.group];
  }

  /// Indices of nodes, each behind those it holds by value.
  [[nodiscard]] const std::vector<std::size_t>& order() const noexcept { return order_; }
  /// Whether an alternative of a field is in a box because a struct would hold itself. If `node` is
  /// a wrapper, its only member counts as field 0.
  [[nodiscard]] bool is_boxed(std::size_t node, std::size_t field, std::size_t alternative) const {
    return boxed_.contains({node, field, alternative});
  }
  /// The same for the variant of a family.
  [[nodiscard]] bool is_boxed_in_family(detail::TypeId base, detail::TypeId type) const {
    return boxed_in_families_.contains({base, type});
  }
  /// The type whose family a variant field holds, or `none`.
  [[nodiscard]] detail::TypeId family_of(const PlannedField& field) const;

  /// The struct of group `group` of the content of `owner`.
  [[nodiscard]] const StructNode& group_node(detail::TypeId owner, std::size_t group) const {
    return nodes_[group_nodes_.at({owner, group})];
  }
  /// Whether the alternative needs a struct around it, to be told from the others of `field`.
  [[nodiscard]] bool is_wrapped(const PlannedField& field, const PlannedAlternative& one) const;
  [[nodiscard]] const StructNode& wrapper(const PlannedAlternative& one) const {
    return nodes_[wrappers_.at({one.element, one.type})];
  }
  /// Whether an item of `field` is a variant.
  [[nodiscard]] bool is_variant(const PlannedField& field) const;

  /// `DelimiterGroup`: a group is named after its first element.
  [[nodiscard]] std::string group_name(detail::TypeId owner, std::size_t group) const;

 private:
  struct Request {
    std::size_t node = 0;
    std::string wanted;
  };

  void add_type(detail::TypeId id);
  void add_wrappers(detail::TypeId id, const PlannedField& field);
  void name_nodes();
  [[nodiscard]] std::string signature(const ContentPlan& plan, std::size_t group) const;
  [[nodiscard]] std::string first_element(const ContentPlan& plan, std::size_t group) const;
  static constexpr std::size_t no_node = ~std::size_t{0};
  [[nodiscard]] std::size_t part(const StructNode& node, const PlannedField& field,
                                 const PlannedAlternative& one) const;
  [[nodiscard]] bool reaches(std::size_t from, std::size_t to, std::set<std::size_t>& seen) const;
  void sort_from(std::size_t node, std::vector<int>& states);
  void sort_field(std::size_t node, std::size_t field, std::vector<int>& states);
  [[nodiscard]] bool sort_part(std::size_t part, std::vector<int>& states);

  TypeTable& types_;
  FileId file_;
  std::map<detail::TypeId, ContentPlan> plans_;
  std::vector<StructNode> nodes_;
  std::vector<Request> requests_;
  std::map<detail::TypeId, std::size_t> type_nodes_;
  std::map<std::pair<detail::TypeId, std::size_t>, std::size_t> group_nodes_;
  std::map<std::string, std::size_t> signatures_;
  std::map<std::pair<detail::ElementId, detail::TypeId>, std::size_t> wrappers_;
  std::vector<std::size_t> order_;
  std::set<std::tuple<std::size_t, std::size_t, std::size_t>> boxed_;
  std::set<std::pair<detail::TypeId, detail::TypeId>> boxed_in_families_;
};

}  // namespace presentity::generator::cpp
