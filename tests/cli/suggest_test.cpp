// SPDX-License-Identifier: MIT
#include "cli/suggest.hpp"

#include <doctest/doctest.h>

using presentity::cli::closest;
using presentity::cli::did_you_mean;

TEST_SUITE("suggestions") {
  TEST_CASE("name the nearest, or nothing") {
    const std::vector<std::string_view> names = {"validate", "roundtrip", "version", "schema"};

    CHECK(closest("validat", names) == "validate");
    CHECK(closest("vaildate", names) == "validate");
    CHECK(closest("Schema", names) == "schema");
    CHECK(closest("generate", names).empty());
    CHECK(closest("", names).empty());
    CHECK(closest(std::string(1000, 'a'), names).empty());
    CHECK(closest("x", {}).empty());
  }

  TEST_CASE("are worded as a question") {
    CHECK(did_you_mean("schma", {"schema"}) == "; did you mean 'schema'?");
    CHECK(did_you_mean("qqqqq", {"schema"}).empty());
  }
}
