// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace list_facets;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("list_facets") {
  TEST_CASE("documents") {
    check_documents("list_facets", schemas(), {document(read_row, write_row)});
  }

  TEST_CASE("count items") {
    Row row{.three = Numbers{1, 2, 3}, .pair = presentity::List<std::string>{"a", "b"}};
    const auto text = write_row(row);
    REQUIRE(text);
    const auto read = read_row(*text);
    REQUIRE(read);
    CHECK(*read == row);

    row.three->pop_back();
    CHECK_FALSE(write_row(row));
  }
}
