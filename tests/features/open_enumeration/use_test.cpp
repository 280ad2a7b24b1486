// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace open_enumeration;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("open_enumeration") {
  TEST_CASE("documents") {
    check_documents("open_enumeration", schemas(), {document(read_device, write_device)});
  }

  TEST_CASE("is an enumerator or another token") {
    auto device = read_device(R"(<device xmlns="urn:example:open-enumeration">watch</device>)");

    REQUIRE(device);
    CHECK_FALSE(device->is_known());
    CHECK(device->text() == "watch");
    device = DeviceName(DeviceEnum::mobile);
    CHECK(device->known() == DeviceEnum::mobile);
    const auto text = write_device(*device);
    REQUIRE(text);
    CHECK(*text == R"(<device xmlns="urn:example:open-enumeration">mobile</device>)");
  }
}
