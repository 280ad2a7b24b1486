// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <presentity/validator.hpp>

#include <doctest/doctest.h>

using namespace simple_type_replaced;
using presentity::testing::check_documents;
using presentity::testing::document;
using presentity::testing::rules_of;

TEST_SUITE("simple_type_replaced") {
  TEST_CASE("documents") {
    check_documents("simple_type_replaced", schemas(), {document(read_size, write_size)});
  }

  TEST_CASE("is not read, and it is said why") {
    constexpr std::string_view xml =
        R"(<size xmlns="urn:example:simple-type-replaced" unit="m" xsi:type="length")"
        R"( xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">1</size>)";

    CHECK(presentity::Validator(schemas()).validate(xml).verdict == presentity::Verdict::valid);
    const auto size = read_size(xml);
    REQUIRE_FALSE(size);
    CHECK(rules_of(size.error()) == std::vector<std::string>{"unsupported-type"});
  }
}
