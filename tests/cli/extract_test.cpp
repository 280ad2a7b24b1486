// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

using namespace presentity::cli::test;

namespace {

const std::string mixed = PRESENTITY_SAMPLES "/logs/mixed.log";

std::vector<std::string> fields_of(const Answer& answer, const std::string& name) {
  std::vector<std::string> values;
  for (const auto& line : lines(answer.out)) {
    values.push_back(nlohmann::json::parse(line)[name].get<std::string>());
  }
  return values;
}

}  // namespace

TEST_SUITE("extract") {
  TEST_CASE("finds the documents of a log in every form") {
    const auto answer = run_presentity({"extract", "--format", "ndjson", mixed});
    CHECK(answer.status == 0);
    CHECK(fields_of(answer, "root") ==
          std::vector<std::string>{"categories", "categories", "publish", "state", "note",
                                   "contactCard", "contactCard", "contactCard"});
    CHECK(fields_of(answer, "form") == std::vector<std::string>{"plain", "plain", "plain",
                                                                "escaped", "literal", "literal",
                                                                "quoted", "quoted"});
    CHECK(fields_of(answer, "time") ==
          std::vector<std::string>{"10/28/2009|13:11:55.123", "2016-09-28T10:00:01.000000Z",
                                   "09/28/2016-10:00:02.250.000012", "", "", "", "", ""});
    const auto first = nlohmann::json::parse(lines(answer.out).at(0));
    CHECK(first["line"] == 13);
    CHECK(first["column"] == 1);
    CHECK(contains(answer.err, ": warning: the log has only a part of 'categories'"));
    CHECK(contains(answer.err, "8 documents in 3 SIP messages and around them"));
  }

  TEST_CASE("says in text where each document was, and prints it") {
    const auto answer = run_presentity({"extract", mixed});
    const auto rows = lines(answer.out);
    REQUIRE(rows.size() > 2);
    CHECK(contains(rows[0], "mixed.log:13:1: categories, 10/28/2009|13:11:55.123, NOTIFY sip:"));
    CHECK(rows[1].starts_with("<categories xmlns="));
  }

  TEST_CASE("writes files that other commands read") {
    const TemporaryFolder folder;
    const auto found = folder.path("found");
    const auto answer = run_presentity({"extract", "--folder", found, mixed});
    CHECK(answer.status == 0);
    CHECK(contains(answer.out, "0003-publish.xml"));
    CHECK_FALSE(contains(answer.out, "<publish"));
    const auto checked = run_presentity({"validate", found});
    CHECK(checked.status == 0);
    CHECK(contains(checked.err, "8 documents: 8 valid"));

    const auto again = run_presentity({"extract", "--folder", found, mixed});
    CHECK(again.status == 3);
    CHECK(contains(again.err, "exists; nothing was written"));
  }

  TEST_CASE("with --redact no name, address or number of the log is left") {
    constexpr std::array<std::string_view, 12> secrets{
        "mary",     "north",      "oliver",   "lee",    "contoso",    "fabrikam",
        "555-0123", "4255550123", "192.0.2.", "3f2b9c", "0123456789", "pool01"};
    for (const auto* const format : {"text", "ndjson"}) {
      const auto answer = run_presentity({"extract", "--redact", "--format", format, mixed});
      CHECK(answer.status == 0);
      auto text = answer.out;
      // The names of files and of schemas are not those of people.
      for (std::size_t at = 0; (at = text.find(mixed)) != std::string::npos;) {
        text.erase(at, mixed.size());
      }
      std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
      for (const auto secret : secrets) {
        CAPTURE(secret);
        CHECK_FALSE(contains(text, secret));
      }
    }
    const TemporaryFolder folder;
    REQUIRE(run_presentity({"extract", "--redact", "--folder", folder.path("x"), mixed}).status ==
            0);
    CHECK(run_presentity({"validate", folder.path("x")}).status == 0);
  }

  TEST_CASE("replaces the same by the same in all documents of a run") {
    const auto answer = run_presentity({"extract", "--redact", "--format", "ndjson", mixed});
    const auto from = fields_of(answer, "from");
    CHECK(from[0] == "<sip:user1@domain1.example>");
    CHECK(from[2] == from[0]);
    CHECK(from[1] != from[0]);
  }

  TEST_CASE("reads standard input, and says what it cannot read or write") {
    const auto answer = run_presentity({"extract", "-"}, {.input = "x"});
    CHECK(answer.status == 1);
    CHECK(answer.out.empty());
    CHECK(contains(answer.err, "-:1:1: error: there is no document in this log [no-document]"));
    CHECK(contains(answer.err, "0 documents in 0 SIP messages"));
    CHECK(run_presentity({"extract"}).status == 2);
    const auto missing = run_presentity({"extract", "/no/such.log"});
    CHECK(missing.status == 3);
    CHECK(contains(missing.err, "/no/such.log"));
    const TemporaryFolder folder;
    const auto file = folder.write("file", "");
    CHECK(run_presentity({"extract", "--folder", file + "/x", mixed}).status == 3);
  }
}
