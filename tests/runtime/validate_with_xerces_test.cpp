// SPDX-License-Identifier: MIT
#include "testing.hpp"

#include <presentity/load_schemas.hpp>

#include <algorithm>

using namespace presentity;
using namespace presentity::testing;

namespace {

using Lines = std::vector<std::string>;

Report check(std::string_view document, const ReadLimits& limits = {}) {
  static const auto schemas = load_schemas({});
  REQUIRE(schemas);
  return validate_with_xerces(*schemas, document, limits);
}

}  // namespace

TEST_SUITE("Xerces alone") {
  TEST_CASE("finds what is valid") {
    const auto report = check(state("<availability>6500</availability>"));

    CHECK(report.verdict == Verdict::valid);
    CHECK(report.root == "state");
    CHECK(report.diagnostics.empty());
  }

  TEST_CASE("reports all that Xerces says at the element it is about") {
    const auto report = check(state("\n <availability>x</availability>\n <nothing/>"));

    CHECK(report.verdict == Verdict::invalid);
    REQUIRE(report.diagnostics.size() >= 2);
    for (const auto& finding : report.diagnostics) CHECK(finding.rule == "schema-violation");
    const auto about =
        std::ranges::find(report.diagnostics, "/state/availability", &Diagnostic::path);
    REQUIRE(about != report.diagnostics.end());
    CHECK(about->position.line == 2);
  }

  TEST_CASE("does not correct Xerces") {
    // Held against a local declaration of the same name: see ADR 0002.
    const auto document =
        R"(<contactCard xmlns="http://schemas.microsoft.com/2006/09/sip/contactcard")"
        R"( xmlns:ct="http://schemas.microsoft.com/2006/09/sip/commontypes">)"
        R"(<ct:delimiter/><automaton>maybe</automaton><ct:end/></contactCard>)";

    CHECK(built_in().validate(document).verdict == Verdict::valid);
    CHECK(check(document).verdict == Verdict::invalid);
  }

  TEST_CASE("refuses to read what the validator refuses to read") {
    CHECK(rules_of(check("<!DOCTYPE state><state/>")) == Lines{"doctype-forbidden"});
    CHECK(rules_of(check("<state>")) == Lines{"malformed-xml"});
    ReadLimits limits;
    limits.document_bytes = 10;
    CHECK(rules_of(check(state(""), limits)) == Lines{"limit-exceeded"});
  }

  TEST_CASE("knows schemas of a user") {
    const std::vector<SchemaSource> sources{
        {"a.xsd", schema("<xs:element name='r' type='xs:int'/>")}};
    const auto schemas = load_schemas(sources);
    REQUIRE(schemas);

    CHECK(validate_with_xerces(*schemas, root("1")).verdict == Verdict::valid);
    CHECK(validate_with_xerces(*schemas, root("x")).verdict == Verdict::invalid);
  }
}
