// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace choice;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("choice") {
  TEST_CASE("documents") {
    check_documents("choice", schemas(), {document(read_payment, write_payment)});
  }

  TEST_CASE("is a variant") {
    auto payment = read_payment(
        R"(<payment xmlns="urn:example:choice"><bank>B</bank><account>1</account></payment>)");

    REQUIRE(payment);
    REQUIRE(payment->choice.has_value());
    CHECK(std::get<BankGroup>(*payment->choice) == BankGroup{.bank = "B", .account = "1"});
    payment->choice = CardType{.number = "42"};
    const auto text = write_payment(*payment);
    REQUIRE(text);
    CHECK(*text == R"(<payment xmlns="urn:example:choice"><card number="42"/></payment>)");
  }
}
