// SPDX-License-Identifier: MIT
#include "values/moment_text.hpp"

#include "values/number_text.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace presentity::detail {
namespace {

/// A negative number, which no part but the year has, becomes one that is too large.
void append_two_digits(std::string& out, int value) {
  if (value < 0 || value > 99) return append_padded(out, static_cast<std::uint64_t>(value), 2);
  const std::array digits{static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
  out.append(digits.data(), digits.size());
}

void append_year(std::string& out, std::int64_t year) {
  const auto value = static_cast<std::uint64_t>(year);
  if (year < 0) out += '-';
  append_padded(out, year < 0 ? 0 - value : value, 4);
}

void append_month_after_year(std::string& out, const Moment& moment) {
  append_year(out, moment.year);
  out += '-';
  append_two_digits(out, moment.month);
}

void append_date(std::string& out, const Moment& moment) {
  append_month_after_year(out, moment);
  out += '-';
  append_two_digits(out, moment.day);
}

void append_time(std::string& out, const Moment& moment) {
  append_two_digits(out, moment.hour);
  out += ':';
  append_two_digits(out, moment.minute);
  out += ':';
  append_two_digits(out, moment.second);
  if (moment.fraction_digits <= 0) return;
  out += '.';
  const auto digits = std::min(moment.fraction_digits, most_fraction_digits + 1);
  append_padded(out, static_cast<std::uint64_t>(moment.fraction), static_cast<std::size_t>(digits));
}

void append_offset(std::string& out, const UtcOffset& offset) {
  constexpr std::int64_t out_of_range = 6000;
  const auto east = std::clamp<std::int64_t>(offset.minutes.count(), -out_of_range, out_of_range);
  if (east == 0 && offset.zero == UtcOffset::Zero::z) {
    out += 'Z';
    return;
  }
  const auto is_negative = east < 0 || (east == 0 && offset.zero == UtcOffset::Zero::minus);
  const auto distance = static_cast<int>(east < 0 ? -east : east);
  out += is_negative ? '-' : '+';
  append_two_digits(out, distance / 60);
  out += ':';
  append_two_digits(out, distance % 60);
}

void append_parts(std::string& out, Primitive primitive, const Moment& moment) {
  switch (primitive) {
    case Primitive::date_time:
      append_date(out, moment);
      out += 'T';
      return append_time(out, moment);
    case Primitive::time:
      return append_time(out, moment);
    case Primitive::date:
      return append_date(out, moment);
    case Primitive::g_year_month:
      return append_month_after_year(out, moment);
    case Primitive::g_year:
      return append_year(out, moment.year);
    case Primitive::g_month_day:
      out += "--";
      append_two_digits(out, moment.month);
      out += '-';
      return append_two_digits(out, moment.day);
    case Primitive::g_day:
      out += "---";
      return append_two_digits(out, moment.day);
    default:
      out += "--";
      return append_two_digits(out, moment.month);
  }
}

}  // namespace

void append_moment(std::string& out, Primitive primitive, const Moment& moment) {
  append_parts(out, primitive, moment);
  if (moment.offset) append_offset(out, *moment.offset);
}

std::chrono::nanoseconds to_nanoseconds(std::int64_t fraction, int digits) noexcept {
  if (digits <= 0 || digits > most_fraction_digits) return std::chrono::nanoseconds(0);
  auto count = static_cast<std::uint64_t>(fraction);
  for (; digits > 9; --digits) count /= 10;
  for (; digits < 9; ++digits) count *= 10;
  return std::chrono::nanoseconds(static_cast<std::int64_t>(count));
}

std::partial_ordering to_partial_ordering(Order order) noexcept {
  switch (order) {
    case Order::less:
      return std::partial_ordering::less;
    case Order::equal:
      return std::partial_ordering::equivalent;
    case Order::greater:
      return std::partial_ordering::greater;
    case Order::incomparable:
      break;
  }
  return std::partial_ordering::unordered;
}

}  // namespace presentity::detail
