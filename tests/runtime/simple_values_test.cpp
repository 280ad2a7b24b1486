// SPDX-License-Identifier: MIT
#include "simple_values.hpp"

#include "outline.hpp"
#include "schema_set.hpp"
#include "testing.hpp"

using namespace presentity;
using namespace presentity::detail;
using presentity::testing::repeated;
using presentity::testing::schema;

namespace {

/// Simple types for the tests of this file.
const SchemaSet& types() {
  static const auto set = [] {
    const auto restriction = [](std::string_view name, std::string_view base,
                                std::string_view facets) {
      return "<xs:simpleType name='" + std::string(name) + "'><xs:restriction base='" +
             std::string(base) + "'>" + std::string(facets) + "</xs:restriction></xs:simpleType>";
    };
    const std::vector<SchemaSource> schemas{
        {"test.xsd",
         schema(restriction("bounded", "xs:int",
                            "<xs:minInclusive value='3'/><xs:maxExclusive "
                            "value='9'/>") +
                restriction("short", "xs:string", "<xs:maxLength value='3'/>") +
                restriction("tokens", "xs:token",
                            "<xs:enumeration value='red'/><xs:enumeration value='green'/>") +
                restriction("code", "xs:string", "<xs:pattern value='[A-Z]{2}[0-9]+'/>") +
                restriction("shorter", "t:code", "<xs:maxLength value='4'/>") +
                restriction("slow", "xs:string", "<xs:pattern value='a*a*a*b'/>") +
                "<xs:simpleType name='union'><xs:union memberTypes='t:tokens xs:int'/>"
                "</xs:simpleType>"
                "<xs:simpleType name='list'><xs:list itemType='t:tokens'/></xs:simpleType>"
                "<xs:simpleType name='slows'><xs:list itemType='t:slow'/></xs:simpleType>")}};
    return SchemaAccess::set(*load_schemas(schemas));
  }();
  return *set;
}

const SimpleFacts& type(std::string_view name) {
  const auto& model = types().model;
  const bool is_built_in = name.starts_with("xs:");
  const auto id = is_built_in ? model.find_type(xsd_namespace, name.substr(3))
                              : model.find_type("urn:test", name);
  REQUIRE_MESSAGE(id != none, std::string(name));
  return model.type(id).simple;
}

/// The rule against the value, or "".
std::string_view problem(std::string_view type_name, std::string_view value,
                         const ReadLimits& limits = {}) {
  const auto found = check_value(types().model, type(type_name), value, limits);
  return found ? found->rule : "";
}

}  // namespace

TEST_SUITE("simple values") {
  TEST_CASE("checks built-in and derived types") {
    struct Case {
      std::string_view type, good, bad;
    };
    for (const Case& c : {
             Case{"xs:unsignedInt", "4294967295", "4294967296"},
             Case{"xs:unsignedInt", " +7 ", "-1"},
             Case{"xs:int", "-2147483648", "1.0"},
             Case{"xs:boolean", " 1", "True"},
             Case{"xs:dateTime", "2013-06-01T12:00:00Z", "2013-02-29T12:00:00"},
             Case{"xs:dateTime", "2013-06-01T24:00:00", "2013-06-01"},
             Case{"xs:duration", "PT30M", "30M"},
             Case{"xs:time", "12:00:00", "12:00"},
             Case{"xs:base64Binary", "AAEC", "A"},
             Case{"xs:hexBinary", "0aFF", "0"},
             Case{"xs:decimal", "-.5", "1e3"},
             Case{"xs:double", "1e3", "1,5"},
             Case{"xs:language", "en-US", "en_US"},
             Case{"bounded", "8", "9"},
             Case{"short", "abc", "abcd"},
             Case{"tokens", " red ", "Red"},
             Case{"code", "AB12", "AB12x"},
             Case{"shorter", "AB12", "AB123"},
             Case{"shorter", "AB12", "ab12"},
             Case{"union", "red", "blue"},
             Case{"union", "5", "5.5"},
             Case{"list", "red  green", "red blue"},
             Case{"list", "", "x"},
         }) {
      CAPTURE(c.type);
      CAPTURE(c.bad);
      CHECK(problem(c.type, c.good).empty());
      CHECK(problem(c.type, c.bad) == "invalid-value");
    }
  }

  TEST_CASE("bounds the length of a value by what it costs") {
    CHECK(problem("xs:integer", repeated("1", 65536)).empty());
    CHECK(problem("xs:integer", repeated("1", 65537)) == "limit-exceeded");
    CHECK(problem("union", repeated("1", 65537)) == "limit-exceeded");
    CHECK(problem("xs:string", repeated("1", 1U << 20U)).empty());
    CHECK(problem("xs:string", repeated("1", (1U << 20U) + 1)) == "limit-exceeded");
    CHECK(problem("xs:base64Binary", repeated("AAAA", 1U << 19U)).empty());
    CHECK(problem("slow", repeated("a", 257)) == "limit-exceeded");
    CHECK(problem("slows", repeated("a", 257)) == "limit-exceeded");
    ReadLimits limits;
    limits.value_bytes = 2;
    limits.number_bytes = 1;
    CHECK(problem("xs:string", "abc", limits) == "limit-exceeded");
    CHECK(problem("xs:int", "12", limits) == "limit-exceeded");
  }

  TEST_CASE("treats white space as the type says") {
    CHECK(normalized(type("xs:string"), " a\t\nb ") == " a\t\nb ");
    CHECK(normalized(type("xs:normalizedString"), " a\t\nb ") == " a  b ");
    CHECK(normalized(type("xs:token"), " a\t\nb ") == "a b");
    CHECK(normalized(type("xs:int"), "\n 5 \t") == "5");
  }

  TEST_CASE("says what a type takes") {
    struct Case {
      std::string_view type, expected;
    };
    for (const Case& c : {
             Case{"xs:unsignedInt", "a whole number from 0 to 4294967295"},
             Case{"xs:boolean", "true, false, 1 or 0"},
             Case{"xs:dateTime", "a date and time such as 2013-06-01T12:00:00Z"},
             Case{"bounded", "a whole number from 3 less than 9"},
             Case{"short", "text of at most 3 characters"},
             Case{"tokens", "one of red or green"},
             Case{"code", "text that matches [A-Z]{2}[0-9]+"},
             Case{"list", "a list, each item one of red or green"},
         }) {
      CAPTURE(c.type);
      CHECK(describe(types().model, type(c.type)) == c.expected);
    }
    CHECK(known_tokens(types().model, type("union")) == std::vector<std::string>{"red", "green"});
  }

  TEST_CASE("suggests a token that is near") {
    const auto found = check_value(types().model, type("tokens"), "gren", {});
    REQUIRE(found);
    CHECK(found->help == "did you mean 'green'?");
  }
}
