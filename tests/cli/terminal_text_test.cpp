// SPDX-License-Identifier: MIT
#include "cli/terminal_text.hpp"

#include "support.hpp"

#include <doctest/doctest.h>

using presentity::cli::terminal_text;
using namespace presentity::cli::test;

TEST_SUITE("terminal text") {
  TEST_CASE("leaves text alone and escapes what could mislead") {
    struct Case {
      std::string_view text;
      std::string_view expected;
    };
    using namespace std::string_view_literals;
    for (const Case& c : {
             Case{"", ""},
             Case{"plain [a] \\ 'b'", "plain [a] \\ 'b'"},
             Case{"J\xC3\xBCrgen \xF0\x9F\x98\x80", "J\xC3\xBCrgen \xF0\x9F\x98\x80"},
             Case{"\x1b[2J", "\\u{1B}[2J"},
             Case{"a\nb\r\t", "a\\u{0A}b\\u{0D}\\u{09}"},
             Case{"a\0b"sv, "a\\u{00}b"},
             Case{"\x7F", "\\u{7F}"},
             Case{"\xC2\x9B", "\\u{9B}"},                       // C1: CSI
             Case{"\xE2\x80\xAE", "\\u{202E}"},                 // right-to-left override
             Case{"\xE2\x81\xA6", "\\u{2066}"},                 // isolate
             Case{"\xFF", "\\xFF"},                             // never in UTF-8
             Case{"\x9B", "\\x9B"},                             // continuation alone
             Case{"\xC3", "\\xC3"},                             // cut off
             Case{"\xE2\x80", "\\xE2\\x80"},                    // cut off
             Case{"\xC3(", "\\xC3("},                           // no continuation
             Case{"\xC0\xAF", "\\xC0\\xAF"},                    // overlong
             Case{"\xE0\x80\x9B", "\\xE0\\x80\\x9B"},           // overlong
             Case{"\xED\xA0\x80", "\\xED\\xA0\\x80"},           // surrogate
             Case{"\xF4\x90\x80\x80", "\\xF4\\x90\\x80\\x80"},  // above U+10FFFF
         }) {
      CAPTURE(std::string(c.expected));
      CHECK(terminal_text(c.text) == c.expected);
    }
  }

  TEST_CASE("paths in findings are escaped") {
    const TemporaryFolder folder;
    const auto file = folder.write("\x1b[31m\xFF.xml", malformed);

    const auto answer = run_presentity({"validate", "-v", file});

    CHECK(answer.out.starts_with(folder.path("\\u{1B}[31m\\xFF.xml") + ":"));
    CHECK_FALSE(contains(answer.out, "\x1b"));
  }

  TEST_CASE("what the document holds is escaped") {
    const auto answer = run_presentity(
        {"validate", "-"},
        {.input =
             "<alerts xmlns='http://schemas.microsoft.com/2006/09/sip/options/alerts'>"
             "<alertsWhenDoNotDisturb>\xC2\x9B\xE2\x80\xAE</alertsWhenDoNotDisturb></alerts>"});

    CHECK_FALSE(contains(answer.out, "\xC2\x9B"));
    CHECK_FALSE(contains(answer.out, "\xE2\x80\xAE"));
  }
}
