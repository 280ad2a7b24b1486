// SPDX-License-Identifier: MIT
#include "sample_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

/// \file
/// The code in README.md is that of the example, which is built and run by presence.example.

namespace {

std::vector<std::string> lines_of(const std::string& name) {
  return presentity::samples::lines_of(std::string(PRESENTITY_SOURCE "/") + name);
}

}  // namespace

TEST_CASE("the example in README.md is the one that is built") {
  const auto page = lines_of("README.md");
  std::vector<std::string> body;  // of main, from where the store is read, without indentation
  for (const auto& line : lines_of("docs/examples/watch/main.cpp")) {
    const bool is_start = line.starts_with("  presence::Owner owner;");
    if (!is_start && body.empty()) continue;
    if (line == "}") break;
    body.push_back(line.substr(2));
  }
  REQUIRE(body.size() > 5);
  CHECK(std::search(page.begin(), page.end(), body.begin(), body.end()) != page.end());
}
