// SPDX-License-Identifier: MIT
#pragma once

#include "code_point_set.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// The syntax tree of a regular expression. Source: XML Schema Part 2, appendix F.

namespace presentity::detail {

struct PatternNode {
  enum class Kind : std::uint8_t { set, sequence, choice, repeat };

  Kind kind = Kind::sequence;
  std::uint32_t set = 0;                  ///< Of a set: index into `PatternTree::sets`.
  std::uint32_t min = 0;                  ///< Of a repeat.
  std::uint32_t max = 0;                  ///< Of a repeat; `unbounded_repeat` for no limit.
  std::vector<std::uint32_t> children{};  ///< One for a repeat.
};

inline constexpr std::uint32_t unbounded_repeat = std::numeric_limits<std::uint32_t>::max();

struct PatternTree {
  std::vector<PatternNode> nodes;
  std::vector<CodePointSet> sets;  ///< Normalized and distinct.
  std::uint32_t root = 0;
  std::string error;  ///< Empty if the expression is right.
  std::size_t error_at = 0;
};

/// Parses `expression`. Groups and class subtractions may be `depth` inside of each other.
[[nodiscard]] PatternTree parse_pattern(std::string_view expression, std::size_t depth);

}  // namespace presentity::detail
