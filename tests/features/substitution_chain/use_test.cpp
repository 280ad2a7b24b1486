// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace substitution_chain;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("substitution_chain") {
  TEST_CASE("documents") {
    check_documents("substitution_chain", schemas(),
                    {document(read_list, write_list), document(read_item, write_item)});
  }

  TEST_CASE("is a variant of all that may stand there") {
    List list;
    list.item.emplace_back(ItemType{.text = "a"});
    list.item.emplace_back(Chore{.value = {.due = {}, .text = "b"}});
    list.item.emplace_back(ItemTaskType{.value = {.due = {}, .text = "c"}});

    const auto text = write_list(list);
    REQUIRE(text);
    const auto read = read_list(*text);
    REQUIRE(read);
    CHECK(*read == list);
  }
}
