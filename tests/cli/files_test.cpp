// SPDX-License-Identifier: MIT
#include "cli/files.hpp"

#include "support.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace presentity::cli::test;
using presentity::cli::PendingFile;
using presentity::cli::read_file;
using presentity::cli::read_stream;
using presentity::cli::write_file;

TEST_SUITE("files") {
  TEST_CASE("reads no more than asked") {
    const TemporaryFolder folder;
    const std::string text(200'000, 'x');
    const auto file = folder.write("a", text);
    std::istringstream stream(text);

    CHECK(read_file(file, 200'001)->size() == 200'000);
    CHECK(read_file(file, 150'000)->size() == 150'000);
    CHECK(read_file(file, 0)->empty());
    CHECK(read_stream(stream, 150'000)->size() == 150'000);
    CHECK(read_stream(stream, 150'000)->size() == 50'000);
  }

  TEST_CASE("says why a file cannot be read") {
    const TemporaryFolder folder;

    CHECK(read_file(folder.path("a"), 1).error() == "No such file or directory");
    CHECK(read_file(folder.path(), 1).error() == "Is a directory");
    CHECK_FALSE(read_file(std::string("/dev/null\0x", 11), 1));
  }

  TEST_CASE("a pending file that is not committed was never there") {
    const TemporaryFolder folder;
    const auto target = folder.write("a", "old");
    {
      auto file = PendingFile::create(target);
      REQUIRE(file);
      file->stream() << "new";
    }

    CHECK(text_of(target) == "old");
    CHECK(folder.names() == std::vector<std::string>{"a"});
  }

  TEST_CASE("a committed file is whole") {
    const TemporaryFolder folder;
    const std::string text(300'000, 'y');

    CHECK(write_file(folder.path("a"), text).empty());
    CHECK(text_of(folder.path("a")) == text);
    CHECK(folder.names() == std::vector<std::string>{"a"});
  }

  TEST_CASE("a name as long as names can be is no obstacle") {
    const TemporaryFolder folder;
    const std::string name(255, 'n');

    CHECK(write_file(folder.path(name), "text").empty());
    CHECK(text_of(folder.path(name)) == "text");
  }
}
