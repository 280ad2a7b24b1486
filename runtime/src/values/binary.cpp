// SPDX-License-Identifier: MIT
#include "simple/datatype_strings.hpp"

#include <presentity/binary.hpp>

#include <algorithm>
#include <array>
#include <cstdint>

namespace presentity {
namespace {

using Reason = ValueError::Reason;

constexpr std::string_view base64_digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view hex_digits = "0123456789ABCDEF";

/// Whether the white space of `text` is collapsed: section 4.3.6.
bool is_collapsed(std::string_view text) noexcept {
  if (text.find_first_of("\t\n\r") != std::string_view::npos) return false;
  return !text.starts_with(' ') && !text.ends_with(' ') &&
         text.find("  ") == std::string_view::npos;
}

/// The octet that begins `shift` bits from the right of `bits`.
std::byte octet(std::uint32_t bits, unsigned shift) noexcept {
  return static_cast<std::byte>(bits >> shift & 0xFFU);
}

/// The digit that begins `shift` bits from the right of `bits`.
char base64_digit_of(std::uint32_t bits, unsigned shift) noexcept {
  return base64_digits[bits >> shift & 0x3FU];
}

/// Appends `count` octets from `first` on, which are 1 to 3, as four characters.
void append_base64(std::string& out, const std::byte* first, std::size_t count) {
  std::uint32_t bits = 0;
  for (std::size_t index = 0; index < 3; ++index) {
    bits = bits << 8U | (index < count ? std::to_integer<std::uint32_t>(first[index]) : 0);
  }
  const std::array digits{base64_digit_of(bits, 18), base64_digit_of(bits, 12),
                          count > 1 ? base64_digit_of(bits, 6) : '=',
                          count > 2 ? base64_digit_of(bits, 0) : '='};
  out.append(digits.data(), digits.size());
}

}  // namespace

Result<Base64Binary, ValueError> parse_base64_binary(std::string_view text) {
  if (!is_collapsed(text) || !detail::is_base64_binary(text)) {
    return Unexpected{ValueError{Reason::not_a_literal, "xs:base64Binary"}};
  }
  Base64Binary value;
  value.bytes.reserve(detail::base64_octets(text));
  std::uint32_t bits = 0;
  unsigned count = 0;  // Of bits that are not part of an octet yet.
  for (const char c : text) {
    const auto digit = detail::base64_digit(c);
    if (digit == detail::not_base64) continue;
    bits = bits << 6U | digit;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    value.bytes.push_back(octet(bits, count));
  }
  return value;
}

Result<HexBinary, ValueError> parse_hex_binary(std::string_view text) {
  if (!detail::is_hex_binary(text)) {
    return Unexpected{ValueError{Reason::not_a_literal, "xs:hexBinary"}};
  }
  HexBinary value;
  value.bytes.reserve(text.size() / 2);
  for (std::size_t at = 0; at < text.size(); at += 2) {
    value.bytes.push_back(
        octet(detail::hex_digit(text[at]) << 4U | detail::hex_digit(text[at + 1]), 0));
  }
  return value;
}

std::string to_string(const Base64Binary& value) {
  std::string text;
  append_to(text, value);
  return text;
}

std::string to_string(const HexBinary& value) {
  std::string text;
  append_to(text, value);
  return text;
}

void append_to(std::string& out, const Base64Binary& value) {
  const auto& bytes = value.bytes;
  out.reserve(out.size() + (bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    append_base64(out, bytes.data() + at, std::min<std::size_t>(bytes.size() - at, 3));
  }
}

void append_to(std::string& out, const HexBinary& value) {
  out.reserve(out.size() + value.bytes.size() * 2);
  for (const auto byte : value.bytes) {
    const auto octet = std::to_integer<unsigned>(byte);
    out += hex_digits[octet >> 4U];
    out += hex_digits[octet & 0xFU];
  }
}

}  // namespace presentity
