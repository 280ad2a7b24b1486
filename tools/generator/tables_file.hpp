// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/detail/schema_tables.hpp>

#include <string>

namespace presentity::generator {

/// The text of the source file with the tables of a user's schemas. It defines the function
/// `::presentity::Schemas schemas()` in `cpp_namespace`.
[[nodiscard]] std::string tables_file(const detail::SchemaSet& schemas,
                                      const std::string& cpp_namespace);

}  // namespace presentity::generator
