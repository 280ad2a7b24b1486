// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/native/categories.hpp>
#include <presentity/presence/aggregation.hpp>
#include <presentity/presence/aggregation_rules.hpp>
#include <presentity/presence/time.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Scenarios of aggregation as text: what is published, when, and what comes of it. The format is
// described in scenarios/README.md.

namespace presentity::presence::test {

// One line `expect` or `without`.
struct Expectation {
  int line = 0;
  bool is_without = false;  // The rule of the scenario is switched off.
  std::string what;         // `200 state`
  std::string value;        // `6500 on-the-phone`
};

struct Scenario {
  std::string file;
  int line = 0;
  std::string name;
  std::optional<AggregationRule> rule;
  std::string source;  // Where an example is from.
  TimePoint now;
  std::vector<TimePoint> before;  // Earlier moments at which the result was known.
  std::vector<native::categories::CategoryType> published;
  std::vector<Expectation> expectations;
};

// Throws std::runtime_error with file and line if the text is not a scenario.
std::vector<Scenario> read_scenarios(const std::string& file);
// All files of the folder.
std::vector<Scenario> all_scenarios();

// What the scenario comes to under a policy: `what` to its value.
std::string outcome(const Scenario& scenario, const AggregationPolicy& policy,
                    std::string_view what);

// `12:00`, or `1+12:00` for the next day; the first day is Monday, 2013-06-03.
TimePoint parse_clock(std::string_view text);
std::string clock_text(TimePoint time);

}  // namespace presentity::presence::test
