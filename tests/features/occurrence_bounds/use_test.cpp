// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace occurrence_bounds;
using presentity::testing::check_documents;
using presentity::testing::document;
using presentity::testing::rules_of;

TEST_SUITE("occurrence_bounds") {
  TEST_CASE("documents") {
    check_documents("occurrence_bounds", schemas(),
                    {document(read_bounds, write_bounds), document(read_nothing, write_nothing),
                     document(read_gone, write_gone)});
  }

  TEST_CASE("are checked when writing") {
    Bounds bounds{.pair = {1, 2}, .many = {}, .a_group = {{.a = 1, .b = {}}, {.a = 2, .b = 3}}};
    const auto text = write_bounds(bounds);
    REQUIRE(text);
    const auto read = read_bounds(*text);
    REQUIRE(read);
    CHECK(*read == bounds);

    bounds.pair.pop_back();
    const auto refused = write_bounds(bounds);
    REQUIRE_FALSE(refused);
    CHECK(rules_of(refused.error()) == std::vector<std::string>{"missing-element"});
  }
}
