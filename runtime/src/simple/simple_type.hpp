// SPDX-License-Identifier: MIT
#pragma once

#include "xsd_pattern.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

/// \file
/// Simple types as plain tables, so that generated code can declare them `constexpr`.
///
/// A type holds all of its effective facets, those of its base types included: checking never
/// follows a base. Source: XML Schema Part 2, second edition, sections 2.5 and 4.3.

namespace presentity::detail {

enum class Primitive : std::uint8_t {
  any_simple,
  string,
  boolean,
  decimal,
  float_,
  double_,
  duration,
  date_time,
  time,
  date,
  g_year_month,
  g_year,
  g_month_day,
  g_day,
  g_month,
  hex_binary,
  base64_binary,
  any_uri,
  qname,
  notation,
};

enum class WhiteSpace : std::uint8_t { preserve, replace, collapse };

/// Which strings a type derived from `xs:string` has. ID, IDREF and ENTITY are `ncname`.
enum class LexicalClass : std::uint8_t { none, language, nmtoken, name, ncname };

/// The variety of section 2.5.1; `any_of` is a union.
enum class Variety : std::uint8_t { atomic, list, any_of };

/// A length or digit facet that is absent.
inline constexpr std::uint32_t no_limit = std::numeric_limits<std::uint32_t>::max();

/// minInclusive, minExclusive, maxInclusive or maxExclusive.
struct Bound {
  std::string_view text;  ///< A valid literal of the type, white space collapsed; empty if absent.
  bool is_inclusive = true;

  [[nodiscard]] constexpr bool is_present() const noexcept { return !text.empty(); }
};

/// The patterns of one derivation step: one of them must match.
using PatternAlternatives = std::span<const PatternTable>;

struct SimpleType {
  std::string_view built_in = "anySimpleType";  ///< Nearest built-in type, without prefix.
  Variety variety = Variety::atomic;
  Primitive primitive = Primitive::any_simple;  ///< Of an atomic type.
  WhiteSpace white_space = WhiteSpace::preserve;
  LexicalClass lexical_class = LexicalClass::none;
  bool is_integer = false;  ///< Derived from `xs:integer`: no decimal point.

  std::uint32_t length = no_limit;  ///< Characters, octets or items, as section 4.3.1 says.
  std::uint32_t min_length = 0;
  std::uint32_t max_length = no_limit;
  std::uint32_t total_digits = no_limit;
  std::uint32_t fraction_digits = no_limit;
  Bound min;
  Bound max;

  /// Valid literals with their white space normalized, or empty. They stand for their values: "1.0"
  /// allows "1" if the type is numeric.
  std::span<const std::string_view> enumeration;
  std::span<const PatternAlternatives>
      patterns;                            ///< One element must match in each derivation step.
  std::span<const std::uint32_t> members;  ///< Of a union, in order; of a list, its item type.

  /// A quicker way to the same answer; see `with_shortcut`.
  enum class Shortcut : std::uint8_t {
    none,
    any_text,  ///< Every text is a value.
    integer,   ///< A number of at most 18 digits is a value if it is from `least` to `most`.
  };
  Shortcut shortcut = Shortcut::none;
  std::int64_t least = 0;
  std::int64_t most = 0;
};

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
  const bool is_plain = type.variety == Variety::atomic && type.enumeration.empty() &&
                        type.patterns.empty() && !has_length && type.total_digits == no_limit;
  const bool is_text =
      type.primitive == Primitive::string || type.primitive == Primitive::any_simple;
  if (is_plain && is_text && type.lexical_class == LexicalClass::none) {
    type.shortcut = SimpleType::Shortcut::any_text;
  } else if (is_plain && type.is_integer) {
    constexpr auto limit = std::numeric_limits<std::int64_t>::max();
    type.shortcut = SimpleType::Shortcut::integer;
    type.least = quick_bound(type.min, -limit, 1);
    type.most = quick_bound(type.max, limit, -1);
  }
  return type;
}

/// The types that members refer to by index. No type may contain itself.
struct SimpleTypes {
  std::span<const SimpleType> types;

  [[nodiscard]] constexpr const SimpleType& operator[](std::uint32_t index) const noexcept {
    return types[index];
  }
};

}  // namespace presentity::detail
