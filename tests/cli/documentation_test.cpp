// SPDX-License-Identifier: MIT
#include "cli/native_bindings.hpp"
#include "support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// What the documentation says about the command line is what it does: examples print what stands
/// below them, and docs/cli.md has every command and option.

using namespace presentity::cli::test;

namespace {

const std::string source = PRESENTITY_SOURCE;

/// An example: the command line, and the lines that stand below it.
struct Example {
  std::string command;
  std::vector<std::string> printed;
};

std::vector<Example> examples_of(const std::string& page) {
  constexpr std::string_view prompt = "    $ ";
  std::vector<Example> examples;
  bool is_open = false;
  for (const auto& line : lines(text_of(source + "/" + page))) {
    if (line.starts_with(prompt)) {
      examples.push_back({line.substr(prompt.size()), {}});
      is_open = true;
    } else if (!line.empty() && !line.starts_with("    ")) {
      is_open = false;
    } else if (is_open && !line.empty()) {
      examples.back().printed.push_back(line.substr(4));
    }
  }
  return examples;
}

/// The words of a command line, of which some stand in single quotes.
std::vector<std::string> words_of(const std::string& command) {
  static const std::regex word("'([^']*)'|([^ ]+)");
  std::vector<std::string> words;
  for (std::sregex_iterator it(command.begin(), command.end(), word), end; it != end; ++it) {
    words.push_back((*it)[1].matched ? (*it)[1] : (*it)[2]);
  }
  return words;
}

// Files of the reader's own and versions of this machine cannot be compared; extract_test has the
// folder that is written.
bool can_be_compared(const Example& example) {
  const bool is_other = contains(example.command, "mine.xml") ||
                        contains(example.command, "found") || contains(example.command, "version");
  return example.command.starts_with("presentity ") && !is_other;
}

/// Runs in the source tree, as readers do.
class InSourceTree {
 public:
  InSourceTree() : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(source);
  }
  InSourceTree(const InSourceTree&) = delete;
  InSourceTree& operator=(const InSourceTree&) = delete;
  ~InSourceTree() {
    std::error_code ignored;
    std::filesystem::current_path(before_, ignored);
  }

 private:
  std::filesystem::path before_;
};

Answer run_words(std::vector<std::string> words) {
  return run_presentity(words,
                        {.resources = {.native_bindings = presentity::cli::native_bindings}});
}

/// The sections of docs/cli.md by title, and the titles in their order.
struct Sections {
  std::vector<std::string> titles;
  std::map<std::string, std::string> texts;
};

Sections sections_of_reference() {
  Sections sections;
  for (const auto& line : lines(text_of(source + "/docs/cli.md"))) {
    if (line.starts_with("## ")) sections.titles.push_back(line.substr(3));
    if (!sections.titles.empty()) sections.texts[sections.titles.back()] += line + '\n';
  }
  return sections;
}

std::vector<std::string> all_matches(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), regex), end; it != end; ++it) {
    found.push_back((*it)[1]);
  }
  return found;
}

}  // namespace

TEST_SUITE("documentation") {
  TEST_CASE("examples print what the pages say") {
    const InSourceTree guard;
    std::size_t compared = 0;
    for (const std::string page : {"README.md", "docs/cli.md", "docs/publication.md"}) {
      for (const auto& example : examples_of(page)) {
        if (!can_be_compared(example)) continue;
        CAPTURE(page);
        CAPTURE(example.command);
        auto words = words_of(example.command);
        words.erase(words.begin());
        const auto answer = run_words(words);
        auto printed = lines(answer.out + answer.err);
        std::erase(printed, "");
        const bool is_part = std::ranges::find(example.printed, "...") != example.printed.end();
        CHECK((is_part || printed.size() == example.printed.size()));
        for (const auto& line : example.printed) {
          CAPTURE(line);
          CHECK((line == "..." || std::ranges::find(printed, line) != printed.end()));
        }
        ++compared;
      }
    }
    CHECK(compared > 15);
  }

  TEST_CASE("the reference has the commands in the order of the help") {
    const auto sections = sections_of_reference();
    const auto reference = text_of(source + "/docs/cli.md");
    const auto table = all_matches(reference, R"(\| \[`([a-z-]+)`\]\(#)");
    const auto help = run_words({"--help"}).out;
    CHECK(all_matches(help.substr(help.find("Subcommands:")), R"(\n  ([a-z-]+) )") == table);
    std::vector<std::string> titles = sections.titles;
    const auto first = std::ranges::find(titles, table.at(0));
    CHECK(std::vector<std::string>(first, titles.end()) == table);
  }

  TEST_CASE("the reference has every option of every command") {
    auto sections = sections_of_reference();
    const auto common = sections.texts["Common to all commands"] + sections.texts["Documents"];
    const auto help_of = [](const std::vector<std::string>& words) {
      auto arguments = words;
      arguments.emplace_back("--help");
      return run_words(arguments).out;
    };
    for (const auto& name : all_matches(help_of({}), R"(\n  ([a-z-]+)  )")) {
      if (name == "generate") continue;  // of another program
      auto help = help_of({name});
      const auto inner = help.find("Subcommands:");
      if (inner != std::string::npos) {
        for (const auto& second : all_matches(help.substr(inner), R"(\n  ([a-z-]+)  )")) {
          help += help_of({name, second});
        }
      }
      for (const auto& option : all_matches(help, R"(\n  [^ ]*(--[a-z-]+))")) {
        CAPTURE(name);
        CAPTURE(option);
        CHECK((option == "--help" || contains(common + sections.texts[name], option)));
      }
    }
  }
}
