// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace built_in_types;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("built_in_types") {
  TEST_CASE("documents") {
    check_documents("built_in_types", schemas(), {document(read_value, write_value)});
  }

  TEST_CASE("are C++ types with all of their values") {
    Value value;
    value.boolean = false;
    value.unsigned_long = ~std::uint64_t{0};
    value.integer = *presentity::parse_integer("123456789012345678901234567890");
    value.nmtokens = presentity::List<std::string>{"a", "b"};
    value.q_name = presentity::QName{"urn:q", "name"};
    value.g_month = presentity::GMonth{};

    const auto text = write_value(value);
    REQUIRE(text);
    const auto read = read_value(*text);
    REQUIRE(read);
    CHECK(*read == value);
  }

  TEST_CASE("are written as they were read") {
    const std::string xml =
        R"(<value xmlns="urn:example:built-in-types" boolean="1" decimal="01.50" duration="PT60M"/>)";
    const auto value = read_value(xml);

    REQUIRE(value);
    const auto text = write_value(*value);
    REQUIRE(text);
    CHECK(*text == xml);
  }
}
