// SPDX-License-Identifier: MIT
#include "check_simple.hpp"
#include "native_types.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace presentity::detail;
using namespace presentity::detail::testing;

namespace {

using Kind = TypeSpec::Kind;
using Facets = std::vector<std::pair<std::string, std::string>>;
using Texts = std::vector<std::string_view>;

/// Checks values of the last of `specs`.
void check(const std::vector<TypeSpec>& specs, const Texts& valid, const Texts& invalid) {
  const NativeTypes types(specs);
  const auto type = types.find(specs.back().name);
  std::string scratch;
  CAPTURE(specs.back().of.front());
  for (const auto text : valid) {
    CAPTURE(text);
    CHECK(accepts(types.table(), type, text, scratch));
  }
  for (const auto text : invalid) {
    CAPTURE(text);
    CHECK_FALSE(accepts(types.table(), type, text, scratch));
  }
}

void check(const std::string& base, const Facets& facets, const Texts& valid,
           const Texts& invalid) {
  check({{"type", Kind::restriction, {base}, facets}}, valid, invalid);
}

}  // namespace

TEST_SUITE("facets") {
  TEST_CASE("lengths count characters, octets or items") {
    check("xs:string", {{"length", "2"}}, {"ab", "  ", "\xC3\xA9\xF0\x90\x80\x80"}, {"a", "abc"});
    check("xs:token", {{"minLength", "1"}, {"maxLength", "3"}}, {"a", " a  b "},
          {"", "  ", "a b c"});
    check("xs:hexBinary", {{"length", "2"}}, {"0FB7"}, {"0F", "0FB700"});
    check("xs:base64Binary", {{"length", "2"}}, {"QUI=", "Q U I ="}, {"QUJD", "QQ==", ""});
    check("xs:NMTOKENS", {{"maxLength", "2"}}, {"a", " a\n b "}, {"", "a b c"});
    check("xs:QName", {{"maxLength", "1"}}, {"abc"}, {});  // section 4.3.1.3
    check("xs:anyURI", {{"maxLength", "3"}}, {"a b", " abc "}, {"abcd"});
  }

  TEST_CASE("bounds compare values") {
    check("xs:decimal", {{"minInclusive", "-1.5"}, {"maxExclusive", "10"}},
          {"-1.500", "9.999999999999999999999", "-1"}, {"-1.51", "10.0", "11"});
    check("xs:decimal", {{"minExclusive", "0"}, {"maxInclusive", "1"}}, {"0.1", "1.0"},
          {"0", "-0.0", "1.01"});
    check("xs:double", {{"minInclusive", "0"}}, {"-0", "INF"}, {"-1", "NaN", "-INF"});
    check("xs:double", {{"maxInclusive", "NaN"}}, {"NaN"}, {"0", "INF"});
    check("xs:double", {{"maxExclusive", "NaN"}}, {}, {"NaN", "0"});
    check("xs:duration", {{"minInclusive", "P30D"}}, {"P30D", "P2M", "PT720H"}, {"P1M", "P29D"});
    check("xs:dateTime", {{"minExclusive", "2000-01-15T12:00:00"}},
          {"2000-01-15T12:00:00.1", "2000-01-16T02:00:00.1Z"},
          {"2000-01-15T12:00:00", "2000-01-15T12:00:00Z", "2000-01-16T02:00:00Z"});
  }

  TEST_CASE("digits count as sections 4.3.11 and 4.3.12 say") {
    check("xs:decimal", {{"totalDigits", "3"}}, {"123", "-1.23", "0.123", "00100", "1.2300", "0"},
          {"1234", "0.0123", "100.1"});
    check("xs:decimal", {{"fractionDigits", "1"}}, {"1", "1.5", "1.50", "123456.7"},
          {"1.55", "0.01"});
    check("xs:integer", {{"totalDigits", "2"}}, {"99", "-99", "0099"}, {"100"});
  }

  TEST_CASE("enumerations compare values") {
    check("xs:decimal", {{"enumeration", "1.0"}}, {"1", "+1.00"}, {"1.01"});
    check("xs:boolean", {{"enumeration", "true"}}, {"true", "1"}, {"false", "0"});
    check("xs:hexBinary", {{"enumeration", "0FB7"}}, {"0fb7"}, {"0FB8"});
    check("xs:base64Binary", {{"enumeration", "QUJD"}}, {"QU JD"}, {"qujd"});
    check("xs:dateTime", {{"enumeration", "2000-01-01T00:00:00Z"}},
          {"1999-12-31T24:00:00Z", "2000-01-01T05:30:00+05:30"}, {"2000-01-01T00:00:00"});
    check("xs:float", {{"enumeration", "NaN"}, {"enumeration", "0"}}, {"NaN", "-0", "0E9"}, {"1"});
    check("xs:token", {{"enumeration", "in a meeting"}}, {" in\ta  meeting\n"},
          {"In a meeting", "in"});
    check("xs:string", {{"enumeration", "a b"}}, {"a b"}, {" a b", "a  b", "a\tb"});
    check("xs:normalizedString", {{"enumeration", "a b"}}, {"a\tb"}, {"a  b"});
  }

  TEST_CASE("patterns of one step are alternatives, those of several all hold") {
    check("xs:token", {{"pattern", "a.*"}, {"pattern", ".*b"}}, {"ax", "xb", " a  c "}, {"xx"});
    check({{"first", Kind::restriction, {"xs:token"}, {{"pattern", "a.*"}, {"pattern", "b.*"}}},
           {"second", Kind::restriction, {"first"}, {{"pattern", ".*[0-9]"}}}},
          {"a1", "b 2"}, {"c1", "ab"});
    check("xs:int", {{"pattern", "\\d{2}"}}, {"01", " 12 "}, {"1", "+12"});
    check("xs:base64Binary", {{"pattern", "QU JD"}}, {"QU  JD"}, {"QUJD"});
  }

  TEST_CASE("lists check each item and themselves") {
    const TypeSpec ints{"ints", Kind::list, {"xs:int"}, {}};
    check({ints}, {"", " ", "1", " 1\t2\n3 "}, {"1 a", "1,2"});
    check({ints, {"type", Kind::restriction, {"ints"}, {{"length", "2"}}}}, {"1 2"},
          {"1", "1 2 3"});
    check({ints, {"type", Kind::restriction, {"ints"}, {{"enumeration", "1 2"}}}}, {"01  +2"},
          {"1", "1 2 2", "2 1"});
    check({ints, {"type", Kind::restriction, {"ints"}, {{"pattern", "1( 1)*"}}}}, {" 1   1 "},
          {"1 2"});
  }

  TEST_CASE("unions take the value as their first member that accepts it") {
    const TypeSpec small{"small", Kind::restriction, {"xs:int"}, {{"maxInclusive", "9"}}};
    const TypeSpec names{"names", Kind::restriction, {"xs:token"}, {{"enumeration", "a b"}}};
    const TypeSpec both{"both", Kind::any_of, {"small", "names"}, {}};
    check({small, names, both}, {"1", " 9 ", " a\tb"}, {"10", "a", ""});
    check({small,
           names,
           both,
           {"type", Kind::restriction, {"both"}, {{"enumeration", "1"}, {"enumeration", "a b"}}}},
          {"01", "a  b"}, {"2"});
    check({small, names, both, {"type", Kind::restriction, {"both"}, {{"pattern", "a b|1"}}}},
          {" a  b ", " 1"}, {"2", "01"});
    check({small, names, both, {"type", Kind::list, {"both"}, {}}}, {"1 2", ""}, {"1 a b"});
    // "1" is taken as a boolean, which no decimal equals.
    check(
        {{"first", Kind::any_of, {"xs:boolean", "xs:decimal"}, {}},
         {"type", Kind::restriction, {"first"}, {{"enumeration", "true"}, {"enumeration", "12"}}}},
        {"true", "1", "12.0"}, {"1.0", "false"});
    check({{"either", Kind::any_of, {"xs:string", "xs:int"}, {}},
           {"type", Kind::restriction, {"either"}, {{"enumeration", " a "}}}},
          {" a "}, {"a", " a"});
  }
}
