// SPDX-License-Identifier: MIT
#include "duration_parts.hpp"

#include "datatype_numbers.hpp"

#include <algorithm>

namespace presentity::detail {
namespace {

constexpr std::size_t most_digits = 18;

/// Takes the digits that `text` begins with.
std::string_view take_digits(std::string_view& text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  const auto digits = text.substr(0, count);
  text.remove_prefix(count);
  return digits;
}

/// The number that the first 18 of `digits` make.
std::int64_t number(std::string_view digits) {
  std::int64_t value = 0;
  for (const char c : digits.substr(0, most_digits)) value = value * 10 + (c - '0');
  return value;
}

DurationPart part(std::string_view digits) {
  DurationPart result;
  result.digits = digits.size();
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  result.significant = digits.size();
  if (result.significant <= most_digits) result.value = number(digits);
  return result;
}

/// Reads the parts from `next` on and before `end`, up to "T" or the end of `text`.
bool read_parts(std::string_view& text, std::size_t next, std::size_t end, DurationParts& result) {
  while (!text.empty() && text.front() != 'T') {
    const auto digits = take_digits(text);
    if (digits.empty()) return false;
    const bool has_fraction = text.starts_with('.');
    if (has_fraction) {
      text.remove_prefix(1);
      const auto fraction = take_digits(text);
      if (fraction.empty()) return false;
      result.fraction = number(fraction);
      result.fraction_digits = fraction.size();
    }
    if (text.empty()) return false;
    while (next < end && duration_designators[next] != text.front()) ++next;
    if (next == end || (has_fraction && next != DurationParts::seconds)) return false;
    result.parts[next++] = part(digits);
    text.remove_prefix(1);
  }
  return true;
}

}  // namespace

std::optional<DurationParts> parse_duration_parts(std::string_view literal) noexcept {
  DurationParts result;
  result.is_negative = literal.starts_with('-');
  if (result.is_negative) literal.remove_prefix(1);
  if (!literal.starts_with('P')) return std::nullopt;
  literal.remove_prefix(1);
  if (literal.empty()) return std::nullopt;
  if (!read_parts(literal, DurationParts::years, DurationParts::hours, result)) return std::nullopt;
  if (literal.empty()) return result;
  literal.remove_prefix(1);
  if (literal.empty()) return std::nullopt;
  if (!read_parts(literal, DurationParts::hours, duration_designators.size(), result)) {
    return std::nullopt;
  }
  return literal.empty() ? std::optional(result) : std::nullopt;
}

}  // namespace presentity::detail
