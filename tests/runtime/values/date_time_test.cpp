// SPDX-License-Identifier: MIT
#include "random_literals.hpp"

#include <presentity/date_time.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <compare>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

using namespace presentity;
using namespace std::chrono_literals;
using presentity::testing::joined;
using Reason = ValueError::Reason;

namespace {

/// The order of two literals of `xs:dateTime`.
std::partial_ordering order(std::string_view a, std::string_view b) {
  const auto first = parse_date_time(a);
  const auto second = parse_date_time(b);
  REQUIRE(first);
  REQUIRE(second);
  return compare(*first, *second);
}

struct Fault {
  std::string_view text;
  Reason reason;
};

}  // namespace

TEST_SUITE("dates and times") {
  TEST_CASE("a date and time holds what its literal says") {
    const auto value = parse_date_time("-12013-06-01T23:59:60.050+05:30");

    REQUIRE(value);
    CHECK(value->year == -12013);
    CHECK(value->month == 6);
    CHECK(value->day == 1);
    CHECK(value->hour == 23);
    CHECK(value->minute == 59);
    CHECK(value->second == 60);
    CHECK(value->fraction == 50);
    CHECK(value->fraction_digits == 3);
    CHECK(value->offset == UtcOffset{330min});
  }

  TEST_CASE("a date and time is written as it was read") {
    for (const std::string_view text : {
             "2013-06-01T12:00:00", "2013-06-01T12:00:00Z", "2013-06-01T12:00:00+00:00",
             "2013-06-01T12:00:00-00:00",
             "2013-06-01T12:00:00.0000000Z",            // zeros count
             "2013-06-01T12:00:00.123456789012345678",  // the most digits
             "2013-06-01T24:00:00",                     // the end of the day
             "2013-06-01T24:00:00.000Z", "2012-02-29T12:00:00Z", "2000-02-29T12:00:00Z",
             "-0004-02-29T12:00:00Z",
             "0001-01-01T00:00:00",          // System.DateTime.MinValue
             "9999-12-31T23:59:59.9999999",  // System.DateTime.MaxValue
             "-0001-12-31T00:00:00-14:00", "999999999999999999-12-31T00:00:00+14:00",
             "2016-12-31T23:59:60Z",  // a leap second
         }) {
      CAPTURE(text);
      const auto value = parse_date_time(text);
      REQUIRE(value);
      CHECK(to_string(*value) == text);
      CHECK(is_valid(*value));
    }
  }

  TEST_CASE("what is no date and time is refused with the reason") {
    for (const Fault& c : {
             Fault{"", Reason::not_a_literal},
             Fault{"2013-06-01", Reason::not_a_literal},
             Fault{" 2013-06-01T12:00:00", Reason::not_a_literal},
             Fault{"2013-06-01T12:00:00 ", Reason::not_a_literal},
             Fault{"2013-06-01 12:00:00", Reason::not_a_literal},
             Fault{"2013-06-01T12:00", Reason::not_a_literal},
             Fault{"2013-06-01T12:00:00.", Reason::not_a_literal},
             Fault{"2013-06-01T12:00:00z", Reason::not_a_literal},
             Fault{"2013-06-01T12:00:00+0530", Reason::not_a_literal},
             Fault{"2013-06-01T12:00:00+05:30Z", Reason::not_a_literal},
             Fault{"213-06-01T12:00:00", Reason::not_a_literal},
             Fault{"02013-06-01T12:00:00", Reason::not_a_literal},  // a zero too many
             Fault{"+2013-06-01T12:00:00", Reason::not_a_literal},
             Fault{"2013-13-01T12:00:00.x", Reason::not_a_literal},  // the form comes first
             Fault{"0000-06-01T12:00:00", Reason::out_of_range},     // there is no year 0
             Fault{"-0000-06-01T12:00:00", Reason::out_of_range},
             Fault{"2013-00-01T12:00:00", Reason::out_of_range},
             Fault{"2013-13-01T12:00:00", Reason::out_of_range},
             Fault{"2013-06-00T12:00:00", Reason::out_of_range},
             Fault{"2013-06-31T12:00:00", Reason::out_of_range},
             Fault{"2013-02-29T12:00:00", Reason::out_of_range},
             Fault{"1900-02-29T12:00:00", Reason::out_of_range},
             Fault{"-0001-02-29T12:00:00", Reason::out_of_range},
             Fault{"2013-06-01T25:00:00", Reason::out_of_range},
             Fault{"2013-06-01T24:00:01", Reason::out_of_range},
             Fault{"2013-06-01T24:00:00.00000000000000000001", Reason::out_of_range},
             Fault{"2013-06-01T12:60:00", Reason::out_of_range},
             Fault{"2013-06-01T12:00:61", Reason::out_of_range},
             Fault{"2013-06-01T12:00:00+14:01", Reason::out_of_range},
             Fault{"2013-06-01T12:00:00-15:00", Reason::out_of_range},
             Fault{"2013-06-01T12:00:00+05:60", Reason::out_of_range},
             Fault{"2013-06-01T12:00:00.1234567890123456789", Reason::too_many_digits},
             Fault{"1234567890123456789-06-01T12:00:00", Reason::too_many_digits},
         }) {
      CAPTURE(c.text);
      const auto value = parse_date_time(c.text);
      REQUIRE_FALSE(value);
      CHECK(value.error() == ValueError{c.reason, "xs:dateTime"});
    }
  }

  TEST_CASE("dates and times of day have their own literals") {
    for (const std::string_view text : {"2013-06-01", "2013-06-01Z", "-0044-03-15+01:00"}) {
      CAPTURE(text);
      REQUIRE(parse_date(text));
      CHECK(to_string(*parse_date(text)) == text);
    }
    for (const std::string_view text : {"00:00:00", "24:00:00", "12:30:00.50-00:00"}) {
      CAPTURE(text);
      REQUIRE(parse_time_of_day(text));
      CHECK(to_string(*parse_time_of_day(text)) == text);
    }
    REQUIRE_FALSE(parse_date("2013-06-01T12:00:00"));
    CHECK(parse_date("2013-02-29").error() == ValueError{Reason::out_of_range, "xs:date"});
    CHECK(parse_time_of_day("12:00").error() == ValueError{Reason::not_a_literal, "xs:time"});
  }

  TEST_CASE("any literal is written as it was read") {
    testing::RandomLiterals random(1);
    for (int count = 0; count < 20'000; ++count) {
      const auto offset = random.offset();
      const auto date = joined({random.year(), "-", random.month(), "-", random.day(), offset});
      const auto time = joined({random.time(), offset});
      const auto both = joined({date.substr(0, date.size() - offset.size()), "T", time});
      CAPTURE(both);
      REQUIRE(parse_date_time(both));
      REQUIRE(to_string(*parse_date_time(both)) == both);
      REQUIRE(to_string(*parse_date(date)) == date);
      REQUIRE(to_string(*parse_time_of_day(time)) == time);
    }
  }

  TEST_CASE("a new value is valid, and one with a field out of range is not") {
    CHECK(to_string(DateTime{}) == "0001-01-01T00:00:00");
    CHECK(to_string(Date{}) == "0001-01-01");
    CHECK(to_string(TimeOfDay{}) == "00:00:00");
    CHECK(is_valid(DateTime{}));
    constexpr auto huge = std::numeric_limits<std::int64_t>::max();
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    for (const DateTime& value : {
             DateTime{.year = 0},
             DateTime{.year = huge},
             DateTime{.year = least},
             DateTime{.month = 13},
             DateTime{.month = -1},
             DateTime{.month = 2, .day = 30},
             DateTime{.hour = 24, .minute = 1},
             DateTime{.minute = 100},
             DateTime{.second = 61},
             DateTime{.fraction = 5},
             DateTime{.fraction = 100, .fraction_digits = 2},
             DateTime{.fraction = -1, .fraction_digits = 2},
             DateTime{.fraction = 1, .fraction_digits = 19},
             DateTime{.fraction = 0, .fraction_digits = -1},
             DateTime{.fraction = huge, .fraction_digits = std::numeric_limits<int>::max()},
             DateTime{.offset = UtcOffset{841min}},
             DateTime{.offset = UtcOffset{std::chrono::minutes::max()}},
             DateTime{.offset = UtcOffset{std::chrono::minutes::min()}},
             DateTime{.offset = UtcOffset{60min, UtcOffset::Zero::minus}},
         }) {
      CAPTURE(to_string(value));
      CHECK_FALSE(is_valid(value));
    }
    CHECK_FALSE(is_valid(Date{.day = 32}));
    constexpr auto negative = std::numeric_limits<int>::min();
    const DateTime longest{least,    negative, negative, negative,        negative,
                           negative, -1,       99,       UtcOffset{-100h}};
    CHECK(to_string(longest).size() == 153);
    CHECK_FALSE(is_valid(longest));
    CHECK_FALSE(is_valid(TimeOfDay{.hour = 25}));
  }

  TEST_CASE("values are equal if they are written alike") {
    CHECK(*parse_date_time("2013-06-01T12:00:00Z") == *parse_date_time("2013-06-01T12:00:00Z"));
    CHECK(*parse_date_time("2013-06-01T12:00:00Z") != *parse_date_time("2013-06-01T12:00:00"));
    CHECK(*parse_date_time("2013-06-01T12:00:00Z") !=
          *parse_date_time("2013-06-01T12:00:00+00:00"));
    CHECK(*parse_time_of_day("12:00:00.5") != *parse_time_of_day("12:00:00.50"));
    CHECK(*parse_time_of_day("12:00:00-05:00") ==
          TimeOfDay{.hour = 12, .offset = UtcOffset{-300min}});
  }

  TEST_CASE("instants are compared on the time line") {
    using Order = std::partial_ordering;
    CHECK(order("2013-06-01T12:00:00Z", "2013-06-01T13:00:00+01:00") == Order::equivalent);
    CHECK(order("2013-06-01T24:00:00Z", "2013-06-02T00:00:00Z") == Order::equivalent);
    CHECK(order("2013-06-01T12:00:00.5Z", "2013-06-01T12:00:00.500Z") == Order::equivalent);
    CHECK(order("2013-06-01T12:00:00.5Z", "2013-06-01T12:00:00.45Z") == Order::greater);
    CHECK(order("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z") == Order::equivalent);
    CHECK(order("-0001-12-31T23:00:00-01:00", "0001-01-01T00:00:00Z") == Order::equivalent);
    // The table of section 3.2.7.4.
    CHECK(order("2000-01-15T00:00:00", "2000-02-15T00:00:00") == Order::less);
    CHECK(order("2000-01-15T12:00:00", "2000-01-16T12:00:00Z") == Order::less);
    CHECK(order("2000-01-01T12:00:00", "1999-12-31T23:00:00Z") == Order::unordered);
    CHECK(order("2000-01-16T12:00:00", "2000-01-16T12:00:00Z") == Order::unordered);
    CHECK(order("2000-01-16T00:00:00", "2000-01-16T12:00:00Z") == Order::unordered);
  }

  TEST_CASE("days and times of day are compared on the time line") {
    CHECK(std::is_eq(compare(*parse_time_of_day("24:00:00Z"), *parse_time_of_day("00:00:00Z"))));
    CHECK(std::is_lt(compare(*parse_time_of_day("09:00:00"), *parse_time_of_day("17:30:00"))));
    CHECK(std::is_gt(compare(*parse_date("2013-06-01-05:00"), *parse_date("2013-06-01Z"))));
    CHECK(compare(*parse_date("2013-06-01"), *parse_date("2013-06-01Z")) ==
          std::partial_ordering::unordered);
  }

  TEST_CASE("an instant is found if the time zone is stated") {
    using std::chrono::sys_days;
    const auto first_of_june = sys_days(2013y / 6 / 1);
    CHECK(to_sys_seconds(*parse_date_time("2013-06-01T12:00:05.9Z")) == first_of_june + 12h + 5s);
    CHECK(to_sys_seconds(*parse_date_time("2013-06-01T00:00:00+05:30")) == first_of_june - 330min);
    CHECK(to_sys_seconds(*parse_date_time("2013-05-31T24:00:00Z")) == first_of_june);
    CHECK(to_sys_seconds(*parse_date_time("2016-12-31T23:59:60Z")) == sys_days(2017y / 1 / 1));
    CHECK(to_sys_seconds(*parse_date_time("0001-01-01T00:00:00+14:00")) ==
          sys_days(1y / 1 / 1) - 14h);
    CHECK_FALSE(to_sys_seconds(*parse_date_time("2013-06-01T12:00:05")));
    CHECK_FALSE(to_sys_seconds(*parse_date_time("-0001-06-01T12:00:05Z")));
    CHECK_FALSE(to_sys_seconds(*parse_date_time("32768-06-01T12:00:05Z")));
    CHECK_FALSE(to_sys_seconds(DateTime{.month = 13, .offset = UtcOffset{}}));
  }

  TEST_CASE("an instant has the precision that was asked for") {
    using namespace std::chrono;
    const auto value = parse_date_time("2013-06-01T00:00:00.1234567899Z");
    const auto midnight = sys_days(2013y / 6 / 1);
    CHECK(subseconds(*value) == 123'456'789ns);
    CHECK(to_sys_time<nanoseconds>(*value) == midnight + 123'456'789ns);
    CHECK(to_sys_time(*value) == midnight + 123'456us);
    CHECK(to_sys_time<milliseconds>(*value) == midnight + 123ms);
    CHECK(to_sys_time<seconds>(*value) == midnight);
    const auto smallest = parse_date_time("0001-01-01T00:00:00.5Z");
    CHECK(to_sys_time(*smallest) == sys_days(1y / 1 / 1) + 500ms);
    CHECK_FALSE(to_sys_time<nanoseconds>(*smallest));
    CHECK_FALSE(to_sys_time<nanoseconds>(*parse_date_time("2263-01-01T00:00:00Z")));
    CHECK(to_sys_time<nanoseconds>(*parse_date_time("2262-01-01T00:00:00Z")));
  }

  TEST_CASE("an instant becomes a date and time with the digits it needs") {
    using std::chrono::sys_days;
    const auto noon = sys_days(2013y / 6 / 1) + 12h;
    CHECK(to_string(to_date_time(noon)) == "2013-06-01T12:00:00Z");
    CHECK(to_string(to_date_time(noon + 50ms)) == "2013-06-01T12:00:00.05Z");
    CHECK(to_string(to_date_time(noon + 1ns)) == "2013-06-01T12:00:00.000000001Z");
    CHECK(to_string(to_date_time(noon, UtcOffset{-330min})) == "2013-06-01T06:30:00-05:30");
    CHECK(to_string(to_date_time(sys_days(1969y / 12 / 31) + 500ms)) == "1969-12-31T00:00:00.5Z");
    CHECK(to_string(to_date_time(sys_days(1970y / 1 / 1) - 1ms)) == "1969-12-31T23:59:59.999Z");
    CHECK(to_string(to_date_time(sys_days(32767y / 1 / 1))) == "32767-01-01T00:00:00Z");
  }

  TEST_CASE("the clock's time survives") {
    const auto now = std::chrono::system_clock::now();
    CHECK(to_sys_time<std::chrono::nanoseconds>(to_date_time(now, UtcOffset{60min})) == now);
  }
}
