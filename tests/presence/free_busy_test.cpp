// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <presentity/presence/free_busy.hpp>

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace presentity;
using namespace presentity::presence;
using namespace presentity::presence::test;
using native::calendar_data::FreeBusyType;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr auto low = SlotOrder::low_bits_first;
constexpr auto high = SlotOrder::high_bits_first;

FreeBusyType block(std::string_view start, std::string_view base64,
                   std::string_view granularity = "PT15M", std::string_view version = "1") {
  return {*parse_base64_binary(base64),
          *parse_date_time(start),
          *parse_duration(granularity),
          *parse_decimal(version),
          {}};
}

// Status and slots of each interval that is not free, such as "tentative 60+4".
std::string runs(const FreeBusyType& value, SlotOrder order) {
  const auto intervals = decode_free_busy(value, order);
  REQUIRE(intervals);
  const auto start = intervals->front().begin;
  std::string text;
  for (const auto& interval : *intervals) {
    if (interval.status == FreeBusyStatus::free) continue;
    text += (text.empty() ? "" : ", ") + std::string(to_string(interval.status)) + ' ' +
            std::to_string((interval.begin - start) / minutes(15)) + '+' +
            std::to_string((interval.end - interval.begin) / minutes(15));
  }
  return text;
}

std::vector<FreeBusyInterval> day_of(std::initializer_list<FreeBusyInterval> intervals) {
  return intervals;
}

}  // namespace

// The blocks that the reference prints, each in both orders. D025.
TEST_CASE("the reference's own blocks") {
  const auto calendar_page = block("2009-10-27T07:00:00Z",
                                   "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                                   "AAAAAAAAAAAAAAABVAABVAAAAAAAAAAAA"
                                   "AAAAAAAAAAAAAAAAAAAAqgAAAAAAVQAA");
  CHECK(runs(calendar_page, low) == runs(calendar_page, high));
  CHECK(runs(calendar_page, low) ==
        "tentative 236+4, tentative 248+4, busy 348+4, tentative 372+4");

  const auto parsing_page = block("2009-11-18T08:00:00Z",
                                  "AAAAAAAAAAAAAAAAAAAAVQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                                  "AAAAAAAAAAAAAAAAVQoAqqoAAAAAAAAA"
                                  "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
  CHECK(runs(parsing_page, low) == "tentative 60+4, tentative 240+4, busy 244+2, busy 252+8");
  CHECK(runs(parsing_page, high) == "tentative 60+4, tentative 240+4, busy 246+2, busy 252+8");

  const auto container_pages =
      block("2010-06-21T07:00:00Z",
            "AAAAAAAAAAAAAAAAVVUAAAAAAAAAAAAAAAAAAAAAAAAAAAAAVQAAAAAAAAAAAAAA"
            "AAAAAAAAAAAAAAAAAAAAVQAAAAAAAAAAAAAAAAAAAAAAAABUUVVVBQAAAAAAAAAA");
  CHECK(runs(container_pages, low) ==
        "tentative 48+8, tentative 144+4, tentative 252+4, tentative 333+4, tentative 338+12");
  CHECK(runs(container_pages, high) ==
        "tentative 48+8, tentative 144+4, tentative 252+4, tentative 332+3, tentative 336+2, "
        "tentative 339+9, tentative 350+2");
}

TEST_CASE("the example in prose: both orders, the same slots") {
  const auto start = at("2010-06-21T07:00:00Z");
  const auto slot = [&](int number) { return start + minutes(15) * number; };
  const auto an_hour = day_of({{slot(2), slot(4), FreeBusyStatus::busy}});
  CHECK(to_string(encode_free_busy(an_hour, start, 4, minutes(15), high)->value) == "Cg==");
  CHECK(to_string(encode_free_busy(an_hour, start, 4, minutes(15), low)->value) == "oA==");

  // 60 minutes busy, 75 free, 60 tentative, 60 out of office, 30 free:
  // 10101010 00000000 00010101 01111111 110000.
  const auto longer = day_of({{slot(0), slot(4), FreeBusyStatus::busy},
                              {slot(9), slot(13), FreeBusyStatus::tentative},
                              {slot(13), slot(17), FreeBusyStatus::out_of_office}});
  const auto encoded = encode_free_busy(longer, start, 19, minutes(15), high);
  REQUIRE(encoded);
  const auto& bytes = encoded->value.bytes;
  CHECK(bytes == std::vector{std::byte{0xAA}, std::byte{0x00}, std::byte{0x15}, std::byte{0x7F},
                             std::byte{0xC0}});
  CHECK(runs(*encoded, high) == "busy 0+4, tentative 9+4, out of office 13+4");
  CHECK(to_string(encoded->start_time) == "2010-06-21T07:00:00Z");
  CHECK(to_string(encoded->granularity) == "PT15M");
  CHECK(encoded->encoding_version.text() == "1");
}

TEST_CASE("what is encoded is decoded, and the reverse") {
  std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same every time
  const auto pick = [&](int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random);
  };
  for (int round = 0; round < 500; ++round) {
    FreeBusyType original;
    original.start_time = to_date_time(at("2010-06-21T07:00:00Z") + hours(pick(-99, 99)));
    original.granularity = to_duration(seconds(pick(1, 7200)));
    original.encoding_version = Decimal::from_int64(1);
    original.value.bytes.resize(static_cast<std::size_t>(pick(1, 100)));
    for (auto& byte : original.value.bytes) byte = static_cast<std::byte>(pick(0, 255));
    for (const auto order : {low, high}) {
      const auto intervals = decode_free_busy(original, order);
      REQUIRE(intervals);
      for (std::size_t i = 1; i < intervals->size(); ++i) {
        CHECK((*intervals)[i - 1].end == (*intervals)[i].begin);
        CHECK((*intervals)[i - 1].status != (*intervals)[i].status);
      }
      const auto again = encode_free_busy(*intervals, *to_instant(original.start_time),
                                          original.value.bytes.size() * 4,
                                          *to_seconds(original.granularity), order);
      REQUIRE(again);
      CHECK(*again == original);
    }
  }
}

TEST_CASE("a slot has the greatest status of what touches it") {
  const auto start = at("2010-06-21T07:00:00Z");
  const auto encoded = encode_free_busy(
      day_of({{start + minutes(14), start + minutes(16), FreeBusyStatus::busy},
              {start + minutes(20), start + minutes(31), FreeBusyStatus::tentative},
              {start + minutes(40), start + minutes(40), FreeBusyStatus::out_of_office},
              {start - hours(2), start - hours(1), FreeBusyStatus::out_of_office},
              {start + minutes(59), start + hours(9), FreeBusyStatus::out_of_office}}),
      start, 5);
  REQUIRE(encoded);
  CHECK(runs(*encoded, low) == "busy 0+2, tentative 2+1, out of office 3+2");
}

TEST_CASE("what is no block of slots is told") {
  struct Row {
    FreeBusyType value;
    const char* expected;
  };
  const std::string_view start = "2010-06-21T07:00:00Z";
  auto large = block(start, "AA==");
  large.value.bytes.resize(max_free_busy_slots / 4 + 1);
  const std::vector<Row> rows = {
      {block(start, "AA==", "PT15M", "2"), "the encoding version 2 is not known; 1 is"},
      {block(start, "AA==", "PT0S"),
       "the granularity PT0S is not a positive number of whole seconds"},
      {block(start, "AA==", "-PT15M"),
       "the granularity -PT15M is not a positive number of whole seconds"},
      {block(start, "AA==", "P1M"),
       "the granularity P1M is not a positive number of whole seconds"},
      {block(start, "AA==", "PT1.5S"),
       "the granularity PT1.5S is not a positive number of whole seconds"},
      {block(start, "AA==", "PT99999999999H"), "the free-busy block leaves the years 1 to 9999"},
      {block(start, "AA==", "PT999999999999999999S"),
       "the free-busy block leaves the years 1 to 9999"},
      {block("9999-12-31T23:15:00Z", "AA=="), "the free-busy block leaves the years 1 to 9999"},
      {block("-0001-12-31T23:15:00Z", "AA=="), "the start time is beyond the years 1 to 9999"},
      {large, "the free-busy block has more than 350640 slots"},
  };
  for (const Row& row : rows) {
    const auto result = decode_free_busy(row.value);
    REQUIRE_FALSE(result);
    CHECK(result.error() == row.expected);
  }
  CHECK(decode_free_busy(block("9999-12-31T23:00:00Z", "AA==")));
  CHECK(decode_free_busy(block(start, ""))->empty());
  CHECK(decode_free_busy(block(start, "AA==", "PT15M", "1.0")));
  CHECK_FALSE(encode_free_busy({}, at(start), 4, seconds(0)));
  CHECK_FALSE(encode_free_busy({}, at(start), max_free_busy_slots + 1));
}

TEST_CASE("the next free time") {
  const auto nine = at("2010-06-21T09:00:00Z");  // a Monday
  const auto time = [&](int hour, int minute) { return nine + hours(hour - 9) + minutes(minute); };
  const auto day = day_of({{time(0, 0), time(9, 0), FreeBusyStatus::free},
                           {time(9, 0), time(10, 0), FreeBusyStatus::busy},
                           {time(10, 0), time(10, 30), FreeBusyStatus::free},
                           {time(10, 30), time(11, 0), FreeBusyStatus::tentative},
                           {time(11, 0), time(24, 0), FreeBusyStatus::free}});
  native::exchange_types::WorkingHours hours_of_day;
  hours_of_day.working_period_array.working_period.emplace_back();
  auto& period = hours_of_day.working_period_array.working_period.back();
  period.day_of_week.push_back(native::exchange_types::DayOfWeekEnum::monday);
  period.start_time_in_minutes = 8 * 60 + 30;
  period.end_time_in_minutes = 12 * 60;
  const auto schedule = WorkingSchedule::read(hours_of_day);
  REQUIRE(schedule);

  struct Row {
    TimePoint from;
    int length;  // in minutes
    const WorkingSchedule* hours;
    std::optional<TimePoint> expected;
  };
  const std::vector<Row> rows = {
      {time(8, 0), 30, nullptr, time(8, 0)},
      {time(8, 0), 60, nullptr, time(8, 0)},
      {time(8, 1), 60, nullptr, time(11, 0)},
      {time(9, 0), 30, nullptr, time(10, 0)},
      {time(9, 0), 31, nullptr, time(11, 0)},
      {time(10, 1), 29, nullptr, time(10, 1)},
      {time(10, 1), 30, nullptr, time(11, 0)},
      {time(9, 0), 13 * 60, nullptr, time(11, 0)},
      {time(9, 0), 13 * 60 + 1, nullptr, std::nullopt},
      {time(24, 0), 1, nullptr, std::nullopt},
      {time(0, 0), 30, &*schedule, time(8, 30)},
      {time(0, 0), 31, &*schedule, time(11, 0)},
      {time(0, 0), 60, &*schedule, time(11, 0)},
      {time(0, 0), 61, &*schedule, std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.length);
    const auto found = next_free(day, row.from, minutes(row.length), row.hours);
    CHECK(text_of(found ? std::optional(found->begin) : std::nullopt) == text_of(row.expected));
    if (found) CHECK(found->end - found->begin == minutes(row.length));
  }
}
