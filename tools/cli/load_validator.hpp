// SPDX-License-Identifier: MIT
#pragma once

#include "cli/options.hpp"
#include "cli/session.hpp"

#include <presentity/validator.hpp>

#include <optional>

namespace presentity::cli {

/// Returns a validator with the built-in schemas and those of `--schema`. Where that fails, says
/// why and returns nothing.
[[nodiscard]] std::optional<Validator> load_validator(const DocumentOptions& options,
                                                      Session& session);

}  // namespace presentity::cli
