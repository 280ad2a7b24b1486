// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

/// \file
/// Not for users; may change at any time. Public only because generated tables consist of it.
///
/// Simple types as plain tables. A type holds all of its effective facets, those of its base types
/// included: checking never follows a base. Source: XML Schema Part 2, second edition, sections 2.5
/// and 4.3.

namespace presentity::detail {

/// A compiled pattern as plain tables: what `match` reads and what generated code declares as
/// `constexpr`. Does not own what it points to.
///
/// Code points are grouped into classes that the pattern does not tell apart. State 0 is a dead
/// end; states from `first_accepting` on accept.
struct PatternTable {
  std::span<const std::uint16_t> ascii_classes;  ///< Class of each of the 128 ASCII characters.
  std::span<const std::uint32_t>
      range_first;  ///< First code point of each range, ascending, from 0.
  std::span<const std::uint16_t> range_classes;  ///< Class of each range; as long as `range_first`.
  std::span<const std::uint16_t> transitions;    ///< Next state, at `state * class_count + class`.
  std::uint16_t class_count = 0;
  std::uint16_t start = 0;
  std::uint16_t first_accepting = 0;
};

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
    boolean,   ///< The literals of `xs:boolean` are values.
    tokens,    ///< What is listed in `enumeration` is a value, as it is.
  };
  Shortcut shortcut = Shortcut::none;
  std::int64_t least = 0;
  std::int64_t most = 0;
};

/// The types that members refer to by index. No type may contain itself.
struct SimpleTypes {
  std::span<const SimpleType> types;

  [[nodiscard]] constexpr const SimpleType& operator[](std::uint32_t index) const noexcept {
    return types[index];
  }
};

struct Facet {
  std::string_view name;
  std::string_view value;
};

/// A simple type as a schema states it, all facets of its base types included.
struct SimpleTypeFacts {
  Variety variety = Variety::atomic;
  WhiteSpace white_space = WhiteSpace::preserve;
  std::string_view built_in;                      ///< As in `SimpleType`.
  std::span<const std::string_view> enumeration;  ///< Literals, as written.
  std::span<const Facet> facets;                  ///< All but enumeration and patterns.
  std::span<const std::string_view> patterns;     ///< All must match.
  std::span<const std::uint32_t> members;         ///< As in `SimpleType`.
};

}  // namespace presentity::detail
