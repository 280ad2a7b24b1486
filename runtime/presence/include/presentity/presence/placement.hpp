// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/presence/access.hpp>
#include <presentity/presence/container_manifest.hpp>
#include <presentity/presence/containers.hpp>
#include <presentity/presence/membership_request.hpp>
#include <presentity/result.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Putting members into containers as a manifest wants it.
///
/// How a breach of the manifest is mended is said at the end of
/// publishing-presence-in-privacy-mode. The server enforces none of this; clients do.
///
/// Containers that the manifest does not declare are neither looked at nor changed: they belong to
/// other applications (controlling-access-to-presence-publications, "custom containers").

namespace presentity::presence {

/// A role that a user has. Documents of containers do not hold roles: buddies are in the contact
/// list, delegates in a list of their own.
struct RoleAssignment {
  std::string user;  ///< As the value of a `Member`: `bob@contoso.com`.
  Role role = Role::buddy;

  friend auto operator<=>(const RoleAssignment&, const RoleAssignment&) = default;
};

/// Who is where, and what he is.
struct Memberships {
  std::vector<Container> containers;  ///< Each id once.
  std::vector<RoleAssignment> roles;  ///< In any order; of what is returned, sorted.

  friend bool operator==(const Memberships&, const Memberships&) = default;
};

/// What is to be done.
struct PlacementChange {
  enum class Kind : std::uint8_t {
    add,            ///< To `container`, beside the containers he is in already.
    move,           ///< To `container`, out of all others.
    remove,         ///< From `container`, or from all if there is none.
    assign_role,    ///< `role`, to a user.
    withdraw_role,  ///< `role`, from a user.
    tidy,           ///< Nothing but to mend what breaches the manifest.
  };

  Kind kind = Kind::add;
  Member member = {};  ///< Not of `tidy`.
  /// Of `add` and `move`; nothing: the default container of the member's rule.
  std::optional<ContainerId> container = {};
  std::optional<Role> role = {};  ///< With `add` and `move`, assigned first.
};

/// One thing that was done, and why.
struct PlacementStep {
  /// What wanted it: `request`, or the element or rule of the manifest: `defaultContainer`,
  /// `avoidRedundantMembers`, `moveToDefaultContainer`, `removeFromContainer`, `forceRole`.
  std::string_view rule;
  std::optional<std::size_t> member_rule;  ///< Number of the `MemberRule`, if one is behind it.
  std::string sentence;
};

/// A breach of the manifest.
struct Violation {
  /// `container-not-allowed`, `occurrence-violated` or `redundant-member`.
  std::string_view rule;
  Member member;
  /// Where he is and should not be; the containers between which he must choose; empty if he is
  /// missing.
  std::vector<ContainerId> containers;
  std::optional<std::size_t> member_rule;
  bool is_resolvable = false;  ///< A rule of the manifest mends it; `tidy` would.
  std::string message;
  std::string help;  ///< May be empty.
};

/// The result of a change.
struct Placement {
  Memberships after;
  std::optional<SetContainerMembers> request;  ///< Nothing: no membership changes.
  std::vector<PlacementStep> steps;            ///< In the order in which they were taken.
};

/// Applies a change, then mends what it breaches: for the member of the change, and for those who
/// kept to the manifest before. What others breached already is left to `tidy`.
///
/// Errors: the breaches that the change would bring and that no rule mends; `bad-container-id` for
/// a container that has no members or that the manifest does not declare, or if none is given and
/// there is no default; `bad-member` for a role of what is no
/// user, and for a change of a role that names none.
[[nodiscard]] Result<Placement, std::vector<Violation>> place(
    const Manifest& manifest, const Owner& owner, const Memberships& before,
    const PlacementChange& change, AccessPolicy policy = AccessPolicy::member_kind);

/// Lists what breaches the manifest, in the order of the members.
[[nodiscard]] std::vector<Violation> check_membership(
    const Manifest& manifest, const Owner& owner, const Memberships& memberships,
    AccessPolicy policy = AccessPolicy::member_kind);

}  // namespace presentity::presence
