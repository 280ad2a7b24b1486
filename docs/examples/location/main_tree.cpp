// SPDX-License-Identifier: MIT
#include <presentity/load_schemas.hpp>
#include <presentity/tree/document.hpp>
#include <presentity/validator.hpp>

#include <location.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// location_tree SCHEMA DOCUMENT: checks a value of our own category and moves the user one floor
// up.
int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto document = read_file(argv[2]);

  const std::vector<presentity::SchemaSource> sources{{"location.xsd", read_file(argv[1])}};
  const auto schemas = presentity::load_schemas(sources);
  if (!schemas) return 3;  // schemas.error() lists what is wrong
  const presentity::Validator validator(*schemas);
  const auto report = validator.validate(document);
  for (const auto& finding : report.diagnostics) {
    std::cerr << finding.position.line << ": " << finding.message << '\n';
  }
  if (report.verdict != presentity::Verdict::valid) return 1;

  auto location = presentity::tree::Document<example::location>::parse(document);
  if (!location) return 3;
  auto& floor = location->value().floor();
  if (floor) floor = *floor + 1;
  const auto written = location->serialize();
  if (written) std::cout << *written << '\n';
}
