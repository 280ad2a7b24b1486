// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.hpp"

#include <span>

namespace presentity::cli {

/// The commands that need presentity::presence. None if this build has no native bindings.
#if PRESENTITY_HAS_NATIVE
[[nodiscard]] std::span<const Command> presence_commands() noexcept;
#else
[[nodiscard]] inline std::span<const Command> presence_commands() noexcept { return {}; }
#endif

}  // namespace presentity::cli
