// SPDX-License-Identifier: MIT
#include "histories.hpp"

#include <presentity/native/legacyInterop.hpp>
#include <presentity/native/state.hpp>
#include <presentity/presence/aggregation.hpp>
#include <presentity/presence/aggregation_explanation.hpp>
#include <presentity/presence/aggregator.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <set>

using namespace presentity;
using namespace presentity::presence;
using namespace std::chrono_literals;
using test::Happening;
using test::Random;

namespace {

constexpr auto instant = 1ms;

// What must hold for each of many histories. `seed` says again which one it was.
void for_each_history(const std::function<void(const std::vector<Happening>&, Random&)>& check) {
  const auto count = test::history_count();
  for (std::size_t seed = 0; seed < count; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    check(test::random_history(random), random);
  }
}

std::vector<Input> inputs_after(const std::vector<Happening>& history) {
  std::vector<Input> inputs;
  for (const auto& happening : history) test::apply(inputs, happening);
  return inputs;
}

// Every moment at which something may change by itself, within a week: half of one is enough for
// the working hours to begin and end.
std::set<TimePoint> moments_after(const std::vector<Input>& inputs, TimePoint now) {
  std::set<TimePoint> moments;
  for (const auto& input : inputs) {
    if (input.publish_time > now) moments.insert(input.publish_time);
    if (input.expires_at && *input.expires_at > now) moments.insert(*input.expires_at);
    if (!input.working_hours) continue;
    auto boundary = input.working_hours->next_boundary(now);
    for (int i = 0; i < 6 && boundary; ++i) {
      moments.insert(*boundary);
      boundary = input.working_hours->next_boundary(*boundary);
    }
  }
  return moments;
}

void check_next_change(const Aggregator& aggregator) {
  const auto is = aggregator.result();
  const auto next = aggregator.next_change();
  for (const auto moment : moments_after(aggregator.inputs(), aggregator.now())) {
    if (next && moment >= *next) break;
    auto later = aggregator;
    (void)later.advance(moment);
    REQUIRE_MESSAGE(later.result() == is, "next_change is late");
  }
  if (!next) return;
  auto later = aggregator;
  REQUIRE(*next > aggregator.now());
  REQUIRE_FALSE(later.advance(*next - instant));
  REQUIRE_MESSAGE(later.advance(*next), "next_change is early");
  REQUIRE_FALSE(later.result() == is);
}

const AggregationPolicy policy = AggregationPolicy::lync2013();

}  // namespace

TEST_SUITE("aggregation of random histories") {
  TEST_CASE("keeping the result up to date equals computing it anew") {
    for_each_history([](const auto& history, Random&) {
      auto now = history.front().at - 1min;
      Aggregator aggregator(now, policy);
      std::vector<Input> inputs;
      auto known = aggregate(inputs, now, policy);  // the last result before `now`
      auto latest = known;
      for (const auto& happening : history) {
        if (happening.at > now) {
          known = aggregate(inputs, happening.at - instant, policy, &latest);
          now = happening.at;
        }
        const auto before = aggregator.result();
        const bool is_other = happening.published ? aggregator.publish(*happening.published, now)
                                                  : aggregator.remove(happening.removed, now);
        test::apply(inputs, happening);
        latest = aggregate(inputs, now, policy, &known);
        REQUIRE(differences(latest, aggregator.result()).empty());
        REQUIRE(aggregator.result() == latest);
        REQUIRE(is_other == !(before == aggregator.result()));
      }
    });
  }

  TEST_CASE("the next change is never late and never early") {
    for_each_history([](const auto& history, Random&) {
      Aggregator aggregator(history.front().at, policy);
      for (const auto& happening : history) {
        if (happening.published) {
          (void)aggregator.publish(*happening.published, happening.at);
        } else {
          (void)aggregator.remove(happening.removed, happening.at);
        }
        check_next_change(aggregator);
      }
    });
  }

  TEST_CASE("the order of publication of equal-time inputs does not matter") {
    for_each_history([](const auto& history, Random& random) {
      auto inputs = inputs_after(history);
      const auto now = history.back().at;
      for (auto& input : inputs) input.publish_time = std::min(input.publish_time, now);
      const auto expected = aggregate(inputs, now, policy);
      Aggregator in_order(now, policy);
      for (const auto& input : inputs) (void)in_order.publish(input, now);
      std::ranges::shuffle(inputs, random);
      REQUIRE(aggregate(inputs, now, policy) == expected);
      Aggregator shuffled(now, policy);
      for (const auto& input : inputs) (void)shuffled.publish(input, now);
      REQUIRE(shuffled.result() == in_order.result());
    });
  }

  TEST_CASE("one state wins, and removing one without effect changes nothing") {
    for_each_history([](const auto& history, Random&) {
      const auto inputs = inputs_after(history);
      const auto now = history.back().at;
      const auto explanation = explain(inputs, now, policy);
      for (const auto* const state : {&explanation.first, &explanation.second}) {
        const auto winners =
            std::ranges::count(state->judgements, InputOutcome::won, &Judgement::outcome);
        REQUIRE(winners == (state->winner ? 1 : 0));
        if (!state->winner) REQUIRE(state->decided_by == AggregationRule::no_machine_offline);
        for (const auto& judgement : state->judgements) {
          if (judgement.has_effect()) continue;
          auto fewer = inputs;
          const InputKey key{state->container, false, judgement.input.instance};
          std::erase_if(fewer, [&](const Input& input) { return input.key() == key; });
          const auto without = aggregate(fewer, now, policy);
          INFO(account(explanation, state->container));
          INFO("removed " << judgement.input.instance);
          REQUIRE(without.first == explanation.result.first);
          REQUIRE(without.second == explanation.result.second);
        }
      }
    });
  }

  TEST_CASE("the winner's availability is the aggregate's, but for Busy - Idle") {
    for_each_history([](const auto& history, Random&) {
      const auto explanation = explain(inputs_after(history), history.back().at, policy);
      for (const auto* const state : {&explanation.first, &explanation.second}) {
        if (!state->winner) {
          REQUIRE(state->availability == 18500);
        } else if (state->decided_by == AggregationRule::busy_idle) {
          REQUIRE(state->availability == 7500);
        } else {
          REQUIRE(state->judgements[*state->winner].input.availability == state->availability);
        }
      }
    });
  }

  TEST_CASE("container 100 never shows more than the availability") {
    for_each_history([](const auto& history, Random& random) {
      if (random() % 8 != 0) return;  // writing XML takes its time
      const auto now = history.back().at;
      const auto result = aggregate(inputs_after(history), now, policy);
      const auto published = publications(result, now, policy);
      for (const auto& publication : *published) {
        if (publication.container != 100U) continue;
        if (publication.name == "state") {
          native::state::AggregateState expected;
          expected.availability = result.first.availability;
          REQUIRE(*native::state::read_state(publication.any->xml) ==
                  native::state::StateType(expected));
        } else if (publication.name == "legacyInterop") {
          const auto legacy = native::categories::read_legacy_interop(publication.any->xml);
          REQUIRE(legacy->availability == result.first.availability);
          REQUIRE_FALSE(legacy->token);
        }
      }
    });
  }

  TEST_CASE("nothing of container 3 goes to others than 3 and 300") {
    for_each_history([](const auto& history, Random& random) {
      auto inputs = inputs_after(history);
      const auto now = history.back().at;
      const auto with = aggregate(inputs, now, policy);
      std::erase_if(inputs, [](const Input& input) { return input.container == 3; });
      const auto without = aggregate(inputs, now, policy);
      REQUIRE(with.first == without.first);
      REQUIRE(with.machine == without.machine);
      REQUIRE(with.services == without.services);
      if (random() % 8 != 0) return;
      const auto others = [&](const Aggregation& aggregation) {
        auto all = *publications(aggregation, now, policy);
        std::erase_if(all, [](const auto& publication) {
          return publication.container == 3U || publication.container == 300U;
        });
        return all;
      };
      REQUIRE(others(with) == others(without));
    });
  }
}
