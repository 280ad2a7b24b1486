// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <presentity/raw.hpp>

#include <doctest/doctest.h>

using namespace attributes;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("attributes") {
  TEST_CASE("documents") {
    check_documents("attributes", schemas(), {document(read_picture, write_picture)});
  }

  TEST_CASE("are members; a default is never added") {
    const auto picture =
        read_picture(R"(<picture xmlns="urn:example:attributes" width="1" height="2" by="me"/>)");

    REQUIRE(picture);
    CHECK(picture->width == 1);
    CHECK_FALSE(picture->format.has_value());
    REQUIRE(picture->other_attributes.size() == 1);
    CHECK(picture->other_attributes[0] == presentity::RawAttribute{{"", "by"}, "me"});
  }

  TEST_CASE("keep their namespaces") {
    PictureType picture{.width = 1, .height = 2, .format = "png", .other_attributes = {}};
    picture.other_attributes.push_back({{"urn:m", "by"}, "<me>"});

    const auto text = write_picture(picture);
    REQUIRE(text);
    const auto read = read_picture(*text);
    REQUIRE(read);
    CHECK(*read == picture);
  }
}
