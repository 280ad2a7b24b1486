// SPDX-License-Identifier: MIT
#include "random_literals.hpp"

#include <presentity/decimal.hpp>

#include <doctest/doctest.h>

#include <compare>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

using namespace presentity;
using Reason = ValueError::Reason;

namespace {

Decimal decimal(std::string_view text) {
  auto value = parse_decimal(text);
  REQUIRE(value);
  return *value;
}

}  // namespace

TEST_SUITE("decimal") {
  TEST_CASE("a decimal keeps its literal") {
    for (const std::string_view text : {"0", "-0", "+1.50", ".5", "5.", "007", "-.0",
                                        "100000000000000000000000000000.000000001"}) {
      CAPTURE(text);
      CHECK(to_string(decimal(text)) == text);
    }
    CHECK(Decimal().text() == "0");
    CHECK(Decimal::from_int64(std::numeric_limits<std::int64_t>::min()).text() ==
          "-9223372036854775808");
  }

  TEST_CASE("any literal is written as it was read") {
    testing::RandomLiterals random(4);
    for (int count = 0; count < 5'000; ++count) {
      auto text = testing::joined({random.coin() ? "-" : "", random.digits(1, 40)});
      CAPTURE(text);
      REQUIRE(parse_integer(text));
      CHECK(to_string(*parse_integer(text)) == text);
      text += "." + random.digits(0, 40);
      CHECK(to_string(decimal(text)) == text);
    }
  }

  TEST_CASE("what is no number is refused") {
    for (const std::string_view text :
         {"", ".", "+", "-.", "1e5", "INF", "NaN", "1,5", " 1", "1 "}) {
      CAPTURE(text);
      REQUIRE_FALSE(parse_decimal(text));
      CHECK(parse_decimal(text).error() == ValueError{Reason::not_a_literal, "xs:decimal"});
    }
    for (const std::string_view text : {"", "+", "1.", "1.0", ".5", "--1"}) {
      CAPTURE(text);
      REQUIRE_FALSE(parse_integer(text));
      CHECK(parse_integer(text).error() == ValueError{Reason::not_a_literal, "xs:integer"});
    }
  }

  TEST_CASE("decimals are compared as numbers") {
    CHECK(decimal("1.0") == decimal("1.00"));
    CHECK(decimal("+01") == decimal("1."));
    CHECK(decimal("-0") == decimal(".0"));
    CHECK(decimal("10") > decimal("9.999"));
    CHECK(decimal("-10") < decimal("-9.999"));
    CHECK(decimal("0.1000000000000000000000001") > decimal("0.1"));
    CHECK(decimal("123456789012345678901") != decimal("123456789012345678902"));
    CHECK((decimal("1.0") <=> decimal("1.00")) == std::weak_ordering::equivalent);
  }

  TEST_CASE("a decimal becomes an integer if it is one of 64 bits") {
    CHECK(decimal("+007.00").to_int64() == 7);
    CHECK(decimal("-.0").to_int64() == 0);
    CHECK(decimal(".000").to_int64() == 0);
    CHECK(decimal("5.").to_int64() == 5);
    CHECK(decimal("-9223372036854775808").to_int64() == std::numeric_limits<std::int64_t>::min());
    CHECK(decimal("9223372036854775807.0").to_int64() == std::numeric_limits<std::int64_t>::max());
    CHECK_FALSE(decimal("9223372036854775808").to_int64());
    CHECK_FALSE(decimal("0.5").to_int64());
    CHECK(decimal("12.0").is_integer());
    CHECK_FALSE(decimal("12.01").is_integer());
  }

  TEST_CASE("a decimal becomes the nearest floating-point number") {
    CHECK(decimal("+0.1").to_double() == 0.1);
    CHECK(decimal("-5.").to_double() == -5);
    CHECK(decimal(std::string(400, '9')).to_double() == std::numeric_limits<double>::infinity());
    CHECK(decimal("-" + std::string(400, '9')).to_double() ==
          -std::numeric_limits<double>::infinity());
    CHECK(decimal("0." + std::string(400, '0') + "1").to_double() == 0);
  }
}
