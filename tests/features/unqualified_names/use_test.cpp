// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace unqualified_names;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("unqualified_names") {
  TEST_CASE("documents") {
    check_documents("unqualified_names", schemas(), {document(read_point, write_point)});
  }

  TEST_CASE("keep their namespaces") {
    const Point point{.x = 1, .y = 2, .text = PointText{.z = 3}, .a = 4, .b = 5};

    const auto text = write_point(point);
    REQUIRE(text);
    const auto read = read_point(*text);
    REQUIRE(read);
    CHECK(*read == point);
  }
}
