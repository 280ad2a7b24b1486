// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.hpp"

#include <span>

namespace presentity::cli {

/// The commands that need presentity::presence.
[[nodiscard]] std::span<const Command> presence_commands() noexcept;

}  // namespace presentity::cli
