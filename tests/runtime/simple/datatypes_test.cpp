// SPDX-License-Identifier: MIT
#include "datatypes.hpp"

#include "built_in_types.hpp"
#include "check_simple.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace presentity::detail;

namespace {

struct Literals {
  std::string_view type;
  std::vector<std::string_view> valid;
  std::vector<std::string_view> invalid;
};

void check(const Literals& literals) {
  std::string scratch;
  const auto type = find_built_in_type(literals.type);
  REQUIRE(type != no_built_in);
  CAPTURE(literals.type);
  for (const auto literal : literals.valid) {
    CAPTURE(literal);
    CHECK(accepts(built_in_types(), type, literal, scratch));
  }
  for (const auto literal : literals.invalid) {
    CAPTURE(literal);
    CHECK_FALSE(accepts(built_in_types(), type, literal, scratch));
  }
}

}  // namespace

TEST_SUITE("built-in types") {
  TEST_CASE("numbers have the literals of sections 3.2.2 to 3.2.5") {
    check({"boolean", {"true", "false", "1", "0", " true\n"}, {"", "TRUE", "yes", "2", "tr ue"}});
    check({"decimal",
           {"-1.23", "12678967.543233", "+100000.00", "210", ".5", "5.", "0", "-0",
            "123456789012345678901234567890.123456789012345678901234567890"},
           {"", ".", "+", "-.", "1e5", "INF", "1,5", "1 0", "--1", "1.2.3"}});
    for (const auto* const name : {"float", "double"}) {
      check({name,
             {"-1E4", "1267.43233E12", "12.78e-2", "12", "-0", "0", "INF", "-INF", "NaN", "1E+2",
              "1E400", "1E-400"},
             {"", "+INF", "inf", "nan", "1E", "E5", "1E1.5", "0x1p3", "1 E4", "infinity"}});
    }
  }

  TEST_CASE("integers have the ranges of sections 3.3.13 to 3.3.25") {
    check({"integer",
           {"-1", "0", "12678967543233", "+100000", "007"},
           {"", "1.0", "1.", "+", "1e0"}});
    check({"nonPositiveInteger", {"0", "-0", "+0", "-126789"}, {"1"}});
    check({"negativeInteger", {"-1", "-00001"}, {"0", "-0", "1"}});
    check({"long",
           {"9223372036854775807", "-9223372036854775808"},
           {"9223372036854775808", "-9223372036854775809"}});
    check({"int", {"2147483647", "-2147483648", "+0002147483647"}, {"2147483648", "-2147483649"}});
    check({"short", {"32767", "-32768"}, {"32768", "-32769"}});
    check({"byte", {"127", "-128"}, {"128", "-129"}});
    check({"nonNegativeInteger", {"0", "-0", "99999999999999999999"}, {"-1"}});
    check({"unsignedLong", {"0", "18446744073709551615"}, {"18446744073709551616", "-1"}});
    check({"unsignedInt", {"0", "4294967295", "+1"}, {"4294967296", "-1", "1.0"}});
    check({"unsignedShort", {"65535"}, {"65536"}});
    check({"unsignedByte", {"255"}, {"256"}});
    check({"positiveInteger", {"1", "+1"}, {"0", "-1"}});
  }

  TEST_CASE("durations have the literals of section 3.2.6.1") {
    check({"duration",
           {"P1Y2M3DT10H30M", "-P120D", "P1347Y", "P1347M", "P1Y2MT2H", "P0Y1347M", "P0Y1347M0D",
            "-P1347M", "PT0.5S", "P99999999999999999999Y"},
           {"", "P", "-P", "PT", "P-1347M", "P1Y2MT", "P1M1Y", "P1.5Y", "PT1.S", "PT.5S", "P1S",
            "+P1D", "1Y", "PY", "P1H", "PT1.5S2.5S",
            // One fraction added to another was an overflow.
            "PT1.333333333333333333S1.333333333333333333S"}});
  }

  TEST_CASE("dateTime has the literals of section 3.2.7.1") {
    check({"dateTime",
           {"2002-10-10T12:00:00-05:00", "2002-10-10T17:00:00Z", "2002-10-10T00:00:00+05:00",
            "1999-05-31T13:20:00", "2000-02-29T00:00:00.123456789012345678901",
            "12345-01-01T00:00:00", "-0001-01-01T00:00:00", "2000-01-01T24:00:00",
            "2000-01-01T24:00:00.00Z", "2000-01-01T00:00:00+14:00", "2000-01-01T00:00:00-14:00",
            "1998-12-31T23:59:60Z"},
           {"",
            "0000-01-01T00:00:00",
            "02000-01-01T00:00:00",
            "+2000-01-01T00:00:00",
            "200-01-01T00:00:00",
            "2000-01-01T24:00:01",
            "2000-01-01T24:01:00",
            "2000-01-01T24:00:00.1",
            "2000-01-01T25:00:00",
            "2000-01-01T00:60:00",
            "2000-01-01T00:00:61",
            "2000-01-01T00:00:00.",
            "2000-13-01T00:00:00",
            "2000-00-01T00:00:00",
            "2000-01-32T00:00:00",
            "2000-01-00T00:00:00",
            "2001-02-29T00:00:00",
            "1900-02-29T00:00:00",
            "2000-04-31T00:00:00",
            "2000-01-01T00:00:00+14:01",
            "2000-01-01T00:00:00+15:00",
            "2000-01-01T00:00:00+5:00",
            "2000-01-01T00:00:00z",
            "2000-01-01 00:00:00",
            "2000-01-01"}});
  }

  TEST_CASE("parts of a date have the literals of sections 3.2.8 to 3.2.14") {
    check({"time",
           {"13:20:00-05:00", "00:00:00", "24:00:00", "23:59:59.999Z"},
           {"24:00:01", "1:20:00", "13:20", "13:20:00 Z"}});
    check({"date",
           {"2002-10-10", "2002-10-10+13:00", "-0044-03-15", "2000-02-29Z"},
           {"2002-02-29", "02-10-10", "2002-10-10T00:00:00", "0000-01-01"}});
    check({"gYearMonth", {"1999-05", "-12345-12Z"}, {"1999-13", "1999-5", "99-05"}});
    check({"gYear", {"1999", "-0001", "10000-14:00"}, {"0000", "999", "01999", "1999-"}});
    check({"gMonthDay",
           {"--09-14", "--02-29", "--12-31Z"},
           {"--02-30", "--04-31", "-09-14", "--9-14"}});
    check({"gDay", {"---01", "---31+10:00"}, {"---00", "---32", "--31", "---1"}});
    check({"gMonth", {"--05", "--12Z"}, {"--13", "--00", "--05--", "05"}});
  }

  TEST_CASE("binaries have the literals of sections 3.2.15 and 3.2.16") {
    check({"hexBinary", {"", "0FB7", "0fb7"}, {"0", "0G", "0F B7", "0x0F"}});
    check({"base64Binary",
           {"", "AAAA", "AAA=", "AA==", "A A A A", "AQ= =", "AA ==", "aGVs\n bG8 ="},
           {"A", "AA", "AAA", "AB==", "AAB=", "====", "A===", "AA=A", "AAAA=", "AA*A"}});
  }

  TEST_CASE("anyURI has the literals that its comment says") {
    check({"anyURI",
           {"", "http://example.com:80/a?b#c", "../a", "#", "a b", "\xC3\xA9", "{|}", "%20",
            "http://[::1]:8080/", "http://[1:2:3:4:5:6:1.2.3.4]", "x:[y]", "?[", "//", "/", "a:b",
            "sip:alice@example.com;transport=tls", "http://u@[::]/", "http://h:99999/"},
           {"%", "%2", "%zz", ":a", "1a:b", "ab:", "ab:#f", "a#b#c", "a[b]", "http://a[b]/",
            "http://[::1]:99999", "http://[1:2]", "http://[1::2::3]", "http://[1.2.3.4::]", "a b:c",
            "http://h/[", "http://[::1", "http://[u@::1]"}});
  }

  TEST_CASE("strings have the literals of sections 3.3.1 to 3.3.12") {
    check({"language",
           {"en", "en-US", "x-klingon", "de-1996"},
           {"", "toolonglang", "en-", "1n", "en-toolonglong", "en_US"}});
    check({"NMTOKEN", {"a", "1a", "-.:", "\xC2\xB7"}, {"", "a b", "a,b"}});
    check({"NMTOKENS", {"a", " a\t1b "}, {"", "  ", "a ,"}});
    check({"Name",
           {"a:b", ":", "_1", "\xC3\xA9\xC2\xB7", "\xF0\x90\x80\x80"},
           {"", "1a", "-a", "a b"}});
    check({"NCName", {"a.b-c", "_"}, {"", "a:b", ".a", "\xC3\x97", "\xFF"}});
    check({"QName", {"a", "a:b"}, {"", ":a", "a:", "a:b:c", "a:1", "a: b"}});
    check({"NOTATION", {"a", "a:b"}, {"1"}});
    for (const auto* const name : {"ID", "IDREF", "ENTITY"}) check({name, {"a"}, {"", "a b", "1"}});
    for (const auto* const name : {"IDREFS", "ENTITIES"}) check({name, {"a", "a b"}, {"", "a 1"}});
    for (const auto* const name : {"string", "token", "normalizedString", "anySimpleType"}) {
      check({name, {"", " any\t text\n"}, {}});
    }
  }
}

TEST_SUITE("order of values") {
  struct Case {
    Primitive primitive;
    std::string_view a;
    std::string_view b;
    Order order;
  };

  void check_order(const Case& c) {
    CAPTURE(c.a);
    CAPTURE(c.b);
    CHECK(compare(c.primitive, c.a, c.b) == c.order);
    const auto reversed = c.order == Order::less      ? Order::greater
                          : c.order == Order::greater ? Order::less
                                                      : c.order;
    CHECK(compare(c.primitive, c.b, c.a) == reversed);
  }

  TEST_CASE("numbers compare as values") {
    for (const Case& c : {
             Case{Primitive::decimal, "1.0", "01", Order::equal},
             Case{Primitive::decimal, "-0", "0", Order::equal},
             Case{Primitive::decimal, "-2", "-10", Order::greater},
             Case{Primitive::decimal, "9", "10", Order::less},
             Case{Primitive::decimal, "0.1", "0.09", Order::greater},
             Case{Primitive::decimal, "99999999999999999999.1", "99999999999999999999.10",
                  Order::equal},
             Case{Primitive::double_, "-0", "0", Order::equal},
             Case{Primitive::double_, "NaN", "NaN", Order::equal},
             Case{Primitive::double_, "NaN", "INF", Order::incomparable},
             Case{Primitive::double_, "1E400", "INF", Order::equal},         // rounds to infinity
             Case{Primitive::double_, "1E-400", "0", Order::equal},          // rounds to zero
             Case{Primitive::float_, "16777217", "16777216", Order::equal},  // nearest float
             Case{Primitive::double_, "16777217", "16777216", Order::greater},
             Case{Primitive::float_, "11e-46", "0", Order::greater},  // denormal
             Case{Primitive::boolean, "true", "1", Order::equal},
             Case{Primitive::hex_binary, "0fb7", "0FB7", Order::equal},
             Case{Primitive::base64_binary, "QU JD", "QUJD", Order::equal},
         }) {
      check_order(c);
    }
  }

  TEST_CASE("durations are ordered as the table of section 3.2.6.2 says") {
    constexpr auto type = Primitive::duration;
    for (const Case& c : {
             Case{type, "P1Y", "P364D", Order::greater},
             Case{type, "P1Y", "P365D", Order::incomparable},
             Case{type, "P1Y", "P366D", Order::incomparable},
             Case{type, "P1Y", "P367D", Order::less}, Case{type, "P1M", "P27D", Order::greater},
             Case{type, "P1M", "P28D", Order::incomparable},
             Case{type, "P1M", "P31D", Order::incomparable}, Case{type, "P1M", "P32D", Order::less},
             Case{type, "P5M", "P149D", Order::greater},
             Case{type, "P5M", "P150D", Order::incomparable},
             Case{type, "P5M", "P153D", Order::incomparable},
             Case{type, "P5M", "P154D", Order::less}, Case{type, "P1Y", "P12M", Order::equal},
             Case{type, "PT36H", "P1DT12H", Order::equal},
             Case{type, "-PT0.5S", "PT0S", Order::less},
             Case{type, "-PT1S", "-PT1.5S", Order::greater},
             Case{type, "P0012345678901Y", "P1D", Order::incomparable},  // over 10 digits
         }) {
      check_order(c);
    }
  }

  TEST_CASE("dates are ordered as section 3.2.7.4 says") {
    constexpr auto instant = Primitive::date_time;
    for (const Case& c : {
             Case{instant, "2000-01-15T00:00:00", "2000-02-15T00:00:00", Order::less},
             Case{instant, "2000-01-15T12:00:00", "2000-01-16T12:00:00Z", Order::less},
             Case{instant, "2000-01-01T12:00:00", "1999-12-31T23:00:00Z", Order::incomparable},
             Case{instant, "2000-01-16T12:00:00", "2000-01-16T12:00:00Z", Order::incomparable},
             Case{instant, "2000-01-16T00:00:00", "2000-01-16T12:00:00Z", Order::incomparable},
             Case{instant, "2000-03-04T23:00:00+03:00", "2000-03-04T20:00:00Z", Order::equal},
             Case{instant, "1999-12-31T24:00:00", "2000-01-01T00:00:00.0", Order::equal},
             Case{instant, "-0001-12-31T24:00:00Z", "0001-01-01T00:00:00Z", Order::equal},
             Case{instant, "0001-01-01T00:00:00+00:01", "-0001-12-31T23:59:00Z", Order::equal},
             Case{instant, "2000-01-01T00:00:60Z", "2000-01-01T00:01:00Z", Order::equal},
             Case{Primitive::date, "2002-10-10+13:00", "2002-10-09-11:00", Order::equal},
             Case{Primitive::time, "24:00:00", "00:00:00", Order::equal},
             Case{Primitive::time, "10:00:00Z", "13:20:00-05:00", Order::less},
             Case{Primitive::g_month_day, "--03-01", "--02-29", Order::greater},
             Case{Primitive::g_day, "---31", "---30", Order::greater},
             Case{Primitive::g_year, "10000", "9999", Order::greater},
         }) {
      check_order(c);
    }
  }
}
