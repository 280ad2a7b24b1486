// SPDX-License-Identifier: MIT
#include "duration_parts.hpp"

#include "datatype_numbers.hpp"

namespace presentity::detail {
namespace {

constexpr std::size_t most_digits = 18;

/// Takes the number that `text` begins with.
DurationPart take_number(std::string_view& text) {
  DurationPart result;
  for (; result.digits < text.size() && is_digit(text[result.digits]); ++result.digits) {
    const int digit = text[result.digits] - '0';
    if (result.significant > 0 || digit > 0) ++result.significant;
    if (result.significant <= most_digits) result.value = result.value * 10 + digit;
  }
  if (result.significant > most_digits) result.value = 0;
  text.remove_prefix(result.digits);
  return result;
}

/// Takes the digits that `text` begins with. Returns whether there are any.
bool take_fraction(std::string_view& text, DurationParts& result) {
  std::size_t count = 0;
  for (; count < text.size() && is_digit(text[count]); ++count) {
    if (count < most_digits) result.fraction = result.fraction * 10 + (text[count] - '0');
  }
  result.fraction_digits = count;
  text.remove_prefix(count);
  return count > 0;
}

/// Reads the parts from `next` on and before `end`, up to "T" or the end of `text`.
bool read_parts(std::string_view& text, std::size_t next, std::size_t end, DurationParts& result) {
  while (!text.empty() && text.front() != 'T') {
    const auto part = take_number(text);
    // Nothing follows the seconds: another fraction would be added to theirs.
    if (part.digits == 0 || next == end) return false;
    const bool has_fraction = text.starts_with('.');
    if (has_fraction) {
      text.remove_prefix(1);
      if (!take_fraction(text, result)) return false;
    }
    if (text.empty()) return false;
    while (next < end && duration_designators[next] != text.front()) ++next;
    if (next == end || (has_fraction && next != DurationParts::seconds)) return false;
    result.parts[next++] = part;
    text.remove_prefix(1);
  }
  return true;
}

bool read_all(std::string_view literal, DurationParts& result) {
  result.is_negative = literal.starts_with('-');
  if (result.is_negative) literal.remove_prefix(1);
  if (!literal.starts_with('P')) return false;
  literal.remove_prefix(1);
  if (literal.empty()) return false;
  if (!read_parts(literal, DurationParts::years, DurationParts::hours, result)) return false;
  if (literal.empty()) return true;
  literal.remove_prefix(1);
  if (literal.empty()) return false;
  return read_parts(literal, DurationParts::hours, duration_designators.size(), result) &&
         literal.empty();
}

}  // namespace

bool is_duration(std::string_view literal) noexcept {
  DurationParts parts;
  return read_all(literal, parts);
}

std::optional<DurationParts> parse_duration_parts(std::string_view literal) noexcept {
  DurationParts parts;
  return read_all(literal, parts) ? std::optional(parts) : std::nullopt;
}

}  // namespace presentity::detail
