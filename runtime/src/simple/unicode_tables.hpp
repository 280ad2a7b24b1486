// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// \file
/// Unicode 14 as far as patterns need it. Only the pattern compiler uses this; matching does not.
/// Written by make_unicode_tables.py.

namespace presentity::detail {

/// General categories, in the order that `category_runs` counts them in.
inline constexpr std::string_view category_names =
    "LuLlLtLmLoMnMcMeNdNlNoPcPdPsPePiPfPoZsZlZpSmScSkSoCcCfCsCoCn";

/// Runs of code points of one category, from 0 to 10FFFF without gaps: length * 32 + category.
[[nodiscard]] std::span<const std::uint32_t> category_runs() noexcept;

/// A block of XML Schema Part 2, appendix F.1.1. Names may occur more than once.
struct UnicodeBlock {
  std::string_view name;
  std::uint32_t first;
  std::uint32_t last;
};

[[nodiscard]] std::span<const UnicodeBlock> unicode_blocks() noexcept;

}  // namespace presentity::detail
