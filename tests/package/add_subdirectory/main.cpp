// SPDX-License-Identifier: MIT
#include <presentity/validator.hpp>

#include <fstream>
#include <iostream>
#include <sstream>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ostringstream schema;
  schema << std::ifstream(argv[1]).rdbuf();

  const auto validator = presentity::Validator::create({{{"location.xsd", schema.str()}}, {}});
  if (!validator) return 3;
  const auto report = validator->validate(
      R"(<location xmlns="http://example.com/presence/location" latitude="north"/>)");
  for (const auto& diagnostic : report.diagnostics) std::cout << diagnostic.message << '\n';
  return report.verdict == presentity::Verdict::invalid ? 0 : 1;
}
