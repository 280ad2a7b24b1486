// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace schema;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("no_namespace") {
  TEST_CASE("documents") {
    check_documents("no_namespace", schemas(), {document(read_list, write_list)});
  }

  TEST_CASE("is written without a default namespace") {
    const List list{.item = {ItemType{.key = presentity::QName{"urn:k", "a"}}, SubItem{.key = {}}}};

    const auto text = write_list(list);
    REQUIRE(text);
    const auto read = read_list(*text);
    REQUIRE(read);
    CHECK(*read == list);
    CHECK(text->find("xmlns=") == std::string::npos);
  }
}
