// SPDX-License-Identifier: MIT
#include "datatype_durations.hpp"

#include "datatype_numbers.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>

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

/// A number and where it ends: "12", and whether it has a fraction.
struct Component {
  std::int64_t value = 0;
  std::int64_t fraction = 0;
  bool has_fraction = false;
  bool is_comparable = true;
  char designator = 0;
};

/// Reads "12M" or "1.5S" from the front of `text`.
std::optional<Component> read_component(std::string_view& text) {
  Component result;
  std::size_t at = 0;
  std::size_t significant = 0;
  for (; at < text.size() && is_digit(text[at]); ++at) {
    if (significant > 0 || text[at] != '0') ++significant;
    if (significant <= most_digits) result.value = result.value * 10 + (text[at] - '0');
  }
  if (at == 0) return std::nullopt;
  result.is_comparable = significant <= most_digits;
  if (at < text.size() && text[at] == '.') {
    const auto begin = ++at;
    for (auto unit = units_per_second / 10; at < text.size() && is_digit(text[at]); ++at) {
      result.fraction += unit * (text[at] - '0');
      unit /= 10;
    }
    if (at == begin) return std::nullopt;
    result.has_fraction = true;
  }
  if (at == text.size()) return std::nullopt;
  result.designator = text[at];
  text.remove_prefix(at + 1);
  return result;
}

struct Designator {
  char letter;
  std::int64_t months;
  std::int64_t seconds;
};

constexpr std::array date_designators{Designator{'Y', 12, 0}, Designator{'M', 1, 0},
                                      Designator{'D', 0, 86'400}};
constexpr std::array time_designators{Designator{'H', 0, 3'600}, Designator{'M', 0, 60},
                                      Designator{'S', 0, 1}};

/// Reads components up to "T" or the end, in the order of `designators`. Returns whether all is
/// well.
bool read_components(std::string_view& text, const std::array<Designator, 3>& designators,
                     Duration& duration) {
  std::size_t next = 0;
  while (!text.empty() && text.front() != 'T') {
    const auto component = read_component(text);
    if (!component) return false;
    while (next < 3 && designators[next].letter != component->designator) ++next;
    if (next == 3 || (component->has_fraction && component->designator != 'S')) return false;
    duration.months += component->value * designators[next].months;
    duration.seconds += component->value * designators[next].seconds;
    duration.fraction += component->fraction;
    duration.is_comparable = duration.is_comparable && component->is_comparable;
    ++next;
  }
  return true;
}

std::optional<Duration> parse_duration(std::string_view literal) {
  Duration result;
  result.is_negative = literal.starts_with('-');
  if (result.is_negative) literal.remove_prefix(1);
  if (!literal.starts_with('P')) return std::nullopt;
  literal.remove_prefix(1);
  if (literal.empty() || !read_components(literal, date_designators, result)) return std::nullopt;
  if (literal.empty()) return result;
  literal.remove_prefix(1);
  if (literal.empty() || !read_components(literal, time_designators, result)) return std::nullopt;
  if (!literal.empty()) return std::nullopt;
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

bool is_duration(std::string_view literal) noexcept { return parse_duration(literal).has_value(); }

Order compare_durations(std::string_view a, std::string_view b) noexcept {
  const auto first = parse_duration(a);
  const auto second = parse_duration(b);
  if (!first || !second || !first->is_comparable || !second->is_comparable) {
    return Order::incomparable;
  }
  // September 1696, February 1697, March 1903 and July 1903, in months after March of year 0.
  constexpr std::array<std::int64_t, 4> starts{20'358, 20'363, 22'836, 22'840};
  const auto order = add(starts[0], *first) <=> add(starts[0], *second);
  for (const auto start : starts) {
    const auto other = add(start, *first) <=> add(start, *second);
    if (other != order) return Order::incomparable;
  }
  return to_order(order);
}

}  // namespace presentity::detail
