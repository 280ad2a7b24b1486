// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <presentity/raw.hpp>

#include <doctest/doctest.h>

using namespace mixed;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("mixed") {
  TEST_CASE("documents") { check_documents("mixed", schemas(), {document(read_text, write_text)}); }

  TEST_CASE("is one vector in the order of the document") {
    auto text = read_text(R"(<text xmlns="urn:example:mixed">a<b>c</b>d</text>)");

    REQUIRE(text);
    REQUIRE(text->content.size() == 3);
    CHECK(std::get<std::string>(text->content[0]) == "a");
    CHECK(std::get<B>(text->content[1]).value == "c");
    text->content.insert(text->content.begin(), LinkType{.to = "x"});
    text->content.push_back(presentity::RawElement{"<y xmlns=\"urn:y\"/>"});
    const auto written = write_text(*text);
    REQUIRE(written);
    CHECK(*written ==
          R"(<text xmlns="urn:example:mixed"><link to="x"/>a<b>c</b>d<y xmlns="urn:y"/></text>)");
  }
}
