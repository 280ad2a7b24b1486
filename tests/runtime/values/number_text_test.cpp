// SPDX-License-Identifier: MIT
#include "values/number_text.hpp"

#include "datatypes.hpp"

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <string_view>

using namespace presentity::detail;
using presentity::ValueError;
using Reason = presentity::ValueError::Reason;

namespace {

/// What `write` writes.
template <class Write, class... Values>
std::string written_by(Write write, Values... values) {
  std::array<char, 32> text{};
  return {text.data(), write(text.data(), values...)};
}

/// The literal is read as `value`, and `value` is written as the literal.
template <class Int>
void check_limit(std::string_view text, Int value) {
  CAPTURE(text);
  const auto read = parse_number<Int>(text);
  REQUIRE(read);
  CHECK(*read == value);
  CHECK(written_by(write_number<Int>, value) == text);
}

template <class Int>
void check_too_large(std::string_view text) {
  CAPTURE(text);
  const auto read = parse_number<Int>(text);
  REQUIRE_FALSE(read);
  CHECK(read.error().reason == Reason::out_of_range);
}

template <class Int>
void check_range(std::string_view least, std::string_view below, std::string_view most,
                 std::string_view above) {
  check_limit(least, std::numeric_limits<Int>::min());
  check_limit(most, std::numeric_limits<Int>::max());
  check_too_large<Int>(below);
  check_too_large<Int>(above);
}

std::string written(double value) { return written_by(write_double, value); }
std::string written(float value) { return written_by(write_float, value); }

/// Any sequence of `length` characters that numbers are made of.
std::string random_text(std::mt19937& random) {
  constexpr std::string_view characters = "0123456789..+-eEINFa ";
  std::uniform_int_distribution<std::size_t> length(0, 7);
  std::uniform_int_distribution<std::size_t> character(0, characters.size() - 1);
  std::string text(length(random), ' ');
  for (char& c : text) c = characters[character(random)];
  return text;
}

}  // namespace

TEST_SUITE("number text") {
  TEST_CASE("a boolean has four literals and is written as a word") {
    CHECK(*parse_bool("true"));
    CHECK(*parse_bool("1"));
    CHECK_FALSE(*parse_bool("false"));
    CHECK_FALSE(*parse_bool("0"));
    for (const auto* const text : {"", "TRUE", "yes", "2", "01", " true", "truefalse"}) {
      CAPTURE(text);
      const auto value = parse_bool(text);
      REQUIRE_FALSE(value);
      CHECK(value.error() == ValueError{Reason::not_a_literal, "xs:boolean"});
    }
    CHECK(written_by(write_bool, true) == "true");
    CHECK(written_by(write_bool, false) == "false");
  }

  TEST_CASE("integers have the range of their type") {
    check_range<std::int8_t>("-128", "-129", "127", "128");
    check_range<std::int16_t>("-32768", "-32769", "32767", "32768");
    check_range<std::int32_t>("-2147483648", "-2147483649", "2147483647", "2147483648");
    check_range<std::int64_t>("-9223372036854775808", "-9223372036854775809", "9223372036854775807",
                              "9223372036854775808");
    check_range<std::uint8_t>("0", "-1", "255", "256");
    check_range<std::uint16_t>("0", "-1", "65535", "65536");
    check_range<std::uint32_t>("0", "-1", "4294967295", "4294967296");
    check_range<std::uint64_t>("0", "-1", "18446744073709551615", "18446744073709551616");
  }

  TEST_CASE("integers may have a sign and leading zeros") {
    CHECK(*parse_number<std::int32_t>("+5") == 5);
    CHECK(*parse_number<std::int32_t>("-007") == -7);
    CHECK(*parse_number<std::int8_t>("+0000000000000000000000000000000000000127") == 127);
    CHECK(*parse_number<std::uint8_t>("-0000000000000000000000000000000000000000") == 0);
    CHECK(*parse_number<std::uint64_t>("+018446744073709551615") == 18'446'744'073'709'551'615U);
  }

  TEST_CASE("integers have no other form") {
    for (const auto* const text : {"", "+", "-", "+-5", "-+5", "--5", "1.0", "1e3", " 1", "1 ",
                                   "0x10", "1,000", "99999999999999999999999x"}) {
      CAPTURE(text);
      const auto value = parse_number<std::int32_t>(text);
      REQUIRE_FALSE(value);
      CHECK(value.error() == ValueError{Reason::not_a_literal, "xs:int"});
      REQUIRE_FALSE(parse_number<std::uint16_t>(text));
      CHECK(parse_number<std::uint16_t>(text).error().reason == Reason::not_a_literal);
    }
  }

  TEST_CASE("floating-point numbers have the literals of xs:double") {
    struct Case {
      std::string_view text;
      double value;
    };
    constexpr double infinity = std::numeric_limits<double>::infinity();
    for (const Case& c : {
             Case{"0", 0},
             Case{"12.78e-2", 0.1278},
             Case{"+1267.43233E+12", 1267.43233e12},
             Case{".5", 0.5},
             Case{"-5.", -5},
             Case{"INF", infinity},
             Case{"5E9223372036854775807", infinity},  // the largest exponent that can be counted
             Case{"5E-9223372036854775807", 0},
             Case{"-INF", -infinity},
             Case{"1E400", infinity},  // rounds to infinity, as IEEE 754 does
             Case{"-1e99999", -infinity},
             Case{"-1E-400", 0},
             Case{"1e-99999", 0},
             Case{"1.7976931348623157e308", std::numeric_limits<double>::max()},
             Case{"4.9406564584124654e-324", std::numeric_limits<double>::denorm_min()},
         }) {
      CAPTURE(c.text);
      const auto value = parse_double(c.text);
      REQUIRE(value);
      CHECK(*value == c.value);
    }
    CHECK(std::isnan(*parse_double("NaN")));
    CHECK(std::signbit(*parse_double("-0")));
    CHECK(std::signbit(*parse_double("-1E-400")));
    CHECK(std::isinf(*parse_float("1e39")));
  }

  TEST_CASE("floating-point numbers have the form that the validator accepts, and no other") {
    std::mt19937 random(20240229);
    int valid = 0;
    for (int count = 0; count < 200'000; ++count) {
      const auto text = random_text(random);
      CAPTURE(text);
      const bool is_valid = is_literal(Primitive::double_, text);
      valid += is_valid ? 1 : 0;
      REQUIRE(parse_double(text).has_value() == is_valid);
      REQUIRE(parse_float(text).has_value() == is_valid);
      REQUIRE(parse_number<std::int64_t>(text).has_value() == is_integer_literal(text));
    }
    CHECK(valid > 1'000);
    for (const auto* const text : {"inf", "nan", "infinity", "+INF", "+NaN", "-NaN", "nan(1)"}) {
      CAPTURE(text);
      REQUIRE_FALSE(parse_double(text));
      CHECK(parse_float(text).error() == ValueError{Reason::not_a_literal, "xs:float"});
    }
  }

  TEST_CASE("floating-point numbers are written in the fewest digits") {
    CHECK(written(0.1) == "0.1");
    CHECK(written(0.1F) == "0.1");
    CHECK(written(-0.0) == "-0");
    CHECK(written(1e100) == "1e+100");
    CHECK(written(std::numeric_limits<double>::infinity()) == "INF");
    CHECK(written(-std::numeric_limits<float>::infinity()) == "-INF");
    CHECK(written(std::numeric_limits<double>::quiet_NaN()) == "NaN");
    CHECK(written(-std::numeric_limits<double>::quiet_NaN()) == "NaN");
  }

  TEST_CASE("every floating-point number is read as it was written") {
    std::mt19937_64 random(7);
    for (int count = 0; count < 20'000; ++count) {
      const auto bits = random();
      const auto value = std::bit_cast<double>(bits);
      if (std::isnan(value)) continue;
      CAPTURE(written(value));
      CHECK(is_literal(Primitive::double_, written(value)));
      CHECK(*parse_double(written(value)) == value);
      const auto narrow = std::bit_cast<float>(static_cast<std::uint32_t>(bits));
      if (std::isnan(narrow)) continue;
      CHECK(*parse_float(written(narrow)) == narrow);
    }
  }

  TEST_CASE("padding puts zeros in front") {
    const auto padded = [](std::uint64_t value, std::size_t width) {
      return written_by(write_padded, value, width);
    };
    constexpr auto most = std::numeric_limits<std::uint64_t>::max();
    CHECK(padded(0, 0) == "0");
    CHECK(padded(0, 2) == "00");
    CHECK(padded(7, 4) == "0007");
    CHECK(padded(1234, 4) == "1234");
    CHECK(padded(12345, 4) == "12345");
    CHECK(padded(7, 20) == "00000000000000000007");
    CHECK(padded(most, 20) == "18446744073709551615");
  }
}
