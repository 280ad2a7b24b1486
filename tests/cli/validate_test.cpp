// SPDX-License-Identifier: MIT
#include "cli/run.hpp"
#include "support.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace presentity::cli::test;

TEST_SUITE("validate") {
  TEST_CASE("prints nothing but the summary for a valid document") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.xml", valid_state);

    const auto answer = run_presentity({"validate", file});

    CHECK(answer.status == 0);
    CHECK(answer.out.empty());
    CHECK(answer.err == "1 document: 1 valid\n");
  }

  TEST_CASE("prints the place, the severity, the rule and the path of an error") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.xml", invalid_state);

    const auto answer = run_presentity({"validate", file});

    CHECK(answer.status == 1);
    CHECK(answer.out.starts_with(file + ":3:"));
    CHECK(contains(answer.out, ": error: "));
    CHECK(contains(answer.out, " [invalid-value]\n    at /state/availability (category state)\n"));
    CHECK(answer.err.starts_with("1 document: 1 invalid; 1 error, 0 warnings"));
  }

  TEST_CASE("a malformed document is a finding") {
    const TemporaryFolder folder;

    const auto answer = run_presentity({"validate", folder.write("a.xml", malformed)});

    CHECK(answer.status == 1);
    CHECK(contains(answer.out, "[malformed-xml]"));
  }

  TEST_CASE("a warning is shown and does not make the document invalid") {
    const TemporaryFolder folder;

    const auto answer = run_presentity({"validate", folder.write("a.xml", warned_alerts)});

    CHECK(answer.status == 0);
    CHECK(contains(answer.out, ": warning: "));
    CHECK(contains(answer.out, "[unknown-token]"));
  }

  TEST_CASE("-v names valid documents and what is in them") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.xml", valid_state);

    const auto answer = run_presentity({"validate", "-v", file});

    CHECK(answer.out == file + ": valid (state)\n    state type userState\n");
  }

  TEST_CASE("-q leaves out the summary, not the findings") {
    const TemporaryFolder folder;

    const auto answer = run_presentity({"validate", "-q", folder.write("a.xml", invalid_state)});

    CHECK(answer.err.empty());
    CHECK(contains(answer.out, "[invalid-value]"));
  }

  TEST_CASE("a missing document is a failure, and the others are still checked") {
    const TemporaryFolder folder;
    const auto missing = folder.path("missing.xml");

    const auto answer = run_presentity({"validate", missing, folder.write("b.xml", invalid_state)});

    CHECK(answer.status == 3);
    CHECK(contains(answer.out, "[invalid-value]"));
    CHECK(contains(answer.err, missing + ": error: cannot read: No such file or directory\n"));
    CHECK(contains(answer.err, "2 documents: 1 invalid, 1 unreadable"));
  }

  TEST_CASE("results come in the order of the inputs, whatever the number of threads") {
    const TemporaryFolder folder;
    std::vector<std::string> arguments = {"validate", "--format", "ndjson"};
    for (int i = 0; i < 60; ++i) {
      const auto& text = i % 3 == 0 ? valid_state : i % 3 == 1 ? invalid_state : malformed;
      arguments.push_back(folder.write(std::to_string(i) + ".xml", text));
    }
    auto parallel = arguments;
    arguments.insert(arguments.end(), {"-j", "1"});
    parallel.insert(parallel.end(), {"-j", "7"});

    const auto one = run_presentity(arguments);
    const auto seven = run_presentity(parallel);

    CHECK(lines(one.out).size() == 60);
    CHECK(one.out == seven.out);
    CHECK(one.status == 1);
    CHECK(seven.status == 1);
  }

  TEST_CASE("--engine xerces leaves the verdict to Xerces") {
    const TemporaryFolder folder;
    const auto good = folder.write("good.xml", valid_state);
    const auto bad = folder.write("bad.xml", invalid_state);

    CHECK(run_presentity({"validate", "--engine", "xerces", good}).status == 0);
    const auto answer = run_presentity({"validate", "--engine", "xerces", bad});
    CHECK(answer.status == 1);
    CHECK(contains(answer.out, "bad.xml:3:3: error: "));
    CHECK(contains(answer.out, "[schema-violation]"));
    CHECK(contains(run_presentity({"validate", "--engine", "native", bad}).out, "[invalid-value]"));
  }

  TEST_CASE("refuses an engine that there is not") {
    const auto answer = run_presentity({"validate", "--engine", "fast", "a.xml"});

    CHECK(answer.status == 2);
    CHECK(contains(answer.err, "'fast' is unknown; this version has native|xerces"));
  }

  TEST_CASE("leaves to a second program what this one cannot do, before anything is read") {
    const auto is_delegated = [](std::vector<std::string> arguments) {
      std::istringstream in("<state>");
      std::ostringstream out;
      const auto status = presentity::cli::run(arguments, {.in = in, .out = out, .err = out},
                                               {.can_delegate = true});
      CHECK((status || (out.str().empty() && in.tellg() == 0)));
      return !status;
    };

    CHECK(is_delegated({"validate", "--schema", "a.xsd", "-"}));
    CHECK(is_delegated({"validate", "--engine", "xerces", "-"}));
    CHECK(is_delegated({"roundtrip", "-"}));
    CHECK_FALSE(is_delegated({"validate", "-"}));
    CHECK_FALSE(is_delegated({"validate", "--schema"}));
    CHECK_FALSE(is_delegated({"schema", "list"}));
  }
}
