// SPDX-License-Identifier: MIT
#include "cli/html_text.hpp"

#include "cli/terminal_text.hpp"

#include <cstdint>

namespace presentity::cli {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

std::uint32_t hex_digit(char c) {
  return static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'a' + 10);
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string result;
  for (;;) {
    const auto end = text.find('\n');
    append_escaped(result, terminal_text(text.substr(0, end)));
    if (end == text.npos) return result;
    result += '\n';
    text.remove_prefix(end + 1);
  }
}

std::string base64_of_hex(std::string_view hexadecimal) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string result;
  for (std::size_t at = 0; at < hexadecimal.size(); at += 6) {
    const auto group = hexadecimal.substr(at, 6);  // three bytes
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 6; ++i) {
      bits = bits << 4U | (i < group.size() ? hex_digit(group[i]) : 0);
    }
    const auto used = group.size() / 2 + 1;
    for (std::size_t i = 0; i < 4; ++i) {
      result += i < used ? digits[bits >> (18 - 6 * i) & 63U] : '=';
    }
  }
  return result;
}

}  // namespace presentity::cli
