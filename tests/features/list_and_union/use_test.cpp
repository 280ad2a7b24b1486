// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace list_and_union;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("list_and_union") {
  TEST_CASE("documents") {
    check_documents("list_and_union", schemas(), {document(read_plan, write_plan)});
  }

  TEST_CASE("are a list and a variant") {
    const PlanType plan{.days = Days{Day::friday, Day::monday}, .first = 7, .words = "x"};

    const auto text = write_plan(plan);
    REQUIRE(text);
    CHECK(*text ==
          R"(<plan xmlns="urn:example:list-and-union" days="Friday Monday" first="7" words="x"/>)");
    const auto read = read_plan(*text);
    REQUIRE(read);
    CHECK(*read == plan);
    CHECK(std::get<std::int32_t>(*read->first) == 7);
  }
}
