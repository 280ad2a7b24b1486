// SPDX-License-Identifier: MIT
#pragma once

#include "simple_type.hpp"

#include <presentity/result.hpp>
#include <presentity/utc_offset.hpp>
#include <presentity/value_error.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

/// \file
/// dateTime and its parts as they are written. Source: XML Schema Part 2, sections 3.2.7 to 3.2.14.
///
/// Seconds may be 60 (appendix D.1: a leap second, which counts to the following minute). Months
/// have the form `--MM`; the `--MM--` of the first edition is refused. A leap year is found from
/// the year's own number, negative or not, as appendix E.1 does.

namespace presentity::detail {

constexpr int most_fraction_digits = 18;

/// What a literal of `date_time` or of one of its parts says. Parts that a type does not have are
/// those of a leap year, and of a month of 31 days.
struct Moment {
  std::int64_t year = 2000;  ///< Up to 18 digits; not 0.
  int month = 1;
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::int64_t fraction = 0;  ///< The first 18 digits behind the point.
  int fraction_digits = 0;    ///< How many there are; 19 stands for more.
  std::optional<UtcOffset> offset;
};

/// Reads a literal of `primitive`, one from `date_time` to `g_month`.
///
/// Errors: `not_a_literal`; `out_of_range` if it has the form of one but names no real date, time
/// or offset; `too_many_digits` if the year has more than 18.
[[nodiscard]] Result<Moment, ValueError::Reason> parse_moment(Primitive primitive,
                                                              std::string_view literal) noexcept;

/// Whether `parse_moment` succeeds.
[[nodiscard]] bool is_moment(Primitive primitive, std::string_view literal) noexcept;

/// Days of a month, which is 31 for a number that is no month.
[[nodiscard]] int days_in_month(std::int64_t year, int month) noexcept;

}  // namespace presentity::detail
