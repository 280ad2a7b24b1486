// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <presentity/presence/working_hours.hpp>

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <utility>

using namespace presentity;
using namespace presentity::presence;
using namespace presentity::presence::test;
using native::exchange_types::DayOfWeekEnum;
using native::exchange_types::DayOfWeekEnumEx;
using native::exchange_types::SerializableTimeZone;
using native::exchange_types::SerializableTimeZoneTime;
using native::exchange_types::WorkingHours;
using native::exchange_types::WorkingPeriod;
using std::chrono::minutes;

namespace {

SerializableTimeZoneTime change(int bias, int month, int order,
                                DayOfWeekEnum day = DayOfWeekEnum::sunday,
                                std::string time = "02:00:00") {
  SerializableTimeZoneTime result;
  result.bias = bias;
  result.month = static_cast<std::int16_t>(month);
  result.day_order = static_cast<std::int16_t>(order);
  result.day_of_week = day;
  result.time = std::move(time);
  return result;
}

// The zones of the reference's examples (D034: the sign of the second bias), of a deployed system
// (protocol-facts 1.3), and of the other hemisphere.
const SerializableTimeZone pacific{480, change(0, 11, 1), change(-60, 3, 2)};
const SerializableTimeZone pacific_as_on_the_element_pages{480, change(0, 11, 1), change(60, 3, 2)};
const SerializableTimeZone india{-330, change(0, 0, 0), change(0, 0, 0)};
const SerializableTimeZone sydney{-600, change(0, 4, 1, DayOfWeekEnum::sunday, "03:00:00"),
                                  change(-60, 10, 1)};
const SerializableTimeZone berlin{-60, change(0, 10, 5, DayOfWeekEnum::sunday, "03:00:00"),
                                  change(-60, 3, 5)};

WorkingPeriod period(std::initializer_list<DayOfWeekEnum> days, int begin, int end) {
  WorkingPeriod result;
  for (const auto day : days) result.day_of_week.push_back(day);
  result.start_time_in_minutes = begin;
  result.end_time_in_minutes = end;
  return result;
}

using enum DayOfWeekEnum;
const WorkingPeriod weekdays = period({monday, tuesday, wednesday, thursday, friday}, 480, 1020);

WorkingHours hours(const SerializableTimeZone& zone, std::vector<WorkingPeriod> periods) {
  return {zone, {std::move(periods)}};
}

WorkingSchedule schedule(const SerializableTimeZone& zone, std::vector<WorkingPeriod> periods) {
  auto result = WorkingSchedule::read(hours(zone, std::move(periods)));
  REQUIRE(result);
  return *std::move(result);
}

}  // namespace

TEST_CASE("a time zone has the offset of its season") {
  struct Row {
    const SerializableTimeZone& zone;
    const char* instant;
    int offset;
    bool is_daylight;
  };
  const std::array rows = {
      Row{pacific, "2010-01-15T12:00:00Z", -480, false},
      Row{pacific, "2010-07-15T12:00:00Z", -420, true},
      Row{pacific, "2010-03-14T09:59:59.999Z", -480, false},  // 01:59 on the second Sunday
      Row{pacific, "2010-03-14T10:00:00Z", -420, true},
      Row{pacific, "2010-11-07T08:59:59.999Z", -420, true},  // 01:59 on the first Sunday
      Row{pacific, "2010-11-07T09:00:00Z", -480, false},
      Row{pacific_as_on_the_element_pages, "2010-07-15T12:00:00Z", -420, true},
      Row{india, "2010-07-15T12:00:00Z", 330, false},
      Row{sydney, "2010-01-15T12:00:00Z", 660, true},
      Row{sydney, "2010-07-15T12:00:00Z", 600, false},
      Row{sydney, "2010-04-03T15:59:59.999Z", 660, true},  // 02:59 on the first Sunday
      Row{sydney, "2010-04-03T16:00:00Z", 600, false},
      Row{berlin, "2010-10-31T00:59:59.999Z", 120, true},  // the last Sunday is the fifth
      Row{berlin, "2010-10-31T01:00:00Z", 60, false},
      Row{berlin, "2011-10-30T01:00:00Z", 60, false},      // the last Sunday, again the fifth
      Row{berlin, "2010-03-28T00:59:59.999Z", 60, false},  // the last Sunday is the fourth
      Row{berlin, "2010-03-28T01:00:00Z", 120, true},
      Row{berlin, "0001-01-01T00:00:00Z", 60, false},
      Row{berlin, "9999-12-31T23:59:59Z", 60, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.instant);
    const auto zone = TimeZone::read(row.zone);
    REQUIRE(zone);
    CHECK(zone->offset(at(row.instant)) == minutes(row.offset));
    CHECK(zone->is_daylight(at(row.instant)) == row.is_daylight);
    CHECK(zone->local(at(row.instant)).time_since_epoch() ==
          at(row.instant).time_since_epoch() + minutes(row.offset));
  }
}

TEST_CASE("a time zone tells when its clock changes next") {
  const auto zone = TimeZone::read(pacific);
  REQUIRE(zone);
  CHECK(text_of(zone->next_change(at("2010-01-01T00:00:00Z"))) == "2010-03-14T10:00:00Z");
  CHECK(text_of(zone->next_change(at("2010-03-14T10:00:00Z"))) == "2010-11-07T09:00:00Z");
  CHECK(text_of(zone->next_change(at("2010-11-07T09:00:00Z"))) == "2011-03-13T10:00:00Z");
  CHECK(text_of(TimeZone::read(india)->next_change(at("2010-01-01T00:00:00Z"))) == "never");
  CHECK(text_of(TimeZone().next_change(at("2010-01-01T00:00:00Z"))) == "never");
}

TEST_CASE("work begins and ends by the clock of the user") {
  const auto week = schedule(pacific, {weekdays});
  struct Row {
    const char* instant;
    bool is_working;
    const char* next;
  };
  const std::array rows = {
      Row{"2010-01-15T15:59:59.999Z", false, "2010-01-15T16:00:00Z"},  // Friday, 07:59
      Row{"2010-01-15T16:00:00Z", true, "2010-01-16T01:00:00Z"},
      Row{"2010-01-16T00:59:59.999Z", true, "2010-01-16T01:00:00Z"},
      Row{"2010-01-16T01:00:00Z", false, "2010-01-18T16:00:00Z"},  // to Monday
      Row{"2010-03-12T20:00:00Z", true, "2010-03-13T01:00:00Z"},
      Row{"2010-03-13T01:00:00Z", false, "2010-03-15T15:00:00Z"},  // over a clock change
      Row{"2010-07-15T15:00:00Z", true, "2010-07-16T00:00:00Z"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.instant);
    CHECK(week.is_working(at(row.instant)) == row.is_working);
    CHECK(text_of(week.next_boundary(at(row.instant))) == row.next);
  }
}

TEST_CASE("periods may touch, overlap, be empty and go over midnight") {
  const TimePoint start = at("2010-06-06T00:00:00Z");  // a Sunday
  const SerializableTimeZone utc{0, change(0, 0, 0), change(0, 0, 0)};
  const auto boundaries = [&](std::vector<WorkingPeriod> periods) {
    const auto week = schedule(utc, std::move(periods));
    std::string text = week.is_working(start) ? "working" : "free";
    auto next = week.next_boundary(start);
    for (int count = 0; count < 4 && next; ++count, next = week.next_boundary(*next)) {
      text += ' ' + text_of(next).substr(8, 8);
    }
    return text;
  };
  CHECK(boundaries({}) == "free");
  CHECK(boundaries({period({monday}, 480, 480)}) == "free");
  CHECK(boundaries({period({monday}, 480, 720), period({monday}, 720, 1020)}) ==
        "free 07T08:00 07T17:00 14T08:00 14T17:00");
  CHECK(boundaries({period({monday}, 480, 800), period({monday}, 720, 1020)}) ==
        "free 07T08:00 07T17:00 14T08:00 14T17:00");
  CHECK(boundaries({period({saturday}, 1320, 360)}) ==
        "working 06T06:00 12T22:00 13T06:00 19T22:00");
  CHECK(boundaries({period({saturday, sunday}, 0, 1440)}) ==
        "working 07T00:00 12T00:00 14T00:00 19T00:00");
  CHECK(boundaries({period({sunday, monday, tuesday, wednesday, thursday, friday, saturday}, 0,
                           1440)}) == "working");
}

TEST_CASE("an hour that the clock skips is not worked, one that comes twice is worked twice") {
  const auto night = schedule(pacific, {period({sunday}, 120, 180)});  // 02:00 to 03:00
  CHECK(text_of(night.next_boundary(at("2010-03-14T00:00:00Z"))) == "2010-03-21T09:00:00Z");
  const auto twice = schedule(pacific, {period({sunday}, 60, 120)});  // 01:00 to 02:00
  CHECK(text_of(twice.next_boundary(at("2010-11-07T00:00:00Z"))) == "2010-11-07T08:00:00Z");
  CHECK(text_of(twice.next_boundary(at("2010-11-07T08:00:00Z"))) == "2010-11-07T10:00:00Z");
}

TEST_CASE("what is no working time is told") {
  struct Row {
    const char* expected;
    WorkingHours value;
  };
  auto strange_day = weekdays;
  strange_day.day_of_week.push_back(DayOfWeekEnumEx(std::string("Wednseday")));
  const SerializableTimeZone far_away{1441, change(0, 0, 0), change(0, 0, 0)};
  const std::array rows = {
      Row{"TimeZone has a bias of 1441 minutes, which is more than a day", hours(far_away, {})},
      Row{"WorkingPeriod names the day 'Wednseday', which is none of Sunday to Saturday",
          hours(india, {strange_day})},
      Row{"WorkingPeriod is from minute 0 to minute 1441; a day has the minutes 0 to 1440",
          hours(india, {period({monday}, 0, 1441)})},
      Row{"WorkingPeriod is from minute -1 to minute 9; a day has the minutes 0 to 1440",
          hours(india, {period({monday}, -1, 9)})},
      Row{"StandardTime has the month 13", hours({0, change(0, 13, 1), change(0, 1, 1)}, {})},
      Row{"DaylightTime has the day order 0, which is none of 1 to 5",
          hours({0, change(0, 3, 1), change(0, 1, 0)}, {})},
      Row{"StandardTime has the time '2 AM', which is not hh:mm:ss",
          hours({0, change(0, 3, 1, sunday, "2 AM"), change(0, 1, 1)}, {})},
  };
  for (const Row& row : rows) {
    const auto result = WorkingSchedule::read(row.value);
    REQUIRE_FALSE(result);
    CHECK(result.error() == row.expected);
  }
}

TEST_CASE("the next boundary is never late and never early") {
  std::mt19937 random(5);  // NOLINT(cert-msc51-cpp): the same every time
  const auto pick = [&](int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random);
  };
  constexpr std::array zones = {&pacific, &india, &sydney, &berlin};
  for (int round = 0; round < 400; ++round) {
    std::vector<WorkingPeriod> periods;
    for (int count = pick(0, 4); count > 0; --count) {
      // Half hours only, so that looking at every half hour misses nothing.
      periods.push_back(
          period({static_cast<DayOfWeekEnum>(pick(0, 6)), static_cast<DayOfWeekEnum>(pick(0, 6))},
                 pick(0, 48) * 30, pick(0, 48) * 30));
    }
    const auto week = schedule(*zones.at(static_cast<std::size_t>(pick(0, 3))), periods);
    const auto start = at("2010-01-01T00:00:00Z") + std::chrono::hours(pick(0, 365 * 24)) +
                       std::chrono::milliseconds(pick(0, 3'599'999));
    std::optional<TimePoint> expected;
    auto instant = std::chrono::ceil<minutes>(start + std::chrono::milliseconds(1));
    while (instant.time_since_epoch() % minutes(30) != minutes(0)) instant += minutes(1);
    for (; instant < start + std::chrono::days(16); instant += minutes(30)) {
      if (week.is_working(instant) == week.is_working(start)) continue;
      expected = instant;
      break;
    }
    const auto next = week.next_boundary(start);
    if (expected) {
      CHECK(text_of(next) == text_of(expected));
    } else {
      CHECK((!next || *next > start + std::chrono::days(16)));
    }
  }
}
