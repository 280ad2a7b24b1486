// SPDX-License-Identifier: MIT
#include "membership_map.hpp"

#include <algorithm>
#include <utility>

namespace presentity::presence {
namespace {

MemberKind kind_of(SourceNetwork network) noexcept {
  switch (network) {
    case SourceNetwork::same_enterprise:
      return MemberKind::same_enterprise;
    case SourceNetwork::federated:
      return MemberKind::federated;
    case SourceNetwork::public_cloud:
      return MemberKind::public_cloud;
    case SourceNetwork::unknown:
      break;
  }
  return MemberKind::everyone;
}

}  // namespace

MembershipMap::MembershipMap(const Manifest& manifest, const Owner& owner,
                             const Memberships& memberships, AccessPolicy policy)
    : manifest_(manifest), owner_(owner), policy_(policy) {
  for (const auto& container : memberships.containers) {
    for (const auto& member : container.members) homes_[member].insert(container.id);
  }
  for (const auto& [user, role] : memberships.roles) {
    roles_[{MemberKind::user, user}].insert(role);
  }
}

std::set<ContainerId> MembershipMap::homes(const Member& member) const {
  std::set<ContainerId> result;
  const auto found = homes_.find(member);
  if (found == homes_.end()) return result;
  for (const auto id : found->second) {
    if (manifest_.governs(id)) result.insert(id);
  }
  return result;
}

const std::set<Role>& MembershipMap::roles(const Member& member) const {
  static const std::set<Role> none;
  const auto found = roles_.find(member);
  return found == roles_.end() ? none : found->second;
}

std::set<Member> MembershipMap::subjects() const {
  std::set<Member> result;
  for (const auto& [member, homes] : homes_) {
    if (!homes.empty()) result.insert(member);
  }
  for (const auto& [user, roles] : roles_) {
    if (!roles.empty()) result.insert(user);
  }
  // Rules of a kind bind its one member, those with a uri the member that they name. A rule for all
  // users or all domains does not ask for users or domains.
  for (const auto& rule : manifest_.member_rules) {
    if (!rule.is_understood || !rule.kind || rule.role) continue;
    const bool needs_value = *rule.kind == MemberKind::user || *rule.kind == MemberKind::domain;
    if (needs_value == !rule.value.empty()) result.insert({*rule.kind, rule.value});
  }
  return result;
}

SourceNetwork MembershipMap::network_of(const Member& member) const {
  switch (member.kind) {
    case MemberKind::user:
      return source_network(owner_, {"-", member.value.substr(member.value.find('@') + 1)});
    case MemberKind::domain:
      return source_network(owner_, {"-", member.value});
    case MemberKind::same_enterprise:
      return SourceNetwork::same_enterprise;
    case MemberKind::federated:
      return SourceNetwork::federated;
    case MemberKind::public_cloud:
      return SourceNetwork::public_cloud;
    case MemberKind::everyone:
      break;
  }
  return SourceNetwork::unknown;
}

bool MembershipMap::is_for(const MemberRule& rule, const Member& member) const {
  if (!rule.is_understood || (rule.kind && *rule.kind != member.kind)) return false;
  if (!rule.value.empty() && rule.value != member.value) return false;
  if (!rule.networks) return true;
  return std::ranges::find(*rule.networks, network_of(member)) != rule.networks->end();
}

const MemberRule* MembershipMap::rule_of_kind(const Member& member) const {
  const MemberRule* result = nullptr;
  for (const auto& rule : manifest_.member_rules) {
    if (rule.role || !is_for(rule, member)) continue;
    // One that names the member is meant for him more than one for all of his kind (ours).
    if (!rule.value.empty()) return &rule;
    if (result == nullptr) result = &rule;
  }
  return result;
}

const MemberRule* MembershipMap::rule_for(const Member& member) const {
  const auto& roles = this->roles(member);
  // Source: publishing-presence-in-privacy-mode, last item. Roles that rolePrecedence does not list
  // come after those that it does (ours), in the order of the page: buddy, delegate.
  auto order = manifest_.role_precedence;
  order.insert(order.end(), {Role::buddy, Role::delegate});
  for (const auto role : order) {
    if (!roles.contains(role)) continue;
    const auto found = std::ranges::find_if(manifest_.member_rules, [&](const MemberRule& rule) {
      return rule.role == role && is_for(rule, member);
    });
    if (found != manifest_.member_rules.end()) return &*found;
  }
  return rule_of_kind(member);
}

// Those who have `member` among them, the narrowest first.
std::vector<Member> MembershipMap::broader(const Member& member) const {
  std::vector<Member> result;
  if (member.kind == MemberKind::user) {
    result.push_back({MemberKind::domain, member.value.substr(member.value.find('@') + 1)});
  }
  const Member network{kind_of(network_of(member)), ""};
  if (network != member && network.kind != MemberKind::everyone) result.push_back(network);
  if (member.kind != MemberKind::everyone) result.push_back({MemberKind::everyone, ""});
  return result;
}

std::optional<ContainerId> MembershipMap::greatest_home(const Member& member, Among among,
                                                        std::optional<ContainerId> without) const {
  const auto found = homes_.find(member);
  if (found == homes_.end()) return std::nullopt;
  const auto& homes = found->second;
  const auto last = std::find_if(homes.rbegin(), homes.rend(), [&](ContainerId id) {
    return id != without &&
           (among == Among::governed ? manifest_.governs(id) : serves_watchers(id));
  });
  return last == homes.rend() ? std::nullopt : std::optional(*last);
}

// As `resolve`, for what need not be a user.
ContainerId MembershipMap::serving_without(const Member& member, Among among,
                                           std::optional<ContainerId> without) const {
  std::optional<Match> best;
  const auto consider = [&](const Member& way, std::optional<ContainerId> home) {
    if (!home) return;
    Match match{*home, way};
    if (!best || outranks(match, *best, policy_)) best = std::move(match);
  };
  consider(member, greatest_home(member, among, without));
  for (const auto& way : broader(member)) consider(way, greatest_home(way, among));
  return best ? best->container : 0;
}

ContainerId MembershipMap::serving(const Member& member) const {
  return serving_without(member, Among::governed, std::nullopt);
}

// Ours: an entry that keeps its member in this container, where otherwise a membership elsewhere
// would decide, is not redundant, nor one without which he would be missing. The reference speaks
// of what one container holds only.
bool MembershipMap::is_redundant(const Member& member, ContainerId container) const {
  const auto is_in = [&](const Member& other) {
    const auto found = homes_.find(other);
    return found != homes_.end() && found->second.contains(container);
  };
  if (std::ranges::none_of(broader(member), is_in)) return false;
  for (const auto among : {Among::all, Among::governed}) {
    if (serving_without(member, among, container) != serving_without(member, among, std::nullopt)) {
      return false;
    }
  }
  return serving(member) == container ||
         greatest_home(member, Among::governed, container).has_value();
}

std::vector<Container> MembershipMap::containers(std::span<const Container> before) const {
  std::map<ContainerId, Container> after;
  for (const auto& container : before) after[container.id] = {container.id, container.version, {}};
  for (const auto& [member, homes] : homes_) {
    for (const auto id : homes) {
      after.try_emplace(id, Container{id, 0, {}}).first->second.members.push_back(member);
    }
  }
  std::vector<Container> result;
  for (auto& [id, container] : after) result.push_back(std::move(container));
  return result;
}

std::vector<RoleAssignment> MembershipMap::role_assignments() const {
  std::vector<RoleAssignment> result;
  for (const auto& [user, roles] : roles_) {
    for (const auto role : roles) result.push_back({user.value, role});
  }
  return result;
}

}  // namespace presentity::presence
