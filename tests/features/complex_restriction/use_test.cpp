// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace complex_restriction;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("complex_restriction") {
  TEST_CASE("documents") {
    check_documents("complex_restriction", schemas(),
                    {document(read_base, write_base), document(read_narrow, write_narrow),
                     document(read_length, write_length)});
  }

  TEST_CASE("has the members that are left") {
    const BaseTypeFamily base = NarrowType{.a = 1, .x = 2};

    const auto text = write_base(base);
    REQUIRE(text);
    const auto read = read_base(*text);
    REQUIRE(read);
    CHECK(*read == base);
    CHECK(std::get<NarrowType>(*read).x == 2);
  }
}
