// SPDX-License-Identifier: MIT
#include "xerces_text.hpp"

#include "unicode.hpp"

namespace presentity::detail {

std::string to_utf8(const XMLCh* text) {
  std::string result;
  if (text == nullptr) return result;
  for (; *text != 0; ++text) {
    char32_t c = *text;
    const bool is_pair = c >= 0xD800 && c < 0xDC00 && text[1] >= 0xDC00 && text[1] < 0xE000;
    if (is_pair) c = 0x10000 + ((c - 0xD800) << 10U) + (*++text - 0xDC00U);
    append_utf8(result, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
  }
  return result;
}

std::basic_string<XMLCh> to_utf16(std::string_view utf8) {
  std::basic_string<XMLCh> result;
  result.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    auto [code, length] = decode_utf8(utf8, at);
    if (length == 0) {
      code = 0xFFFD;
      length = 1;
    }
    if (code >= 0x10000) {
      result.push_back(static_cast<XMLCh>(0xD800 + ((code - 0x10000) >> 10U)));
      result.push_back(static_cast<XMLCh>(0xDC00 + ((code - 0x10000) & 0x3FFU)));
    } else {
      result.push_back(static_cast<XMLCh>(code));
    }
    at += length;
  }
  return result;
}

}  // namespace presentity::detail
