// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/diagnostic.hpp>
#include <presentity/native/containerManagement.hpp>
#include <presentity/presence/containers.hpp>
#include <presentity/result.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// \file
/// Requests that change who is a member of which container.
///
/// Source: protocol-facts section 3.5; configuring-access-control-to-publication;
/// controlling-access-to-presence-publications.

namespace presentity::presence {

enum class MembershipAction : std::uint8_t { add, remove };

/// One change of a membership. To move a member is to remove it there and to add it here.
struct MembershipChange {
  MembershipAction action = MembershipAction::add;
  ContainerId container = 0;  ///< 1 to `max_container`.
  Member member;

  friend bool operator==(const MembershipChange&, const MembershipChange&) = default;
};

using SetContainerMembers = native::container_management::SetContainerMembersType;

/// Builds the request. Its containers stand in the order of their ids and have the version that
/// `containers` know, 0 if they do not know the container; a change that is stated twice stands
/// there once.
///
/// Errors: `bad-container-id` (container 0, whose members are fixed); `container-out-of-range`;
/// `conflicting-change` (a member is added to and removed from the same container); `bad-member`
/// if there is no change at all. The diagnostics have no place.
[[nodiscard]] Result<SetContainerMembers, std::vector<Diagnostic>> make_request(
    std::span<const Container> containers, std::span<const MembershipChange> changes);

/// The changes that lead from one state to the other: per container in the order of the ids, first
/// what is removed. Versions are not compared.
[[nodiscard]] std::vector<MembershipChange> changes_between(std::span<const Container> before,
                                                            std::span<const Container> after);

/// A container whose stated version is not the one it has.
struct VersionConflict {
  ContainerId container = 0;
  std::uint32_t version = 0;  ///< As stated; absent counts as 0.
  std::uint32_t current = 0;  ///< 0 if there is no such container.

  friend bool operator==(const VersionConflict&, const VersionConflict&) = default;
};

/// Why a request was not applied: at least one of these.
struct RefusedRequest {
  /// Rules as for `make_request`, and `duplicate-container`; `unknown-token` for actions and kinds
  /// of members that are not known (ours: what cannot be understood must not be half done). Paths
  /// begin with `/setContainerMembers`; the positions are unset.
  std::vector<Diagnostic> problems;
  std::vector<VersionConflict> conflicts;
};

struct AppliedRequest {
  std::vector<Container> containers;  ///< All, with those that the request made at the end.
  /// What was passed over without an error, one sentence each: removing from a container that is
  /// not there, removing who is no member (configuring-access-control-to-publication), adding who
  /// is a member (ours: there is nothing to do).
  std::vector<std::string> notes;
};

/// Applies a request: all of it or, if anything is refused, nothing. The version of a container
/// counts up once if its members changed (ours: where nothing changed nobody needs a new one);
/// after the last comes 1, as 0 means a new container.
[[nodiscard]] Result<AppliedRequest, RefusedRequest> apply_request(
    std::span<const Container> containers, const SetContainerMembers& request);

}  // namespace presentity::presence
