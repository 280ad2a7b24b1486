// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <presentity/presence/activity_display.hpp>

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace presentity::presence;
using namespace presentity::presence::test;
using presentity::native::service::ServicesType;
using presentity::native::state::ActivityTokenEnumEx;
using presentity::native::state::ActivityType;
using presentity::native::state::AggregateState;
using presentity::native::state::DeviceTypeEnum;
using presentity::native::state::LCIDType;

namespace {

ActivityType token(const std::string& name) {
  ActivityType activity;
  activity.token = ActivityTokenEnumEx(name);
  return activity;
}

using Texts = std::vector<std::pair<std::optional<std::uint32_t>, std::string>>;

ActivityType custom(const Texts& texts) {
  ActivityType activity;
  for (const auto& [lcid, text] : texts) {
    activity.custom.emplace_back();
    activity.custom.back().lcid = lcid;
    activity.custom.back().value = text;
  }
  return activity;
}

ActivityType with(ActivityType activity, std::optional<std::uint32_t> least,
                  std::optional<std::uint32_t> most) {
  activity.min_availability = least;
  activity.max_availability = most;
  return activity;
}

ActivityType both(const std::string& name, const Texts& texts) {
  auto activity = custom(texts);
  activity.token = ActivityTokenEnumEx(name);
  return activity;
}

}  // namespace

TEST_CASE("the displayed activity follows the documented precedence") {
  struct Row {
    std::optional<std::uint32_t> availability;
    std::vector<ActivityType> activities;
    const char* expected;
    DisplaySource source;
  };
  const Texts lunch = {{1033, "Lunch"}};
  const std::vector<Row> rows = {
      // By availability: the table of default strings.
      {std::nullopt, {}, "Offline", DisplaySource::availability},
      {0, {}, "Presence unknown", DisplaySource::availability},
      {3500, {}, "Available", DisplaySource::availability},
      {5000, {}, "Inactive", DisplaySource::availability},
      {6500, {}, "Busy", DisplaySource::availability},
      {7500, {}, "Busy", DisplaySource::availability},
      {9500, {}, "Do not disturb", DisplaySource::availability},
      {12500, {}, "Be right back", DisplaySource::availability},
      {15500, {}, "Away", DisplaySource::availability},
      {18500, {}, "Offline", DisplaySource::availability},
      // Standard tokens.
      {6500, {token("on-the-phone")}, "In a call", DisplaySource::token},
      {6500, {token("in-a-conference")}, "In a conference", DisplaySource::token},
      {6500, {token("in-a-meeting")}, "In a meeting", DisplaySource::token},
      {15500, {token("out-of-office")}, "Out of office", DisplaySource::token},
      {6900,
       {token("urgent-interruptions-only")},
       "Urgent interruptions only",
       DisplaySource::token},
      {15500, {token("off-work")}, "Off work", DisplaySource::token},
      {9500, {token("in-presentation")}, "Presenting", DisplaySource::token},
      // Letter case counts; what is not known counts for nothing.
      {6500, {token("In-a-conference")}, "Busy", DisplaySource::availability},
      {6500, {token("at-the-dentist")}, "Busy", DisplaySource::availability},
      {6500, {both("at-the-dentist", lunch)}, "Lunch", DisplaySource::custom},
      // Custom strings come after standard tokens, wherever they stand, but before the others.
      {6500, {custom(lunch)}, "Lunch", DisplaySource::custom},
      {6500, {both("in-a-meeting", lunch)}, "In a meeting", DisplaySource::token},
      {6500, {custom(lunch), token("in-a-meeting")}, "In a meeting", DisplaySource::token},
      {15500, {both("off-work", lunch)}, "Lunch", DisplaySource::custom},
      {6500, {custom({{1033, ""}})}, "Busy", DisplaySource::availability},
      // What does not hold at the availability is not shown.
      {3500, {with(token("in-a-meeting"), 6500, 8999)}, "Available", DisplaySource::availability},
      {6500, {with(token("in-a-meeting"), 6500, 8999)}, "In a meeting", DisplaySource::token},
      {8999, {with(token("in-a-meeting"), 6500, 8999)}, "In a meeting", DisplaySource::token},
      {9000,
       {with(token("in-a-meeting"), 6500, 8999)},
       "Do not disturb",
       DisplaySource::availability},
      {11999,
       {with(token("out-of-office"), 12000, {})},
       "Do not disturb",
       DisplaySource::availability},
      {12000, {with(token("out-of-office"), 12000, {})}, "Out of office", DisplaySource::token},
      {std::nullopt,
       {with(token("out-of-office"), 12000, {})},
       "Out of office",
       DisplaySource::token},
      {3500,
       {with(token("on-the-phone"), 6500, 8999), custom(lunch)},
       "Lunch",
       DisplaySource::custom},
  };
  for (const Row& row : rows) {
    CAPTURE(row.availability.value_or(99999));
    CAPTURE(row.expected);
    CHECK(activity_display(row.availability, row.activities) ==
          ActivityDisplay{row.expected, row.source});
    CHECK(activity_display(row.availability, row.activities, {.is_blocked = true}) ==
          ActivityDisplay{"Blocked", DisplaySource::blocked});
  }
}

TEST_CASE("a state of any type is displayed") {
  presentity::native::state::CalendarState state;
  state.availability = 6500;
  state.activity.push_back(token("in-a-meeting"));
  CHECK(activity_display(state).text == "In a meeting");
}

TEST_CASE("a custom text is chosen by language") {
  struct Row {
    Texts texts;
    std::uint32_t lcid;
    const char* expected;
  };
  const Texts three = {{1031, "Mittag"}, {2057, "Luncheon"}, {1033, "Lunch"}};
  const std::vector<Row> rows = {
      {three, 1033, "Lunch"},     // exactly
      {three, 3081, "Luncheon"},  // another English, the first there is
      {three, 2055, "Mittag"},    // Swiss German
      {three, 1036, "Mittag"},    // French: the first
      {{{std::nullopt, "Lunch"}, {1031, "Mittag"}}, 1031, "Mittag"},
      {{{std::nullopt, "Lunch"}, {1031, "Mittag"}}, 1036, "Lunch"},
      {{{1033, ""}, {1031, "Mittag"}}, 1033, "Mittag"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expected);
    const auto activity = custom(row.texts);
    const auto* const text = text_for(activity.custom, row.lcid);
    REQUIRE(text != nullptr);
    CHECK(text->value == row.expected);
  }
  CHECK(text_for({}, 1033) == nullptr);
}

TEST_CASE("an inactive user is shown since when") {
  const auto now = at("2013-02-01T12:00:00Z");
  struct Row {
    const char* text;
    std::uint32_t availability;
    const char* last_active;
    const char* expected;
  };
  const std::array rows = {
      Row{"Inactive", 5000, "2013-02-01T11:55:00Z", "Inactive for 5 mins"},
      Row{"Away", 15500, "2013-02-01T07:00:00Z", "Away for 5 hours"},
      Row{"Offline", 18500, "2013-02-01T11:40:00Z", "Offline for 20 mins"},
      Row{"Busy", 7500, "2013-02-01T11:58:01Z", "Busy for 1 min"},
      Row{"Be right back", 12500, "2013-02-01T10:00:01Z", "Be right back for 1 hour"},
      Row{"Away", 15500, "2013-01-31T12:00:01Z", "Away for 23 hours"},
      Row{"Away", 15500, "2013-01-31T12:00:00Z", "Away for 1 day"},
      Row{"Away", 15500, "2013-01-02T12:00:00Z", "Away for 30 days"},
      Row{"Away", 15500, "2013-02-01T11:59:01Z", "Away"},
      Row{"Away", 15500, "2013-02-01T12:30:00Z", "Away"},  // clocks differ
      Row{"Available", 3500, "2013-02-01T07:00:00Z", "Available"},
      Row{"Busy", 6500, "2013-02-01T07:00:00Z", "Busy"},
      Row{"Do not disturb", 9500, "2013-02-01T07:00:00Z", "Do not disturb"},
  };
  for (const Row& row : rows) {
    CHECK(with_inactive_time(row.text, availability_class(row.availability), at(row.last_active),
                             now) == row.expected);
  }
  CHECK(with_inactive_time("Away", AvailabilityClass::away, std::nullopt, now) == "Away");
}

TEST_CASE("capabilities are summed up") {
  using presentity::native::service::Text;
  using presentity::native::service::Voice;
  const auto services = [](std::vector<std::optional<std::uint32_t>> texts, bool has_voice) {
    ServicesType result;
    for (const auto availability : texts) {
      result.service.emplace_back().capabilities.emplace();
      Text text;
      text.value.device_availability = availability;
      result.service.back().capabilities->choice.emplace_back(text);
    }
    if (has_voice) {
      result.service.emplace_back().capabilities.emplace().choice.emplace_back(Voice{});
    }
    return result;
  };
  struct Row {
    std::optional<std::uint32_t> availability;
    std::optional<DeviceTypeEnum> device;
    ServicesType services;
    const char* expected;
  };
  const std::vector<Row> rows = {
      {3500, {}, services({18500}, true), "Voice Only"},
      {5999, {}, services({18500}, true), "Voice Only"},
      {6000, {}, services({18500}, true), "No IM"},
      {15500, {}, services({18500}, true), "No IM"},
      {18500, {}, services({18500}, true), ""},
      {std::nullopt, {}, services({18500}, true), ""},
      {3500, {}, services({18500, 3500}, true), ""},  // the most active one counts
      {3500, {}, services({}, true), "Voice Only"},   // no text among others
      {3500, {}, services({}, false), ""},            // nothing known
      {3500, {}, services({std::nullopt}, true), ""},
      {3500, DeviceTypeEnum::mobile, services({3500}, true), "Mobile"},
      {3500, DeviceTypeEnum::mobile, services({18500}, true), "Voice Only"},
      {18500, DeviceTypeEnum::mobile, services({3500}, true), ""},
      {3500, DeviceTypeEnum::computer, services({3500}, true), ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expected);
    CAPTURE(row.availability.value_or(99999));
    AggregateState state;
    state.availability = row.availability;
    if (row.device) state.device = *row.device;
    CHECK(to_string(capability_summary(state, row.services)) == row.expected);
  }
}
