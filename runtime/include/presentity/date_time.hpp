// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/result.hpp>
#include <presentity/utc_offset.hpp>
#include <presentity/value_error.hpp>

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <ratio>
#include <string>
#include <string_view>

/// \file
/// Values of `xs:dateTime`, `xs:date` and `xs:time`.
///
/// A value holds what its literal says, field by field, so that it is written as it was read:
/// `to_string(*parse_date_time(text)) == text`. Hence `==` compares fields: 12:00:00Z and
/// 13:00:00+01:00 differ, and so do 0.5 and 0.50 seconds. `compare` compares instants.
///
/// A field that is out of its range, or a day that its month does not have, makes a value that
/// `is_valid` denies. Writing it gives text that is no literal, or that of another value, and it
/// must not be compared as an instant.
///
/// Source: XML Schema Part 2: Datatypes, Second Edition, sections 3.2.7 to 3.2.9 and appendix D.
/// Leap years are found from the year's own number, as appendix E.1 does: -0004 is one.

namespace presentity {

/// A date and time of day, with the time zone that the document stated, if any.
struct DateTime {
  std::int64_t year = 1;      ///< Up to 18 digits; negative before the common era; not 0.
  int month = 1;              ///< 1 to 12.
  int day = 1;                ///< 1 to the last of the month.
  int hour = 0;               ///< 0 to 24; 24:00:00 is the first instant of the next day.
  int minute = 0;             ///< 0 to 59.
  int second = 0;             ///< 0 to 60; a leap second counts to the next minute.
  std::int64_t fraction = 0;  ///< Of the second: the digits behind the point, as a number.
  int fraction_digits = 0;  ///< How many digits, 0 to 18: `.050` has the fraction 50 and 3 digits.
  std::optional<UtcOffset> offset = std::nullopt;  ///< Empty if not stated.

  friend bool operator==(const DateTime&, const DateTime&) = default;
};

/// A day, with the time zone that the document stated, if any.
struct Date {
  std::int64_t year = 1;                           ///< As in `DateTime`.
  int month = 1;                                   ///< 1 to 12.
  int day = 1;                                     ///< 1 to the last of the month.
  std::optional<UtcOffset> offset = std::nullopt;  ///< Empty if not stated.

  friend bool operator==(const Date&, const Date&) = default;
};

/// A time that recurs every day: the value of `xs:time`.
struct TimeOfDay {
  int hour = 0;               ///< 0 to 24; 24:00:00 is the same time as 00:00:00.
  int minute = 0;             ///< 0 to 59.
  int second = 0;             ///< 0 to 60.
  std::int64_t fraction = 0;  ///< As in `DateTime`.
  int fraction_digits = 0;    ///< 0 to 18.
  std::optional<UtcOffset> offset = std::nullopt;  ///< Empty if not stated.

  friend bool operator==(const TimeOfDay&, const TimeOfDay&) = default;
};

/// Reads a literal, without white space around it.
///
/// Errors: `not_a_literal`; `out_of_range` if it has the form of one but names no real date, time
/// or offset (30 February, year 0000, +14:01); `too_many_digits` if the year or the fraction has
/// more than 18.
[[nodiscard]] Result<DateTime, ValueError> parse_date_time(std::string_view text) noexcept;
[[nodiscard]] Result<Date, ValueError> parse_date(std::string_view text) noexcept;
[[nodiscard]] Result<TimeOfDay, ValueError> parse_time_of_day(std::string_view text) noexcept;

/// Returns the literal that is read as `value`, field by field.
[[nodiscard]] std::string to_string(const DateTime& value);
[[nodiscard]] std::string to_string(const Date& value);
[[nodiscard]] std::string to_string(const TimeOfDay& value);

/// Appends `to_string(value)`.
void append_to(std::string& out, const DateTime& value);
void append_to(std::string& out, const Date& value);
void append_to(std::string& out, const TimeOfDay& value);

/// Whether there is a literal for `value`.
[[nodiscard]] bool is_valid(const DateTime& value);
[[nodiscard]] bool is_valid(const Date& value);
[[nodiscard]] bool is_valid(const TimeOfDay& value);

/// Compares the instants at which valid values begin. If one has a time zone and the other has not,
/// they are unordered when they are within 14 hours of each other. Source: section 3.2.7.4.
[[nodiscard]] std::partial_ordering compare(const DateTime& a, const DateTime& b) noexcept;
[[nodiscard]] std::partial_ordering compare(const Date& a, const Date& b) noexcept;
[[nodiscard]] std::partial_ordering compare(const TimeOfDay& a, const TimeOfDay& b) noexcept;

/// Returns the instant, without its fraction. Nothing if no time zone is stated, if `value` is not
/// valid, and if its year is not one of 1 to 32767: `std::chrono` counts years otherwise before,
/// and not at all after.
[[nodiscard]] std::optional<std::chrono::sys_seconds> to_sys_seconds(const DateTime& value);

/// Returns the fraction of the second. Digits beyond the ninth are dropped.
[[nodiscard]] std::chrono::nanoseconds subseconds(const DateTime& value) noexcept;

/// Returns the instant in units of `Duration`, a second or less. What is finer is dropped. Nothing
/// as for `to_sys_seconds`, and if `Duration` cannot count so far: nanoseconds end in 2262.
template <class Duration = std::chrono::microseconds>
[[nodiscard]] std::optional<std::chrono::sys_time<Duration>> to_sys_time(const DateTime& value) {
  static_assert(!std::chrono::treat_as_floating_point_v<typename Duration::rep>);
  static_assert(std::ratio_less_equal_v<typename Duration::period, std::ratio<1>>);
  using std::chrono::seconds;
  constexpr auto last = std::chrono::duration_cast<seconds>(Duration::max()) - seconds(1);
  const auto whole = to_sys_seconds(value);
  if (!whole || std::chrono::abs(whole->time_since_epoch()) > last) return std::nullopt;
  return std::chrono::sys_time<Duration>(*whole) +
         std::chrono::duration_cast<Duration>(subseconds(value));
}

/// Returns `time`, which must be in the years 1 to 32767, on a clock with this offset; what is
/// finer than a nanosecond is dropped. The fraction has as many digits as it needs.
[[nodiscard]] DateTime to_date_time(std::chrono::sys_seconds time,
                                    std::chrono::nanoseconds fraction, UtcOffset offset);

template <class Duration>
[[nodiscard]] DateTime to_date_time(std::chrono::sys_time<Duration> time, UtcOffset offset = {}) {
  const auto whole = std::chrono::floor<std::chrono::seconds>(time);
  return to_date_time(whole, std::chrono::duration_cast<std::chrono::nanoseconds>(time - whole),
                      offset);
}

}  // namespace presentity
