// SPDX-License-Identifier: MIT
#pragma once

#include "datatypes.hpp"
#include "moment.hpp"

#include <string_view>

/// \file
/// dateTime and its parts as values. Source: XML Schema Part 2, sections 3.2.7 to 3.2.14.

namespace presentity::detail {

/// Whether `literal` is a date or time of the given type, from `date_time` to `g_month`.
[[nodiscard]] bool is_date_or_time(Primitive primitive, std::string_view literal) noexcept;

/// Compares starting instants, as section 3.2.7.4 says. A value without a time zone can be anywhere
/// within 14 hours. Parts that a type does not have are those of 2000-01-01.
[[nodiscard]] Order compare_moments(Primitive primitive, Moment a, Moment b) noexcept;

/// Compares what two valid literals say.
[[nodiscard]] Order compare_dates(Primitive primitive, std::string_view a,
                                  std::string_view b) noexcept;

}  // namespace presentity::detail
