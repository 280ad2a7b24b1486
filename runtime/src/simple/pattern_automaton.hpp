// SPDX-License-Identifier: MIT
#pragma once

#include "pattern_parser.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

/// \file
/// The nondeterministic automaton of a pattern and the classes of code points it tells apart.

namespace presentity::detail {

inline constexpr std::uint32_t no_state = ~std::uint32_t{0};

/// Counts down what may still be done; running out is a sticky error.
class Budget {
 public:
  explicit Budget(std::size_t work) : work_(work) {}

  bool spend(std::size_t work) {
    if (work > work_) fail("limit exceeded: too much work to compile");
    work_ -= std::min(work, work_);
    return error_.empty();
  }
  void fail(std::string_view error) {
    if (error_.empty()) error_ = error;
  }
  [[nodiscard]] bool is_exceeded() const { return !error_.empty(); }
  [[nodiscard]] std::string_view error() const { return error_; }

 private:
  std::size_t work_;
  std::string_view error_;
};

/// A state of the nondeterministic automaton: one that reads a character of a set, one that forks
/// without reading, or the accepting one, which does neither.
struct Position {
  std::uint32_t set = no_state;
  std::uint32_t next = no_state;
  std::uint32_t other = no_state;
};

/// Code points that no set tells apart, as ranges.
struct Classes {
  std::vector<std::uint32_t> first{0};
  std::vector<std::uint16_t> classes{0};
  std::vector<std::vector<bool>> members;  ///< For each set, whether it has a class.
  std::size_t count = 1;
};

struct Positions {
  std::vector<Position> positions;  ///< The first accepts.
  std::uint32_t first = 0;          ///< Where matching begins.
};

/// Writes `tree` out as `limit` positions at most.
[[nodiscard]] Positions build_positions(const PatternTree& tree, std::size_t limit, Budget& budget);

[[nodiscard]] Classes classify(const std::vector<CodePointSet>& sets, Budget& budget);

}  // namespace presentity::detail
