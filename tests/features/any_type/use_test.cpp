// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace any_type;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("any_type") {
  TEST_CASE("documents") {
    check_documents("any_type", schemas(), {document(read_note, write_note)});
  }

  TEST_CASE("is kept as XML") {
    const Note note{.free = {R"(<free xmlns="urn:example:any-type">a<b/></free>)"},
                    .untyped = {},
                    .simple = "s"};

    const auto text = write_note(note);
    REQUIRE(text);
    const auto read = read_note(*text);
    REQUIRE(read);
    CHECK(*read == note);
  }
}
