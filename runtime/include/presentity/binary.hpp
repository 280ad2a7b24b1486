// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/result.hpp>
#include <presentity/value_error.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Values of `xs:base64Binary` and `xs:hexBinary`.
///
/// A value is its octets: it knows neither white space in base64 nor the case of hexadecimal digits.
///
/// Source: XML Schema Part 2: Datatypes, Second Edition, sections 3.2.15 and 3.2.16.

namespace presentity {

/// Octets that are written in base64.
struct Base64Binary {
  std::vector<std::byte> bytes;

  friend bool operator==(const Base64Binary&, const Base64Binary&) = default;
};

/// Octets that are written as pairs of hexadecimal digits.
struct HexBinary {
  std::vector<std::byte> bytes;

  friend bool operator==(const HexBinary&, const HexBinary&) = default;
};

/// Reads a literal with its white space collapsed: a space may stand between two characters, none
/// around them. Padding is required, and the bits it leaves over must be 0. Errors:
/// `not_a_literal`.
[[nodiscard]] Result<Base64Binary, ValueError> parse_base64_binary(std::string_view text);

/// Reads an even number of digits of either case. Errors: `not_a_literal`.
[[nodiscard]] Result<HexBinary, ValueError> parse_hex_binary(std::string_view text);

/// Returns the canonical form: base64 in one line, or digits in upper case.
[[nodiscard]] std::string to_string(const Base64Binary& value);
[[nodiscard]] std::string to_string(const HexBinary& value);

/// Appends `to_string(value)`.
void append_to(std::string& out, const Base64Binary& value);
void append_to(std::string& out, const HexBinary& value);

}  // namespace presentity
