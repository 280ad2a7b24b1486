// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/detail/schema_tables.hpp>

#include <string>
#include <string_view>

namespace presentity::generator {

/// Returns a C++ source file that defines `const SchemaSet NAME`, with all that it refers to, as
/// constant data: nothing is left to do when the program starts. `name` is qualified, such as
/// `presentity::detail::built_in_schemas`.
///
/// The reference engine, which is no data, is left out. Equal models give equal text.
[[nodiscard]] std::string emit_tables(const detail::SchemaSet& schemas, std::string_view name);

}  // namespace presentity::generator
