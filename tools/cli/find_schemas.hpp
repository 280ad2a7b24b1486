// SPDX-License-Identifier: MIT
#pragma once

#include "cli/options.hpp"
#include "cli/session.hpp"

#include <presentity/schemas.hpp>

#include <optional>

namespace presentity::cli {

/// Returns the built-in schemas, with those of `--schema` if there are any. Where that fails, says
/// why and returns nothing.
[[nodiscard]] std::optional<Schemas> find_schemas(const DocumentOptions& options, Session& session);

}  // namespace presentity::cli
