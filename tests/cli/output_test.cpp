// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace presentity::cli::test;
namespace fs = std::filesystem;

TEST_SUITE("--output and --color") {
  TEST_CASE("--output takes the results, and nothing else is left") {
    const TemporaryFolder folder;
    const auto file = folder.write("in/a.xml", invalid_state);

    const auto answer = run_presentity({"validate", file, "--output", folder.path("found")});

    CHECK(answer.status == 1);
    CHECK(answer.out.empty());
    CHECK(contains(text_of(folder.path("found")), "[invalid-value]"));
    CHECK(folder.names() == std::vector<std::string>{"found", "in"});
  }

  TEST_CASE("--output replaces a file and keeps its permissions") {
    const TemporaryFolder folder;
    const auto output = folder.write("found", "old");
    fs::permissions(output, fs::perms::owner_read | fs::perms::owner_write);

    const auto answer = run_presentity({"explain", "--output", output});

    CHECK(answer.status == 0);
    CHECK(contains(text_of(output), "malformed-xml"));
    CHECK(fs::status(output).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  }

  TEST_CASE("--output replaces the file behind a link, not the link") {
    const TemporaryFolder folder;
    const auto target = folder.write("target", "old");
    fs::create_symlink("target", folder.path("link"));

    CHECK(run_presentity({"explain", "--output", folder.path("link")}).status == 0);

    CHECK(fs::is_symlink(folder.path("link")));
    CHECK(contains(text_of(target), "malformed-xml"));
  }

  TEST_CASE("an output that cannot be written is a failure and leaves nothing behind") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.xml", invalid_state);
    fs::create_directory(folder.path("d"));
    for (const auto& output :
         {folder.path("no/such"), folder.path("d"), std::string("/dev/full")}) {
      CAPTURE(output);

      const auto answer = run_presentity({"validate", file, "--output", output});

      CHECK(answer.status == 3);
      CHECK(contains(answer.err, "error: cannot write " + output + ": "));
      CHECK(folder.names() == std::vector<std::string>{"a.xml", "d"});
    }
    CHECK(fs::is_character_file("/dev/full"));
  }

  TEST_CASE("a command that makes no sense leaves the output alone") {
    const TemporaryFolder folder;
    const auto output = folder.write("found", "old");

    CHECK(run_presentity({"explain", "no-such-rule", "--output", output}).status == 2);
    CHECK(run_presentity({"validate", "--schema", "/nowhere.xsd", "a.xml", "--output", output})
              .status == 3);
    CHECK(text_of(output) == "old");
  }

  TEST_CASE("colour is for terminals, unless NO_COLOR or the command line says otherwise") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.xml", invalid_state);
    struct Case {
      bool is_terminal;
      bool no_color;
      std::vector<std::string> options;
      bool expected;
    };
    for (const Case& c : {
             Case{true, false, {}, true},
             Case{false, false, {}, false},
             Case{true, true, {}, false},
             Case{true, true, {"--color", "auto"}, false},
             Case{true, false, {"--color", "never"}, false},
             Case{false, false, {"--color", "always"}, true},
             Case{false, true, {"--color", "always"}, true},  // the command line wins
             Case{true, false, {"--format", "ndjson"}, false},
         }) {
      CAPTURE(c.is_terminal);
      CAPTURE(c.no_color);
      CAPTURE(c.options.size());
      std::vector<std::string> arguments = {"validate", file};
      arguments.insert(arguments.end(), c.options.begin(), c.options.end());
      const Surroundings surroundings{.out_is_terminal = c.is_terminal, .no_color = c.no_color};
      CHECK(contains(run_presentity(arguments, surroundings).out, "\x1b[") == c.expected);
    }
  }

  TEST_CASE("a file of results has no colour, though standard output is a terminal") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.xml", invalid_state);

    run_presentity({"validate", file, "--output", folder.path("found")}, {.out_is_terminal = true});

    CHECK_FALSE(contains(text_of(folder.path("found")), "\x1b["));
  }

  TEST_CASE("--color takes three words") {
    const auto answer = run_presentity({"validate", "--color", "sometimes", "a.xml"});
    CHECK(answer.status == 2);
    CHECK(contains(answer.err, "unknown choice 'sometimes'; it is always, never or auto"));
  }
}
