// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// \file
/// UTF-8 and the character classes of XML 1.0, fifth edition, sections 2.2 and 2.3.

namespace presentity::detail {

struct DecodedCharacter {
  char32_t code = 0;
  std::size_t length = 0;  ///< Bytes; 0 if the bytes are not UTF-8 (overlong forms included).
};

/// Decodes the character at byte `at`, which must be inside of `text`.
[[nodiscard]] DecodedCharacter decode_utf8(std::string_view text, std::size_t at) noexcept;

void append_multibyte(std::string& text, char32_t code);  ///< Beyond ASCII.

inline void append_utf8(std::string& text, char32_t code) {
  if (code < 0x80) {
    text.push_back(static_cast<char>(code));
  } else {
    append_multibyte(text, code);
  }
}

[[nodiscard]] bool is_xml_character(char32_t code) noexcept;
[[nodiscard]] bool is_name_start(char32_t code) noexcept;
[[nodiscard]] bool is_name_character(char32_t code) noexcept;

[[nodiscard]] constexpr bool is_space(char c) noexcept {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Returns `text` without white space at its ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) noexcept {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

[[nodiscard]] bool is_blank(std::string_view text) noexcept;

/// Returns "U+0000"-like text.
[[nodiscard]] std::string code_point_name(char32_t code);

}  // namespace presentity::detail
