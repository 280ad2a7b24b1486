// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/result.hpp>
#include <presentity/value_error.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// \file
/// Values of `xs:decimal`, and of `xs:integer` and the types derived from it that have no bounds.
///
/// Source: XML Schema Part 2: Datatypes, Second Edition, sections 3.2.3 and 3.3.13.

namespace presentity {

/// A decimal number of any length, kept as its literal.
///
/// The order is that of the numbers, and exact: `1.0 == 1.00 == +1`, although their texts differ.
/// It is linear in the digits. Literals of more than 15 characters are allocated.
class Decimal {
 public:
  /// Zero.
  Decimal() : text_("0") {}

  [[nodiscard]] static Decimal from_int64(std::int64_t value) {
    return Decimal(std::to_string(value));
  }

  /// Returns the literal as it was read.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

  /// Whether there is no digit but 0 behind the point.
  [[nodiscard]] bool is_integer() const noexcept;

  /// Returns the number if it is an integer from -2^63 to 2^63 - 1.
  [[nodiscard]] std::optional<std::int64_t> to_int64() const noexcept;

  /// Returns the nearest number; an infinite one if this is too large.
  [[nodiscard]] double to_double() const noexcept;

  friend bool operator==(const Decimal& a, const Decimal& b) noexcept {
    return std::is_eq(a <=> b);
  }
  friend std::weak_ordering operator<=>(const Decimal& a, const Decimal& b) noexcept;

 private:
  friend Result<Decimal, ValueError> parse_decimal(std::string_view text);
  friend Result<Decimal, ValueError> parse_integer(std::string_view text);

  explicit Decimal(std::string text) : text_(std::move(text)) {}

  std::string text_;  ///< A literal of `xs:decimal`.
};

/// Reads a literal of `xs:decimal`, without white space around it. Errors: `not_a_literal`.
[[nodiscard]] Result<Decimal, ValueError> parse_decimal(std::string_view text);

/// Reads a literal of `xs:integer`: no decimal point. Errors: `not_a_literal`.
[[nodiscard]] Result<Decimal, ValueError> parse_integer(std::string_view text);

/// Returns `value.text()`.
[[nodiscard]] inline std::string to_string(const Decimal& value) { return value.text(); }

/// Appends `value.text()`.
inline void append_to(std::string& out, const Decimal& value) { out += value.text(); }

}  // namespace presentity
