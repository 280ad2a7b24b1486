// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

/// \file
/// Sets of code points, for compiling patterns.

namespace presentity::detail {

struct CodePointRange {
  std::uint32_t first;
  std::uint32_t last;

  friend auto operator<=>(const CodePointRange&, const CodePointRange&) = default;
};

inline constexpr std::uint32_t last_code_point = 0x10FFFF;

/// Ranges in any order; `normalize` sorts and joins them, which the other operations need.
class CodePointSet {
 public:
  void add(std::uint32_t first, std::uint32_t last) { ranges_.push_back({first, last}); }
  void add(const CodePointSet& other);
  void normalize();

  [[nodiscard]] CodePointSet complement() const;
  [[nodiscard]] CodePointSet without(const CodePointSet& other) const;
  [[nodiscard]] const std::vector<CodePointRange>& ranges() const noexcept { return ranges_; }

  friend bool operator==(const CodePointSet&, const CodePointSet&) = default;

 private:
  std::vector<CodePointRange> ranges_;
};

}  // namespace presentity::detail
