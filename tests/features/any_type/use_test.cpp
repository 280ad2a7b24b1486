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

  TEST_CASE("keeps a stated type itself") {
    // Read into the same memory: what the first document had at its place must be forgotten.
    const auto& document = bindings::schema_documents().front();
    const auto memory = document.make();
    auto& note = *static_cast<Note*>(memory.get());
    const auto read = [&](std::string_view xml) {
      return presentity::binding::read_document(*document.root, xml, {}, &note).empty();
    };
    REQUIRE(read(R"(<note xmlns="urn:example:any-type"><free/><simple>s</simple></note>)"));
    note = {};
    REQUIRE(read(R"(<note xmlns="urn:example:any-type" xmlns:xs="http://www.w3.org/2001/XMLSchema")"
                 R"( xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">)"
                 R"(<free xsi:type="xs:anyType"/></note>)"));
    CHECK(note.free.xml.find(R"(xsi:type="xs:anyType")") != std::string::npos);
    CHECK(note.spellings.empty());
  }
}
