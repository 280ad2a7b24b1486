// SPDX-License-Identifier: MIT
#include "schema_checks.hpp"

#include "testing.hpp"

using namespace presentity;
using namespace presentity::detail;
using presentity::testing::schema;

namespace {

/// Whether `check_size` takes a type with this content.
bool fits(std::string_view content, std::string_view globals = "") {
  const std::vector<SchemaSource> schemas{
      {"a.xsd", schema("<xs:complexType name='c'>" + std::string(content) + "</xs:complexType>" +
                       std::string(globals))}};
  std::vector<Diagnostic> diagnostics;
  check_size(schemas, diagnostics);
  return diagnostics.empty();
}

}  // namespace

TEST_SUITE("schema checks") {
  TEST_CASE("reads namespace and references") {
    const SchemaSource source{
        "C:\\x/y/a.xsd",
        schema("\n<xs:import namespace='urn:b' schemaLocation='http://host/b.xsd'/>"
               "\n <xs:include schemaLocation='sub/c.xsd'/><xs:import/>"
               "<!-- <xs:include schemaLocation='d.xsd'/> -->")};
    std::vector<Diagnostic> diagnostics;

    const auto head = check_schema(source, diagnostics);

    CHECK(diagnostics.empty());
    CHECK(head.name == "a.xsd");
    CHECK(head.target_namespace == "urn:test");
    REQUIRE(head.references.size() == 3);
    CHECK(head.references[0].is_import);
    CHECK(head.references[0].namespace_uri == "urn:b");
    CHECK(head.references[0].file == "b.xsd");
    CHECK(head.references[1].file == "c.xsd");
    CHECK(head.references[1].position.line == 3);
    CHECK(head.references[1].position.column == 2);
    CHECK(head.references[2].file.empty());
  }

  TEST_CASE("takes the last part of a path") {
    CHECK(file_name("a.xsd") == "a.xsd");
    CHECK(file_name("x/y\\a.xsd") == "a.xsd");
    CHECK(file_name("x/").empty());
  }

  TEST_CASE("counts occurrences before the schema processor writes them out") {
    CHECK(fits("<xs:sequence><xs:element name='a' maxOccurs='9999'/></xs:sequence>"));
    CHECK(fits("<xs:sequence><xs:element name='a' maxOccurs='unbounded'/></xs:sequence>"));
    CHECK_FALSE(fits("<xs:sequence><xs:element name='a' maxOccurs='10001'/></xs:sequence>"));
    CHECK_FALSE(
        fits("<xs:sequence><xs:element name='a' minOccurs='99999' maxOccurs='unbounded'/>"
             "</xs:sequence>"));
    CHECK_FALSE(fits("<xs:sequence><xs:any maxOccurs='99999999999999999999999'/></xs:sequence>"));
  }

  TEST_CASE("multiplies occurrences that are inside of each other") {
    CHECK_FALSE(
        fits("<xs:sequence maxOccurs='200'><xs:choice maxOccurs='200'>"
             "<xs:element name='a'/></xs:choice></xs:sequence>"));
    CHECK_FALSE(
        fits("<xs:sequence><xs:group ref='t:g' maxOccurs='200'/></xs:sequence>",
             "<xs:group name='g'><xs:sequence><xs:group ref='t:h' maxOccurs='200'/>"
             "</xs:sequence></xs:group>"
             "<xs:group name='h'><xs:choice><xs:element name='a'/></xs:choice></xs:group>"));
    CHECK_FALSE(
        fits("<xs:complexContent><xs:extension base='t:b'><xs:sequence>"
             "<xs:element name='a' maxOccurs='20000'/></xs:sequence></xs:extension>"
             "</xs:complexContent>"));
  }

  TEST_CASE("allows fewer occurrences where a group is repeated, and fewer particles") {
    const auto optional = [](int count) {
      std::string text;
      for (int i = 0; i < count; ++i) text += "<xs:element name='e" + std::to_string(i) + "'/>";
      return text;
    };
    CHECK(fits("<xs:sequence maxOccurs='2'><xs:element name='a' maxOccurs='1000'/></xs:sequence>"));
    CHECK_FALSE(
        fits("<xs:sequence maxOccurs='2'><xs:element name='a' maxOccurs='1001'/>"
             "</xs:sequence>"));
    CHECK(fits("<xs:sequence>" + optional(1000) + "</xs:sequence>"));
    CHECK_FALSE(fits("<xs:sequence>" + optional(1001) + "</xs:sequence>"));
    // The base counts as well.
    const auto base = "<xs:complexType name='b'><xs:sequence>" + optional(700) +
                      "</xs:sequence></xs:complexType>";
    const auto extension = [&](int count) {
      return "<xs:complexContent><xs:extension base='t:b'><xs:sequence>" + optional(count) +
             "</xs:sequence></xs:extension></xs:complexContent>";
    };
    CHECK(fits(extension(300), base));
    CHECK_FALSE(fits(extension(301), base));
  }

  TEST_CASE("counts each group once, however often it is used") {
    std::string groups;
    for (int i = 0; i < 30; ++i) {  // 2^30 when written out
      groups += "<xs:group name='g" + std::to_string(i) + "'><xs:sequence>" +
                (i == 29 ? "<xs:element name='a'/>"
                         : "<xs:group ref='t:g" + std::to_string(i + 1) + "'/><xs:group ref='t:g" +
                               std::to_string(i + 1) + "'/>") +
                "</xs:sequence></xs:group>";
    }
    CHECK_FALSE(fits("<xs:group ref='t:g0'/>", groups));
    CHECK(fits("<xs:group ref='t:g21'/>", groups));
  }

  TEST_CASE("survives groups that contain themselves") {
    CHECK_FALSE(fits("<xs:group ref='t:g'/>",
                     "<xs:group name='g'><xs:sequence><xs:group ref='t:g'/><xs:group ref='t:h'/>"
                     "</xs:sequence></xs:group><xs:group name='h'><xs:sequence>"
                     "<xs:group ref='t:g'/><xs:group ref='t:h'/></xs:sequence></xs:group>"));
  }
}
