// SPDX-License-Identifier: MIT
#pragma once

#include "datatype_numbers.hpp"
#include "datatypes.hpp"

#include <cstddef>
#include <string_view>

/// \file
/// Binaries, URIs and qualified names. Source: XML Schema Part 2, sections 3.2.15 to 3.2.18.

namespace presentity::detail {

inline constexpr unsigned not_base64 = 64;

/// The value of a digit of base64, or `not_base64`.
[[nodiscard]] constexpr unsigned base64_digit(char c) noexcept {
  if (c >= 'A' && c <= 'Z') return static_cast<unsigned>(c - 'A');
  if (c >= 'a' && c <= 'z') return static_cast<unsigned>(c - 'a') + 26;
  if (is_digit(c)) return static_cast<unsigned>(c - '0') + 52;
  return c == '+' ? 62 : c == '/' ? 63 : not_base64;
}

[[nodiscard]] bool is_hex_binary(std::string_view literal) noexcept;

/// Whether `literal` matches the production Base64Binary of section 3.2.16. White space may stand
/// between any two characters, as it may before it is collapsed.
[[nodiscard]] bool is_base64_binary(std::string_view literal) noexcept;

/// Whether two valid literals stand for the same octets.
[[nodiscard]] bool are_equal_hex(std::string_view a, std::string_view b) noexcept;
[[nodiscard]] bool are_equal_base64(std::string_view a, std::string_view b) noexcept;

/// Octets of a valid literal of base64Binary.
[[nodiscard]] std::size_t base64_octets(std::string_view literal) noexcept;

[[nodiscard]] bool is_qname(std::string_view literal) noexcept;

/// Whether `literal` is a URI reference of RFC 2396, as amended by RFC 2732, once every character
/// that those do not allow is escaped. Since escaping makes most characters legal, this asks for
/// little:
///
/// - Each `%` is followed by two hexadecimal digits.
/// - A `:` before the first `/`, `?` and `#` ends a scheme: a letter and then letters, digits, `+`,
/// `-`
///   and `.`. Something other than `#` follows it.
/// - `#` occurs once at most.
/// - `[` and `]` occur in the query, in the fragment, behind a scheme that no `/` follows, and
/// around
///   the IPv6 address of an authority, and nowhere else. What is inside of them is an address of
///   RFC 2373, and a port behind them is at most 65535.
///
/// Empty text is a reference to the document itself.
[[nodiscard]] bool is_any_uri(std::string_view literal) noexcept;

}  // namespace presentity::detail
