// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.hpp"

#include <optional>
#include <span>
#include <string>

namespace presentity::cli {

/// Runs the command that `arguments` (without the program's name) ask for, and returns the exit
/// code. Returns nothing if a second program must do that, as `resources` say there is: then
/// nothing was read or written. Exceptions that escape are bugs or a lack of memory.
[[nodiscard]] std::optional<int> run(std::span<const std::string> arguments, Console console,
                                     Resources resources = {});

}  // namespace presentity::cli
