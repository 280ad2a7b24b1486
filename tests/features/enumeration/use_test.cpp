// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace enumeration;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("enumeration") {
  TEST_CASE("documents") {
    check_documents("enumeration", schemas(), {document(read_paint, write_paint)});
  }

  TEST_CASE("is an enum with its tokens") {
    const auto paint = read_paint(R"(<paint xmlns="urn:example:enumeration" color="light-blue"/>)");

    REQUIRE(paint);
    CHECK(*paint == PaintType{.color = Color::light_blue, .gloss = {}});
    CHECK(to_string(Color::value_42) == "42");
    CHECK(presentity::from_token<Color>("default") == Color::default_);
    const auto text = write_paint({.color = Color::red, .gloss = PaintTypeGloss::matt});
    REQUIRE(text);
    CHECK(*text == R"(<paint xmlns="urn:example:enumeration" color="red" gloss="matt"/>)");
  }
}
