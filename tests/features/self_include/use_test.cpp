// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace self_include;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("self_include") {
  TEST_CASE("documents") {
    check_documents("self_include", schemas(), {document(read_self, write_self)});
  }

  TEST_CASE("is a type like any other") {
    Self self;
    self.self.emplace();

    const auto text = write_self(self);
    REQUIRE(text);
    const auto read = read_self(*text);
    REQUIRE(read);
    CHECK(*read == self);
  }
}
