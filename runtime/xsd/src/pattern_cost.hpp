// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

/// \file
/// What a pattern facet can cost. Xerces matches by trying: each unbounded quantifier multiplies
/// the work by the length of the value, and nested ones make it exponential. See SECURITY.md.

namespace presentity::detail {

/// Whether matching `pattern` takes time that grows too fast with the value: an unbounded
/// quantifier around something that varies, more than three of them one after another (repetition
/// counts), or more than 2^16 ways to choose among alternatives and bounded quantifiers.
[[nodiscard]] bool is_dangerous_pattern(std::string_view pattern);

/// Bytes of the longest value that a pattern which is not dangerous can be tried on in well under a
/// second.
[[nodiscard]] std::size_t longest_value_for(std::string_view pattern);

}  // namespace presentity::detail
