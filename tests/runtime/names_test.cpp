// SPDX-License-Identifier: MIT
#include "names.hpp"

#include "testing.hpp"

using namespace presentity::detail;
using presentity::testing::repeated;

TEST_SUITE("names") {
  TEST_CASE("cuts a long quotation at a character") {
    CHECK(presentity::detail::quoted("a'b") == "'a'b'");
    CHECK(presentity::detail::quoted(repeated("a", 80)) == "'" + repeated("a", 80) + "'");
    CHECK(presentity::detail::quoted(repeated("a", 81)) == "'" + repeated("a", 80) + "...'");
    CHECK(presentity::detail::quoted("a" + repeated("\xC3\xA9", 50)) ==
          "'a" + repeated("\xC3\xA9", 39) + "...'");
  }

  TEST_CASE("lists names as a sentence does") {
    const std::vector<std::string> names{"a", "b", "c"};
    CHECK(listed({}).empty());
    CHECK(listed(std::span(names).first(1)) == "a");
    CHECK(listed(names) == "a, b or c");
    CHECK(listed(names, 2) == "a, b, ... (3 in all)");
  }

  TEST_CASE("finds what a word is meant to be") {
    const std::vector<std::string> names{"availability", "activity", "on-the-phone"};
    CHECK(nearest("availabilty", names) == "availability");
    CHECK(nearest("avialability", names) == "availability");  // a swap is one mistake
    CHECK(nearest("tpye", std::vector<std::string>{"type"}) == "type");
    CHECK(nearest("Activity", names) == "activity");  // the case alone
    CHECK(nearest("on the phone", names) == "on-the-phone");
    CHECK(nearest("meeting", names).empty());
    CHECK(nearest("", names).empty());
    CHECK(nearest(repeated("a", 65), names).empty());  // the work is bounded
    CHECK(did_you_mean("activty", names, "x") == "did you mean 'activity'?");
    CHECK(did_you_mean("zzz", names, "x") == "x");
  }
}
