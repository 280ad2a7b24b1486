// SPDX-License-Identifier: MIT
#pragma once

#include "generator/schema_sources.hpp"

#include <presentity/diagnostic.hpp>

#include <vector>

namespace presentity::generator {

/// Refuses what the bindings of a user's schemas could not keep or check: identity constraints,
/// xs:redefine, references to schemas that are not bound.
///
/// Errors: `unsupported-identity-constraint`, `unsupported-redefine`, `unlisted-schema`.
void check_support(const SchemaSources& sources, std::vector<Diagnostic>& diagnostics);

}  // namespace presentity::generator
