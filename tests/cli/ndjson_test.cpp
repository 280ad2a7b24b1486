// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace presentity::cli::test;
using nlohmann::ordered_json;

namespace {

std::vector<std::string> keys(const ordered_json& object) {
  std::vector<std::string> result;
  for (const auto& [key, value] : object.items()) result.push_back(key);
  return result;
}

std::vector<ordered_json> objects(const std::string& text) {
  std::vector<ordered_json> result;
  for (const auto& line : lines(text)) result.push_back(ordered_json::parse(line));
  return result;
}

}  // namespace

TEST_SUITE("--format ndjson") {
  TEST_CASE("has one object a document, in the pinned form") {
    const TemporaryFolder folder;
    const auto good = folder.write("a.xml", valid_state);
    const auto bad = folder.write("b.xml", invalid_state);

    const auto answer = run_presentity({"validate", "--format", "ndjson", good, bad});

    const auto documents = objects(answer.out);
    REQUIRE(documents.size() == 2);
    const std::vector<std::string> pinned = {"file", "verdict", "root", "instances", "diagnostics"};
    CHECK(keys(documents[0]) == pinned);
    CHECK(documents[0]["file"] == good);
    CHECK(documents[0]["verdict"] == "valid");
    CHECK(documents[0]["root"] == "state");
    CHECK(documents[0]["diagnostics"].empty());
    CHECK(documents[1]["verdict"] == "invalid");
    REQUIRE(documents[1]["diagnostics"].size() == 1);
    const auto& diagnostic = documents[1]["diagnostics"][0];
    CHECK(keys(diagnostic) == std::vector<std::string>{"severity", "rule", "line", "column", "path",
                                                       "message", "help"});
    CHECK(diagnostic["rule"] == "invalid-value");
    CHECK(diagnostic["line"] == 3);
    CHECK(diagnostic["path"] == "/state/availability");
  }

  TEST_CASE("names the type only where the value has one, and no instance of its own") {
    const TemporaryFolder folder;

    const auto answer =
        run_presentity({"validate", "--format", "ndjson", folder.write("a.xml", valid_state),
                        folder.write("b.xml", warned_alerts)});

    const auto documents = objects(answer.out);
    REQUIRE(documents.size() == 2);
    CHECK(documents[0]["instances"] ==
          ordered_json::parse(R"([{"category": "state", "type": "userState"}])"));
    CHECK(documents[1]["instances"] == ordered_json::parse(R"([{"category": "alerts"}])"));
  }

  TEST_CASE("says that a document is unreadable, and why") {
    const auto answer = run_presentity({"validate", "--format", "ndjson", "/nowhere/a.xml"});

    CHECK(answer.status == 3);
    const auto documents = objects(answer.out);
    REQUIRE(documents.size() == 1);
    CHECK(documents[0]["verdict"] == "unreadable");
    CHECK(documents[0]["problem"] == "cannot read: No such file or directory");
    CHECK(contains(answer.err, "/nowhere/a.xml: error: "));
  }

  TEST_CASE("is valid ASCII JSON even for hostile names") {
    const TemporaryFolder folder;
    const auto file = folder.write("\x1b[31m\"\\\xFF\xC2\x9B\xC3\xA9.xml", malformed);

    const auto answer = run_presentity({"validate", "--format", "ndjson", file});

    const auto documents = objects(answer.out);
    REQUIRE(documents.size() == 1);
    CHECK(documents[0]["file"] == folder.path("\x1b[31m\"\\\xEF\xBF\xBD\xC2\x9B\xC3\xA9.xml"));
    CHECK(std::all_of(answer.out.begin(), answer.out.end(),
                      [](char byte) { return byte == '\n' || (byte >= ' ' && byte < 0x7F); }));
  }

  TEST_CASE("formats of later versions are named as such, others are unknown") {
    for (const char* later : {"json", "sarif", "github", "junit"}) {
      CAPTURE(later);
      const auto answer = run_presentity({"validate", "--format", later, "a.xml"});
      CHECK(answer.status == 2);
      CHECK(contains(answer.err, "is not available; this command has text and ndjson"));
    }
    const auto answer = run_presentity({"validate", "--format", "ndjsn", "a.xml"});
    CHECK(answer.status == 2);
    CHECK(contains(answer.err, "unknown format 'ndjsn'"));
    CHECK(contains(answer.err, "did you mean 'ndjson'?"));
  }
}
