// SPDX-License-Identifier: MIT
#pragma once

#include "simple/datatype_dates.hpp"
#include "simple/moment.hpp"

#include <presentity/result.hpp>
#include <presentity/value_error.hpp>

#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// \file
/// What the values of dates and times have in common. A `Value` is one of their structs; its
/// members are called as those of `Moment`, and those that it does not have are left alone.

namespace presentity::detail {

/// Which type of XML Schema a struct stands for.
struct MomentType {
  Primitive primitive;
  std::string_view name;
};

/// Room that `write_moment` needs: a dateTime whose parts are all out of range has 153 characters,
/// and each number wants room for 32.
constexpr std::size_t most_moment_characters = 192;

/// Writes the literal that `parse_moment` would read as `moment`, if there is one, to `to`, where
/// `most_moment_characters` have room, and returns its end.
char* write_moment(char* to, Primitive primitive, const Moment& moment) noexcept;

/// Appends what `write_moment` writes.
void append_moment(std::string& out, Primitive primitive, const Moment& moment);

[[nodiscard]] std::partial_ordering to_partial_ordering(Order order) noexcept;

/// Returns the fraction of a second that has so many digits behind the point.
[[nodiscard]] std::chrono::nanoseconds to_nanoseconds(std::int64_t fraction, int digits) noexcept;

template <class Value>
Moment to_moment(const Value& value) noexcept {
  Moment moment;
  if constexpr (requires { value.year; }) moment.year = value.year;
  if constexpr (requires { value.month; }) moment.month = value.month;
  if constexpr (requires { value.day; }) moment.day = value.day;
  if constexpr (requires { value.hour; }) {
    moment.hour = value.hour;
    moment.minute = value.minute;
    moment.second = value.second;
    moment.fraction = value.fraction;
    moment.fraction_digits = value.fraction_digits;
  }
  moment.offset = value.offset;
  return moment;
}

template <class Value>
Value from_moment(const Moment& moment) noexcept {
  Value value;
  if constexpr (requires { value.year; }) value.year = moment.year;
  if constexpr (requires { value.month; }) value.month = moment.month;
  if constexpr (requires { value.day; }) value.day = moment.day;
  if constexpr (requires { value.hour; }) {
    value.hour = moment.hour;
    value.minute = moment.minute;
    value.second = moment.second;
    value.fraction = moment.fraction;
    value.fraction_digits = moment.fraction_digits;
  }
  value.offset = moment.offset;
  return value;
}

template <class Value>
Result<Value, ValueError> parse_as(MomentType type, std::string_view text) noexcept {
  const auto moment = parse_moment(type.primitive, text);
  if (!moment) return Unexpected{ValueError{moment.error(), type.name}};
  if (moment->fraction_digits > most_fraction_digits) {
    return Unexpected{ValueError{ValueError::Reason::too_many_digits, type.name}};
  }
  return from_moment<Value>(*moment);
}

template <class Value>
std::string text_of(MomentType type, const Value& value) {
  std::string text;
  append_moment(text, type.primitive, to_moment(value));
  return text;
}

/// Reading what is written is the test: the rules stand in one place.
template <class Value>
bool has_literal(MomentType type, const Value& value) {
  const auto again = parse_as<Value>(type, text_of(type, value));
  return again && *again == value;
}

template <class Value>
std::partial_ordering compare_as(MomentType type, const Value& a, const Value& b) noexcept {
  return to_partial_ordering(compare_moments(type.primitive, to_moment(a), to_moment(b)));
}

}  // namespace presentity::detail
