// SPDX-License-Identifier: MIT
#include "cli/terminal_text.hpp"

#include <array>
#include <cstddef>
#include <cstdio>

namespace presentity::cli {
namespace {

struct Character {
  char32_t code = 0;
  std::size_t bytes = 0;  // 0: not UTF-8
};

std::size_t sequence_length(unsigned char lead) noexcept {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

bool is_overlong_or_surrogate(char32_t code, std::size_t bytes) noexcept {
  constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
  return code < smallest.at(bytes) || (code >= 0xD800 && code < 0xE000) || code > 0x10FFFF;
}

Character first_character(std::string_view text) noexcept {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = sequence_length(lead);
  if (length == 0 || length > text.size()) return {};
  if (length == 1) return {lead, 1};

  char32_t code = lead & (0x7FU >> length);
  for (const char byte : text.substr(1, length - 1)) {
    const auto bits = static_cast<unsigned char>(byte);
    if ((bits & 0xC0U) != 0x80) return {};
    code = (code << 6U) | (bits & 0x3FU);
  }
  if (is_overlong_or_surrogate(code, length)) return {};
  return {code, length};
}

bool is_harmful(char32_t code) noexcept {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) ||  // C0, DEL, C1
         code == 0x061C || code == 0x200E || code == 0x200F ||
         (code >= 0x2028 && code <= 0x202E) ||  // line separators, direction overrides
         (code >= 0x2066 && code <= 0x2069);
}

std::string escaped(const char* format, unsigned value) {
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), format, value);
  return buffer.data();
}

std::string_view start_of(Color color) noexcept {
  switch (color) {
    case Color::bold:
      return "\x1b[1m";
    case Color::red:
      return "\x1b[1;31m";
    case Color::yellow:
      return "\x1b[1;33m";
    case Color::cyan:
      return "\x1b[36m";
  }
  return {};
}

}  // namespace

std::string terminal_text(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const Character character = first_character(text);
    if (character.bytes == 0) {
      result += escaped("\\x%02X", static_cast<unsigned char>(text.front()));
      text.remove_prefix(1);
      continue;
    }
    if (is_harmful(character.code)) {
      result += escaped("\\u{%02X}", static_cast<unsigned>(character.code));
    } else {
      result += text.substr(0, character.bytes);
    }
    text.remove_prefix(character.bytes);
  }
  return result;
}

std::string Palette::paint(Color color, std::string_view text) const {
  if (!enabled) return std::string(text);
  return std::string(start_of(color)).append(text).append("\x1b[0m");
}

}  // namespace presentity::cli
