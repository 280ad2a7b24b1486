// SPDX-License-Identifier: MIT
#include "testing.hpp"

using namespace presentity;
using namespace presentity::testing;

namespace {

std::string with_pattern(std::string_view pattern) {
  return "<xs:element name='r'><xs:simpleType><xs:restriction base='xs:string'><xs:pattern "
         "value='" +
         std::string(pattern) + "'/></xs:restriction></xs:simpleType></xs:element>";
}

/// The first finding about a schema with this content.
std::string refusal(std::string_view content) {
  const auto errors = schema_errors(schema(content));
  return errors.empty() ? "" : errors.front();
}

bool is_refused_for(std::string_view content, std::string_view words) {
  return refusal(content).find(words) != std::string::npos;
}

}  // namespace

// What hostile schemas, and hostile documents against a careless schema, do.
TEST_SUITE("attacks by schemas") {
  TEST_CASE("a document type declaration is refused") {
    CHECK(schema_errors("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + schema("&a;")) ==
          std::vector<std::string>{
              "error bad-schema 1:1 folder/test.xsd: a document type declaration "
              "is not allowed | remove it; entities and external files are "
              "never used"});
  }

  TEST_CASE("patterns that hostile values make slow are refused") {
    for (const auto pattern : {"(a*)*b", "(a|aa)+b", "(x+x+)+y", "(a?a?)*b", "(a|a){30}b",
                               "(a?){30}a{30}b", "(a*){40}b", ".*a.*b.*c.*d.*e"}) {
      CAPTURE(pattern);
      CHECK(is_refused_for(with_pattern(pattern), "can take unlimited time"));
    }
    CHECK(refusal("\n\n  " + with_pattern("(a+)+"))
              .starts_with("error bad-schema 3:72 folder/test.xsd: pattern '(a+)+' can take"));
  }

  TEST_CASE("patterns that remain are tried on short values only") {
    const auto validator = with_schema(
        "<xs:simpleType name='p'><xs:restriction base='xs:string'><xs:pattern value='a*a*a*b'/>"
        "</xs:restriction></xs:simpleType>"
        "<xs:simpleType name='d'><xs:restriction base='t:p'><xs:maxLength value='100000'/>"
        "</xs:restriction></xs:simpleType>"
        "<xs:simpleType name='u'><xs:union memberTypes='t:p xs:integer'/></xs:simpleType>"
        "<xs:simpleType name='l'><xs:list itemType='t:d'/></xs:simpleType>"
        "<xs:element name='p' type='t:p'/><xs:element name='d' type='t:d'/>"
        "<xs:element name='u' type='t:u'/><xs:element name='l' type='t:l'/>"
        "<xs:element name='a'><xs:complexType><xs:attribute name='k' type='t:u'/></xs:complexType>"
        "</xs:element>");
    const auto value = repeated("a", 10'000);
    for (const std::string_view name : {"p", "d", "u", "l"}) {
      CAPTURE(name);
      const auto tag = std::string(name);
      CHECK(rules_of(validator.validate("<" + tag + " xmlns='urn:test'>" + value + "</" + tag +
                                        ">")) == std::vector<std::string>{"limit-exceeded"});
    }
    CHECK(rules_of(validator.validate("<a xmlns='urn:test' k='" + value + "'/>")) ==
          std::vector<std::string>{"limit-exceeded"});
    CHECK(validator.validate("<p xmlns='urn:test'>aab</p>").verdict == Verdict::valid);
  }

  TEST_CASE("huge numbers of occurrences are refused, also through groups") {
    constexpr std::string_view words = "comes to more than";
    CHECK(
        is_refused_for("<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='a' "
                       "maxOccurs='1000000000'/></xs:sequence></xs:complexType></xs:element>",
                       words));
    CHECK(
        is_refused_for("<xs:group name='g'><xs:sequence maxOccurs='500'><xs:element name='a' "
                       "minOccurs='0'/><xs:element name='b'/></xs:sequence></xs:group>"
                       "<xs:complexType name='c'><xs:sequence maxOccurs='500'>"
                       "<xs:group ref='t:g'/></xs:sequence></xs:complexType>",
                       words));
  }

  TEST_CASE("a content model at the limit still loads") {
    std::string optional;
    for (char c = 'a'; c <= 'f'; ++c) {
      optional += "<xs:element name='" + std::string(1, c) + "' minOccurs='0'/>";
    }
    const auto model = [&](int times) {
      return "<xs:element name='r'><xs:complexType><xs:sequence maxOccurs='" +
             std::to_string(times) + "'>" + optional +
             "</xs:sequence></xs:complexType></xs:element>";
    };
    CHECK(refusal(model(150)).empty());
    CHECK(is_refused_for(model(1600), "comes to more than"));
  }

  TEST_CASE("too many schemas are refused") {
    std::vector<SchemaSource> schemas;
    for (int i = 0; i < 300; ++i) {
      schemas.push_back({std::to_string(i) + ".xsd", schema("")});
    }
    const auto loaded = load_schemas(schemas);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().front().message == "more than 256 schemas or 16 MiB of them");
  }

  TEST_CASE("definitions in a circle are refused") {
    CHECK_FALSE(
        refusal("<xs:group name='g'><xs:sequence><xs:group ref='t:g'/></xs:sequence>"
                "</xs:group><xs:complexType name='c'><xs:group ref='t:g'/></xs:complexType>")
            .empty());
    CHECK_FALSE(refusal("<xs:complexType name='c'><xs:complexContent><xs:extension base='t:c'/>"
                        "</xs:complexContent></xs:complexType>")
                    .empty());
    CHECK_FALSE(
        refusal("<xs:simpleType name='c'><xs:restriction base='t:c'/></xs:simpleType>").empty());
    CHECK_FALSE(
        refusal("<xs:simpleType name='c'><xs:union memberTypes='t:c'/></xs:simpleType>").empty());
    CHECK_FALSE(refusal("<xs:element name='a' substitutionGroup='t:b'/>"
                        "<xs:element name='b' substitutionGroup='t:a'/>")
                    .empty());
  }

  TEST_CASE("a type may contain itself") {
    const auto validator = with_schema(
        "<xs:element name='r' type='t:c'/><xs:complexType name='c'><xs:sequence>"
        "<xs:element name='r' type='t:c' minOccurs='0'/></xs:sequence></xs:complexType>");
    CHECK(validator.validate(root(repeated("<r>", 255) + repeated("</r>", 255))).verdict ==
          Verdict::valid);
    CHECK(validator.validate(root(repeated("<r>", 256) + repeated("</r>", 256))).verdict ==
          Verdict::malformed);
  }
}
