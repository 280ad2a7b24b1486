// SPDX-License-Identifier: MIT
#include "scenario.hpp"

#include <presentity/presence/aggregation_rules.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

using namespace presentity::presence;

namespace {

std::string rule_section() {
  std::ifstream stream(PRESENTITY_AGGREGATION_DOCUMENT);
  std::ostringstream text;
  text << stream.rdbuf();
  const auto whole = text.str();
  const auto begin = whole.find("| rule |");
  const auto end = whole.find("\n<!-- rules: end -->");
  REQUIRE(begin != std::string::npos);
  REQUIRE(end != std::string::npos);
  return whole.substr(begin, end - begin);
}

std::map<AggregationRule, std::string> scenario_names() {
  std::map<AggregationRule, std::string> names;
  for (const auto& scenario : test::all_scenarios()) {
    if (scenario.rule) names.emplace(*scenario.rule, scenario.name);
  }
  return names;
}

std::string expected_table() {
  const auto scenarios = scenario_names();
  std::ostringstream table;
  table << "| rule | mark | what it says | switched off | source; why | test |\n"
           "|---|---|---|---|---|---|\n";
  for (const auto& rule : aggregation_rules()) {
    table << "| `" << rule.id << "` | " << to_string(rule.mark) << " | " << rule.sentence << " | "
          << rule.otherwise << " | " << rule.source << " | " << scenarios.at(rule.rule) << " |\n";
  }
  return table.str();
}

}  // namespace

TEST_SUITE("rules of aggregation") {
  TEST_CASE("the document has the table of the code, and the test of each rule") {
    CHECK(rule_section() == expected_table());
  }

  TEST_CASE("each has an id of its own, sentences and a source") {
    std::set<std::string_view> ids;
    for (const auto& rule : aggregation_rules()) {
      CAPTURE(rule.id);
      CHECK(ids.insert(rule.id).second);
      CHECK(rule.sentence.ends_with('.'));
      CHECK(rule.otherwise.ends_with('.'));
      CHECK_FALSE(rule.source.empty());
      CHECK(find_aggregation_rule(rule.id) == rule.rule);
      CHECK(&entry_of(rule.rule) == &rule);
    }
    CHECK(ids.size() == aggregation_rule_count);
    CHECK_FALSE(find_aggregation_rule("no-such-rule"));
  }

  TEST_CASE("a policy without a rule has all others") {
    const auto whole = AggregationPolicy::lync2013();
    for (const auto& rule : aggregation_rules()) {
      const auto policy = whole.without(rule.rule);
      CHECK_FALSE(policy == whole);
      for (const auto& other : aggregation_rules()) {
        CHECK(policy.has(other.rule) == (&other != &rule));
      }
    }
  }
}
