// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <doctest/doctest.h>

using namespace presentity::cli::test;

TEST_SUITE("usage") {
  TEST_CASE("what makes no sense is status 2, with a reason on standard error") {
    struct Case {
      std::vector<std::string> arguments;
      std::string_view reason;
    };
    for (const Case& c : {
             Case{{},
                  "a command is missing: validate, roundtrip, describe, extract, preview, "
                  "containers, grammar, publish, aggregate, timeline, instance-id, generate, "
                  "schema, explain, version"},
             Case{{"schema"}, "a command is missing: list, show, export"},
             Case{{"vaildate"}, "unknown command 'vaildate'; did you mean 'validate'?"},
             Case{{"schema", "lst"}, "unknown command 'lst'; did you mean 'list'?"},
             Case{{"validate", "--strct", "a"},
                  "unknown option '--strct'; did you mean '--strict'"},
             Case{{"validate", "--bogus=1", "a"}, "unknown option '--bogus=1'"},
             Case{{"--strict", "validate", "a"}, "options stand behind the command"},
             Case{{"validate"}, "inputs is required"},
             Case{{"validate", "a", "--output"}, "--output"},
             Case{{"validate", "a", "--schema"}, "--schema"},
             Case{{"validate", "-j", "0", "a"}, "'0' is not a number from 1 to 256"},
             Case{{"validate", "-j", "-1", "a"}, "'-1' is not a number from 1 to 256"},
             Case{{"validate", "-j", "2x", "a"}, "'2x' is not a number from 1 to 256"},
             Case{{"validate", "--max-bytes", "0", "a"}, "is not a number from 1 to 4294967295"},
             Case{{"validate", "--max-bytes", "4294967296", "a"}, "is not a number from 1"},
             Case{{"validate", "--max-bytes", "99999999999999999999", "a"}, "is not a number"},
             Case{{"validate", "--format", "text", "--format", "text", "a"}, "--format"},
             Case{{"explain", "a", "b"}, "unknown argument 'b'"},
             Case{{"roundtrip"}, "inputs is required"},
             Case{{"grammar"}, "a command is missing: check, show"},
             Case{{"grammar", "check"}, "inputs is required"},
             Case{{"grammar", "show", "--format", "xml"},
                  "the format 'xml' is not available; this command has text and json"},
             Case{{"publish"}, "a value is missing"},
             Case{{"publish", "a", "--bootstrap"}, "--bootstrap publishes"},
             Case{{"publish", "a", "--instance", "4294967296"}, "is not a number from 0"},
             Case{{"publish", "a", "--expires", "0"}, "is not a number from 1"},
             Case{{"publish", "a", "--expire-type", "user", "--expires", "1"},
                  "--expires means nothing"},
             Case{{"publish", "a", "--expire-type", "never"},
                  "'never' is unknown; this version has static|user|endpoint|time"},
             Case{{"containers", "add", "a", "b@c.d", "--role", "boss"},
                  "'boss' is unknown; this version has buddy|delegate"},
         }) {
      CAPTURE(std::string(c.reason));
      const auto answer = run_presentity(c.arguments);
      CHECK(answer.status == 2);
      CHECK(answer.out.empty());
      CHECK(answer.err.starts_with("presentity: error: "));
      CHECK(contains(answer.err, c.reason));
    }
  }

  TEST_CASE("points to the help of the command in question") {
    CHECK(contains(run_presentity({"schema", "show"}).err, "See 'presentity schema show --help'."));
  }

  TEST_CASE("help is an answer") {
    const std::vector<std::vector<std::string>> commands = {
        {},          {"validate"},         {"roundtrip"}, {"schema"},  {"schema", "list"},
        {"grammar"}, {"grammar", "check"}, {"publish"},   {"explain"}, {"version"}};
    for (auto arguments : commands) {
      arguments.emplace_back("--help");
      const auto answer = run_presentity(arguments);
      CHECK(answer.status == 0);
      CHECK(contains(answer.out, "Usage: presentity"));
      CHECK(answer.err.empty());
    }
  }

  TEST_CASE("what the user typed cannot control the terminal") {
    const auto answer = run_presentity({"validate", "a", "--\x1b[31m"});

    CHECK(answer.status == 2);
    CHECK_FALSE(contains(answer.err, "\x1b"));
    CHECK(contains(answer.err, "\\u{1B}"));
  }
}
