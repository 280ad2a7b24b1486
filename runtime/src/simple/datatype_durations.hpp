// SPDX-License-Identifier: MIT
#pragma once

#include "datatypes.hpp"
#include "duration_parts.hpp"

#include <string_view>

/// \file
/// duration. Source: XML Schema Part 2, section 3.2.6.

namespace presentity::detail {

/// Adds both durations to the four instants of section 3.2.6.2: the order is the one they agree on.
[[nodiscard]] Order compare_durations(const DurationParts& a, const DurationParts& b) noexcept;
[[nodiscard]] Order compare_durations(std::string_view a, std::string_view b) noexcept;

}  // namespace presentity::detail
