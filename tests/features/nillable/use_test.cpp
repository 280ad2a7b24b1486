// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <presentity/nillable.hpp>

#include <doctest/doctest.h>

using namespace nillable;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("nillable") {
  TEST_CASE("documents") {
    check_documents("nillable", schemas(), {document(read_reading, write_reading)});
  }

  TEST_CASE("is a flag beside the value") {
    ReadingType reading{.value = {.value = 0, .is_nil = true}, .sensor = {}};

    const auto text = write_reading(reading);
    REQUIRE(text);
    CHECK(text->find("<value xsi:nil=\"true\"/>") != std::string::npos);
    const auto read = read_reading(*text);
    REQUIRE(read);
    CHECK(read->value.is_nil);
    reading.value = {.value = 2.5, .is_nil = false};
    CHECK(*read != reading);
    CHECK(write_reading(reading));
  }
}
