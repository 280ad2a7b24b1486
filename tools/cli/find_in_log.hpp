// SPDX-License-Identifier: MIT
#pragma once

#include "cli/logged_document.hpp"
#include "cli/session.hpp"

namespace presentity::cli {

/// Returns what `presence::find_in_log` finds, in the order of the log. Null if this build has no
/// presentity::presence.
#if PRESENTITY_HAS_NATIVE
[[nodiscard]] std::vector<LoggedDocument> find_in_log(std::string_view log, const Schemas& schemas,
                                                      const ReadLimits& limits);
#else
inline constexpr Resources::FindInLog find_in_log = nullptr;
#endif

}  // namespace presentity::cli
