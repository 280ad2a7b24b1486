// SPDX-License-Identifier: MIT
#include "scenario.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace presentity;
using namespace presentity::presence;
using test::outcome;
using test::Scenario;

namespace {

std::string place_of(const Scenario& scenario, int line) {
  return scenario.file + ":" + std::to_string(line) + ": " + scenario.name;
}

}  // namespace

TEST_SUITE("scenarios") {
  TEST_CASE("each comes to what it expects, in every container") {
    const auto policy = AggregationPolicy::lync2013();
    for (const auto& scenario : test::all_scenarios()) {
      for (const auto& expectation : scenario.expectations) {
        if (expectation.is_without) continue;
        INFO(place_of(scenario, expectation.line));
        CHECK(outcome(scenario, policy, expectation.what) == expectation.value);
      }
    }
  }

  TEST_CASE("without its rule each comes to something else") {
    const auto policy = AggregationPolicy::lync2013();
    for (const auto& scenario : test::all_scenarios()) {
      for (const auto& expectation : scenario.expectations) {
        if (!expectation.is_without) continue;
        INFO(place_of(scenario, expectation.line));
        REQUIRE(scenario.rule);
        CHECK(outcome(scenario, policy.without(*scenario.rule), expectation.what) ==
              expectation.value);
        CHECK(outcome(scenario, policy, expectation.what) != expectation.value);
      }
    }
  }

  TEST_CASE("each rule has one that shows it, and what would be without it") {
    std::set<AggregationRule> shown;
    std::set<AggregationRule> shown_without;
    for (const auto& scenario : test::all_scenarios()) {
      if (!scenario.rule) continue;
      for (const auto& expectation : scenario.expectations) {
        (expectation.is_without ? shown_without : shown).insert(*scenario.rule);
      }
    }
    for (const auto& rule : aggregation_rules()) {
      CAPTURE(rule.id);
      CHECK(shown.contains(rule.rule));
      CHECK(shown_without.contains(rule.rule));
    }
  }

  TEST_CASE("there are at least 150 of them, and no two of one name") {
    std::set<std::string> names;
    for (const auto& scenario : test::all_scenarios()) {
      CAPTURE(scenario.name);
      CHECK(names.insert(scenario.name).second);
      CHECK_FALSE(scenario.expectations.empty());
    }
    CHECK(names.size() >= 150);
  }
}
