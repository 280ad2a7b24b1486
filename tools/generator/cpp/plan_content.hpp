// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/detail/schema_model.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <vector>

/// \file
/// The shape of a struct's content, before anything has a C++ name.

namespace presentity::generator::cpp {

enum class Occurs : std::uint8_t { once, optional, many };

struct PlannedAlternative {
  enum class Kind : std::uint8_t { element, group, raw, text };

  Kind kind = Kind::element;
  detail::ElementId element = detail::none;
  detail::TypeId type = detail::none;  ///< Of the element, or named by xsi:type.
  std::size_t group = 0;               ///< In `ContentPlan::groups`.
};

struct PlannedField {
  Occurs occurs = Occurs::once;
  detail::ElementId element = detail::none;  ///< What it is named after, if it is one element.
  bool is_choice = false;
  std::vector<PlannedAlternative> alternatives;
};

/// The struct itself, or a part of it that has a struct of its own.
struct PlannedGroup {
  const detail::Particle* particle = nullptr;
  std::vector<PlannedField> fields;
};

/// Where a leaf particle of a content model belongs.
struct PlannedLeaf {
  struct Hop {
    std::size_t field = 0;
    std::size_t alternative = 0;
    const detail::Particle* particle = nullptr;
    /// Whether each occurrence of `particle` is a group; else all its occurrences are one.
    bool is_each = true;
  };
  std::vector<Hop> groups;
  std::size_t field = 0;
};

struct ContentPlan {
  std::deque<PlannedGroup> groups;  ///< [0] is the struct itself.
  std::map<const detail::Particle*, PlannedLeaf> leaves;
};

/// What may stand in a document where a particle stands: elements and their types.
struct Substitutions {
  std::function<std::vector<PlannedAlternative>(detail::ElementId)> of_element;
  std::function<std::vector<PlannedAlternative>(const detail::Wildcard&)> of_wildcard;
};

/// Shapes the content of `type`, which has elements or mixed content.
[[nodiscard]] ContentPlan plan_content(const detail::SchemaType& type,
                                       const Substitutions& substitutions);

/// How many of the groups around `to` go on when `to` follows `from` in `content`.
[[nodiscard]] unsigned kept_groups(const detail::Particle& content, const detail::Particle* from,
                                   const detail::Particle* to, const PlannedLeaf& leaf);

}  // namespace presentity::generator::cpp
