// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace presentity_;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("hostile_namespace") {
  TEST_CASE("documents") {
    check_documents("hostile_namespace", schemas(),
                    {document(read_box, write_box), document(read_t, write_t),
                     document(read_schemas, write_schemas)});
  }

  TEST_CASE("keeps the names of the runtime apart") {
    Box box;
    (*box.box.emplace()).decimal = Decimal::binding;
    box.value.value = ::presentity::Decimal::from_int64(1);

    const auto text = write_box(box);
    REQUIRE(text);
    const auto read = read_box(*text);
    REQUIRE(read);
    CHECK(*read == box);
  }

  TEST_CASE("keeps apart an element and a type of one name") {
    const T value{.choice = TT{.value = B{.b = 1, .other_attributes = 2}}};

    const auto text = write_t(value);
    REQUIRE(text);
    const auto read = read_t(*text);
    REQUIRE(read);
    CHECK(*read == value);
  }
}
