// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace extension_family;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("extension_family") {
  TEST_CASE("documents") {
    check_documents("extension_family", schemas(),
                    {document(read_shape, write_shape), document(read_drawing, write_drawing)});
  }

  TEST_CASE("tells types apart by xsi:type") {
    const Drawing drawing{
        .part = {Circle{.radius = 1, .label = {}}, Square{.side = 2, .label = "s"}}};

    const auto text = write_drawing(drawing);
    REQUIRE(text);
    CHECK(*text ==
          R"(<drawing xmlns="urn:example:extension-family")"
          R"( xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><part xsi:type="circle")"
          R"( radius="1"/><part xsi:type="square" side="2" label="s"/></drawing>)");
    const auto read = read_drawing(*text);
    REQUIRE(read);
    CHECK(*read == drawing);
  }
}
