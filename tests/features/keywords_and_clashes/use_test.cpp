// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace std_;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("keywords_and_clashes") {
  TEST_CASE("documents") {
    check_documents("keywords_and_clashes", schemas(), {document(read_class, write_class)});
  }

  TEST_CASE("keep each thing in its own member") {
    const Class value{.int_ = 1,
                      .foo_bar = 2,
                      .foo_bar_2 = 3,
                      .cafu00e9 = {},
                      .int_2 = 5,
                      .int_3 = 4,
                      .presentity = String::std};

    const auto text = write_class(value);
    REQUIRE(text);
    const auto read = read_class(*text);
    REQUIRE(read);
    CHECK(*read == value);
  }
}
