// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <presentity/rules.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace presentity::cli::test;
using presentity::rules;

TEST_SUITE("explain") {
  TEST_CASE("describes every rule") {
    for (const auto& rule : rules()) {
      CAPTURE(std::string(rule.id));
      const auto answer = run_presentity({"explain", std::string(rule.id)});
      CHECK(answer.status == 0);
      CHECK(answer.out.starts_with(std::string(rule.id) + " ("));
      const auto text = lines(answer.out);
      CHECK(std::all_of(text.begin(), text.end(),
                        [](const std::string& line) { return line.size() <= 80; }));
    }
  }

  TEST_CASE("lists all rules without an argument") {
    const auto answer = run_presentity({"explain"});

    CHECK(answer.status == 0);
    CHECK(lines(answer.out).size() == rules().size());
    CHECK(contains(answer.out, "unknown-token"));
    CHECK(contains(answer.out, "warning"));
  }

  TEST_CASE("an unknown rule is a usage error with a suggestion") {
    const auto answer = run_presentity({"explain", "unknown-tokn"});

    CHECK(answer.status == 2);
    CHECK(answer.out.empty());
    CHECK(contains(answer.err, "unknown rule 'unknown-tokn'; did you mean 'unknown-token'?"));
  }

  TEST_CASE("speaks NDJSON") {
    const auto answer = run_presentity({"explain", "--format", "ndjson", "malformed-xml"});

    const auto object = nlohmann::json::parse(answer.out);
    CHECK(object["rule"] == "malformed-xml");
    CHECK(object["severity"] == "error");
    CHECK(object.size() == 4);
  }
}

TEST_SUITE("version") {
  TEST_CASE("--version and the command name the program, its libraries and the schemas") {
    const auto command = run_presentity({"version"});
    const auto option = run_presentity({"--version"});

    CHECK(command.status == 0);
    CHECK(option.status == 0);
    CHECK(command.out == option.out);
    for (const char* name : {"presentity ", "CLI11 ", "nlohmann-json ", "schemas "}) {
      CAPTURE(name);
      const auto text = lines(command.out);
      CHECK(std::any_of(text.begin(), text.end(),
                        [&](const std::string& line) { return line.starts_with(name); }));
    }
  }

  TEST_CASE("speaks NDJSON") {
    const auto answer = run_presentity({"version", "--format", "ndjson"});

    const auto rows = lines(answer.out);
    CHECK(rows.size() == 4);
    CHECK(nlohmann::json::parse(rows.at(0))["name"] == "presentity");
  }
}
