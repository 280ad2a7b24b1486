// SPDX-License-Identifier: MIT
#pragma once

#include "generator/cpp/model.hpp"
#include "generator/cpp/type_table.hpp"
#include "program/compile_program.hpp"

#include <presentity/diagnostic.hpp>

#include <string>
#include <vector>

namespace presentity::generator::cpp {

struct LowerOptions {
  std::vector<FileId> files;  ///< That are generated, in this order.
  std::string tables_stem;    ///< Of the file with the tables; empty for the built-in schemas.
};

/// Decides everything about the C++ of `options.files`.
///
/// Errors: `unsupported-content-model`, `unsupported-circular-schemas`,
/// `unsupported-substitution`; warning:
/// `unsupported-derivation`. `path` of a diagnostic is the schema.
[[nodiscard]] Module lower(TypeTable& types, const detail::ProgramStorage& rows,
                           const LowerOptions& options, std::vector<Diagnostic>& diagnostics);

}  // namespace presentity::generator::cpp
