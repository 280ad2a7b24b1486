// SPDX-License-Identifier: MIT
#include "datatype_dates.hpp"

#include "datatype_numbers.hpp"

#include <compare>
#include <cstdint>

namespace presentity::detail {
namespace {

constexpr int minutes_per_day = 24 * 60;
constexpr int largest_offset = 14 * 60;

/// A starting instant.
struct Instant {
  std::int64_t year = 0;
  int month = 0;
  int day = 0;
  int minute = 0;  ///< Of the day.
  int second = 0;
  std::uint64_t fraction = 0;  ///< Of the second, in units of 10^-18.

  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 mistakes the comparison with 0.
  friend std::strong_ordering operator<=>(const Instant&, const Instant&) = default;
};

std::uint64_t in_smallest_units(const Moment& moment) {
  auto fraction = static_cast<std::uint64_t>(moment.fraction);
  for (int digits = moment.fraction_digits; digits < most_fraction_digits; ++digits) fraction *= 10;
  return fraction;
}

void next_day(Instant& instant) {
  if (++instant.day <= days_in_month(instant.year, instant.month)) return;
  instant.day = 1;
  if (++instant.month <= 12) return;
  instant.month = 1;
  if (++instant.year == 0) instant.year = 1;  // Section 3.2.7: there is no year 0.
}

void previous_day(Instant& instant) {
  if (--instant.day > 0) return;
  if (--instant.month == 0) {
    instant.month = 12;
    if (--instant.year == 0) instant.year = -1;
  }
  instant.day = days_in_month(instant.year, instant.month);
}

/// Returns `moment` in UTC, if local time is `offset` minutes ahead of it.
Instant in_utc(const Moment& moment, int offset) {
  Instant result{moment.year,   moment.month,
                 moment.day,    moment.hour * 60 + moment.minute,
                 moment.second, in_smallest_units(moment)};
  if (result.second == 60) {
    result.second = 0;
    ++result.minute;
  }
  result.minute -= offset;
  while (result.minute >= minutes_per_day) {
    result.minute -= minutes_per_day;
    next_day(result);
  }
  while (result.minute < 0) {
    result.minute += minutes_per_day;
    previous_day(result);
  }
  return result;
}

int minutes_east(const Moment& moment) {
  return moment.offset ? static_cast<int>(moment.offset->minutes.count()) : 0;
}

/// Compares `zoned` with `local`, which has no time zone.
Order compare_with_local(const Moment& zoned, const Moment& local) {
  const auto instant = in_utc(zoned, minutes_east(zoned));
  if (instant < in_utc(local, largest_offset)) return Order::less;
  if (instant > in_utc(local, -largest_offset)) return Order::greater;
  return Order::incomparable;
}

}  // namespace

bool is_date_or_time(Primitive primitive, std::string_view literal) noexcept {
  return is_moment(primitive, literal);
}

Order compare_moments(Primitive primitive, Moment a, Moment b) noexcept {
  for (auto* moment : {&a, &b}) {
    // Section 3.2.8.2: 24:00:00 is the same time of day as 00:00:00.
    if (primitive == Primitive::time) moment->hour %= 24;
  }
  if (a.offset && !b.offset) return compare_with_local(a, b);
  if (b.offset && !a.offset) return reversed(compare_with_local(b, a));
  return to_order(in_utc(a, minutes_east(a)) <=> in_utc(b, minutes_east(b)));
}

Order compare_dates(Primitive primitive, std::string_view a, std::string_view b) noexcept {
  const auto first = parse_moment(primitive, a);
  const auto second = parse_moment(primitive, b);
  if (!first || !second) return Order::incomparable;
  return compare_moments(primitive, *first, *second);
}

}  // namespace presentity::detail
