// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace sequence;
using presentity::testing::check_documents;
using presentity::testing::document;
using presentity::testing::rules_of;

TEST_SUITE("sequence") {
  TEST_CASE("documents") {
    check_documents("sequence", schemas(), {document(read_order, write_order)});
  }

  TEST_CASE("is made, compared, changed and written") {
    OrderType order{.customer = "Ada", .note = {}, .item = {1, 2}, .is_gift = {true}};

    const auto text = write_order(order);
    REQUIRE(text);
    CHECK(*text == R"(<order xmlns="urn:example:sequence"><customer>Ada</customer><item>1</item>)"
                   R"(<item>2</item><isGift>true</isGift></order>)");
    const auto read = read_order(*text);
    REQUIRE(read);
    CHECK(*read == order);
    order.note = "soon";
    CHECK(*read != order);
  }

  TEST_CASE("is not written without what must be there") {
    const auto text = write_order({});

    REQUIRE_FALSE(text);
    CHECK(rules_of(text.error()) == std::vector<std::string>{"missing-element"});
  }
}
