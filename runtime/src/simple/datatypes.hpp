// SPDX-License-Identifier: MIT
#pragma once

#include "simple_type.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// \file
/// Literals and values of the built-in types.
///
/// Every `literal` must be UTF-8 with its white space normalized as its type says. Nothing here
/// allocates, throws or depends on a locale.
///
/// Limits, as section 3.2.6 allows: years have at most 18 digits; fractions of a second are
/// compared to 18 digits; a duration with a number of more than 10 digits is valid but
/// incomparable.
///
/// Source: XML Schema Part 2: Datatypes, second edition, section 3.

namespace presentity::detail {

/// Whether `literal` belongs to the lexical space of `primitive`.
[[nodiscard]] bool is_literal(Primitive primitive, std::string_view literal) noexcept;

/// Whether `literal` belongs to the lexical space of `xs:boolean`.
[[nodiscard]] bool is_boolean(std::string_view literal) noexcept;

/// Whether `literal` belongs to the lexical space of `xs:integer`.
[[nodiscard]] bool is_integer_literal(std::string_view literal) noexcept;

/// Whether `literal` is such a string. Names are those of XML 1.0, fifth edition.
[[nodiscard]] bool has_lexical_class(LexicalClass lexical_class, std::string_view literal) noexcept;

/// How two values are ordered. Values of types without an order, and those that a partial order
/// does not tell, are equal or incomparable.
enum class Order : std::uint8_t { less, equal, greater, incomparable };

/// Compares the values of two literals of `primitive`, which must be valid. NaN equals itself and
/// is incomparable with the rest. A name with a prefix (`qname`, `notation`) is compared as text:
/// its namespace is not known here.
[[nodiscard]] Order compare(Primitive primitive, std::string_view a, std::string_view b) noexcept;

/// The length of a value as section 4.3.1 counts it: octets of a binary, characters of other types.
[[nodiscard]] std::size_t value_length(Primitive primitive, std::string_view literal) noexcept;

/// The digits of a decimal value: leading and trailing zeros do not count.
struct DigitCount {
  std::size_t integer = 0;
  std::size_t fraction = 0;

  [[nodiscard]] constexpr std::size_t total() const noexcept { return integer + fraction; }
};

/// Counts the digits of a valid literal of `xs:decimal`.
[[nodiscard]] DigitCount count_digits(std::string_view literal) noexcept;

}  // namespace presentity::detail
