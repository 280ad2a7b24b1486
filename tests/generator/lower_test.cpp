// SPDX-License-Identifier: MIT
#include "generator/generator.hpp"
#include "schema_set.hpp"

#include <presentity/load_schemas.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace presentity;
using namespace presentity::generator;

namespace {

std::string schema(std::string_view body) {
  return R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" targetNamespace="urn:t"
    elementFormDefault="qualified">)" +
         std::string(body) + "</xs:schema>";
}

Generation generated(std::string_view body) {
  GenerateOptions options;
  options.schemas = {{"t.xsd", schema(body)}};
  options.bindings_only = true;
  return generate(options);
}

/// The header of a schema with one complex type `t` of this content.
std::string header_of(std::string_view content) {
  const auto generation = generated(R"(<xs:element name="r" type="t"/><xs:complexType name="t">)" +
                                    std::string(content) + "</xs:complexType>");
  REQUIRE_FALSE(generation.has_errors());
  return generation.files.at(0).text;
}

bool has(const std::string& text, std::string_view part) {
  CAPTURE(part);
  CAPTURE(text);
  const bool result = text.find(part) != std::string::npos;
  CHECK(result);
  return result;
}

}  // namespace

TEST_SUITE("lower") {
  TEST_CASE("inlines what occurs once and takes groups of one part apart") {
    const auto text = header_of(R"(<xs:sequence>
        <xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence>
        <xs:sequence minOccurs="0"><xs:element name="b" type="xs:int"/></xs:sequence>
        <xs:choice maxOccurs="unbounded"><xs:element name="c" type="xs:int"/></xs:choice>
      </xs:sequence>)");

    has(text,
        "  std::int32_t a = 0;\n  std::optional<std::int32_t> b;\n"
        "  std::vector<std::int32_t> c;\n");
  }

  TEST_CASE("keeps an optional sequence together") {
    const auto text = header_of(R"(<xs:sequence><xs:sequence minOccurs="0">
        <xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/>
      </xs:sequence></xs:sequence>)");

    has(text, "  std::optional<AGroup> a_group;\n");
  }

  TEST_CASE("flattens choices in choices") {
    const auto text = header_of(R"(<xs:choice>
        <xs:element name="a" type="xs:int"/>
        <xs:choice minOccurs="0">
          <xs:element name="b" type="xs:int"/><xs:element name="c" type="xs:int"/>
        </xs:choice>
      </xs:choice>)");

    has(text, "using TChoice = std::variant<A, B, C>;");
    has(text, "  std::optional<TChoice> choice;\n");
  }

  TEST_CASE("numbers names that occur again") {
    const auto text = header_of(R"(<xs:sequence>
        <xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/>
        <xs:element name="a" type="xs:int"/>
      </xs:sequence><xs:attribute name="a" type="xs:int"/>)");

    has(text, "a = 0;");
    has(text, "a_2 = 0;");
    has(text, "std::optional<std::int32_t> a_3;");
  }

  TEST_CASE("has the same text for the same schemas") {
    CHECK(header_of("<xs:sequence/>") == header_of("<xs:sequence/>"));
  }

  TEST_CASE("names a content model that is too large for tables") {
    std::string all;
    for (int i = 0; i < 70; ++i) {
      all += "<xs:element name=\"e" + std::to_string(i) + "\" type=\"xs:int\"/>";
    }
    const auto generation =
        generated("<xs:complexType name=\"t\"><xs:all>" + all + "</xs:all></xs:complexType>");

    REQUIRE(generation.has_errors());
    CHECK(generation.diagnostics.front().rule == "unsupported-content-model");
  }

  TEST_CASE("counts on the ids of built-in components, whatever else is loaded") {
    const std::vector<SchemaSource> more{
        {"a.xsd", schema(R"(<xs:element name="a" type="b"/><xs:complexType name="b"/>)")}};
    const auto alone = load_schemas({});
    const auto together = load_schemas(more);
    REQUIRE(alone);
    REQUIRE(together);

    const auto& few = detail::SchemaAccess::set(*alone)->model;
    const auto& many = detail::SchemaAccess::set(*together)->model;
    for (detail::ElementId id = 0; id < few.elements.size(); ++id) {
      if (few.element(id).name.namespace_uri.empty()) continue;  // fault.xsd comes last
      CHECK(few.element(id).name == many.element(id).name);
      CHECK(few.element(id).type == many.element(id).type);
    }
    for (detail::TypeId id = 0; id < few.types.size(); ++id) {
      if (few.type(id).name.namespace_uri.empty()) continue;
      CHECK(few.type(id).name == many.type(id).name);
      CHECK(few.type(id).simple.index == many.type(id).simple.index);
    }
  }

  TEST_CASE("binds every built-in schema") {
    const auto generation = generate_built_in();

    CHECK(generation.diagnostics.empty());
    CHECK(generation.files.size() == 62);
  }
}
