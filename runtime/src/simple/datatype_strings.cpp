// SPDX-License-Identifier: MIT
#include "datatype_strings.hpp"

#include "datatype_numbers.hpp"
#include "unicode.hpp"

#include <algorithm>
#include <array>

namespace presentity::detail {
namespace {

bool is_alphanumeric(char c) noexcept { return is_digit(c) || is_letter(c); }

/// Length in bytes of the name character at `at`, or 0; at the beginning it must be one that starts
/// a name.
std::size_t name_character(std::string_view text, std::size_t at, bool must_start) noexcept {
  const auto [code, length] = decode_utf8(text, at);
  if (length == 0) return 0;
  return (must_start ? is_name_start(code) : is_name_character(code)) ? length : 0;
}

bool is_name(std::string_view text, bool must_start) noexcept {
  if (text.empty()) return false;
  for (std::size_t at = 0; at < text.size();) {
    const bool is_plain = is_alphanumeric(text[at]) && !is_digit(text[at]);
    const auto length = is_plain ? 1 : name_character(text, at, must_start);
    if (length == 0) return false;
    at += length;
    must_start = false;
  }
  return true;
}

bool is_ncname(std::string_view text) noexcept {
  return text.find(':') == std::string_view::npos && is_name(text, true);
}

/// Source: section 3.3.3, second edition: [a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*.
bool is_language(std::string_view text) noexcept {
  for (bool is_first = true;; is_first = false) {
    const auto dash = text.find('-');
    const auto part = text.substr(0, dash);
    if (part.empty() || part.size() > 8 || !std::ranges::all_of(part, is_alphanumeric))
      return false;
    if (is_first && std::ranges::any_of(part, is_digit)) return false;
    if (dash == std::string_view::npos) return true;
    text.remove_prefix(dash + 1);
  }
}

}  // namespace

bool has_lexical_class(LexicalClass lexical_class, std::string_view literal) noexcept {
  switch (lexical_class) {
    case LexicalClass::none:
      return true;
    case LexicalClass::language:
      return is_language(literal);
    case LexicalClass::nmtoken:
      return is_name(literal, false);
    case LexicalClass::name:
      return is_name(literal, true);
    case LexicalClass::ncname:
      return is_ncname(literal);
  }
  return false;
}

bool is_qname(std::string_view literal) noexcept {
  const auto colon = literal.find(':');
  if (colon == std::string_view::npos) return is_ncname(literal);
  return is_ncname(literal.substr(0, colon)) && is_ncname(literal.substr(colon + 1));
}

bool is_hex_binary(std::string_view literal) noexcept {
  const auto is_hex = [](char c) { return hex_digit(c) < 16; };
  return literal.size() % 2 == 0 && std::ranges::all_of(literal, is_hex);
}

bool are_equal_hex(std::string_view a, std::string_view b) noexcept {
  return std::ranges::equal(a, b, {}, hex_digit, hex_digit);
}

bool is_base64_binary(std::string_view literal) noexcept {
  std::size_t count = 0;
  std::size_t padding = 0;
  unsigned last = 0;
  for (const char c : literal) {
    if (is_space(c)) continue;
    ++count;
    if (c == '=') {
      ++padding;
      continue;
    }
    last = base64_digit(c);
    if (last == not_base64 || padding > 0) return false;
  }
  if (count % 4 != 0) return false;
  // B16 and B04: the bits that padding leaves over must be 0.
  constexpr std::array<unsigned, 3> unused_bits{0, 0b11, 0b1111};
  return padding <= 2 && (last & unused_bits[padding]) == 0;
}

bool are_equal_base64(std::string_view a, std::string_view b) noexcept {
  std::size_t at = 0;
  for (const char c : a) {
    if (is_space(c)) continue;
    while (at < b.size() && is_space(b[at])) ++at;
    if (at == b.size() || b[at] != c) return false;
    ++at;
  }
  return is_blank(b.substr(at));
}

std::size_t base64_octets(std::string_view literal) noexcept {
  const auto is_digit64 = [](char c) { return base64_digit(c) != not_base64; };
  return static_cast<std::size_t>(std::ranges::count_if(literal, is_digit64)) * 3 / 4;
}

}  // namespace presentity::detail
