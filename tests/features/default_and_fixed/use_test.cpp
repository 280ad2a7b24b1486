// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace default_and_fixed;
using presentity::testing::check_documents;
using presentity::testing::document;
using presentity::testing::rules_of;

TEST_SUITE("default_and_fixed") {
  TEST_CASE("documents") {
    check_documents("default_and_fixed", schemas(), {document(read_settings, write_settings)});
  }

  TEST_CASE("is the value of an empty element, never of an absent one") {
    const auto settings =
        read_settings(R"(<settings xmlns="urn:example:default-and-fixed"><level/></settings>)");

    REQUIRE(settings);
    CHECK(settings->level == 3);
    CHECK_FALSE(settings->mode.has_value());
    CHECK_FALSE(settings->unit.has_value());
  }

  TEST_CASE("is checked when writing") {
    const auto refused = write_settings({.level = 1, .unit = "km", .mode = {}, .version = {}});

    REQUIRE_FALSE(refused);
    CHECK(rules_of(refused.error()) == std::vector<std::string>{"invalid-value"});
  }
}
