// SPDX-License-Identifier: MIT
#pragma once

#include "generator/cpp/type_table.hpp"
#include "program/compile_program.hpp"

#include <presentity/diagnostic.hpp>

#include <vector>

namespace presentity::generator::cpp {

/// Reports what a user's schemas ask of types that bindings cannot do.
///
/// Errors: `unsupported-simple-type`, `unsupported-substitution`.
/// Warnings: `unsupported-derivation`.
void check_types(const TypeTable& types, const detail::ProgramStorage& rows,
                 std::vector<Diagnostic>& diagnostics);

}  // namespace presentity::generator::cpp
