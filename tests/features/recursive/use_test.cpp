// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace recursive;
using presentity::testing::check_documents;
using presentity::testing::document;
using presentity::testing::rules_of;

TEST_SUITE("recursive") {
  TEST_CASE("documents") {
    check_documents("recursive", schemas(), {document(read_folder, write_folder)});
  }

  TEST_CASE("holds itself as deep as one likes") {
    FolderType folder;
    folder.choice = None{};
    for (int i = 0; i < 100; ++i) {
      FolderType outer;
      outer.link.emplace(std::move(folder));
      outer.choice = None{.value = std::to_string(i)};
      folder = std::move(outer);
    }

    const auto text = write_folder(folder);
    REQUIRE(text);
    const auto read = read_folder(*text);
    REQUIRE(read);
    CHECK(*read == folder);
    CHECK(std::get<None>((*read->link)->choice).value == "98");
  }

  TEST_CASE("is refused where it is too deep to read or to write") {
    std::string text = "<folder xmlns=\"urn:example:recursive\">";
    for (int i = 0; i < 10'000; ++i) text += "<folder>";
    const auto read = read_folder(text);
    REQUIRE_FALSE(read);
    CHECK(rules_of(read.error()) == std::vector<std::string>{"limit-exceeded"});

    FolderType folder;
    auto* inner = &folder;
    for (int i = 0; i < 10'000; ++i) inner = &inner->folder.emplace_back();
    const auto written = write_folder(folder);
    REQUIRE_FALSE(written);
    CHECK(rules_of(written.error()) == std::vector<std::string>{"limit-exceeded"});
  }
}
