// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace hostile_keywords;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("hostile_keywords") {
  TEST_CASE("documents") {
    check_documents("hostile_keywords", schemas(),
                    {document(read_all, write_all), document(read_class, write_class),
                     document(read_namespace, write_namespace)});
  }

  TEST_CASE("are members with an underscore") {
    All all;
    all.class_ = 1;
    all.while_ = 2;
    all.choice = {And{.value = 3}};

    const auto text = write_all(all);
    REQUIRE(text);
    const auto read = read_all(*text);
    REQUIRE(read);
    CHECK(*read == all);
  }
}
