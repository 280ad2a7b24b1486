// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

using namespace presentity::cli::test;
using Json = nlohmann::json;

namespace {

std::string manifest(std::string_view rules) {
  return "<categoryPublicationManifest "
         "xmlns=\"http://schemas.microsoft.com/2008/09/sip/categoryPublicationManifest\">\n"
         "<publicationList>" +
         std::string(rules) + "</publicationList></categoryPublicationManifest>";
}

constexpr std::string_view good_rule =
    R"(<publicationRule ruleType="transformation" categoryName="note" containerId="200"/>)";
constexpr std::string_view bad_rule =
    R"(<publicationRule ruleType="transformation" categoryName="nota" containerId="200"/>)";
constexpr std::string_view later_rule =
    R"(<publicationRule ruleType="later" categoryName="note" containerId="200"/>)";

}  // namespace

TEST_SUITE("grammar") {
  TEST_CASE("check says nothing about a good grammar, and what is wrong with a bad one") {
    const TemporaryFolder folder;
    const auto good = folder.write("good.xml", manifest(good_rule));
    const auto bad = folder.write("bad.xml", manifest(bad_rule));
    const auto clean = run_presentity({"grammar", "check", good});
    CHECK(clean.status == 0);
    CHECK(clean.out.empty());
    const auto found = run_presentity({"grammar", "check", good, bad});
    CHECK(found.status == 1);
    CHECK(contains(found.out,
                   "bad.xml:2:61: error: category 'nota' is not registered "
                   "[unregistered-category]"));
    CHECK(contains(found.out, "help: did you mean 'note'?"));
    CHECK(contains(found.err, "2 documents: 1 valid, 1 invalid"));
    CHECK(run_presentity({"grammar", "check", bad, "--register", "nota"}).status == 0);
  }

  TEST_CASE("check has the same statuses and formats as validate") {
    const TemporaryFolder folder;
    const auto warned = folder.write("warned.xml", manifest(later_rule));
    const auto value = folder.write("value.xml", valid_state);
    CHECK(run_presentity({"grammar", "check", warned}).status == 0);
    CHECK(run_presentity({"grammar", "check", "--strict", warned}).status == 1);
    CHECK(run_presentity({"grammar", "check", folder.path("missing.xml")}).status == 3);
    const auto answer = run_presentity({"grammar", "check", "--format", "ndjson", value});
    CHECK(answer.status == 1);
    const auto object = Json::parse(answer.out);
    CHECK(object["verdict"] == "invalid");
    CHECK(object["diagnostics"][0]["rule"] == "unknown-root");
  }

  TEST_CASE("strict finds both what is warned of and what is wrong") {
    const TemporaryFolder folder;
    const auto both =
        folder.write("both.xml", manifest(std::string(later_rule) + std::string(bad_rule)));
    const auto answer = run_presentity({"grammar", "check", "--strict", both});
    CHECK(contains(answer.out, "unknown-token"));
    CHECK(contains(answer.out, "unregistered-category"));
  }

  TEST_CASE("categories of a user's schema may be published") {
    const TemporaryFolder folder;
    const auto bad = folder.write("bad.xml", manifest(bad_rule));
    const auto schema = folder.write(
        "nota.xsd",
        R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:nota">
        <xs:element name="nota" type="xs:string"/></xs:schema>)");
    CHECK(run_presentity({"grammar", "check", "--schema", schema, bad}).status == 0);
  }

  TEST_CASE("show is a table, category by container") {
    const auto table = lines(run_presentity({"grammar", "show"}).out);
    REQUIRE(table.size() >= 3);
    CHECK(table[0].starts_with("category "));
    CHECK(contains(table[0], " 32000"));
    const TemporaryFolder folder;
    const auto good = folder.write("good.xml", manifest(good_rule));
    CHECK(run_presentity({"grammar", "show", "--grammar", good}).out ==
          "category  instance  200\nnote      all       as is\n");
    const auto answer = run_presentity({"grammar", "show", "--grammar", good, "--format", "json"});
    CHECK(Json::parse(answer.out) == Json::parse(R"({"line": 2, "type": "transformation",
        "category": "note", "container": 200, "data": "none", "self": false})"));
  }

  TEST_CASE("a grammar that cannot be used is status 3") {
    const TemporaryFolder folder;
    const auto bad = folder.write("bad.xml", manifest(bad_rule));
    const auto answer = run_presentity({"grammar", "show", "--grammar", bad});
    CHECK(answer.status == 3);
    CHECK(answer.out.empty());
    CHECK(contains(answer.err, "unregistered-category"));
    CHECK(run_presentity({"grammar", "show", "--grammar", folder.path("missing")}).status == 3);
    CHECK(run_presentity({"grammar", "show", "--output", folder.path("no/out")}).status == 3);
  }
}
