// SPDX-License-Identifier: MIT
#include "membership_map.hpp"
#include "resolution_rules.hpp"

#include <presentity/presence/placement.hpp>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

namespace presentity::presence {
namespace {

using Kind = PlacementChange::Kind;

// Each member is mended in at most three rounds: a role, a place, a redundant entry. What that does
// to others, such as those whom a removed domain had covered, takes rounds of its own.
constexpr int most_rounds = 8;

Violation refusal(const PlacementChange& change, std::string_view rule, std::string message,
                  std::string help = {}) {
  return {rule, change.member, {}, std::nullopt, false, std::move(message), std::move(help)};
}

class Placer {
 public:
  Placer(MembershipMap map, const PlacementChange& change) : map_(std::move(map)), change_(change) {
    for (const auto& member : map_.subjects()) {
      auto found = violations_of(map_, member);
      if (!found.empty()) old_violations_.insert_or_assign(member, std::move(found));
    }
  }

  // Returns why the change cannot be; empty if it can.
  std::vector<Violation> run() {
    if (auto refused = apply(); !refused.empty()) return refused;
    if (change_.kind != Kind::tidy) mend(change_.member);
    for (int round = 0; round < most_rounds && mend_others(); ++round) {
    }
    return new_violations();
  }

  [[nodiscard]] const MembershipMap& map() const noexcept { return map_; }
  [[nodiscard]] std::vector<PlacementStep> take_steps() { return std::move(steps_); }

 private:
  void note(std::string_view rule, const MemberRule* member_rule, std::string sentence) {
    steps_.push_back({rule,
                      member_rule == nullptr ? std::nullopt : std::optional(member_rule->number),
                      std::move(sentence)});
  }

  std::vector<Violation> apply() {
    const bool is_about_role =
        change_.kind == Kind::assign_role || change_.kind == Kind::withdraw_role;
    if ((is_about_role || change_.role) && change_.member.kind != MemberKind::user) {
      return {refusal(change_, "bad-member",
                      "only users have roles, not " + to_string(change_.member))};
    }
    if (is_about_role && !change_.role) {
      return {refusal(change_, "bad-member", "no role is named for " + to_string(change_.member))};
    }
    if (change_.container && !map_.manifest().governs(*change_.container)) {
      return {refusal_of_container()};
    }
    if (is_about_role) {
      set_role();
      return {};
    }
    if (change_.kind == Kind::remove) {
      remove();
      return {};
    }
    return change_.kind == Kind::tidy ? std::vector<Violation>{} : put();
  }

  [[nodiscard]] Violation refusal_of_container() const {
    const auto id = *change_.container;
    if (id == 0) {
      return refusal(change_, "bad-container-id", "the members of container 0 are fixed");
    }
    if (!serves_watchers(id)) {
      return refusal(change_, "bad-container-id",
                     "container " + describe(id) + " is for the owner only");
    }
    return refusal(change_, "bad-container-id",
                   "the manifest does not declare container " + describe(id));
  }

  void set_role() {
    const bool is_assigned = change_.kind != Kind::withdraw_role;
    const bool has_role = map_.roles(change_.member).contains(*change_.role);
    if (has_role == is_assigned) return;
    is_assigned ? map_.assign(change_.member, *change_.role)
                : map_.withdraw(change_.member, *change_.role);
    note("request", nullptr,
         to_string(change_.member) + (is_assigned ? " becomes " : " is no longer ") +
             std::string(to_token(*change_.role)));
  }

  void remove() {
    const auto homes = map_.homes(change_.member);
    for (const auto id : homes) {
      if (change_.container && *change_.container != id) continue;
      map_.remove(change_.member, id);
      note("request", nullptr, to_string(change_.member) + " is removed from " + describe(id));
    }
  }

  std::vector<Violation> put() {
    if (change_.role) set_role();
    auto target = change_.container;
    if (!target) {
      const auto* const rule = map_.rule_for(change_.member);
      if (rule == nullptr || !rule->default_container ||
          !map_.manifest().governs(*rule->default_container)) {
        return {refusal(change_, "bad-container-id",
                        "there is no default container for " + to_string(change_.member),
                        "name a container")};
      }
      target = rule->default_container;
      note("defaultContainer", rule,
           "the default container of " + to_string(change_.member) + " is " + describe(*target));
    }
    const auto homes = map_.homes(change_.member);
    for (const auto id : homes) {
      if (change_.kind != Kind::move || id == *target) continue;
      map_.remove(change_.member, id);
      note("request", nullptr, to_string(change_.member) + " is removed from " + describe(id));
    }
    if (!homes.contains(*target)) {
      map_.add(change_.member, *target);
      note("request", nullptr, to_string(change_.member) + " is added to " + describe(*target));
    }
    return {};
  }

  // Whether something changed.
  bool mend(const Member& member) {
    bool has_changed = false;
    for (int round = 0; round < most_rounds; ++round) {
      if (!force_role(member) && !resolve(member) && !drop_redundant(member)) break;
      has_changed = true;
    }
    return has_changed;
  }

  bool mend_others() {
    bool has_changed = false;
    for (const auto& member : map_.subjects()) {
      const bool is_left_alone = change_.kind != Kind::tidy && member != change_.member &&
                                 old_violations_.contains(member);
      if (!is_left_alone && mend(member)) has_changed = true;
    }
    return has_changed;
  }

  bool force_role(const Member& member) {
    const auto role = forced_role(map_, member);
    if (!role) return false;
    map_.set_role(member, *role);
    note("forceRole", map_.rule_of_kind(member),
         to_string(member) + " becomes " + std::string(to_token(*role)) + ", as he is in " +
             list_of(map_.homes(member)));
    return true;
  }

  // Mends where a member is, by the first of his rule's resolutions that can.
  bool resolve(const Member& member) {
    const auto violations = violations_of(map_, member);
    const auto found = std::ranges::find_if(violations, [](const Violation& violation) {
      return violation.is_resolvable && violation.rule != "redundant-member";
    });
    if (found == violations.end()) return false;
    const auto& rule = *map_.rule_for(member);
    for (const auto& resolution : rule.resolutions) {
      if (resolution.kind == ResolutionKind::move_to_default_container) {
        if (can_move_to_default(map_.manifest(), rule)) return move_to_default(*found, rule);
      } else if (resolution.kind == ResolutionKind::remove_from_container) {
        if (remove_from_container(*found, rule)) return true;
      }
    }
    return false;
  }

  // Source: publishing-presence-in-privacy-mode: who "is assigned to multiple containers or is not
  // assigned to the default container" is moved. It says the second of delegates only; of others it
  // is ours, for containers that are not allowed and for members that are missing.
  bool move_to_default(const Violation& violation, const MemberRule& rule) {
    const auto target = *rule.default_container;
    for (const auto id : map_.homes(violation.member)) {
      if (id != target) map_.remove(violation.member, id);
    }
    map_.add(violation.member, target);
    note("moveToDefaultContainer", &rule,
         violation.message + "; the default container is " + describe(target));
    return true;
  }

  // Source: publishing-presence-in-privacy-mode: from the blocked container, if the member is in
  // another one as well. Ours, for manifests that ask for more: then from those that are not
  // allowed, then from the least id on, until the constraint holds.
  bool remove_from_container(const Violation& violation, const MemberRule& rule) {
    const auto& manifest = map_.manifest();
    const auto homes = map_.homes(violation.member);
    std::set<ContainerId> leaving;
    if (is_blocked_and_elsewhere(manifest, homes)) {
      std::ranges::copy_if(homes, std::inserter(leaving, leaving.end()),
                           [&](ContainerId id) { return manifest.find(id)->is_blocked; });
    } else if (homes.size() > most_occurrences(rule)) {
      std::vector<ContainerId> order(homes.begin(), homes.end());
      std::ranges::stable_sort(order, {},
                               [&](ContainerId id) { return manifest.has(rule.allowed, id); });
      order.resize(homes.size() - most_occurrences(rule));
      leaving.insert(order.begin(), order.end());
    }
    if (leaving.empty()) return false;
    for (const auto id : leaving) map_.remove(violation.member, id);
    note("removeFromContainer", &rule, violation.message + "; removed from " + list_of(leaving));
    return true;
  }

  bool drop_redundant(const Member& member) {
    const auto violations = violations_of(map_, member);
    const auto found = std::ranges::find(violations, "redundant-member", &Violation::rule);
    if (found == violations.end()) return false;
    const auto id = found->containers.front();
    map_.remove(member, id);
    note("avoidRedundantMembers", nullptr, found->message + "; his own entry is not needed");
    return true;
  }

  [[nodiscard]] std::vector<Violation> new_violations() const {
    if (change_.kind == Kind::tidy) return {};
    std::vector<Violation> result;
    for (const auto& member : map_.subjects()) {
      const auto old = old_violations_.find(member);
      for (auto& violation : violations_of(map_, member)) {
        const bool was_there =
            old != old_violations_.end() &&
            std::ranges::find(old->second, violation.rule, &Violation::rule) != old->second.end();
        if (!was_there) result.push_back(std::move(violation));
      }
    }
    return result;
  }

  MembershipMap map_;
  const PlacementChange& change_;
  std::map<Member, std::vector<Violation>> old_violations_;
  std::vector<PlacementStep> steps_;
};

}  // namespace

Result<Placement, std::vector<Violation>> place(const Manifest& manifest, const Owner& owner,
                                                const Memberships& before,
                                                const PlacementChange& change,
                                                AccessPolicy policy) {
  Placer placer(MembershipMap(manifest, owner, before, policy), change);
  if (auto refused = placer.run(); !refused.empty()) return Unexpected{std::move(refused)};

  Placement result;
  result.steps = placer.take_steps();
  result.after = {before.containers, placer.map().role_assignments()};
  const auto changes =
      changes_between(before.containers, placer.map().containers(before.containers));
  if (changes.empty()) return result;
  auto request = make_request(before.containers, changes);
  assert(request && "only containers that the manifest governs change");
  auto applied = apply_request(before.containers, *request);
  assert(applied && "the request names the versions that are there");
  result.request = *std::move(request);
  result.after.containers = std::move(applied->containers);
  return result;
}

}  // namespace presentity::presence
