// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/detail/simple_types.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>

/// \file
/// What the runtime adds to the rows of simple types.

namespace presentity::detail {

/// The number of digits that always fit `std::int64_t`.
inline constexpr std::size_t most_quick_digits = 18;

/// A bound of integers as a number; beyond the quick digits, the limit of `std::int64_t` stands for
/// it, which all quick numbers are within as well.
constexpr std::int64_t quick_bound(const Bound& bound, std::int64_t absent, int inwards) {
  if (!bound.is_present()) return absent;
  auto digits = bound.text;
  const bool is_negative = digits.front() == '-';
  if (is_negative || digits.front() == '+') digits.remove_prefix(1);
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  constexpr auto limit = std::numeric_limits<std::int64_t>::max();
  if (digits.size() > most_quick_digits) return is_negative ? -limit : limit;
  std::int64_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return (is_negative ? -value : value) + (bound.is_inclusive ? 0 : inwards);
}

/// Returns `type`, of which nothing else may change, with its shortcut set.
constexpr SimpleType with_shortcut(SimpleType type) {
  type.shortcut = SimpleType::Shortcut::none;  // it may be a copy of its base type
  const bool has_length =
      type.length != no_limit || type.min_length != 0 || type.max_length != no_limit;
  const bool is_listed = !type.enumeration.empty();
  const bool is_free = type.variety == Variety::atomic && type.patterns.empty() && !has_length &&
                       type.total_digits == no_limit;
  const bool is_plain = is_free && !is_listed;
  const bool is_text =
      type.primitive == Primitive::string || type.primitive == Primitive::any_simple;
  if (is_free && is_listed && is_text) {
    type.shortcut = SimpleType::Shortcut::tokens;
  } else if (is_plain && type.primitive == Primitive::boolean) {
    type.shortcut = SimpleType::Shortcut::boolean;
  } else if (is_plain && is_text && type.lexical_class == LexicalClass::none) {
    type.shortcut = SimpleType::Shortcut::any_text;
  } else if (is_plain && type.is_integer) {
    constexpr auto limit = std::numeric_limits<std::int64_t>::max();
    type.shortcut = SimpleType::Shortcut::integer;
    type.least = quick_bound(type.min, -limit, 1);
    type.most = quick_bound(type.max, limit, -1);
  }
  return type;
}

}  // namespace presentity::detail
