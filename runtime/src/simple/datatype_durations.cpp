// SPDX-License-Identifier: MIT
#include "datatype_durations.hpp"

#include "datatype_numbers.hpp"

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>

namespace presentity::detail {
namespace {

/// Small enough that nothing computed here overflows.
constexpr std::size_t most_digits = 10;
constexpr std::int64_t units_per_second = 1'000'000'000'000'000'000;

struct Duration {
  std::int64_t months = 0;
  std::int64_t seconds = 0;
  std::int64_t fraction = 0;  ///< Of the second, in units of 10^-18.
  bool is_negative = false;
  bool is_comparable = true;
};

/// Months and seconds of one of each part.
struct Unit {
  std::int64_t months;
  std::int64_t seconds;
};
constexpr std::array units{Unit{12, 0},    Unit{1, 0},  Unit{0, 86'400},
                           Unit{0, 3'600}, Unit{0, 60}, Unit{0, 1}};

Duration sum(const DurationParts& parts) {
  Duration result;
  result.is_negative = parts.is_negative;
  for (std::size_t index = 0; index < units.size(); ++index) {
    const auto& part = parts.parts[index];
    if (part.significant > most_digits) {
      result.is_comparable = false;
    } else {
      result.months += part.value * units[index].months;
      result.seconds += part.value * units[index].seconds;
    }
  }
  result.fraction = parts.fraction;
  for (auto digits = parts.fraction_digits; digits < 18; ++digits) result.fraction *= 10;
  return result;
}

/// Days from 0000-03-01 to the first of a month, which is counted from that March.
std::int64_t days_to_month(std::int64_t months) {
  const auto year = months >= 0 ? months / 12 : -((11 - months) / 12);
  const auto month = months - year * 12;
  const auto century = year >= 0 ? year / 100 : -((99 - year) / 100);
  const auto fourth = year >= 0 ? year / 4 : -((3 - year) / 4);
  const auto era = year >= 0 ? year / 400 : -((399 - year) / 400);
  return year * 365 + fourth - century + era + (153 * month + 2) / 5;
}

struct Sum {
  std::int64_t seconds = 0;
  std::int64_t fraction = 0;

  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 mistakes the comparison with 0.
  friend std::strong_ordering operator<=>(const Sum&, const Sum&) = default;
};

/// Adds `duration` to the first of the month that is `start` months after March of year 0.
Sum add(std::int64_t start, const Duration& duration) {
  const std::int64_t sign = duration.is_negative ? -1 : 1;
  Sum sum;
  sum.seconds = days_to_month(start + sign * duration.months) * 86'400 + sign * duration.seconds;
  sum.fraction = sign * duration.fraction;
  if (sum.fraction < 0) {
    sum.fraction += units_per_second;
    --sum.seconds;
  }
  return sum;
}

}  // namespace

Order compare_durations(std::string_view a, std::string_view b) noexcept {
  const auto first = parse_duration_parts(a);
  const auto second = parse_duration_parts(b);
  return first && second ? compare_durations(*first, *second) : Order::incomparable;
}

Order compare_durations(const DurationParts& a, const DurationParts& b) noexcept {
  const auto first = sum(a);
  const auto second = sum(b);
  if (!first.is_comparable || !second.is_comparable) return Order::incomparable;
  // September 1696, February 1697, March 1903 and July 1903, in months after March of year 0.
  constexpr std::array<std::int64_t, 4> starts{20'358, 20'363, 22'836, 22'840};
  const auto order = add(starts[0], first) <=> add(starts[0], second);
  for (const auto start : starts) {
    const auto other = add(start, first) <=> add(start, second);
    if (other != order) return Order::incomparable;
  }
  return to_order(order);
}

}  // namespace presentity::detail
