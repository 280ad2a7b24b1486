// SPDX-License-Identifier: MIT
#pragma once

#include "code_point_set.hpp"

#include <optional>
#include <string_view>

/// \file
/// The named character classes of XML Schema Part 2, second edition, appendix F.1.1. All sets are
/// normalized.

namespace presentity::detail {

/// The set that `\p{property}` stands for: a general category such as "L" or "Lu", or a block such
/// as "IsGreek". Empty if there is no such category or block. Blocks are those of Unicode 3.1.
[[nodiscard]] std::optional<CodePointSet> property_class(std::string_view property);

/// The set that `\letter` stands for, where `letter` is one of s, i, c, d, w and their upper-case
/// complements. Empty for other letters.
[[nodiscard]] std::optional<CodePointSet> letter_class(char32_t letter);

}  // namespace presentity::detail
