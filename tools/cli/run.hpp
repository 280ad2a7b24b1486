// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.hpp"

#include <span>
#include <string>

namespace presentity::cli {

/// Runs the command that `arguments` (without the program's name) ask for, and returns the exit
/// code. Exceptions that escape are bugs or a lack of memory.
[[nodiscard]] int run(std::span<const std::string> arguments, Console console,
                      Resources resources = {});

}  // namespace presentity::cli
