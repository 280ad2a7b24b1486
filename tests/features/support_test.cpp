// SPDX-License-Identifier: MIT
#include <presentity/rules.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path features = PRESENTITY_FEATURES;

std::string read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The cells of a row of a table, trimmed.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  for (std::size_t begin = 1; begin < line.size();) {
    const auto end = std::min(line.find(" |", begin), line.size());
    cells.push_back(line.substr(std::min(begin + 1, end), end - std::min(begin + 1, end)));
    begin = end + 2;
  }
  return cells;
}

/// What stands between backticks.
std::vector<std::string> quoted_in(const std::string& text) {
  std::vector<std::string> words;
  for (auto begin = text.find('`'); begin != std::string::npos;) {
    const auto end = text.find('`', begin + 1);
    words.push_back(text.substr(begin + 1, end - begin - 1));
    begin = text.find('`', end + 1);
  }
  return words;
}

bool is_feature(const std::string& name) { return fs::exists(features / name / "schema.xsd"); }

/// Of the form `generator/naming_test.cpp: makes identifiers of XML names`.
bool is_test_case(const std::string& name) {
  const auto colon = name.find(": ");
  if (colon == std::string::npos) return false;
  const auto text = read_file(features.parent_path() / name.substr(0, colon));
  return text.find("TEST_CASE(\"" + name.substr(colon + 2) + "\")") != std::string::npos;
}

std::vector<std::vector<std::string>> rows_of(const fs::path& document) {
  std::ifstream stream(document);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(stream, line);) {
    const bool is_row = line.starts_with("| ") && !line.starts_with("| Construct |");
    if (is_row) rows.push_back(cells_of(line));
  }
  return rows;
}

}  // namespace

TEST_SUITE("docs/xsd-support.md") {
  TEST_CASE("proves what it says, and leaves no feature out") {
    std::set<std::string> proved;
    const auto rows = rows_of(features.parent_path().parent_path() / "docs" / "xsd-support.md");
    CHECK(rows.size() > 80);
    for (const auto& row : rows) {
      CAPTURE(row.front());
      REQUIRE(row.size() == 4);
      const bool is_rejected = row[1] == "rejected";
      CHECK((is_rejected || row[1] == "supported" || row[1] == "partial"));
      const auto words = quoted_in(row[2]);
      const bool names_rule = std::ranges::any_of(
          words, [](const auto& word) { return presentity::find_rule(word) != nullptr; });
      CHECK(names_rule >= is_rejected);
      const auto proofs = quoted_in(row[3]);
      CHECK_FALSE(proofs.empty());
      for (const auto& proof : proofs) {
        CAPTURE(proof);
        CHECK((is_feature(proof) || is_test_case(proof)));
        proved.insert(proof);
      }
    }
    for (const auto& entry : fs::directory_iterator(features)) {
      const auto name = entry.path().filename().string();
      CAPTURE(name);
      CHECK((!is_feature(name) || proved.contains(name)));
    }
  }
}
