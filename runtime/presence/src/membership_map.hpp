// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/presence/placement.hpp>

#include <map>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace presentity::presence {

/// Memberships by member, and what the manifest says about each.
class MembershipMap {
 public:
  MembershipMap(const Manifest& manifest, const Owner& owner, const Memberships& memberships,
                AccessPolicy policy);

  [[nodiscard]] const Manifest& manifest() const noexcept { return manifest_; }

  /// The containers that the manifest governs and that have this member.
  [[nodiscard]] std::set<ContainerId> homes(const Member& member) const;
  [[nodiscard]] const std::set<Role>& roles(const Member& member) const;

  void add(const Member& member, ContainerId container) { homes_[member].insert(container); }
  void remove(const Member& member, ContainerId container) { homes_[member].erase(container); }
  void assign(const Member& user, Role role) { roles_[user].insert(role); }
  void withdraw(const Member& user, Role role) { roles_[user].erase(role); }
  void set_role(const Member& user, Role role) { roles_[user] = {role}; }

  /// The members that the manifest may have something to say about, missing ones included.
  [[nodiscard]] std::set<Member> subjects() const;

  /// The rule for a member: of a user, that of the strongest role with one; then that of the kind.
  /// Null: none.
  [[nodiscard]] const MemberRule* rule_for(const Member& member) const;
  /// The rule for a member by his kind, whatever his role.
  [[nodiscard]] const MemberRule* rule_of_kind(const Member& member) const;

  /// The governed container that serves `member` as far as governed containers go; for a kind: the
  /// users of it of whom nothing else is known.
  [[nodiscard]] ContainerId serving(const Member& member) const;

  /// Whether the membership gives its member nothing that a broader one in the same container does
  /// not give him.
  [[nodiscard]] bool is_redundant(const Member& member, ContainerId container) const;

  [[nodiscard]] std::vector<Container> containers(std::span<const Container> before) const;
  [[nodiscard]] std::vector<RoleAssignment> role_assignments() const;

 private:
  [[nodiscard]] SourceNetwork network_of(const Member& member) const;
  [[nodiscard]] std::vector<Member> broader(const Member& member) const;
  enum class Among : std::uint8_t { all, governed };
  [[nodiscard]] std::optional<ContainerId> greatest_home(
      const Member& member, Among among, std::optional<ContainerId> without = {}) const;
  [[nodiscard]] ContainerId serving_without(const Member& member, Among among,
                                            std::optional<ContainerId> without) const;
  [[nodiscard]] bool is_for(const MemberRule& rule, const Member& member) const;

  const Manifest& manifest_;
  const Owner& owner_;
  AccessPolicy policy_;
  std::map<Member, std::set<ContainerId>> homes_;
  std::map<Member, std::set<Role>> roles_;
};

/// What `member` breaches.
[[nodiscard]] std::vector<Violation> violations_of(const MembershipMap& map, const Member& member);

}  // namespace presentity::presence
