// SPDX-License-Identifier: MIT
#include "scenario.hpp"

#include <presentity/presence/aggregation_explanation.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>

using namespace presentity;
using namespace presentity::presence;
using test::parse_clock;
using enum AggregationRule;

namespace {

const test::Scenario& story(const std::vector<test::Scenario>& all, std::string_view name) {
  const auto found = std::ranges::find(all, name, &test::Scenario::name);
  if (found == all.end()) throw std::runtime_error("no such scenario");
  return *found;
}

Explanation explain_story(std::string_view name) {
  const auto all = test::all_scenarios();
  const auto& scenario = story(all, name);
  return explain(read_inputs(scenario.published).inputs, scenario.now);
}

const Judgement& judgement_of(const StateExplanation& state, InputKind kind,
                              std::string_view endpoint = {}) {
  const auto found = std::ranges::find_if(state.judgements, [&](const Judgement& judgement) {
    return judgement.input.kind == kind && judgement.input.endpoint_id == endpoint;
  });
  REQUIRE(found != state.judgements.end());
  return *found;
}

}  // namespace

TEST_SUITE("explanation of aggregation") {
  TEST_CASE("stuck on Away with two computers: the user set it by hand") {
    const auto why =
        explain_story("Stuck on Away with two computers: set by hand at the other one");
    const auto& user = judgement_of(why.first, InputKind::user_state);
    CHECK(user.outcome == InputOutcome::won);
    CHECK(user.rule == least_available_wins);
    CHECK(user.voids_older);
    const auto& office = judgement_of(why.first, InputKind::machine_state, "office");
    CHECK(office.outcome == InputOutcome::outvoted);
    CHECK(office.rule == least_available_wins);
    CHECK(office.is_most_active);
    const auto& home = judgement_of(why.first, InputKind::machine_state, "home");
    CHECK(home.outcome == InputOutcome::dropped);
    CHECK(home.rule == most_active_machine);
    CHECK_FALSE(home.has_effect());
    CHECK_FALSE(why.next_change);
    CHECK(account(why, 200) ==
          "Watchers of container 200 see Away (15500) at 2013-06-03 15:00 UTC.\n"
          "The status set by hand, Away (15500), published 10:00, decides: of all that counts it "
          "is the "
          "least available. (least-available-wins)\n"
          "It counted, but did not decide:\n"
          "  the machine state of office, Available (3500), published 14:00\n"
          "It did not count:\n"
          "  the machine state of home, Away (15500), published 11:00\n"
          "    Of the machine states only the most active counts, the one with the lowest "
          "availability. (most-active-machine)\n"
          "What would change it:\n"
          "  If the status set by hand were removed: Available (3500)\n"
          "  If the user set Available by hand: Available (3500)\n"
          "It does not change by itself.\n");
  }

  TEST_CASE("Busy that resets every day: when, and to what") {
    const auto why = explain_story("Busy that resets every day: an hour before");
    CHECK(why.next_change == parse_clock("1+09:00"));
    CHECK(why.first.next_change == parse_clock("1+09:00"));
    const auto ends = std::ranges::find_if(
        why.counterfactuals, [](const Counterfactual& other) { return other.at.has_value(); });
    REQUIRE(ends != why.counterfactuals.end());
    CHECK(ends->condition == "at 09:00, when the status set by hand ends by itself");
    CHECK(ends->availability == 3500);
    CHECK(judgement_of(why.first, InputKind::user_state).rule == latest_user_state);
  }

  TEST_CASE("Do Not Disturb is another thing to a workgroup member than to a federated contact") {
    const auto why =
        explain_story("Do Not Disturb seen by a workgroup member and by a federated contact");
    CHECK(account(why, 300).starts_with(
        "Watchers of container 300 see Busy (6900), urgent-interruptions-only at "));
    CHECK(account(why, 100).starts_with("Watchers of container 100 see Do Not Disturb (9500) at "));
    CHECK(judgement_of(why.first, InputKind::timed_user_state).sets_dnd);
    CHECK_FALSE(judgement_of(why.second, InputKind::timed_user_state).sets_dnd);
  }

  TEST_CASE("says whose activity it is, and what only has an activity") {
    const auto why = explain_story("An out-of-office message and Be Right Back");
    const auto& message = judgement_of(why.first, InputKind::oof_message);
    CHECK(message.outcome == InputOutcome::text_only);
    CHECK(message.gives_activity);
    const auto text = account(why, 200);
    CHECK(text.find("What the user does is said by the out-of-office message 0x6FD415CB.\n") !=
          std::string::npos);
  }

  TEST_CASE("says that nobody is signed in") {
    const auto why = explain_story("Nobody is signed in");
    CHECK_FALSE(why.first.winner);
    CHECK(why.first.decided_by == no_machine_offline);
    CHECK(judgement_of(why.first, InputKind::user_state).rule == no_machine_offline);
    CHECK(account(why, 100).find("nobody is signed in. (no-machine-offline)\n") !=
          std::string::npos);
  }

  TEST_CASE("says what makes Busy idle, and what would end it") {
    const auto why = explain_story("Busy at an idle computer");
    CHECK(why.first.decided_by == busy_idle);
    CHECK(judgement_of(why.first, InputKind::machine_state, "pc").makes_idle);
    CHECK(std::ranges::any_of(why.counterfactuals, [](const Counterfactual& other) {
      return other.condition == "if the machine state of pc became active" &&
             other.availability == 6500;
    }));
  }

  TEST_CASE("a state changes by itself at its own time, not at another's") {
    const auto why = explain_story("Last active is that of each container");
    CHECK_FALSE(why.first.next_change);
    const auto work = explain_story("Away after work");
    CHECK(work.first.next_change == parse_clock("1+09:00"));
    CHECK(account(work, 200).find("At 2013-06-04 09:00, by the working hours: Away (15500)\n") !=
          std::string::npos);
  }
}

TEST_SUITE("what if") {
  TEST_CASE("an input is added, replaced and removed, and the clock moved") {
    const auto all = test::all_scenarios();
    const auto& scenario =
        story(all, "Stuck on Away with two computers: set by hand at the other one");
    const auto inputs = read_inputs(scenario.published).inputs;
    const InputKey user{2, false, 0x20000000};

    const HypotheticalChange removed = RemoveInput{user};
    auto other = what_if(inputs, scenario.now, {&removed, 1});
    CHECK(other.result.first.availability == 3500);
    CHECK(other.result.second.availability == 15500);
    REQUIRE(other.differences.size() == 1);
    CHECK(other.differences[0] ==
          Difference{2, "availability", "Away (15500)", "Available (3500)"});

    auto busy = *std::ranges::find(inputs, user, &Input::key);
    busy.availability = 9500;
    busy.publish_time = scenario.now;
    const HypotheticalChange set[] = {SetInput{busy}};
    other = what_if(inputs, scenario.now, set);
    CHECK(other.result.first.availability == 9500);
    CHECK(std::ranges::count(other.differences, "dndState", &Difference::what) == 1);

    const HypotheticalChange back[] = {MoveClock{parse_clock("09:00")}};
    other = what_if(inputs, scenario.now, back);
    CHECK(other.result.first.availability == 18500);
  }

  TEST_CASE("nothing changes nothing") {
    const auto all = test::all_scenarios();
    for (const auto& scenario : all) {
      const auto inputs = read_inputs(scenario.published).inputs;
      const HypotheticalChange same[] = {MoveClock{scenario.now}};
      CAPTURE(scenario.name);
      CHECK(what_if(inputs, scenario.now, same).differences.empty());
    }
  }
}
