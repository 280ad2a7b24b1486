// SPDX-License-Identifier: MIT
#include "testing.hpp"

#include <presentity/rules.hpp>

#include <algorithm>
#include <regex>

using namespace presentity;
using namespace presentity::testing;

TEST_SUITE("rules") {
  TEST_CASE("are sorted by id, in kebab case, with words that end") {
    CHECK(std::ranges::is_sorted(rules(), {}, &Rule::id));
    CHECK(std::ranges::adjacent_find(rules(), {}, &Rule::id) == rules().end());
    const std::regex kebab("[a-z]+(-[a-z]+)*");
    for (const auto& rule : rules()) {
      CAPTURE(rule.id);
      CHECK(std::regex_match(std::string(rule.id), kebab));
      CHECK(rule.summary.ends_with('.'));
      CHECK(rule.explanation.ends_with('.'));
      CHECK(find_rule(rule.id) == &rule);
    }
  }

  TEST_CASE("are not found by other names") {
    for (const std::string_view id :
         {"", "a", "zzz", "malformed", "malformed-xmlx", "Bad-schema"}) {
      CHECK(find_rule(id) == nullptr);
    }
  }

  TEST_CASE("are all used, and nothing else is") {
    std::string text;
    for (const auto* const folder :
         {"runtime/src", "runtime/src/binding", "runtime/xsd/src", "runtime/grammar/src",
          "runtime/presence/src", "runtime/presence/src/log"}) {
      for (const auto& path : files_in(source_folder() / folder, ".cpp")) {
        if (path.filename() != "rules.cpp") text += read_file(path);
      }
    }
    text += read_file(source_folder() / "runtime/src/xml_scanner.hpp");
    for (const auto* folder : {"tools/cli", "tools/generator", "tools/generator/cpp"}) {
      for (const auto& path : files_in(source_folder() / folder, ".cpp")) text += read_file(path);
    }
    for (const auto& rule : rules()) {
      CAPTURE(rule.id);
      CHECK(text.find("\"" + std::string(rule.id) + "\"") != std::string::npos);
    }

    // What follows a node or a severity in a call is a rule.
    const std::regex use(
        R"re((?:Severity::\w+,|nullptr,|&?attribute,|has_errors\(.*,)\s*"([a-z]+-[a-z-]+)")re");
    for (std::sregex_iterator match(text.begin(), text.end(), use), end; match != end; ++match) {
      const auto id = (*match)[1].str();
      CAPTURE(id);
      CHECK(find_rule(id) != nullptr);
    }
  }
}
