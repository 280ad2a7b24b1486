// SPDX-License-Identifier: MIT
#include "encoding.hpp"

#include "testing.hpp"

using namespace std::string_literals;
using presentity::detail::decode;
using presentity::testing::utf16;

namespace {

std::string decoded(std::string_view bytes) {
  const auto text = decode(bytes);
  return text ? std::string(text->view())
              : std::string(text.error().rule) + ": " + text.error().message;
}

}  // namespace

TEST_SUITE("encoding") {
  TEST_CASE("borrows UTF-8") {
    const auto bytes = "<a>\xC3\xA9</a>"s;

    const auto text = decode(bytes);

    REQUIRE(text);
    CHECK(text->view().data() == bytes.data());
    CHECK(text->view() == bytes);
  }

  TEST_CASE("reads the four encodings, with and without marks and declarations") {
    struct Case {
      std::string bytes;
      std::string expected;
    };
    const auto plain = "<a/>"s;
    const auto with = [](std::string_view name) {
      return "<?xml version=\"1.0\" encoding=\"" + std::string(name) + "\"?><a/>";
    };
    for (const Case& c : {
             Case{plain, plain},
             Case{"\xEF\xBB\xBF" + plain, plain},  // byte order mark
             Case{"", ""},
             Case{with("utf-8"), with("utf-8")},
             Case{with("UTF8"), with("UTF8")},
             Case{with("us-ascii"), with("us-ascii")},
             Case{with("iso-8859-1"), with("iso-8859-1")},
             Case{utf16(plain, true), plain},
             Case{utf16(plain, false), plain},
             Case{utf16(plain, true).substr(2), plain},   // no mark
             Case{utf16(plain, false).substr(2), plain},  // no mark
             Case{utf16(with("UTF-16"), true), with("UTF-16")},
             Case{utf16(with("utf-16be"), false), with("utf-16be")},
         }) {
      CAPTURE(c.bytes);
      CHECK(decoded(c.bytes) == c.expected);
    }
  }

  TEST_CASE("converts what lies outside of ASCII") {
    CHECK(decoded("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>") ==
          "<?xml version='1.0' encoding='ISO-8859-1'?><a>\xC3\xA9</a>");
    CHECK(decoded("\xFF\xFE<\0\x3D\xD8\x00\xDE"s) == "<\xF0\x9F\x98\x80");  // a surrogate pair
  }

  TEST_CASE("refuses other encodings") {
    for (const std::string_view name :
         {"UTF-7", "GB18030", "Shift_JIS", "EBCDIC-CP-US", "IBM037", "UTF-32", "ISO-10646-UCS-4",
          "windows-1252", "ISO-8859-15", "CESU-8", "SCSU", "x-unknown"}) {
      CAPTURE(name);
      const auto text = decode("<?xml version='1.0' encoding='" + std::string(name) + "'?><a/>");
      REQUIRE_FALSE(text);
      CHECK(text.error().rule == "unsupported-encoding");
    }
    CHECK(decode("\xFF\xFE\0\0<\0\0\0"s).error().rule == "unsupported-encoding");  // UTF-32
    CHECK(decode("\0\0\xFE\xFF\0\0\0<"s).error().rule == "unsupported-encoding");  // UTF-32
    CHECK(decode("\x4C\x6F\xA7\x94\x93").error().rule == "unsupported-encoding");  // EBCDIC
  }

  TEST_CASE("refuses text that is not in the encoding it claims") {
    const auto claim = [](std::string_view name) {
      return "<?xml version='1.0' encoding='" + std::string(name) + "'?><a/>";
    };
    CHECK(decode(claim("UTF-16")).error().message == "the text declares UTF-16 but is not");
    CHECK(decode(utf16(claim("UTF-8"), true)).error().rule == "malformed-xml");
    CHECK(decode(utf16(claim("UTF-16BE"), true)).error().rule == "malformed-xml");
    CHECK(decode("\xEF\xBB\xBF" + claim("ISO-8859-1")).error().rule == "malformed-xml");
    CHECK(decoded("<?xml version='1.0' encoding='US-ASCII'?><a>\x80</a>") ==
          "malformed-xml: byte above 127 in US-ASCII text");
  }

  TEST_CASE("refuses a second byte order mark: another reader could take it for the first") {
    const auto text = "<?xml version='1.0' encoding='UTF-7'?><a/>"s;
    for (const auto& bytes : {"\xEF\xBB\xBF\xEF\xBB\xBF" + text, "\xFF\xFE" + utf16(text, true)}) {
      CAPTURE(bytes);
      CHECK(decoded(bytes) == "malformed-xml: more than one byte order mark");
    }
    CHECK(decoded("\xEF\xBB\xBF<a>\xEF\xBB\xBF</a>") == "<a>\xEF\xBB\xBF</a>");
  }

  TEST_CASE("refuses ill-formed UTF-8 and UTF-16") {
    for (const auto& bytes : {
             "<a>\x80</a>"s,              // continuation alone
             "<a>\xC0\x80</a>"s,          // overlong NUL
             "<a>\xC1\xBF</a>"s,          // overlong
             "<a>\xE0\x80\xAF</a>"s,      // overlong
             "<a>\xF0\x80\x80\xAF</a>"s,  // overlong
             "<a>\xED\xA0\x80</a>"s,      // surrogate
             "<a>\xF4\x90\x80\x80</a>"s,  // above U+10FFFF
             "<a>\xF5\x80\x80\x80</a>"s,  // no lead byte
             "<a>\xFE</a>"s,              // never
             "<a>\xE2\x82"s,              // truncated
             "\xFF\xFE<\0\x00\xDC"s,      // low surrogate first
             "\xFF\xFE<\0\x00\xD8"s,      // high surrogate last
             "\xFF\xFE<\0\x00\xD8<\0"s,   // high surrogate alone
             "\xFF\xFE<\0a"s,             // odd
         }) {
      CAPTURE(bytes);
      const auto text = decode(bytes);
      REQUIRE_FALSE(text);
      CHECK(text.error().rule == "malformed-xml");
    }
  }

  TEST_CASE("refuses characters that XML does not allow") {
    for (const auto& bytes : {"<a>\0</a>"s, "<a>\x01</a>"s, "<a>\x1F</a>"s, "<a>\xEF\xBF\xBE</a>"s,
                              "<a>\xEF\xBF\xBF</a>"s, "\xFF\xFE<\0\xFE\xFF"s}) {
      CAPTURE(bytes);
      const auto text = decode(bytes);
      REQUIRE_FALSE(text);
      CHECK(text.error().rule == "malformed-xml");
    }
    CHECK(decode("<a>\0</a>"s).error().message == "character U+0000 is not allowed");
    CHECK(decode("<a>\t\r\n\x7F\xC2\x80\xEE\x80\x80</a>"));
  }

  TEST_CASE("takes no encoding from a processing instruction") {
    CHECK(decode("<?xml-stylesheet encoding='UTF-7'?><a/>"));
    CHECK(decoded("<?xml-x encoding='ISO-8859-1'?>\xC3\xA9") ==
          "<?xml-x encoding='ISO-8859-1'?>\xC3\xA9");
  }
}
