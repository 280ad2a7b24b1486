// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <doctest/doctest.h>

using namespace presentity::cli::test;

TEST_SUITE("--strict and --max-bytes") {
  TEST_CASE("--strict makes an error of a warning and changes the verdict") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.xml", warned_alerts);

    const auto text = run_presentity({"validate", "--strict", file});
    const auto json = run_presentity({"validate", "--strict", "--format", "ndjson", file});

    CHECK(text.status == 1);
    CHECK(contains(text.out, ": error: "));
    CHECK_FALSE(contains(text.out, ": warning: "));
    CHECK(json.status == 1);
    CHECK(contains(json.out, R"("verdict":"invalid")"));
    CHECK_FALSE(contains(json.out, R"("severity":"warning")"));
  }

  TEST_CASE("--strict leaves a document without warnings valid") {
    const TemporaryFolder folder;

    CHECK(run_presentity({"validate", "--strict", folder.write("a.xml", valid_state)}).status == 0);
  }

  TEST_CASE("a document over the limit is malformed, one of the limit's size is not") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.xml", valid_state);
    const auto size = valid_state.size();

    const auto over = run_presentity({"validate", "--max-bytes", std::to_string(size - 1), file});
    const auto at = run_presentity({"validate", "--max-bytes", std::to_string(size), file});

    CHECK(over.status == 1);
    CHECK(contains(over.out, "[limit-exceeded]"));
    CHECK(contains(over.err, "1 malformed"));
    CHECK(at.status == 0);
  }

  TEST_CASE("the limit holds for standard input") {
    const auto answer =
        run_presentity({"validate", "--max-bytes", "20", "-"}, {.input = valid_state});

    CHECK(answer.status == 1);
    CHECK(contains(answer.out, "[limit-exceeded]"));
  }
}
