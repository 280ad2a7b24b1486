// SPDX-License-Identifier: MIT
#include "random_literals.hpp"

#include <presentity/calendar.hpp>

#include <doctest/doctest.h>

#include <compare>
#include <string>
#include <string_view>

using namespace presentity;
using presentity::testing::joined;
using Reason = ValueError::Reason;

namespace {

/// Whether `parse` reads `text` as a valid value that is written as it was read.
template <class Value>
bool survives(Result<Value, ValueError> (*parse)(std::string_view), const std::string& text) {
  const auto value = parse(text);
  std::string written = "x";
  if (value) append_to(written, *value);
  return value && is_valid(*value) && to_string(*value) == text && written == "x" + text;
}

template <class Value>
void check_fault(Result<Value, ValueError> (*parse)(std::string_view), std::string_view text,
                 Reason reason) {
  CAPTURE(text);
  const auto value = parse(text);
  REQUIRE_FALSE(value);
  CHECK(value.error().reason == reason);
}

}  // namespace

TEST_SUITE("calendar") {
  TEST_CASE("values hold what their literals say") {
    CHECK(*parse_g_year_month("2013-06Z") == GYearMonth{2013, 6, UtcOffset{}});
    CHECK(*parse_g_year("-0044") == GYear{-44, {}});
    CHECK(*parse_g_month_day("--02-29") == GMonthDay{2, 29, {}});
    CHECK(*parse_g_day("---31") == GDay{31, {}});
    CHECK(*parse_g_month("--12") == GMonth{12, {}});
  }

  TEST_CASE("any literal is written as it was read") {
    testing::RandomLiterals random(2);
    for (int count = 0; count < 5'000; ++count) {
      const auto year = random.year();
      const auto month = random.month();
      const auto day = random.day();
      const auto offset = random.offset();
      CAPTURE(year);
      CAPTURE(month);
      CAPTURE(offset);
      REQUIRE(survives<GYearMonth>(parse_g_year_month, joined({year, "-", month, offset})));
      REQUIRE(survives<GYear>(parse_g_year, joined({year, offset})));
      REQUIRE(survives<GMonthDay>(parse_g_month_day, joined({"--", month, "-", day, offset})));
      REQUIRE(survives<GDay>(parse_g_day, joined({"---", day, offset})));
      REQUIRE(survives<GMonth>(parse_g_month, joined({"--", month, offset})));
    }
  }

  TEST_CASE("what is no value is refused with the reason") {
    check_fault<GYearMonth>(parse_g_year_month, "2013", Reason::not_a_literal);
    check_fault<GYearMonth>(parse_g_year_month, "2013-13", Reason::out_of_range);
    check_fault<GYear>(parse_g_year, "13", Reason::not_a_literal);
    check_fault<GYear>(parse_g_year, "0000", Reason::out_of_range);
    check_fault<GYear>(parse_g_year, "1000000000000000000", Reason::too_many_digits);
    check_fault<GYear>(parse_g_year, "2013+14:01", Reason::out_of_range);
    check_fault<GMonthDay>(parse_g_month_day, "--2-29", Reason::not_a_literal);
    check_fault<GMonthDay>(parse_g_month_day, "--02-30", Reason::out_of_range);
    check_fault<GMonthDay>(parse_g_month_day, "--04-31", Reason::out_of_range);
    check_fault<GDay>(parse_g_day, "--31", Reason::not_a_literal);
    check_fault<GDay>(parse_g_day, "---32", Reason::out_of_range);
    check_fault<GMonth>(parse_g_month, "--12--", Reason::not_a_literal);  // the first edition's
    check_fault<GMonth>(parse_g_month, "--00", Reason::out_of_range);
    CHECK(parse_g_month("12").error().expected == "xs:gMonth");
  }

  TEST_CASE("new values are valid, and those with a field out of range are not") {
    CHECK(to_string(GYearMonth{}) == "0001-01");
    CHECK(to_string(GYear{}) == "0001");
    CHECK(to_string(GMonthDay{}) == "--01-01");
    CHECK(to_string(GDay{}) == "---01");
    CHECK(to_string(GMonth{}) == "--01");
    CHECK_FALSE(is_valid(GYearMonth{.month = 13}));
    CHECK_FALSE(is_valid(GYear{.year = 0}));
    CHECK_FALSE(is_valid(GMonthDay{.month = 2, .day = 30}));
    CHECK_FALSE(is_valid(GDay{.day = -1}));
    CHECK_FALSE(is_valid(GMonth{.month = 100}));
  }

  TEST_CASE("values are compared where they begin") {
    CHECK(std::is_lt(compare(*parse_g_year("2012"), *parse_g_year("2013"))));
    CHECK(std::is_lt(compare(*parse_g_year_month("2012-12"), *parse_g_year_month("2013-01"))));
    CHECK(std::is_gt(compare(*parse_g_month_day("--12-31"), *parse_g_month_day("--02-29"))));
    CHECK(std::is_eq(compare(*parse_g_day("---15Z"), *parse_g_day("---15+00:00"))));
    CHECK(std::is_lt(compare(*parse_g_day("---15+01:00"), *parse_g_day("---15Z"))));
    CHECK(compare(*parse_g_month("--06"), *parse_g_month("--06Z")) ==
          std::partial_ordering::unordered);
  }
}
