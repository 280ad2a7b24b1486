// SPDX-License-Identifier: MIT

// presentity_make_tables FILE: writes the built-in schemas as constant data. Runs on the machine
// that builds, while the runtime is built.
#include "generator/tables/emit_tables.hpp"
#include "schema_set.hpp"

#include <presentity/load_schemas.hpp>

#include <fstream>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: presentity_make_tables FILE\n";
    return 2;
  }
  const auto schemas = presentity::load_schemas({});
  if (!schemas) {
    for (const auto& mistake : schemas.error()) {
      std::cerr << mistake.path << ':' << mistake.position.line << ": " << mistake.message << '\n';
    }
    return 1;
  }
  const auto& set = *presentity::detail::SchemaAccess::set(*schemas);
  std::ofstream file(argv[1], std::ios::binary);
  file << presentity::generator::emit_tables(set, "presentity::detail::built_in_schemas");
  file.close();
  if (!file) {
    std::cerr << "cannot write " << argv[1] << '\n';
    return 1;
  }
  return 0;
}
