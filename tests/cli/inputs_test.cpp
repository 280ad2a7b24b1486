// SPDX-License-Identifier: MIT
#include "cli/inputs.hpp"

#include "support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using namespace presentity::cli::test;
using presentity::cli::expand_inputs;
using presentity::cli::Inputs;

namespace {

std::vector<std::string> paths(const std::vector<std::string>& arguments) {
  const auto inputs = expand_inputs(arguments, false);
  REQUIRE(inputs);
  std::vector<std::string> result;
  for (const auto& document : inputs->documents) result.push_back(document.path);
  return result;
}

}  // namespace

TEST_SUITE("inputs") {
  TEST_CASE("a folder stands for every *.xml below, in byte order of the path") {
    const TemporaryFolder folder;
    for (const char* name : {"b.xml", "a/z.xml", "a.xml", "B.xml", "a/b/c.xml", "\xC3\xA9.xml",
                             "a/no.txt", "xml", "c.XML", ".xml"}) {
      folder.write(name, valid_state);
    }
    std::filesystem::create_directory(folder.path("d.xml"));

    const std::vector<std::string> expected = {folder.path(".xml"),        folder.path("B.xml"),
                                               folder.path("a.xml"),       folder.path("a/b/c.xml"),
                                               folder.path("a/z.xml"),     folder.path("b.xml"),
                                               folder.path("\xC3\xA9.xml")};
    CHECK(paths({folder.path()}) == expected);
  }

  TEST_CASE("paths are printed as given") {
    const TemporaryFolder folder;
    folder.write("a.xml", valid_state);

    CHECK(paths({folder.path() + "/"}) == std::vector{folder.path() + "/a.xml"});
    CHECK(paths({folder.path() + "/./a.xml"}) == std::vector{folder.path() + "/./a.xml"});
  }

  TEST_CASE("the order of the arguments is kept, and so are repetitions") {
    CHECK(paths({"z", "a", "z"}) == std::vector<std::string>{"z", "a", "z"});
  }

  TEST_CASE("@file names inputs, one a line") {
    const TemporaryFolder folder;
    folder.write("d/b.xml", valid_state);
    const auto list = folder.write("list", "one.xml\r\n\n" + folder.path("d") + "\n@two\n-");

    CHECK(paths({"@" + list}) ==
          std::vector<std::string>{"one.xml", folder.path("d/b.xml"), "@two", "-"});
  }

  TEST_CASE("a list that cannot be read is a failure") {
    const auto answer = run_presentity({"validate", "@/nowhere/list"});

    CHECK(answer.status == 3);
    CHECK(contains(answer.err, "@/nowhere/list: error: cannot read"));
  }

  TEST_CASE("a folder or list without documents gives a note") {
    const TemporaryFolder folder;
    const auto list = folder.write("list", "\n");

    const auto answer = run_presentity({"validate", folder.path(), "@" + list});

    CHECK(answer.status == 0);
    CHECK(contains(answer.err, "note: " + folder.path() + ": no *.xml in this folder\n"));
    CHECK(contains(answer.err, "note: @" + list + ": names no document\n"));
    CHECK_FALSE(contains(run_presentity({"validate", "-q", folder.path()}).err, "note"));
  }

  TEST_CASE("a dangling link is unreadable, not ignored; a link to a folder is not followed") {
    const TemporaryFolder folder;
    std::filesystem::create_symlink("nowhere", folder.path("a.xml"));
    std::filesystem::create_directory_symlink(folder.path(), folder.path("loop"));

    const auto answer = run_presentity({"validate", folder.path()});

    CHECK(answer.status == 3);
    CHECK(contains(answer.err, "1 document: 1 unreadable"));
  }

  TEST_CASE("standard input is '-', and is read only once") {
    const auto answer = run_presentity({"validate", "-"}, {.input = malformed});
    CHECK(answer.status == 1);
    CHECK(answer.out.starts_with("-:1:"));

    CHECK(run_presentity({"validate", "-", "-"}, {.input = valid_state}).status == 2);
  }

  TEST_CASE("one file is a single document; a folder or a list is not") {
    const TemporaryFolder folder;
    folder.write("a.xml", valid_state);
    const auto list = folder.write("list", "a.xml");
    const auto is_single = [](const std::vector<std::string>& arguments) {
      return expand_inputs(arguments, false)->is_single_document;
    };

    CHECK(is_single({folder.path("a.xml")}));
    CHECK(is_single({"-"}));
    CHECK_FALSE(is_single({folder.path()}));
    CHECK_FALSE(is_single({"@" + list}));
    CHECK_FALSE(is_single({"a.xml", "b.xml"}));
  }

  TEST_CASE("odd file names are names, not options, lists or commands") {
    const TemporaryFolder folder;
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    for (const char* name : {"[a,b]", "version", "-x", "--strict", "a,b", "\x01", "a b"}) {
      folder.write(name, valid_state);
    }

    const auto answer = run_presentity(
        {"validate", "[a,b]", "version", "a,b", "\x01", "a b", "--", "-x", "--strict"});
    std::filesystem::current_path(before);

    CHECK(answer.status == 0);
    CHECK(answer.err == "7 documents: 7 valid\n");
  }

  TEST_CASE("a name with a zero byte, from a list, is not cut off") {
    const TemporaryFolder folder;
    folder.write("a.xml", valid_state);
    const auto list = folder.write("list", folder.path("a.xml") + std::string("\0b", 2) + "\n");

    CHECK(run_presentity({"validate", "@" + list}).status == 3);
  }
}
