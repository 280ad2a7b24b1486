// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace time_;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("hostile_names") {
  TEST_CASE("documents") {
    check_documents("hostile_names", schemas(), {document(read_ru00f6ot_1_2, write_ru00f6ot_1_2)});
  }

  TEST_CASE("are spelled in ASCII") {
    Ru00f6ot12 value;
    value.u540du524d = "\u5c71";
    value.a_b_c = 1;
    value.a_b_c_2 = 2;
    value.kind = Kind::u003fu0022u005c;

    const auto text = write_ru00f6ot_1_2(value);
    REQUIRE(text);
    const auto read = read_ru00f6ot_1_2(*text);
    REQUIRE(read);
    CHECK(*read == value);
  }
}
