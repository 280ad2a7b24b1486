// SPDX-License-Identifier: MIT
#include "xpath_check.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace presentity::grammar;
using namespace presentity::grammar::detail;

namespace {

std::string rule_of(std::string_view expression) {
  const auto problem = check_expression(expression, StylesheetLimits{});
  return problem ? std::string(problem->rule) : std::string();
}

}  // namespace

TEST_SUITE("expressions") {
  TEST_CASE("what XPath 1.0 and XSLT 1.0 have is let through") {
    for (const std::string expression :
         {"@xsi:type='userState' and tns:availability >= 9000", "count(ct:delimiter) > 0",
          "ct:delimiter[2]/following-sibling::*", "child::node()", "ancestor-or-self::node()",
          "@a or(@b)", "2 *(3)", "(1)div(2)", "-(-1)", "processing-instruction('x')",
          "'document(1)'", "\"\xE2\x89\xA5\"", "$document", "document", "document/x", "key('k', .)",
          "", "(", "'"}) {
      CAPTURE(expression);
      CHECK(rule_of(expression).empty());
    }
  }

  TEST_CASE("functions that read, extensions and unknown functions are not") {
    CHECK(rule_of("document('x')") == "stylesheet-unsafe");
    CHECK(rule_of("1+document\n('x')") == "stylesheet-unsafe");
    CHECK(rule_of("a['x'][document('x')]") == "stylesheet-unsafe");
    CHECK(rule_of("exsl:node-set(.)") == "stylesheet-unsafe");
    CHECK(rule_of("evaluate(.)") == "stylesheet-broken");
    CHECK(rule_of("child::evaluate(.)") == "stylesheet-broken");
  }

  TEST_CASE("printed signs are found outside of strings, also next to names") {
    CHECK(rule_of("a \xE2\x89\xA5 1") == "typographic-operator");
    CHECK(rule_of("a\xE2\x89\xA4"
                  "1") == "typographic-operator");
    CHECK(rule_of("'\xE2\x89\xA4' = a") == "");
  }

  TEST_CASE("attribute value templates hold expressions in braces") {
    using Expressions = std::vector<std::string_view>;
    CHECK(template_expressions("x") == Expressions{});
    CHECK(template_expressions("{a}-{b}") == Expressions{"a", "b"});
    CHECK(template_expressions("{{a}}") == Expressions{});
    CHECK(template_expressions("{'}'}x") == Expressions{"'}'"});
    CHECK(template_expressions("{a") == Expressions{"a"});
  }
}
