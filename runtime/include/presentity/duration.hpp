// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/result.hpp>
#include <presentity/value_error.hpp>

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// \file
/// Values of `xs:duration`.
///
/// A value holds what its literal says, so that it is written as it was read:
/// `to_string(*parse_duration(text)) == text`. Hence `==` tells apart `PT1H` and `PT60M`, and `P1Y`
/// and `P01Y`; `compare` does not.
///
/// Source: XML Schema Part 2: Datatypes, Second Edition, section 3.2.6.

namespace presentity {

/// A length of time: those of its parts that are written, and a sign for all of them.
///
/// Parts are independent: 90 minutes are as good as 1 hour and 30 minutes. No part at all is a
/// length of zero, and is written `PT0S`.
struct Duration {
  /// A number that is not negative.
  struct Count {
    std::int64_t value = 0;  ///< Up to 18 digits.
    int width = 0;           ///< How many digits are written if zeros lead, up to 18; else 0.

    Count() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): as `minutes = 5`
    constexpr Count(std::int64_t number, int digits = 0) noexcept : value(number), width(digits) {}

    friend bool operator==(const Count&, const Count&) = default;
  };

  bool is_negative = false;
  std::optional<Count> years = std::nullopt;
  std::optional<Count> months = std::nullopt;
  std::optional<Count> days = std::nullopt;
  std::optional<Count> hours = std::nullopt;
  std::optional<Count> minutes = std::nullopt;
  std::optional<Count> seconds = std::nullopt;
  std::int64_t fraction = 0;  ///< Of a second: the digits behind the point, as a number.
  int fraction_digits = 0;    ///< How many digits, 0 to 18; 0 without `seconds`.

  friend bool operator==(const Duration&, const Duration&) = default;
};

/// Reads a literal, without white space around it.
///
/// Errors: `not_a_literal`; `too_many_digits` if a number, its leading zeros included, or the
/// fraction has more than 18.
[[nodiscard]] Result<Duration, ValueError> parse_duration(std::string_view text) noexcept;

/// Returns the literal that is read as `value`.
[[nodiscard]] std::string to_string(const Duration& value);

/// Appends `to_string(value)`.
void append_to(std::string& out, const Duration& value);

/// Whether every number is in its range. If not, what is written is no literal, or that of another
/// value.
[[nodiscard]] bool is_valid(const Duration& value);

/// Compares valid values by what they add to four instants: P1M and P30D are unordered. So are
/// numbers of more than 10 digits. Source: section 3.2.6.2.
[[nodiscard]] std::partial_ordering compare(const Duration& a, const Duration& b) noexcept;

/// Returns the length without the fraction of a second. Nothing if there are years or months, other
/// than 0 of them, whose length depends on the calendar; and if it is too large.
[[nodiscard]] std::optional<std::chrono::seconds> to_seconds(const Duration& value) noexcept;

/// Returns the fraction of a second, with the sign of `value`. Digits beyond the ninth are dropped.
[[nodiscard]] std::chrono::nanoseconds subseconds(const Duration& value) noexcept;

/// Returns `length` in days, hours below 24, minutes and seconds below 60. Parts that would be 0
/// are left out.
[[nodiscard]] Duration to_duration(std::chrono::seconds length);

}  // namespace presentity
