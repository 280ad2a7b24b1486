// SPDX-License-Identifier: MIT
#include "random_literals.hpp"

#include <presentity/duration.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <compare>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

using namespace presentity;
using namespace std::chrono_literals;
using Reason = ValueError::Reason;

namespace {

std::string random_duration(testing::RandomLiterals& random) {
  std::string text = random.coin() ? "-P" : "P";
  for (const char designator : {'Y', 'M', 'D'}) {
    if (random.coin()) text += random.digits(1, 18) + designator;
  }
  std::string time;
  for (const char designator : {'H', 'M'}) {
    if (random.coin()) time += random.digits(1, 18) + designator;
  }
  if (random.coin()) {
    time += random.digits(1, 18);
    if (random.coin()) time += "." + random.digits(1, 18);
    time += 'S';
  }
  if (!time.empty()) text += "T" + time;
  return text.back() == 'P' ? text + "0D" : text;
}

std::partial_ordering order(std::string_view a, std::string_view b) {
  REQUIRE(parse_duration(a));
  REQUIRE(parse_duration(b));
  return compare(*parse_duration(a), *parse_duration(b));
}

}  // namespace

TEST_SUITE("duration") {
  TEST_CASE("a duration holds what its literal says") {
    const auto value = parse_duration("-P1Y02M3DT10H30M5.050S");

    REQUIRE(value);
    CHECK(value->is_negative);
    CHECK(value->years == 1);
    CHECK(value->months == Duration::Count(2, 2));
    CHECK(value->days == 3);
    CHECK(value->hours == 10);
    CHECK(value->minutes == 30);
    CHECK(value->seconds == 5);
    CHECK(value->fraction == 50);
    CHECK(value->fraction_digits == 3);
    CHECK_FALSE(parse_duration("P1Y")->days);
  }

  TEST_CASE("a duration is written as it was read") {
    for (const std::string_view text : {
             "P0Y",
             "P00Y",
             "PT0S",
             "PT0.50S",
             "PT00.0S",
             "-P0D",
             "P01Y",
             "P1347Y",
             "P1Y2MT2H",
             "P0Y1347M0D",
             "PT90M",
             "PT36H",
             "P999999999999999999Y",
             "PT000000000000000001S",
             "PT0.123456789012345678S",
         }) {
      CAPTURE(text);
      const auto value = parse_duration(text);
      REQUIRE(value);
      CHECK(to_string(*value) == text);
      CHECK(is_valid(*value));
    }
  }

  TEST_CASE("any literal is written as it was read") {
    testing::RandomLiterals random(3);
    for (int count = 0; count < 20'000; ++count) {
      const auto text = random_duration(random);
      CAPTURE(text);
      const auto value = parse_duration(text);
      REQUIRE(value);
      REQUIRE(to_string(*value) == text);
      REQUIRE(is_valid(*value));
    }
  }

  TEST_CASE("what is no duration is refused with the reason") {
    for (const std::string_view text :
         {"",      "P",     "-P",  "PT",  "P1", "1Y",   "+P1D", "P-1D", "P1YT", "P1M1Y", "P1.5Y",
          "PT1.S", "PT.5S", "P1S", "P1H", "PY", "P1DD", " P1D", "P1D ", "p1d",  "P1W"}) {
      CAPTURE(text);
      REQUIRE_FALSE(parse_duration(text));
      CHECK(parse_duration(text).error() == ValueError{Reason::not_a_literal, "xs:duration"});
    }
    for (const std::string_view text :
         {"P1000000000000000000Y", "PT0000000000000000001S", "PT0.1234567890123456789S"}) {
      CAPTURE(text);
      REQUIRE_FALSE(parse_duration(text));
      CHECK(parse_duration(text).error() == ValueError{Reason::too_many_digits, "xs:duration"});
    }
  }

  TEST_CASE("a duration can be made from its parts") {
    Duration value;
    CHECK(to_string(value) == "PT0S");
    value.minutes = 90;
    value.seconds = 5;
    value.fraction = 5;
    value.fraction_digits = 1;
    CHECK(to_string(value) == "PT90M5.5S");
    CHECK(value == *parse_duration("PT90M5.5S"));
    CHECK(is_valid(value));
    CHECK(is_valid(Duration{}));
  }

  TEST_CASE("a duration with a number out of range is not valid") {
    constexpr auto huge = std::numeric_limits<std::int64_t>::max();
    CHECK_FALSE(is_valid(Duration{.days = -1}));
    CHECK_FALSE(is_valid(Duration{.days = huge}));
    CHECK_FALSE(is_valid(Duration{.days = Duration::Count(1, 19)}));
    CHECK_FALSE(is_valid(Duration{.days = Duration::Count(1, -1)}));
    CHECK_FALSE(is_valid(Duration{.seconds = 1, .fraction = 5}));
    CHECK_FALSE(is_valid(Duration{.seconds = 1, .fraction = 50, .fraction_digits = 1}));
    CHECK_FALSE(is_valid(Duration{.minutes = 1, .fraction = 5, .fraction_digits = 1}));
    CHECK_FALSE(is_valid(Duration{.seconds = 1, .fraction = -1, .fraction_digits = 2}));
  }

  TEST_CASE("durations are compared as section 3.2.6.2 says") {
    using Order = std::partial_ordering;
    CHECK(order("PT1H", "PT60M") == Order::equivalent);
    CHECK(order("P1Y", "P12M") == Order::equivalent);
    CHECK(order("P1D", "PT24H") == Order::equivalent);
    CHECK(order("PT0.5S", "PT0.50S") == Order::equivalent);
    CHECK(order("P01Y", "P1Y") == Order::equivalent);
    CHECK(order("P1Y", "P364D") == Order::greater);
    CHECK(order("P1Y", "P365D") == Order::unordered);
    CHECK(order("P1M", "P30D") == Order::unordered);
    CHECK(order("P1M", "P32D") == Order::less);
    CHECK(order("-P1D", "PT0S") == Order::less);
    CHECK(order("-PT0.6S", "-PT0.5S") == Order::less);
    CHECK(order("P12345678901D", "P1D") == Order::unordered);
    CHECK(std::is_eq(compare(Duration{}, *parse_duration("PT0S"))));
  }

  TEST_CASE("a length is found unless the calendar decides it") {
    CHECK(to_seconds(*parse_duration("PT1H30M5.9S")) == 1h + 30min + 5s);
    CHECK(to_seconds(*parse_duration("-P1DT1S")) == -86'401s);
    CHECK(to_seconds(*parse_duration("P0Y0M2D")) == 48h);
    CHECK(to_seconds(Duration{}) == 0s);
    CHECK_FALSE(to_seconds(*parse_duration("P1Y")));
    CHECK_FALSE(to_seconds(*parse_duration("P1M")));
    CHECK_FALSE(to_seconds(*parse_duration("P106751991167301D")));  // more than 2^63 seconds
    CHECK_FALSE(to_seconds(*parse_duration("P106751991167300DT999999999H")));
    CHECK_FALSE(to_seconds(Duration{.days = -1, .hours = -1}));
    CHECK(subseconds(*parse_duration("-PT1.5S")) == -500ms);
    CHECK(subseconds(*parse_duration("PT1.0000000019S")) == 1ns);
    CHECK(subseconds(*parse_duration("PT1S")) == 0ns);
  }

  TEST_CASE("a length becomes days, hours, minutes and seconds") {
    CHECK(to_string(to_duration(0s)) == "PT0S");
    CHECK(to_string(to_duration(90s)) == "PT1M30S");
    CHECK(to_string(to_duration(-86'401s)) == "-P1DT1S");
    CHECK(to_string(to_duration(1h)) == "PT1H");
    CHECK(to_seconds(to_duration(std::chrono::seconds::max())) == std::chrono::seconds::max());
    CHECK(to_string(to_duration(std::chrono::seconds::min())) == "-P106751991167300DT15H30M8S");
  }
}
