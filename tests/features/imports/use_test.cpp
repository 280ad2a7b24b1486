// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace imports;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("imports") {
  TEST_CASE("documents") {
    check_documents("imports", schemas(), {document(read_letter, write_letter)});
  }

  TEST_CASE("has parts of two namespaces") {
    const Letter letter{.line = {"a"}, .stamp = 1, .to = imported::Party::you, .weight = 20};

    const auto text = write_letter(letter);
    REQUIRE(text);
    CHECK(*text ==
          R"(<letter xmlns="urn:example:imports" xmlns:n1="urn:example:imported" n1:weight="20">)"
          R"(<n1:line>a</n1:line><n1:stamp>1</n1:stamp><to>you</to></letter>)");
    const auto read = read_letter(*text);
    REQUIRE(read);
    CHECK(*read == letter);
  }
}
