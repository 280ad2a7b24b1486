// SPDX-License-Identifier: MIT
#include "pattern_cost.hpp"

#include "testing.hpp"

using namespace presentity::detail;

TEST_SUITE("pattern cost") {
  TEST_CASE("takes patterns that schemas really have") {
    for (const std::string_view pattern : {
             "",
             "[a-z]+",
             "true|1",
             "\\d{3}-\\d{4}",
             "(\\d{1,3}\\.){3}\\d{1,3}",
             "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
             "sip:[^@]+@.+",
             "[^@]+@[^@]+\\.[a-z]+",
             "a+|b+|c+|d+|e+",
             "(ab)*",
             "[+*(|]+[)]*",  // in a class: characters
             "\\(a\\+\\)+",  // escaped: characters
             "([+-]?[0-9]{1,18})?",
             "a{0,64}",
         }) {
      CAPTURE(pattern);
      CHECK_FALSE(is_dangerous_pattern(pattern));
    }
  }

  TEST_CASE("refuses patterns that hostile values make slow") {
    for (const std::string_view pattern : {
             "(a*)*b",
             "(a+)+",
             "(x+x+)+y",
             "(a|aa)+b",
             "(a|b)*",
             "((a|aa))+",
             "(a?a?)*b",
             "(a{1,2})*b",
             "(a*){65}",
             "(a+){2,}",
             ".*a.*b.*c.*d",
             "(a*){4}b",
             "(a*b*){2}c",
             "(a|a){30}b",
             "(a?){30}a{30}b",
             "((a|b){8}){8}",
             "a{0,64}a{0,64}a{0,64}b",
             "(a{100,200})+",
         }) {
      CAPTURE(pattern);
      CHECK(is_dangerous_pattern(pattern));
    }
  }

  TEST_CASE("reads broken patterns to their end") {
    for (const std::string_view pattern : {"(", ")", "((a)", "[", "[a", "\\", "a{", "a{}", "a{,}",
                                           "a{2,1}", "|", "*", "a**", "a{99999999999999999999}"}) {
      CAPTURE(pattern);
      (void)is_dangerous_pattern(pattern);
      CHECK(longest_value_for(pattern) >= 16);
    }
  }

  TEST_CASE("allows longer values where matching is cheaper") {
    CHECK(longest_value_for("a") == 65536);
    CHECK(longest_value_for("a*") == 65536);
    CHECK(longest_value_for("a*b*") == 4096);
    CHECK(longest_value_for("a*b*c*") == 256);
    CHECK(longest_value_for("(a|b){8}c*d*") < longest_value_for("c*d*"));
  }
}
