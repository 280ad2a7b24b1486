// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <presentity/raw.hpp>

#include <doctest/doctest.h>

using namespace wildcard_namespaces;
using presentity::testing::check_documents;
using presentity::testing::document;
using presentity::testing::rules_of;

TEST_SUITE("wildcard_namespaces") {
  TEST_CASE("documents") {
    check_documents("wildcard_namespaces", schemas(),
                    {document(read_box, write_box), document(read_other, write_other),
                     document(read_number, write_number)});
  }

  TEST_CASE("are checked when writing") {
    Box box;
    box.any = presentity::RawElement{"<x/>"};
    CHECK(write_box(box));

    box.any_2 = {presentity::RawElement{R"(<c xmlns="urn:c"/>)"}};
    const auto refused = write_box(box);
    REQUIRE_FALSE(refused);
    CHECK(rules_of(refused.error()) == std::vector<std::string>{"unexpected-element"});
  }
}
