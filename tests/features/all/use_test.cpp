// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace all;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("all") {
  TEST_CASE("documents") { check_documents("all", schemas(), {document(read_size, write_size)}); }

  TEST_CASE("is written in the order of the schema") {
    const auto size =
        read_size(R"(<size xmlns="urn:example:all"><height>2</height><width>1</width></size>)");

    REQUIRE(size);
    CHECK(*size == SizeType{.width = 1, .height = 2});
    const auto text = write_size(*size);
    REQUIRE(text);
    CHECK(*text == R"(<size xmlns="urn:example:all"><width>1</width><height>2</height></size>)");
  }
}
