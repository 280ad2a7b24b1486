// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/detail/schema_tables.hpp>

namespace presentity::detail {

/// Constant data in a file that the build makes of the schemas: see tools/generator/tables.
extern const SchemaSet built_in_schemas;

}  // namespace presentity::detail
