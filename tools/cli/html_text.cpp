// SPDX-License-Identifier: MIT
#include "cli/html_text.hpp"

#include "cli/terminal_text.hpp"

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

}  // namespace presentity::cli
