// SPDX-License-Identifier: MIT
#pragma once

#include "program/schema_program.hpp"

/// \file
/// What wildcards stand for.

namespace presentity::detail {

/// Whether the wildcard stands for names of a namespace; `no_row` is one that no schema mentions.
[[nodiscard]] bool allows(const SchemaProgram& program, const WildcardRow& wildcard,
                          NamespaceId id) noexcept;

}  // namespace presentity::detail
