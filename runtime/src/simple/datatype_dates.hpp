// SPDX-License-Identifier: MIT
#pragma once

#include "datatypes.hpp"

#include <string_view>

/// \file
/// dateTime and its parts. Source: XML Schema Part 2, sections 3.2.7 to 3.2.14.
///
/// Seconds may be 60 (appendix D.1: a leap second, which counts to the following minute). Months
/// have the form `--MM`; the `--MM--` of the first edition is refused. A leap year is found from
/// the year's own number, negative or not, as appendix E.1 does.

namespace presentity::detail {

/// Whether `literal` is a date or time of the given type, from `date_time` to `g_month`.
[[nodiscard]] bool is_date_or_time(Primitive primitive, std::string_view literal) noexcept;

/// Compares starting instants, as section 3.2.7.4 says. A value without a time zone can be anywhere
/// within 14 hours. Parts that a type does not have are those of 2000-01-01.
[[nodiscard]] Order compare_dates(Primitive primitive, std::string_view a,
                                  std::string_view b) noexcept;

}  // namespace presentity::detail
