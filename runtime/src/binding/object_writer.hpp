// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/binding.hpp>
#include <presentity/detail/schema_rows.hpp>

#include <optional>
#include <string>

namespace presentity::detail {

/// Writes plain structs as a document. Returns nothing if there are more than 1000 elements inside
/// of each other: a reader would not take them.
[[nodiscard]] std::optional<std::string> write_object(const SchemaProgram& program,
                                                      const binding::Root& root,
                                                      const void* object);

}  // namespace presentity::detail
