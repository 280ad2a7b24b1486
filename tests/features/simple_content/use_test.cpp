// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace simple_content;
using presentity::testing::check_documents;
using presentity::testing::document;
using presentity::testing::rules_of;

TEST_SUITE("simple_content") {
  TEST_CASE("documents") {
    check_documents("simple_content", schemas(), {document(read_price, write_price)});
  }

  TEST_CASE("is a member called value") {
    PriceType price{.value = *presentity::parse_decimal("12.50"), .currency = "EUR"};

    const auto text = write_price(price);
    REQUIRE(text);
    CHECK(*text == R"(<price xmlns="urn:example:simple-content" currency="EUR">12.50</price>)");
    price.value = *presentity::parse_decimal("-1");
    const auto refused = write_price(price);
    REQUIRE_FALSE(refused);
    CHECK(rules_of(refused.error()) == std::vector<std::string>{"invalid-value"});
  }
}
