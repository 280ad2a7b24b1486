// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <doctest/doctest.h>

using namespace presentity::cli::test;

namespace {

constexpr std::string_view mood_schema = R"(<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:p="urn:presentity:schema"
           targetNamespace="urn:example:mood" elementFormDefault="qualified">
  <xs:element name="mood">
    <xs:annotation><xs:appinfo><p:category name="mood"/></xs:appinfo></xs:annotation>
    <xs:complexType>
      <xs:attribute name="level" type="xs:unsignedByte" use="required"/>
    </xs:complexType>
  </xs:element>
</xs:schema>
)";
constexpr std::string_view mood = R"(<mood xmlns="urn:example:mood" level="7"/>)";

presentity::Result<std::string, std::string> faithful(std::string_view utf8) {
  return std::string(utf8);
}

}  // namespace

TEST_SUITE("--schema") {
  TEST_CASE("adds the user's category") {
    const TemporaryFolder folder;
    const auto schema = folder.write("mood.xsd", mood_schema);
    const auto file = folder.write("a.xml", mood);

    const auto with = run_presentity({"validate", "-v", "--schema", schema, file});
    const auto without = run_presentity({"validate", file});

    CHECK(with.status == 0);
    CHECK(with.out == file + ": valid (mood)\n    mood\n");
    CHECK(without.status == 1);
    CHECK(contains(without.out, "[unknown-root]"));
  }

  TEST_CASE("takes one file an option, so that inputs may follow") {
    const TemporaryFolder folder;
    const auto schema = folder.write("mood.xsd", mood_schema);
    const auto file = folder.write("a.xml", valid_state);

    const auto answer = run_presentity({"validate", "--schema", schema, file});

    CHECK(answer.status == 0);
    CHECK(answer.err == "1 document: 1 valid\n");
  }

  TEST_CASE("a schema that is missing or wrong is a failure") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.xml", valid_state);
    const auto bad = folder.write("bad.xsd", "<xs:schema");

    const auto missing = run_presentity({"validate", "--schema", "/nowhere/m.xsd", file});
    const auto wrong = run_presentity({"validate", "--schema", bad, file});

    CHECK(missing.status == 3);
    CHECK(contains(missing.err, "/nowhere/m.xsd: error: cannot read the schema: No such file"));
    CHECK(wrong.status == 3);
    CHECK(wrong.err.starts_with(bad + ":1:"));
    CHECK(contains(wrong.err, "[bad-schema]"));
    CHECK(wrong.out.empty());
  }

  TEST_CASE("a value of the user's schema cannot be round-tripped, and that is said") {
    const TemporaryFolder folder;
    const auto schema = folder.write("mood.xsd", mood_schema);
    const auto file = folder.write("a.xml", mood);
    const Surroundings surroundings{.resources = {.native_bindings = &faithful}};

    const auto answer = run_presentity({"roundtrip", "--schema", schema, file}, surroundings);
    const auto json =
        run_presentity({"roundtrip", "--format", "ndjson", "--schema", schema, file}, surroundings);

    CHECK(answer.status == 3);
    CHECK(answer.out.empty());
    CHECK(contains(answer.err, "the bindings have no type for 'mood'"));
    CHECK(contains(json.out, R"("verdict":"unsupported")"));
  }
}
