// SPDX-License-Identifier: MIT
#pragma once

#include "membership_map.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>

/// \file
/// What the resolution rules of a manifest can do.

namespace presentity::presence {

/// In how many containers the members of a rule may be: 0, 1, or all.
[[nodiscard]] std::size_t most_occurrences(const MemberRule& rule) noexcept;

/// Whether the rule has removeFromContainer.
[[nodiscard]] bool removes(const MemberRule& rule);

/// Whether the rule has moveToDefaultContainer, and a default container where it can lead.
[[nodiscard]] bool can_move_to_default(const Manifest& manifest, const MemberRule& rule);

[[nodiscard]] bool is_blocked_and_elsewhere(const Manifest& manifest,
                                            const std::set<ContainerId>& homes);

/// The role that a user must get for where he is, if he has not got it.
[[nodiscard]] std::optional<Role> forced_role(const MembershipMap& map, const Member& member);

/// `100 (External Contacts), 200 (Colleagues) and 1000`.
[[nodiscard]] std::string list_of(const std::set<ContainerId>& ids);

}  // namespace presentity::presence
