// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace union_of_like_types;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("union_of_like_types") {
  TEST_CASE("documents") {
    check_documents("union_of_like_types", schemas(), {document(read_value, write_value)});
  }

  TEST_CASE("share an alternative") {
    Value value{.any = "abc", .lists = ListOf{Bits{1, 2}}};

    const auto text = write_value(value);
    REQUIRE(text);
    const auto read = read_value(*text);
    REQUIRE(read);
    CHECK(*read == value);
    CHECK(std::get<std::string>(*read->any) == "abc");
    value.any = 4;
    CHECK(write_value(value));
  }
}
