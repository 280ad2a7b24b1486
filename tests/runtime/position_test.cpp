// SPDX-License-Identifier: MIT
#include "testing.hpp"

#include <presentity/diagnostic.hpp>

using namespace presentity;
using namespace presentity::testing;
using namespace std::string_literals;

namespace {

Position first(std::string_view document) {
  const auto report = built_in().validate(document);
  REQUIRE_FALSE(report.diagnostics.empty());
  return report.diagnostics.front().position;
}

}  // namespace

TEST_SUITE("positions") {
  TEST_CASE("counts lines and characters") {
    struct Case {
      std::string_view text;
      std::size_t offset, line, column;
    };
    for (const Case& c : {
             Case{"", 0, 1, 1}, Case{"abc", 2, 1, 3}, Case{"a\nb", 1, 1, 2}, Case{"a\nb", 2, 2, 1},
             Case{"a\r\nb", 3, 2, 1},                                // CR LF is one line end
             Case{"a\rb", 2, 2, 1},                                  // so is CR alone
             Case{"a\n\r\nb", 4, 3, 1}, Case{"\xC3\xA9x", 2, 1, 2},  // one character of two bytes
             Case{"\xF0\x9F\x98\x80x", 4, 1, 2}, Case{"abc", 99, 1, 4},  // past the end
         }) {
      CAPTURE(c.text);
      const auto position = position_at(c.text, c.offset);
      CHECK(position.line == c.line);
      CHECK(position.column == c.column);
      CHECK(position.offset == std::min(c.offset, c.text.size()));
    }
  }

  TEST_CASE("points into the document, whatever the encoding") {
    const auto text =
        "<?xml version='1.0' encoding='@'?>\r\n<!-- \xC3\xA9\xC3\xA9 -->\r\n"
        "<a>\xC3\xA9</b>"s;
    const auto declared = [&](std::string_view encoding) {
      auto copy = text;
      return copy.replace(copy.find('@'), 1, encoding);
    };
    const auto utf8 = first(declared("UTF-8"));
    CHECK(utf8.line == 3);
    CHECK(utf8.column == 5);
    CHECK(first("\xEF\xBB\xBF" + declared("UTF-8")) == utf8);

    auto latin1 = declared("ISO-8859-1");
    for (auto at = latin1.find("\xC3\xA9"); at != latin1.npos; at = latin1.find("\xC3\xA9")) {
      latin1.replace(at, 2, "\xE9");
    }
    CHECK(first(latin1).line == 3);
    CHECK(first(latin1).column == 5);

    for (const bool is_little : {false, true}) {
      const auto position = first(utf16("<?xml version='1.0'?>\r\n\r\n <a></b>", is_little));
      CHECK(position.line == 3);
      CHECK(position.column == 5);
      CHECK(position.offset == 29);  // of the UTF-8 form
    }
  }

  TEST_CASE("points to a bad character, whatever the encoding") {
    CHECK(first("<a>\n\n \x01</a>") == Position{3, 2, 6});
    CHECK(first("\xEF\xBB\xBF<a>\n\n \x01</a>") == Position{3, 2, 6});
    CHECK(first(utf16("<a>\n\n \x01</a>", true)) == Position{3, 2, 6});
    CHECK(first(utf16("<a>\n\n ", true) + "\x01\xDC") == Position{3, 2, 6});
    CHECK(first("<?xml version='1.0' encoding='latin1'?>\n\xE9\xE9\x01") == Position{2, 3, 44});
  }

  TEST_CASE("are in order and of Unicode characters for all findings") {
    const auto report = built_in().validate(
        state("\r\n  <availability>x</availability>\r\n<!-- \xF0\x9F\x98\x80 --><a/>\r\n"));

    REQUIRE(report.diagnostics.size() == 2);
    CHECK(report.diagnostics[0].position.line == 2);
    CHECK(report.diagnostics[0].position.column == 17);
    CHECK(report.diagnostics[1].position.line == 3);
    CHECK(report.diagnostics[1].position.column == 11);
  }
}
