// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace chameleon_include;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("chameleon_include") {
  TEST_CASE("documents") {
    check_documents("chameleon_include", schemas(), {document(read_person, write_person)});
  }

  TEST_CASE("has the namespace of the includer") {
    const PersonType person{.name = "Ada", .home = common::AddressType{.city = "B"}};

    const auto text = write_person(person);
    REQUIRE(text);
    CHECK(
        *text ==
        R"(<person xmlns="urn:example:chameleon-include"><name>Ada</name><home city="B"/></person>)");
  }
}
