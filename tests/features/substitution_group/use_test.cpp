// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace substitution_group;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("substitution_group") {
  TEST_CASE("documents") {
    check_documents("substitution_group", schemas(),
                    {document(read_zoo, write_zoo), document(read_cat, write_cat),
                     document(read_dog, write_dog)});
  }

  TEST_CASE("is a variant of its members") {
    const Zoo zoo{.animal = {Dog{.value = "Rex"}, Cat{.value = "Tom"}}};

    const auto text = write_zoo(zoo);
    REQUIRE(text);
    CHECK(*text ==
          R"(<zoo xmlns="urn:example:substitution-group"><dog>Rex</dog><cat>Tom</cat></zoo>)");
    const auto read = read_zoo(*text);
    REQUIRE(read);
    CHECK(*read == zoo);
  }
}
