// SPDX-License-Identifier: MIT
#include "default_grammar.hpp"
#include "matrix.hpp"
#include "sample_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

/// \file
/// What documents say about the default grammar: schemas/grammars/README.md on which lines the
/// rules are, docs/publication.md what is published where.

namespace {

using presentity::testing::publish;

std::vector<std::string> lines_of(const std::string& name) {
  return presentity::samples::lines_of(std::string(PRESENTITY_SOURCE "/") + name);
}

/// A row of the table of rules.
struct Row {
  std::string category;
  std::size_t first;
  std::size_t last;
};

std::vector<Row> rows_of_table() {
  const std::regex row(R"(\| `(\w+)` \|[^|]*\|[^|]*\| (\d+)-(\d+) \|.*)");
  std::vector<Row> rows;
  for (const auto& line : lines_of("schemas/grammars/README.md")) {
    std::smatch match;
    if (std::regex_match(line, match, row)) {
      rows.push_back({match[1], std::stoul(match[2]), std::stoul(match[3])});
    }
  }
  return rows;
}

}  // namespace

TEST_CASE("the table of the default grammar names the lines of every rule") {
  const auto rows = rows_of_table();
  const auto lines = lines_of("schemas/grammars/lync2013.xml");
  REQUIRE_FALSE(rows.empty());
  std::size_t rules = 0;
  for (std::size_t number = 1; number <= lines.size(); ++number) {
    const auto& line = lines[number - 1];
    if (line.find("<publicationRule ") == std::string::npos) continue;
    CAPTURE(number);
    ++rules;
    std::size_t named = 0;
    for (const auto& row : rows) {
      if (number < row.first || number > row.last) continue;
      ++named;
      CHECK(line.find("categoryName=\"" + row.category + "\"") != std::string::npos);
    }
    CHECK(named == 1);
  }
  CHECK(rules > 0);
  for (const auto& row : rows) {
    CAPTURE(row.category);
    REQUIRE(row.last <= lines.size());
    CHECK(lines[row.first - 1].find("<publicationRule ") != std::string::npos);
    const auto& last = lines[row.last - 1];
    CHECK((last.ends_with("</publicationRule>") || last.ends_with("/>")));
  }
}

TEST_CASE("the matrix in the documentation is the one that is tested") {
  const auto lines = lines_of("docs/publication.md");
  for (const auto& row : presentity::matrix::rows()) {
    CAPTURE(presentity::matrix::name(row));
    const auto type = row.type == "-" ? std::string() : row.type + ": ";
    std::string cells = " |";
    for (const auto cell : row.cells) cells += " " + presentity::matrix::letter(cell) + " |";
    cells += " " + row.expiry + " | " + row.publisher + " |";
    const auto start = "| " + row.category + " | " + row.instance + " | " + type;
    CHECK(std::ranges::count_if(lines, [&](const std::string& line) {
            return line.starts_with(start) && line.ends_with(cells);
          }) == 1);
  }
}

TEST_CASE("the example in the documentation is the one that is built, and prints what it says") {
  const auto page = lines_of("docs/publication.md");
  const auto code = lines_of("docs/examples/publish/main.cpp");
  CHECK(std::search(page.begin(), page.end(), code.begin() + 1, code.end()) != page.end());

  const auto value = [](const std::string& file) {
    return lines_of("docs/examples/publish/" + file).at(0);
  };
  const auto note = publish("note", 0, value("note.xml"), "static");
  const auto state = publish("state", 0x24000000, value("dnd.xml"), "time");
  for (const auto& sendings : {note, state}) {
    for (const auto& [container, sent] : sendings) {
      const auto line = "    " + std::to_string(container) + " " + sent.expire_type + ": ";
      CHECK(std::ranges::count(page, line + sent.value) == 1);
    }
  }
}
