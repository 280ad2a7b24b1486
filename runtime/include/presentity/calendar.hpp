// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/result.hpp>
#include <presentity/utc_offset.hpp>
#include <presentity/value_error.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// \file
/// Values of `xs:gYearMonth`, `xs:gYear`, `xs:gMonthDay`, `xs:gDay` and `xs:gMonth`.
///
/// What date_time.hpp says about reading, writing, equality and validity holds here too. Months
/// have the form `--MM`; the `--MM--` of the first edition is refused.
///
/// Source: XML Schema Part 2: Datatypes, Second Edition, sections 3.2.10 to 3.2.14.

namespace presentity {

/// A month of one year.
struct GYearMonth {
  std::int64_t year = 1;  ///< Up to 18 digits; negative before the common era; not 0.
  int month = 1;          ///< 1 to 12.
  std::optional<UtcOffset> offset = std::nullopt;  ///< Empty if not stated.

  friend bool operator==(const GYearMonth&, const GYearMonth&) = default;
};

/// A year.
struct GYear {
  std::int64_t year = 1;                           ///< As in `GYearMonth`.
  std::optional<UtcOffset> offset = std::nullopt;  ///< Empty if not stated.

  friend bool operator==(const GYear&, const GYear&) = default;
};

/// A day that recurs every year.
struct GMonthDay {
  int month = 1;                                   ///< 1 to 12.
  int day = 1;                                     ///< 1 to the last of the month; 29 in February.
  std::optional<UtcOffset> offset = std::nullopt;  ///< Empty if not stated.

  friend bool operator==(const GMonthDay&, const GMonthDay&) = default;
};

/// A day that recurs every month.
struct GDay {
  int day = 1;                                     ///< 1 to 31.
  std::optional<UtcOffset> offset = std::nullopt;  ///< Empty if not stated.

  friend bool operator==(const GDay&, const GDay&) = default;
};

/// A month that recurs every year.
struct GMonth {
  int month = 1;                                   ///< 1 to 12.
  std::optional<UtcOffset> offset = std::nullopt;  ///< Empty if not stated.

  friend bool operator==(const GMonth&, const GMonth&) = default;
};

/// Reads a literal, without white space around it.
///
/// Errors: `not_a_literal`; `out_of_range` if it has the form of one but names no real month, day
/// or offset; `too_many_digits` if the year has more than 18.
[[nodiscard]] Result<GYearMonth, ValueError> parse_g_year_month(std::string_view text) noexcept;
[[nodiscard]] Result<GYear, ValueError> parse_g_year(std::string_view text) noexcept;
[[nodiscard]] Result<GMonthDay, ValueError> parse_g_month_day(std::string_view text) noexcept;
[[nodiscard]] Result<GDay, ValueError> parse_g_day(std::string_view text) noexcept;
[[nodiscard]] Result<GMonth, ValueError> parse_g_month(std::string_view text) noexcept;

/// Returns the literal that is read as `value`, field by field.
[[nodiscard]] std::string to_string(const GYearMonth& value);
[[nodiscard]] std::string to_string(const GYear& value);
[[nodiscard]] std::string to_string(const GMonthDay& value);
[[nodiscard]] std::string to_string(const GDay& value);
[[nodiscard]] std::string to_string(const GMonth& value);

/// Appends `to_string(value)`.
void append_to(std::string& out, const GYearMonth& value);
void append_to(std::string& out, const GYear& value);
void append_to(std::string& out, const GMonthDay& value);
void append_to(std::string& out, const GDay& value);
void append_to(std::string& out, const GMonth& value);

/// Whether there is a literal for `value`.
[[nodiscard]] bool is_valid(const GYearMonth& value);
[[nodiscard]] bool is_valid(const GYear& value);
[[nodiscard]] bool is_valid(const GMonthDay& value);
[[nodiscard]] bool is_valid(const GDay& value);
[[nodiscard]] bool is_valid(const GMonth& value);

/// Compares the instants at which valid values begin, those of 2000 for what recurs; see
/// `compare(const DateTime&, const DateTime&)`.
[[nodiscard]] std::partial_ordering compare(const GYearMonth& a, const GYearMonth& b) noexcept;
[[nodiscard]] std::partial_ordering compare(const GYear& a, const GYear& b) noexcept;
[[nodiscard]] std::partial_ordering compare(const GMonthDay& a, const GMonthDay& b) noexcept;
[[nodiscard]] std::partial_ordering compare(const GDay& a, const GDay& b) noexcept;
[[nodiscard]] std::partial_ordering compare(const GMonth& a, const GMonth& b) noexcept;

}  // namespace presentity
