// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace facets;
using presentity::testing::check_documents;
using presentity::testing::document;
using presentity::testing::rules_of;

TEST_SUITE("facets") {
  TEST_CASE("documents") {
    check_documents("facets", schemas(), {document(read_value, write_value)});
  }

  TEST_CASE("are checked when reading and when writing") {
    ValueType value{
        .code = "ABC", .name = {}, .percent = 100, .share = {}, .price = {}, .size = {}};
    CHECK(write_value(value));

    value.percent = 101;
    const auto refused = write_value(value);
    REQUIRE_FALSE(refused);
    CHECK(rules_of(refused.error()) == std::vector<std::string>{"invalid-value"});
  }
}
