// SPDX-License-Identifier: MIT
#pragma once

#include "cli/json.hpp"

#include <presentity/presence/access.hpp>

/// \file
/// What several commands say of memberships.

namespace presentity::cli {

/// `type`, and `value` of users and domains.
[[nodiscard]] Json member_json(const presence::Member& member);

/// The same with `container`.
[[nodiscard]] Json match_json(const presence::Match& match);

}  // namespace presentity::cli
