// SPDX-License-Identifier: MIT
#include <presentity/tree/lexical.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <locale>
#include <string>
#include <string_view>

using namespace presentity::tree;

namespace {

/// Writes 3500 as 3.500 and 1.5 as 1,5.
class Grouping : public std::numpunct<char> {
 protected:
  std::string do_grouping() const override { return "\3"; }
  char do_thousands_sep() const override { return '.'; }
  char do_decimal_point() const override { return ','; }
};

class GlobalLocale {
 public:
  explicit GlobalLocale(const std::locale& locale) : previous_(std::locale::global(locale)) {}
  GlobalLocale(const GlobalLocale&) = delete;
  GlobalLocale& operator=(const GlobalLocale&) = delete;
  ~GlobalLocale() { std::locale::global(previous_); }

 private:
  std::locale previous_;
};

template <class T>
std::string read_and_write(const char* text) {
  return T(std::string(text), nullptr).lexical();
}

}  // namespace

TEST_SUITE("lexical forms") {
  TEST_CASE("keeps the form of a boolean until another value is assigned") {
    auto manual = Boolean::parse(" 1 ");
    CHECK(manual);
    CHECK(manual.lexical() == "1");

    manual = false;
    CHECK(manual.lexical() == "false");
  }

  TEST_CASE("keeps the form of a number") {
    CHECK(UnsignedInt::parse("+5").lexical() == "+5");
    CHECK(UnsignedInt::parse("007").lexical() == "007");
    CHECK(UnsignedInt::parse("-0").value() == 0);
    CHECK(Decimal::parse("1.50").lexical() == "1.50");
    CHECK(Decimal::parse("+.5").value() == 0.5);
    CHECK(Double::parse("1.5E3").lexical() == "1.5E3");
    CHECK(Double::parse("-INF").value() == -std::numeric_limits<double>::infinity());
  }

  TEST_CASE("writes assigned numbers in canonical form, in any locale") {
    const GlobalLocale locale(std::locale(std::locale::classic(), new Grouping));

    CHECK(UnsignedInt(3500).lexical() == "3500");
    CHECK(UnsignedLong(18446744073709551615U).lexical() == "18446744073709551615");
    CHECK(Integer(BigInteger(-1234567)).lexical() == "-1234567");
    CHECK(Decimal(1234567.5).lexical() == "1234567.5");
    CHECK(Decimal(1e21).lexical() == "1000000000000000000000");
    CHECK(Double(0.25).lexical() == "0.25");
    CHECK(Double(std::numeric_limits<double>::quiet_NaN()).lexical() == "NaN");
    CHECK(Gyear(12013).lexical() == "12013");
    CHECK(DateTime(12013, 6, 1, 12, 0, 7.5, 0, 0).lexical().substr(0, 17) == "12013-06-01T12:00");
  }

  TEST_CASE("refuses a number that does not fit, and never wraps") {
    CHECK_THROWS_AS(UnsignedInt::parse("4294967296"), LexicalError);
    CHECK_THROWS_AS(UnsignedInt::parse("-1"), LexicalError);
    CHECK_THROWS_AS(Int::parse("2147483648"), LexicalError);
    CHECK_THROWS_AS(Byte::parse("-129"), LexicalError);
    CHECK_THROWS_AS(UnsignedLong::parse("99999999999999999999999"), LexicalError);
    CHECK_THROWS_WITH(Short::parse("40000"), "'40000' is out of range");
  }

  TEST_CASE("keeps every digit of a whole number of any length") {
    const auto number = Integer::parse("+00123456789012345678901234567890");

    CHECK(number.lexical() == "+00123456789012345678901234567890");
    CHECK(number.value().to_string() == "123456789012345678901234567890");
    CHECK_FALSE(number.value().to_int64());
    CHECK(Integer::parse("-007").value().to_int64() == -7);
  }

  TEST_CASE("refuses what is no value of the type") {
    for (const char* text : {"", "+", "--1", "+-1", "1.0", "0x10", "1 2", "1e3", "3,500"}) {
      CAPTURE(text);
      CHECK_THROWS_AS(Int::parse(text), LexicalError);
      CHECK_THROWS_AS(Integer::parse(text), LexicalError);
    }
    for (const char* text : {"", "TRUE", "yes", "2", "truefalse"}) {
      CAPTURE(text);
      CHECK_THROWS_AS(Boolean::parse(text), LexicalError);
    }
    for (const char* text : {"", "2013", "2013-06-01", "2013-06-01T12:00", "2013-06-01T12:00:00.",
                             "2013-06-01T12:00:00+5", "x2013-06-01T12:00:00"}) {
      CAPTURE(text);
      CHECK_THROWS_AS(read_and_write<DateTime>(text), LexicalError);
    }
    CHECK_THROWS_AS(read_and_write<Base64Binary>("AAA"), LexicalError);
    CHECK_THROWS_AS(read_and_write<HexBinary>("ABC"), LexicalError);
  }

  TEST_CASE("keeps fractions and offsets of dates") {
    for (const char* text : {"2013-06-01T12:00:00", "2013-06-01T12:00:00.500+05:30",
                             "2013-06-01T12:00:00.0000001-14:00", "2013-06-01T24:00:00Z",
                             "2013-06-01T12:00:00+00:00", "-0044-03-15T00:00:00"}) {
      CAPTURE(text);
      CHECK(read_and_write<DateTime>(text) == text);
    }
    CHECK(read_and_write<Time>("00:00:00+01:00") == "00:00:00+01:00");
    CHECK(read_and_write<Duration>("P0Y0M1DT02H") == "P0Y0M1DT02H");
  }

  TEST_CASE("writes a changed date in a new form") {
    DateTime start("2013-06-01T12:00:00.500+05:30", nullptr);

    start.hours(13);

    CHECK(start.lexical() == "2013-06-01T13:00:00.5+05:30");
  }

  TEST_CASE("keeps the lines of base64 until the bytes change") {
    Base64Binary photo("aGVs\n  bG8=", nullptr);
    CHECK(std::string_view(photo.data(), photo.size()) == "hello");
    CHECK(photo.lexical() == "aGVs\n  bG8=");

    photo.data()[0] = 'j';
    CHECK(photo.lexical() == "amVsbG8=");
  }

  TEST_CASE("keeps the spaces in a token, beside its value") {
    Token place("  Room   7 ", nullptr);
    CHECK(place == "Room 7");
    CHECK(place.lexical() == "  Room   7 ");

    place.append("a");
    CHECK(place.lexical() == "Room 7a");
  }
}
