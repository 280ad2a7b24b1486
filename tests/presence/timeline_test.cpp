// SPDX-License-Identifier: MIT
#include "histories.hpp"
#include "support.hpp"

#include <presentity/presence/aggregation_explanation.hpp>
#include <presentity/presence/log.hpp>
#include <presentity/presence/timeline.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace presentity;
using namespace presentity::presence;
using namespace std::chrono_literals;
using test::at;

namespace {

Input state(InputKind kind, std::uint32_t instance, std::uint32_t availability, TimePoint published,
            ContainerId container = 2) {
  Input input;
  input.kind = kind;
  input.container = container;
  input.instance = instance;
  input.publish_time = published;
  input.availability = availability;
  return input;
}

Input machine(TimePoint published, std::uint32_t availability = 3500) {
  auto input = state(InputKind::machine_state, 0x30000001, availability, published);
  input.endpoint_id = "pc";
  input.ends_with_endpoint = true;
  return input;
}

Input user(TimePoint published, std::uint32_t availability) {
  return state(InputKind::user_state, 0x20000000, availability, published);
}

HistoryEvent set(const Input& input) { return {input.publish_time, SetInput{input}}; }

const TimelineOptions of_colleagues{.containers = {200}, .from = {}, .to = {}};

// The stretch that holds at a moment.
template <class Row>
const auto* stretch_at(const Row& row, TimePoint moment) {
  const auto found = std::ranges::find_if(row.stretches, [&](const auto& stretch) {
    return stretch.begin <= moment && (!stretch.end || moment < *stretch.end);
  });
  return found != row.stretches.end() ? &*found : nullptr;
}

std::vector<HistoryEvent> events_of(const std::vector<test::Happening>& history) {
  std::vector<HistoryEvent> events;
  for (const auto& happening : history) {
    if (happening.published) {
      events.push_back({happening.at, SetInput{*happening.published}});
    } else {
      events.push_back({happening.at, RemoveInput{happening.removed}});
    }
  }
  return events;
}

}  // namespace

TEST_SUITE("timeline") {
  TEST_CASE("says for each stretch why it ended") {
    auto timed = user(at(100), 6500);
    timed.kind = InputKind::timed_user_state;
    timed.instance = 0x24000000;
    timed.expires_at = at(200);
    const std::vector<HistoryEvent> events = {
        set(machine(at(0))),         set(timed),
        set(machine(at(300), 5000)), {at(400), EndpointSignedOut{"PC"}},
        set(user(at(500), 15500)),   {at(600), RemoveInput{{2, false, 0x20000000}}},
    };
    const auto timeline = make_timeline(events, of_colleagues);
    CHECK(timeline.from == at(0));
    CHECK(timeline.to == at(600));
    REQUIRE(timeline.inputs.size() == 3);
    const auto& by_hand = timeline.inputs[0].stretches;
    REQUIRE(by_hand.size() == 1);
    CHECK(by_hand[0].ended_by == StretchEnd::removed);
    const auto& by_hand_for_a_time = timeline.inputs[1].stretches;
    REQUIRE(by_hand_for_a_time.size() == 1);
    CHECK(by_hand_for_a_time[0].ended_by == StretchEnd::expired);
    CHECK(by_hand_for_a_time[0].end == at(200));
    const auto& computer = timeline.inputs[2].stretches;
    REQUIRE(computer.size() == 2);
    CHECK(computer[0].ended_by == StretchEnd::replaced);
    CHECK(computer[1].ended_by == StretchEnd::signed_out);

    struct Expected {
      std::int64_t begin;
      std::uint32_t availability;
      StretchEnd ended_by;
      std::string_view rule;
    };
    const std::vector<Expected> expected = {
        {0, 3500, StretchEnd::published, "least-available-wins"},
        {100, 6500, StretchEnd::expired, "least-available-wins"},
        {200, 3500, StretchEnd::replaced, "least-available-wins"},
        {300, 5000, StretchEnd::signed_out, "least-available-wins"},
        {400, 18500, StretchEnd::none, "no-machine-offline"},
    };
    REQUIRE(timeline.aggregates.size() == 1);
    const auto& seen = timeline.aggregates[0].stretches;
    REQUIRE(seen.size() == expected.size());
    for (std::size_t index = 0; index < expected.size(); ++index) {
      CAPTURE(index);
      CHECK(seen[index].begin == at(expected[index].begin));
      CHECK(seen[index].availability == expected[index].availability);
      CHECK(seen[index].ended_by == expected[index].ended_by);
      CHECK(entry_of(seen[index].decided_by).id == expected[index].rule);
    }
  }

  TEST_CASE("what containers 2 and 3 say alike is one row") {
    auto other = machine(at(0));
    other.container = 3;
    auto timeline = make_timeline(std::vector{set(machine(at(0))), set(other)});
    REQUIRE(timeline.inputs.size() == 1);
    CHECK(timeline.inputs[0].containers == std::vector<ContainerId>{2, 3});
    other.availability = 5000;
    timeline = make_timeline(std::vector{set(machine(at(0))), set(other)});
    CHECK(timeline.inputs.size() == 2);
    CHECK(
        make_timeline(std::vector{set(machine(at(0))), set(other)}, of_colleagues).inputs.size() ==
        1);
  }

  TEST_CASE("from and to bound the timeline") {
    const std::vector<HistoryEvent> events = {set(machine(at(0))), set(user(at(100), 6500)),
                                              set(user(at(200), 3500)), set(user(at(300), 9500))};
    auto options = of_colleagues;
    options.from = at(150);
    options.to = at(250);
    const auto timeline = make_timeline(events, options);
    CHECK(timeline.from == at(150));
    CHECK(timeline.to == at(250));
    const auto& seen = timeline.aggregates.at(0).stretches;
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].begin == at(100));
    CHECK_FALSE(seen[1].end);
    CHECK(make_timeline({}, options).aggregates.empty());
  }

  TEST_CASE("too much is cut") {
    std::vector<HistoryEvent> events;
    for (int i = 0; i < 100; ++i) events.push_back(set(machine(at(i), i % 2 == 0 ? 3500 : 5000)));
    auto options = of_colleagues;
    options.most_stretches = 50;
    const auto timeline = make_timeline(events, options);
    CHECK(timeline.is_cut);
    CHECK(timeline.to < at(99));
    CHECK_FALSE(make_timeline(events, of_colleagues).is_cut);
    options.from = at(90);
    CHECK_FALSE(make_timeline(events, options).is_cut);
  }

  TEST_CASE("at every moment it says what aggregation says") {
    const auto count = test::history_count() / 10;
    for (std::size_t seed = 0; seed < count; ++seed) {
      CAPTURE(seed);
      test::Random random(seed);
      const auto history = test::random_history(random);
      const auto first = history.front().at;
      TimelineOptions options;
      options.containers = {100, 200, 300};
      options.from = first;
      options.to = history.back().at + 2h;
      const auto timeline = make_timeline(events_of(history), options);
      REQUIRE_FALSE(timeline.is_cut);
      const auto length = static_cast<std::size_t>((*options.to - first).count());
      for (int i = 0; i < 8; ++i) {
        const auto now = first + std::chrono::milliseconds(test::below(random, length));
        std::vector<Input> inputs;
        for (const auto& happening : history) {
          if (happening.at <= now) test::apply(inputs, happening);
        }
        const auto explanation = explain(inputs, now);
        for (const auto& row : timeline.aggregates) {
          const bool is_second = row.container == 300;
          const auto& state = is_second ? explanation.result.second : explanation.result.first;
          const auto& reasons = is_second ? explanation.second : explanation.first;
          const auto* const stretch = stretch_at(row, now);
          REQUIRE(stretch != nullptr);
          REQUIRE(stretch->availability == state.availability);
          if (row.container == 100) {
            REQUIRE_FALSE(stretch->activity);
          } else {
            REQUIRE(stretch->activity == state.activity);
          }
          REQUIRE(stretch->decided_by == reasons.decided_by);
          REQUIRE(stretch->winner.has_value() == reasons.winner.has_value());
          if (stretch->winner) {
            REQUIRE(stretch->winner->instance ==
                    reasons.judgements[*reasons.winner].input.instance);
          }
        }
      }
    }
  }

  TEST_CASE("stretches of watchers follow each other, and differ") {
    for (std::size_t seed = 0; seed < test::history_count() / 10; ++seed) {
      CAPTURE(seed);
      test::Random random(seed);
      const auto timeline = make_timeline(events_of(test::random_history(random)));
      for (const auto& row : timeline.aggregates) {
        REQUIRE(row.stretches.front().begin <= timeline.from);
        REQUIRE(row.stretches.back().ended_by == StretchEnd::none);
        for (std::size_t index = 1; index < row.stretches.size(); ++index) {
          const auto& before = row.stretches[index - 1];
          REQUIRE(before.end == row.stretches[index].begin);
          REQUIRE(before.begin < *before.end);
          REQUIRE(before.ended_by != StretchEnd::none);
        }
      }
    }
  }
}

TEST_SUITE("times of logs") {
  TEST_CASE("all forms of a time are read") {
    const auto expected = TimePoint(std::chrono::sys_days(std::chrono::year(2009) / 10 / 28) + 13h +
                                    11min + 55s + 123ms);
    CHECK(parse_logged_time("2009-10-28T13:11:55.123456Z") == expected);
    CHECK(parse_logged_time("10/28/2009|13:11:55.123") == expected);
    CHECK(parse_logged_time("10/28/2009-13:11:55.123.000012") == expected);
    CHECK(parse_logged_time("Wed, 28 Oct 2009 13:11:55 GMT") == expected - 123ms);
    for (const auto* text :
         {"", "13:11:55", "13/28/2009|13:11:55", "Wed, 28 Okt 2009 13:11:55 GMT",
          "Wed, 28 Oct 2009 13:11:55 CET", "10/28/2009|13:11", "10/28/2009|13:11:"}) {
      CAPTURE(text);
      CHECK_FALSE(parse_logged_time(text));
    }
  }
}
