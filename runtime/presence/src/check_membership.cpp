// SPDX-License-Identifier: MIT
#include "membership_map.hpp"
#include "resolution_rules.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace presentity::presence {
namespace {

std::string rule_name(const MemberRule& rule) {
  return "member rule " + std::to_string(rule.number);
}

class MemberChecker {
 public:
  MemberChecker(const MembershipMap& map, const Member& member)
      : map_(map), member_(member), rule_(map.rule_for(member)), homes_(map.homes(member)) {}

  std::vector<Violation> check() {
    if (rule_ != nullptr) {
      check_allowed();
      check_occurrence();
      check_blocked();
    }
    check_redundant();
    return std::move(violations_);
  }

 private:
  void report(std::string_view rule, std::vector<ContainerId> containers, bool is_resolvable,
              std::string message, std::string help) {
    violations_.push_back({rule, member_, std::move(containers),
                           rule_ == nullptr ? std::nullopt : std::optional(rule_->number),
                           is_resolvable, std::move(message), std::move(help)});
  }

  [[nodiscard]] std::vector<ContainerId> all_homes() const {
    return {homes_.begin(), homes_.end()};
  }

  void check_allowed() {
    for (const auto id : homes_) {
      if (map_.manifest().has(rule_->allowed, id)) continue;
      report("container-not-allowed", {id},
             can_move_to_default(map_.manifest(), *rule_) || forced_role(map_, member_),
             to_string(member_) + " must not be in container " + describe(id),
             "allowedContainers of " + rule_name(*rule_) + " does not have it");
    }
  }

  void check_occurrence() {
    const auto most = most_occurrences(*rule_);
    if (homes_.size() > most) {
      const auto may = most == 0 ? "no container" : "one container";
      return report("occurrence-violated", all_homes(),
                    can_move_to_default(map_.manifest(), *rule_) || removes(*rule_) ||
                        forced_role(map_, member_),
                    to_string(member_) + " is in " + list_of(homes_) + " and may be in " + may,
                    "occurrenceConstraint of " + rule_name(*rule_));
    }
    if (rule_->occurrence != Occurrence::one || !homes_.empty()) return;
    // Ours: who is a member by a broader membership need not be named, as avoidRedundantMembers
    // would take his own entry away again.
    const auto serving = map_.serving(member_);
    if (map_.manifest().governs(serving) && map_.manifest().has(rule_->allowed, serving)) return;
    report("occurrence-violated", {}, can_move_to_default(map_.manifest(), *rule_),
           to_string(member_) + " must be in one container and is in none",
           "occurrenceConstraint of " + rule_name(*rule_));
  }

  // Source: publishing-presence-in-privacy-mode, "is added to Container 32000 and another
  // container". It says so of domains too, which have no occurrence constraint there.
  void check_blocked() {
    if (!removes(*rule_) || homes_.size() > most_occurrences(*rule_)) return;
    if (!is_blocked_and_elsewhere(map_.manifest(), homes_)) return;
    report("occurrence-violated", all_homes(), true,
           to_string(member_) + " is in " + list_of(homes_) + ", of which one is blocked",
           "removeFromContainer of " + rule_name(*rule_) + " takes it from the blocked one");
  }

  void check_redundant() {
    for (const auto id : homes_) {
      if (!map_.manifest().find(id)->avoids_redundant_members) continue;
      if (!map_.is_redundant(member_, id)) continue;
      report("redundant-member", {id}, true,
             to_string(member_) + " is in container " + describe(id) + " by a broader member, too",
             "the container avoids redundant members; remove this entry");
    }
  }

  const MembershipMap& map_;
  const Member& member_;
  const MemberRule* rule_;
  std::set<ContainerId> homes_;
  std::vector<Violation> violations_;
};

}  // namespace

std::size_t most_occurrences(const MemberRule& rule) noexcept {
  if (!rule.occurrence) return max_container;
  return rule.occurrence == Occurrence::zero ? 0 : 1;
}

bool removes(const MemberRule& rule) {
  return std::ranges::find(rule.resolutions, ResolutionKind::remove_from_container,
                           &ResolutionRule::kind) != rule.resolutions.end();
}

bool can_move_to_default(const Manifest& manifest, const MemberRule& rule) {
  const auto& target = rule.default_container;
  return target && rule.occurrence != Occurrence::zero && manifest.governs(*target) &&
         manifest.has(rule.allowed, *target) &&
         std::ranges::find(rule.resolutions, ResolutionKind::move_to_default_container,
                           &ResolutionRule::kind) != rule.resolutions.end();
}

bool is_blocked_and_elsewhere(const Manifest& manifest, const std::set<ContainerId>& homes) {
  const auto blocked =
      std::ranges::count_if(homes, [&](ContainerId id) { return manifest.find(id)->is_blocked; });
  return blocked > 0 && blocked < std::ssize(homes);
}

std::optional<Role> forced_role(const MembershipMap& map, const Member& member) {
  if (member.kind != MemberKind::user) return std::nullopt;
  const auto* const of_kind = map.rule_of_kind(member);
  if (of_kind == nullptr) return std::nullopt;
  const auto forcing =
      std::ranges::find(of_kind->resolutions, ResolutionKind::force_role, &ResolutionRule::kind);
  if (forcing == of_kind->resolutions.end() || !forcing->role) return std::nullopt;
  if (map.roles(member) == std::set{*forcing->role}) return std::nullopt;

  const auto& manifest = map.manifest();
  const auto* const rule = map.rule_for(member);
  const auto homes = map.homes(member);
  // With a role, publishing-presence-in-privacy-mode: "If a user is added to the blocked container
  // as a delegate, switch his or her role to that of buddy". Without, ours: the rule of users
  // allows the blocked container only, and its one way out is the role.
  const bool is_forced = std::ranges::any_of(homes, [&](ContainerId id) {
    if (rule == of_kind) return !manifest.has(of_kind->allowed, id);
    return manifest.has(of_kind->allowed, id) && !manifest.has(rule->allowed, id);
  });
  return is_forced ? forcing->role : std::nullopt;
}

std::string list_of(const std::set<ContainerId>& ids) {
  std::string text;
  std::size_t left = ids.size();
  for (const auto id : ids) {
    text += describe(id);
    if (--left > 0) text += left == 1 ? " and " : ", ";
  }
  return text;
}

std::vector<Violation> violations_of(const MembershipMap& map, const Member& member) {
  return MemberChecker(map, member).check();
}

std::vector<Violation> check_membership(const Manifest& manifest, const Owner& owner,
                                        const Memberships& memberships, AccessPolicy policy) {
  const MembershipMap map(manifest, owner, memberships, policy);
  std::vector<Violation> result;
  for (const auto& member : map.subjects()) {
    auto found = violations_of(map, member);
    std::ranges::move(found, std::back_inserter(result));
  }
  return result;
}

}  // namespace presentity::presence
