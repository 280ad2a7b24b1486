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
char* write_two_digits(char* to, int value) noexcept {
  if (value < 0 || value > 99) return write_padded(to, static_cast<std::uint64_t>(value), 2);
  *to++ = static_cast<char>('0' + value / 10);
  *to++ = static_cast<char>('0' + value % 10);
  return to;
}

char* write_two_digits_after(char* to, char sign, int value) noexcept {
  *to = sign;
  return write_two_digits(to + 1, value);
}

char* write_year(char* to, std::int64_t year) noexcept {
  const auto value = static_cast<std::uint64_t>(year);
  if (year < 0) *to++ = '-';
  return write_padded(to, year < 0 ? 0 - value : value, 4);
}

char* write_month_after_year(char* to, const Moment& moment) noexcept {
  return write_two_digits_after(write_year(to, moment.year), '-', moment.month);
}

char* write_date(char* to, const Moment& moment) noexcept {
  return write_two_digits_after(write_month_after_year(to, moment), '-', moment.day);
}

char* write_time(char* to, const Moment& moment) noexcept {
  to = write_two_digits(to, moment.hour);
  to = write_two_digits_after(to, ':', moment.minute);
  to = write_two_digits_after(to, ':', moment.second);
  if (moment.fraction_digits <= 0) return to;
  *to++ = '.';
  const auto digits = std::min(moment.fraction_digits, most_fraction_digits + 1);
  return write_padded(to, static_cast<std::uint64_t>(moment.fraction),
                      static_cast<std::size_t>(digits));
}

char* write_offset(char* to, const UtcOffset& offset) noexcept {
  constexpr std::int64_t out_of_range = 6000;
  const auto east = std::clamp<std::int64_t>(offset.minutes.count(), -out_of_range, out_of_range);
  if (east == 0 && offset.zero == UtcOffset::Zero::z) {
    *to++ = 'Z';
    return to;
  }
  const auto is_negative = east < 0 || (east == 0 && offset.zero == UtcOffset::Zero::minus);
  const auto distance = static_cast<int>(east < 0 ? -east : east);
  to = write_two_digits_after(to, is_negative ? '-' : '+', distance / 60);
  return write_two_digits_after(to, ':', distance % 60);
}

char* write_parts(char* to, Primitive primitive, const Moment& moment) noexcept {
  switch (primitive) {
    case Primitive::date_time:
      to = write_date(to, moment);
      *to = 'T';
      return write_time(to + 1, moment);
    case Primitive::time:
      return write_time(to, moment);
    case Primitive::date:
      return write_date(to, moment);
    case Primitive::g_year_month:
      return write_month_after_year(to, moment);
    case Primitive::g_year:
      return write_year(to, moment.year);
    default:
      break;
  }
  *to++ = '-';
  if (primitive == Primitive::g_day) {
    *to++ = '-';
    return write_two_digits_after(to, '-', moment.day);
  }
  to = write_two_digits_after(to, '-', moment.month);
  if (primitive == Primitive::g_month_day) to = write_two_digits_after(to, '-', moment.day);
  return to;
}

}  // namespace

char* write_moment(char* to, Primitive primitive, const Moment& moment) noexcept {
  to = write_parts(to, primitive, moment);
  return moment.offset ? write_offset(to, *moment.offset) : to;
}

void append_moment(std::string& out, Primitive primitive, const Moment& moment) {
  std::array<char, most_moment_characters> text;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  out.append(text.data(), write_moment(text.data(), primitive, moment));
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
