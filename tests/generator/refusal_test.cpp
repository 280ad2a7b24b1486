// SPDX-License-Identifier: MIT
#include "generator/generator.hpp"

#include <presentity/rules.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace presentity;
using namespace presentity::generator;

namespace {

std::string schema(std::string_view body) {
  return R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" targetNamespace="urn:t"
    elementFormDefault="qualified" xmlns:n="http://schemas.microsoft.com/2006/09/sip/note">)" +
         std::string(body) + "</xs:schema>";
}

constexpr std::string_view import_of_note =
    R"(<xs:import namespace="http://schemas.microsoft.com/2006/09/sip/note"
        schemaLocation="note.xsd"/>)";

std::vector<Diagnostic> findings(std::vector<SchemaSource> schemas) {
  GenerateOptions options;
  options.schemas = std::move(schemas);
  options.bindings_only = true;
  auto generation = generate(options);
  if (generation.has_errors()) CHECK(generation.files.empty());
  return generation.diagnostics;
}

std::vector<Diagnostic> findings(std::string_view body) {
  return findings({{"t.xsd", schema(body)}});
}

/// The only rule that is named for `body`, or what is wrong with that.
std::string rule_for(std::string_view body) {
  const auto found = findings(body);
  if (found.size() != 1) return std::to_string(found.size()) + " diagnostics";
  CHECK(find_rule(found.front().rule) != nullptr);
  return std::string(found.front().rule);
}

/// An element with an attribute of the type, and the types.
std::string rule_for_type(std::string_view type, std::string_view more = "") {
  return rule_for(R"(<xs:element name="r"><xs:complexType><xs:attribute name="a" type=")" +
                  std::string(type) + R"("/></xs:complexType></xs:element>)" + std::string(more));
}

}  // namespace

TEST_SUITE("refusal") {
  TEST_CASE("names identity constraints") {
    const std::string head = R"(<xs:element name="r"><xs:complexType><xs:sequence>
        <xs:element name="a" type="xs:int" maxOccurs="2"/></xs:sequence></xs:complexType>)";
    const std::string parts = R"(<xs:selector xpath="a"/><xs:field xpath="."/>)";

    CHECK(rule_for(head + R"(<xs:unique name="u">)" + parts + "</xs:unique></xs:element>") ==
          "unsupported-identity-constraint");
    const auto both = findings(head + R"(<xs:key name="k">)" + parts +
                               R"(</xs:key><xs:keyref name="f" refer="k">)" + parts +
                               "</xs:keyref></xs:element>");
    REQUIRE(both.size() == 2);
    CHECK(both[0].rule == "unsupported-identity-constraint");
    CHECK(both[0].message.starts_with("xs:key "));
    CHECK(both[1].message.starts_with("xs:keyref "));
  }

  TEST_CASE("names redefinitions") {
    const auto found =
        findings({{"a.xsd", schema(R"(<xs:redefine schemaLocation="b.xsd"><xs:complexType name="t">
            <xs:complexContent><xs:extension base="t"/></xs:complexContent></xs:complexType>
            </xs:redefine>)")},
                  {"b.xsd", schema(R"(<xs:complexType name="t"/>)")}});

    REQUIRE_FALSE(found.empty());
    CHECK(found.front().rule == "unsupported-redefine");
  }

  TEST_CASE("names simple types that depend on more than their values") {
    constexpr std::string_view notation = R"(<xs:notation name="gif" public="image/gif"/>
        <xs:simpleType name="t"><xs:restriction base="xs:NOTATION">
        <xs:enumeration value="gif"/></xs:restriction></xs:simpleType>)";
    constexpr std::string_view names = R"(<xs:simpleType name="t"><xs:restriction base="xs:QName">
        <xs:enumeration value="r"/></xs:restriction></xs:simpleType>)";

    CHECK(rule_for_type("xs:ENTITY") == "unsupported-simple-type");
    CHECK(rule_for_type("xs:ENTITIES") == "unsupported-simple-type");
    CHECK(rule_for_type("t", notation) == "unsupported-simple-type");
    CHECK(rule_for_type("t", names) == "unsupported-simple-type");
    CHECK(rule_for_type(
              "t", R"(<xs:simpleType name="t"><xs:list itemType="xs:QName"/></xs:simpleType>)") ==
          "unsupported-simple-type");
    CHECK(rule_for_type("t", R"(<xs:simpleType name="t"><xs:union memberTypes="xs:ID xs:int"/>
                                </xs:simpleType>)") == "unsupported-simple-type");
    CHECK(rule_for(R"(<xs:element name="r" type="xs:ENTITY"/>)") == "unsupported-simple-type");
    const auto found = findings(R"(<xs:element name="r" type="xs:ENTITY"/>)");
    CHECK(found.front().message == "native bindings do not check values of the type xs:ENTITY");
    CHECK(found.front().position.line == 2);
  }

  TEST_CASE("takes notations that nothing uses") {
    CHECK(findings(R"(<xs:notation name="gif" public="image/gif"/>)").empty());
  }

  TEST_CASE("warns of types that elements of a simple type cannot hold") {
    constexpr std::string_view derived = R"(
        <xs:simpleType name="s"><xs:restriction base="xs:int"/></xs:simpleType>
        <xs:complexType name="c"><xs:simpleContent><xs:extension base="s"/></xs:simpleContent>
        </xs:complexType>)";

    CHECK(findings(derived).empty());
    CHECK(rule_for(R"(<xs:element name="r" type="s"/>)" + std::string(derived)) ==
          "unsupported-derivation");
  }

  TEST_CASE("refuses to stand for built-in elements") {
    CHECK(rule_for(std::string(import_of_note) +
                   R"(<xs:element name="r" type="n:noteType" substitutionGroup="n:note"/>)") ==
          "unsupported-substitution");
  }

  TEST_CASE("warns of types that built-in elements cannot hold") {
    CHECK(rule_for(std::string(import_of_note) + R"(<xs:complexType name="t"><xs:complexContent>
        <xs:extension base="n:noteType"/></xs:complexContent></xs:complexType>)") ==
          "unsupported-derivation");
  }

  TEST_CASE("names schemas that break a rule of XML Schema") {
    struct Case {
      std::string_view what;
      std::string_view body;
    };
    for (const Case& c : {
             Case{"unknown type", R"(<xs:element name="r" type="nothing"/>)"},
             Case{"final", R"(<xs:complexType name="a" final="extension"/><xs:complexType name="b">
                  <xs:complexContent><xs:extension base="a"/></xs:complexContent>
                  </xs:complexType>)"},
             Case{"facet", R"(<xs:simpleType name="a"><xs:restriction base="xs:int">
                  <xs:length value="1"/></xs:restriction></xs:simpleType>)"},
             Case{"unique particle attribution",
                  R"(<xs:complexType name="a"><xs:sequence>
                  <xs:element name="b" type="xs:int" minOccurs="0"/>
                  <xs:element name="b" type="xs:int"/></xs:sequence></xs:complexType>)"},
         }) {
      CAPTURE(c.what);
      const auto found = findings(c.body);
      REQUIRE_FALSE(found.empty());
      CHECK(found.front().rule == "bad-schema");
    }
  }

  TEST_CASE("names schemas that are not given") {
    CHECK(findings(R"(<xs:include schemaLocation="other.xsd"/>)").front().rule == "bad-schema");
    const auto found = findings({{"t.xsd", schema(R"(<xs:import namespace="urn:o"
                                  schemaLocation="other.xsd"/>)")},
                                 {"o.xsd", R"(<xs:schema targetNamespace="urn:o"
                                  xmlns:xs="http://www.w3.org/2001/XMLSchema"/>)"}});
    REQUIRE(found.size() == 1);
    CHECK(found.front().rule == "unlisted-schema");
  }

  TEST_CASE("names numbers of occurrences that are too large") {
    const auto found = findings(R"(<xs:complexType name="t"><xs:sequence>
        <xs:element name="a" type="xs:int" maxOccurs="1000000"/></xs:sequence></xs:complexType>)");

    REQUIRE(found.size() == 1);
    CHECK(found.front().rule == "bad-schema");
    CHECK(found.front().help == "use maxOccurs=\"unbounded\" instead of a large number");
  }
}
