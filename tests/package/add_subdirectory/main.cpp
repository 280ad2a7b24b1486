// SPDX-License-Identifier: MIT
#include <presentity/load_schemas.hpp>
#include <presentity/validator.hpp>

#include <fstream>
#include <iostream>
#include <sstream>
#include <vector>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ostringstream schema;
  schema << std::ifstream(argv[1]).rdbuf();

  const std::vector<presentity::SchemaSource> sources{{"location.xsd", schema.str()}};
  const auto schemas = presentity::load_schemas(sources);
  if (!schemas) return 3;
  const auto report = presentity::Validator(*schemas).validate(
      R"(<location xmlns="http://example.com/presence/location" latitude="north"/>)");
  for (const auto& diagnostic : report.diagnostics) std::cout << diagnostic.message << '\n';
  return report.verdict == presentity::Verdict::invalid ? 0 : 1;
}
