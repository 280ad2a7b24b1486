// SPDX-License-Identifier: MIT
#include "simple/datatype_durations.hpp"
#include "simple/duration_parts.hpp"
#include "values/moment_text.hpp"
#include "values/number_text.hpp"

#include <presentity/duration.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

namespace presentity {
namespace {

using Parts = detail::DurationParts;
using Count = Duration::Count;

constexpr std::size_t most_digits = 18;

/// Where the parts of `Parts` are, in the same order.
constexpr std::array members{&Duration::years, &Duration::months,  &Duration::days,
                             &Duration::hours, &Duration::minutes, &Duration::seconds};

std::optional<Count> to_count(const detail::DurationPart& part) noexcept {
  if (part.digits == 0) return std::nullopt;
  const bool has_zeros = part.digits > std::max<std::size_t>(part.significant, 1);
  return Count(part.value, has_zeros ? static_cast<int>(part.digits) : 0);
}

detail::DurationPart to_part(const Count& count) noexcept {
  detail::DurationPart part;
  part.value = count.value;
  for (auto rest = count.value; rest != 0; rest /= 10) ++part.significant;
  part.digits = std::max<std::size_t>(part.significant, 1);
  return part;
}

Parts to_parts(const Duration& value) noexcept {
  Parts parts;
  parts.is_negative = value.is_negative;
  for (std::size_t index = 0; index < members.size(); ++index) {
    const auto& count = value.*members[index];
    if (count) parts.parts[index] = to_part(*count);
  }
  parts.fraction = value.fraction;
  parts.fraction_digits = static_cast<std::size_t>(value.fraction_digits);
  return parts;
}

void append_count(std::string& out, const Count& count) {
  const auto width = std::clamp<int>(count.width, 0, most_digits + 1);
  std::array<char, 32> text;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  out.append(text.data(), detail::write_padded(text.data(), static_cast<std::uint64_t>(count.value),
                                               static_cast<std::size_t>(width)));
}

void append_fraction(std::string& out, const Duration& value) {
  if (value.fraction_digits <= 0) return;
  out += '.';
  append_count(out, {value.fraction, value.fraction_digits});
}

/// Adds `count` times `unit`, both not negative, to `sum`. Returns whether there is room.
bool add(std::int64_t& sum, std::int64_t count, std::int64_t unit) noexcept {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  if (count < 0 || count > (most - sum) / unit) return false;
  sum += count * unit;
  return true;
}

}  // namespace

Result<Duration, ValueError> parse_duration(std::string_view text) noexcept {
  constexpr auto failed = [](ValueError::Reason reason) {
    return Unexpected{ValueError{reason, "xs:duration"}};
  };
  const auto parts = detail::parse_duration_parts(text);
  if (!parts) return failed(ValueError::Reason::not_a_literal);
  const auto is_long = [](const detail::DurationPart& part) { return part.digits > most_digits; };
  if (parts->fraction_digits > most_digits || std::ranges::any_of(parts->parts, is_long)) {
    return failed(ValueError::Reason::too_many_digits);
  }
  Duration value;
  value.is_negative = parts->is_negative;
  for (std::size_t index = 0; index < members.size(); ++index) {
    value.*members[index] = to_count(parts->parts[index]);
  }
  value.fraction = parts->fraction;
  value.fraction_digits = static_cast<int>(parts->fraction_digits);
  return value;
}

std::string to_string(const Duration& value) {
  std::string text;
  append_to(text, value);
  return text;
}

void append_to(std::string& out, const Duration& value) {
  out += value.is_negative ? "-P" : "P";
  const auto begin = out.size();
  bool has_time = false;
  for (std::size_t index = 0; index < members.size(); ++index) {
    const auto& count = value.*members[index];
    if (!count) continue;
    if (index >= Parts::hours && !has_time) out += 'T';
    has_time = index >= Parts::hours;
    append_count(out, *count);
    if (index == Parts::seconds) append_fraction(out, value);
    out += detail::duration_designators[index];
  }
  if (out.size() == begin) out += "T0S";
}

bool is_valid(const Duration& value) {
  // Reading what is written is the test: the rules stand in one place.
  const auto again = parse_duration(to_string(value));
  return again && (*again == value || value == Duration{.is_negative = value.is_negative});
}

std::partial_ordering compare(const Duration& a, const Duration& b) noexcept {
  return detail::to_partial_ordering(detail::compare_durations(to_parts(a), to_parts(b)));
}

std::optional<std::chrono::seconds> to_seconds(const Duration& value) noexcept {
  const auto number = [](const std::optional<Count>& count) { return count ? count->value : 0; };
  std::int64_t sum = 0;
  const bool has_room = add(sum, number(value.days), 86'400) &&
                        add(sum, number(value.hours), 3'600) &&
                        add(sum, number(value.minutes), 60) && add(sum, number(value.seconds), 1);
  if (!has_room || number(value.years) != 0 || number(value.months) != 0) return std::nullopt;
  return std::chrono::seconds(value.is_negative ? -sum : sum);
}

std::chrono::nanoseconds subseconds(const Duration& value) noexcept {
  const auto fraction = detail::to_nanoseconds(value.fraction, value.fraction_digits);
  return value.is_negative ? -fraction : fraction;
}

Duration to_duration(std::chrono::seconds length) {
  Duration value;
  value.is_negative = length.count() < 0;
  // Each remainder is taken with its sign: the smallest number has no counterpart.
  const auto part = [&](std::int64_t number) {
    const auto count = number < 0 ? -number : number;
    return count == 0 ? std::nullopt : std::optional<Count>(count);
  };
  value.days = part(length.count() / 86'400);
  value.hours = part(length.count() / 3'600 % 24);
  value.minutes = part(length.count() / 60 % 60);
  value.seconds = part(length.count() % 60);
  if (length.count() == 0) value.seconds = 0;
  return value;
}

}  // namespace presentity
