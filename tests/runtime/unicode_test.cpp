// SPDX-License-Identifier: MIT
#include "unicode.hpp"

#include "testing.hpp"

using namespace presentity::detail;

TEST_SUITE("unicode") {
  TEST_CASE("decodes what it has encoded, for every code point") {
    for (char32_t code = 0; code <= 0x10FFFF; code += code < 0x1000 ? 1 : 97) {
      if (code >= 0xD800 && code <= 0xDFFF) continue;
      std::string text;
      append_utf8(text, code);
      const auto decoded = decode_utf8(text, 0);
      const bool is_same = decoded.code == code && decoded.length == text.size();
      if (!is_same) FAIL(code_point_name(code));
    }
  }

  TEST_CASE("gives length 0 for what is not UTF-8") {
    for (const std::string_view bytes :
         {"\x80", "\xBF", "\xC0\x80", "\xC1\x81", "\xC3", "\xC3(", "\xE0\x9F\xBF", "\xED\xA0\x80",
          "\xED\xBF\xBF", "\xEF\xBF", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
          "\xF8\x88\x80\x80\x80", "\xFF"}) {
      CAPTURE(bytes);
      CHECK(decode_utf8(bytes, 0).length == 0);
    }
  }

  TEST_CASE("knows the bounds of the character classes") {
    struct Case {
      char32_t code;
      bool is_character, starts, continues;
    };
    for (const Case& c : {
             Case{0x00, false, false, false},   Case{'\t', true, false, false},
             Case{0x1F, false, false, false},   Case{' ', true, false, false},
             Case{':', true, true, true},       Case{'_', true, true, true},
             Case{'-', true, false, true},      Case{'.', true, false, true},
             Case{'0', true, false, true},      Case{'@', true, false, false},
             Case{'A', true, true, true},       Case{'[', true, false, false},
             Case{'z', true, true, true},       Case{'{', true, false, false},
             Case{0xB7, true, false, true},     Case{0xBF, true, false, false},
             Case{0xC0, true, true, true},      Case{0xD7, true, false, false},
             Case{0xF7, true, false, false},    Case{0x2FF, true, true, true},
             Case{0x300, true, false, true},    Case{0x36F, true, false, true},
             Case{0x37E, true, false, false},   Case{0x200C, true, true, true},
             Case{0x203F, true, false, true},   Case{0xD7FF, true, true, true},
             Case{0xE000, true, false, false},  Case{0xFFFD, true, true, true},
             Case{0xFFFE, false, false, false}, Case{0x10000, true, true, true},
             Case{0xEFFFF, true, true, true},   Case{0xF0000, true, false, false},
         }) {
      CAPTURE(code_point_name(c.code));
      CHECK(is_xml_character(c.code) == c.is_character);
      CHECK(is_name_start(c.code) == c.starts);
      CHECK(is_name_character(c.code) == c.continues);
    }
  }

  TEST_CASE("trims XML white space only") {
    CHECK(trimmed(" \t\r\n a b \n") == "a b");
    CHECK(trimmed("\xC2\xA0") == "\xC2\xA0");  // no-break space is text
    CHECK(trimmed("  ").empty());
    CHECK(is_blank(""));
    CHECK_FALSE(is_blank(" \v"));
  }
}
