// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace nested_groups;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("nested_groups") {
  TEST_CASE("documents") {
    check_documents("nested_groups", schemas(), {document(read_page, write_page)});
  }

  TEST_CASE("are structs in a variant") {
    Page page;
    page.choice.push_back(Line{.value = "l"});
    page.choice.push_back(TermGroup{.term = "t", .meaning = {"m", "n"}});
    page.choice.push_back(FromGroup{.from = 1, .via_group = {{.via = 2, .by = 3}}, .to = 4});

    const auto text = write_page(page);
    REQUIRE(text);
    const auto read = read_page(*text);
    REQUIRE(read);
    CHECK(*read == page);
  }
}
