// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace anonymous_types;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("anonymous_types") {
  TEST_CASE("documents") {
    check_documents("anonymous_types", schemas(), {document(read_form, write_form)});
  }

  TEST_CASE("have names") {
    const Form form{.field = {{.kind = FormFieldKind::date, .sizes = FormFieldSizes{1, 2}}}};

    const auto text = write_form(form);
    REQUIRE(text);
    const auto read = read_form(*text);
    REQUIRE(read);
    CHECK(*read == form);
  }
}
