// SPDX-License-Identifier: MIT
#include "xsd_pattern.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace presentity::detail;

namespace {

struct Case {
  std::string_view pattern;
  std::vector<std::string_view> matching;
  std::vector<std::string_view> others;
};

void check(const Case& c) {
  CAPTURE(c.pattern);
  const auto result = compile_pattern(c.pattern);
  CAPTURE(result.error);
  REQUIRE(result.error.empty());
  for (const auto text : c.matching) {
    CAPTURE(text);
    CHECK(match(result.pattern.table(), text));
  }
  for (const auto text : c.others) {
    CAPTURE(text);
    CHECK_FALSE(match(result.pattern.table(), text));
  }
}

// An automaton as generated code declares it: for "a+".
constexpr std::uint16_t ascii[128] = {};
constexpr std::uint32_t first[] = {0, 'a', 'b'};
constexpr std::uint16_t classes[] = {0, 1, 0};
constexpr std::uint16_t transitions[] = {0, 0, 0, 2, 0, 2};
constexpr PatternTable constant{ascii, first, classes, transitions, 2, 1, 2};
static_assert(constant.class_count == 2);

}  // namespace

TEST_SUITE("patterns") {
  TEST_CASE("match whole values") {
    check({"true|1", {"true", "1"}, {"", "true1", "xtrue", "true\n"}});
    check({"", {""}, {"a"}});
    check({"a||b", {"", "a", "b"}, {"ab"}});
    check({"()", {""}, {" "}});
    check({"^a$", {"^a$"}, {"a"}});  // not anchors
  }

  TEST_CASE("have the quantifiers of appendix F") {
    check({"ab?c*d+", {"ad", "abccdd"}, {"abbd", "abc"}});
    check({"a{2}", {"aa"}, {"a", "aaa"}});
    check({"a{2,}", {"aa", "aaaaa"}, {"a"}});
    check({"a{1,3}", {"a", "aaa"}, {"", "aaaa"}});
    check({"a{0}", {""}, {"a"}});
    check({"(ab){2}c", {"ababc"}, {"abc"}});
    check({"(a*)*b", {"b", "aaab"}, {"a"}});
    check({"(((a+)+)+)+", {"a", "aaaa"}, {""}});
    check({"\\d{3}-[A-Z]{2}", {"926-AA"}, {"926-Aa", "92-AA"}});
  }

  TEST_CASE("have the classes of appendix F.1") {
    check({".", {"a", "\t", "\xF0\x90\x80\x80"}, {"\n", "\r", "", "ab"}});
    check({"[a-cx]", {"a", "c", "x"}, {"d", "-"}});
    check({"[^a-c]", {"d", "\n", "\xC3\xA9"}, {"a"}});
    check({"[a-z-[aeiou]]", {"b"}, {"a", "A"}});
    check({"[^a-z-[0-9]]", {"A"}, {"a", "5"}});
    check({"[a-z-[b-y-[m]]]", {"a", "m", "z"}, {"b"}});
    check({"[-a]", {"-", "a"}, {"b"}});
    check({"[a-]", {"-", "a"}, {"b"}});
    check({"[a\\-z]", {"a", "-", "z"}, {"b"}});
    check({"[^^]", {"a"}, {"^"}});
    check({"[+--[-]]", {"+"}, {"-", ","}});
    check({"\\n\\r\\t\\\\\\|\\.\\?\\*\\+\\(\\)\\{\\}\\-\\[\\]\\^", {"\n\r\t\\|.?*+(){}-[]^"}, {}});
    check({"\\s\\S",
           {" a"},
           {"a ",
            "\xC2\xA0"
            "a"}});
    check({"\\d+", {"12", "\xD9\xA3"}, {"a"}});
    check({"\\w", {"a", "1", "$", "+"}, {"-", " ", "."}});
    check({"\\W", {"-", " "}, {"a"}});
    check({"\\i\\c*", {"a:b-1", "_"}, {"1a", "-"}});
    check({"\\p{Lu}\\P{Lu}",
           {"Ab",
            "\xC3\x89"
            "1"},
           {"ab", "AB"}});
    check({"\\p{L}\\p{N}\\p{P}\\p{Z}\\p{S}", {"a1. +"}, {"1a. +"}});
    check({"\\p{IsBasicLatin}\\p{IsGreek}\\P{IsGreek}",
           {"a\xCE\xB1"
            "a"},
           {"\xCE\xB1"
            "aa"}});
    check({"\\p{IsPrivateUse}", {"\xEE\x80\x80", "\xF3\xB0\x80\x80"}, {"a"}});
    check({"a", {}, {"\xFF", "a\xC3"}});  // not UTF-8
  }

  TEST_CASE("that are wrong are refused, and say where and why") {
    struct Wrong {
      std::string_view pattern;
      std::string_view error;
      std::size_t at;
    };
    for (const Wrong& c : {
             Wrong{"a**", "'*' must be escaped here", 2},
             Wrong{"+a", "'+' must be escaped here", 0},
             Wrong{"a{,3}", "expected a number in a quantity", 2},
             Wrong{"a{3,2}", "quantity with its bounds the wrong way round", 6},
             Wrong{"a{2", "expected '}' behind a quantity", 3},
             Wrong{"a}", "'}' must be escaped here", 1},
             Wrong{"(a", "'(' without ')'", 2},
             Wrong{"a)", "')' without '('", 1},
             Wrong{"[]", "empty character class", 1},
             Wrong{"[a", "'[' without ']'", 2},
             Wrong{"[a-c-e]", "'-' must be escaped here", 5},
             Wrong{"[c-a]", "range with its ends the wrong way round", 4},
             Wrong{"[a-\\d]", "range that does not end with a character", 3},
             Wrong{"[a[]", "'[' must be escaped here", 2},
             Wrong{"\\", "unexpected end", 1},
             Wrong{"\\y", "unknown escape", 2},
             Wrong{"\\$", "unknown escape", 2},
             Wrong{"\\p{IsKlingon}", "unknown block 'Klingon'", 2},
             Wrong{"\\p{Lx}", "unknown category 'Lx'", 2},
             Wrong{"\\p{Cs}", "unknown category 'Cs'", 2},
             Wrong{"\\pL", "expected '{' and '}' behind \\p", 2},
             Wrong{"a\xFF", "not UTF-8", 1},
         }) {
      CAPTURE(c.pattern);
      const auto result = compile_pattern(c.pattern);
      CHECK(result.error == c.error);
      CHECK(result.error_at == c.at);
    }
  }

  TEST_CASE("that cost too much are refused") {
    const std::string deep = std::string(1'000, '(') + std::string(1'000, ')');
    std::string exponential = "(a|b)*a(a|b){20}";
    std::string wide;
    for (int i = 0; i < 3'000; ++i) wide += "\\p{L}?[" + std::to_string(i) + "]*";
    PatternLimits limits;
    limits.work = 1'000'000;  // the same refusals, sooner
    for (const auto& pattern :
         {deep, exponential, wide, std::string("(((a{1000}){1000}){1000})"),
          std::string("(){1000000000}"), std::string("a{99999999999999999999}")}) {
      CAPTURE(pattern.substr(0, 40));
      CHECK(compile_pattern(pattern, limits).error.starts_with("limit exceeded"));
    }
  }

  TEST_CASE("take time in proportion to the text, whatever they are") {
    const auto result = compile_pattern("(a*)*(a|aa)*c");
    REQUIRE(result.error.empty());
    CHECK_FALSE(match(result.pattern.table(), std::string(1'000'000, 'a')));
  }

  TEST_CASE("can be constant tables") {
    CHECK_FALSE(match(constant, ""));
    CHECK(constant.transitions.size() == 6);
  }
}
