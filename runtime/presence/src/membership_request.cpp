// SPDX-License-Identifier: MIT
#include "document_part.hpp"

#include <presentity/presence/membership_request.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace presentity::presence {
namespace {

namespace native = native::container_management;

Diagnostic problem(std::string_view rule, std::string path, std::string message,
                   std::string help = {}) {
  return {Severity::error, rule, {}, std::move(path), {}, std::move(message), std::move(help)};
}

// Empty: members can be changed. Sources: controlling-access-to-presence-publications, "custom
// containers" and "predefined container".
// What is wrong with a container that a request names.
std::optional<Diagnostic> problem_of(ContainerId id, std::string path = {}) {
  if (id != 0 && id <= max_container) return std::nullopt;
  return problem(id == 0 ? "bad-container-id" : "container-out-of-range", std::move(path),
                 id == 0 ? "the members of container 0 are fixed"
                         : "there is no container " + std::to_string(id),
                 "a change names a container of 1 to 32767");
}

Diagnostic conflicting(ContainerId id, const Member& member, std::string path) {
  return problem("conflicting-change", std::move(path),
                 to_string(member) + " is added to and removed from container " +
                     std::to_string(id) + " in one request",
                 "keep the change that is meant");
}

native::MemberType written(const MembershipChange& change) {
  native::MemberType result;
  result.action =
      change.action == MembershipAction::add ? native::ActionEnum::add : native::ActionEnum::remove;
  result.type = static_cast<native::MemberTypeEnum>(change.member.kind);
  if (!change.member.value.empty()) result.value = change.member.value;
  return result;
}

// Reads a request and looks for what speaks against it.
class RequestReader {
 public:
  RequestReader(std::span<const Container> containers, const SetContainerMembers& request)
      : containers_(containers), request_(request) {}

  Result<std::vector<MembershipChange>, RefusedRequest> read() {
    for (std::size_t i = 0; i < request_.container.size(); ++i) read_container(i);
    if (!refused_.problems.empty() || !refused_.conflicts.empty()) return Unexpected{refused_};
    return changes_;
  }

 private:
  void read_container(std::size_t index) {
    const auto& container = request_.container[index];
    const auto path =
        "/setContainerMembers" + path_step("container", index, request_.container.size());
    if (auto bad = problem_of(container.id, path + "/@id")) {
      refused_.problems.push_back(*std::move(bad));
      return;
    }
    if (!ids_.insert(container.id).second) {
      refused_.problems.push_back(
          problem("duplicate-container", path,
                  "container " + std::to_string(container.id) + " is already in the request",
                  "the first entry changes the version that this one names"));
      return;
    }
    const auto* const known = find_container(containers_, container.id);
    const auto current = known == nullptr ? 0 : known->version;
    if (const auto version = container.version.value_or(0); version != current) {
      refused_.conflicts.push_back({container.id, version, current});
    }
    read_members(container, path);
  }

  void read_members(const native::ContainerType& container, const std::string& path) {
    std::map<Member, MembershipAction> actions;
    for (std::size_t i = 0; i < container.member.size(); ++i) {
      const auto& entry = container.member[i];
      const auto here = path + path_step("member", i, container.member.size());
      const auto action = entry.action.known();
      const auto kind = entry.type.known();
      if (!action || !kind) {
        const auto& token = action ? entry.type.text() : entry.action.text();
        refused_.problems.push_back(problem("unknown-token",
                                            here + (action ? "/@type" : "/@action"),
                                            "'" + std::string(token) + "' is not known"));
        continue;
      }
      const auto member = make_member(static_cast<MemberKind>(*kind), entry.value.value_or(""));
      if (!member) {
        refused_.problems.push_back(
            problem("bad-member", here, "'" + entry.value.value_or("") + "' is nobody"));
        continue;
      }
      const auto meant =
          *action == native::ActionEnum::add ? MembershipAction::add : MembershipAction::remove;
      const auto [place, is_new] = actions.try_emplace(*member, meant);
      if (is_new) changes_.push_back({meant, container.id, *member});
      if (place->second != meant) {
        refused_.problems.push_back(conflicting(container.id, *member, here));
      }
    }
  }

  std::span<const Container> containers_;
  const SetContainerMembers& request_;
  std::set<ContainerId> ids_;
  std::vector<MembershipChange> changes_;
  RefusedRequest refused_;
};

// Applies changes that were found good.
class Changer {
 public:
  explicit Changer(std::span<const Container> containers) {
    result_.containers.assign(containers.begin(), containers.end());
    for (std::size_t i = 0; i < containers.size(); ++i) {
      places_[containers[i].id] = i;
      members_.emplace_back(containers[i].members.begin(), containers[i].members.end());
    }
  }

  AppliedRequest apply(std::span<const MembershipChange> changes) {
    for (const auto& change : changes) {
      change.action == MembershipAction::add ? add(change) : remove(change);
    }
    for (const auto place : changed_) drop_removed(place);
    return std::move(result_);
  }

 private:
  void note(const MembershipChange& change, std::string_view why) {
    result_.notes.push_back(to_string(change.member) + std::string(why) + "container " +
                            std::to_string(change.container));
  }

  void add(const MembershipChange& change) {
    const auto [place, is_new] = places_.try_emplace(change.container, members_.size());
    if (is_new) {
      result_.containers.push_back({change.container, 0, {}});
      members_.emplace_back();
    }
    if (!members_[place->second].insert(change.member).second) {
      return note(change, " is already a member of ");
    }
    result_.containers[place->second].members.push_back(change.member);
    changed_.insert(place->second);
  }

  void remove(const MembershipChange& change) {
    const auto place = places_.find(change.container);
    if (place == places_.end()) return note(change, " cannot be in the missing ");
    if (members_[place->second].erase(change.member) == 0) {
      return note(change, " is no member of ");
    }
    changed_.insert(place->second);
  }

  void drop_removed(std::size_t place) {
    auto& container = result_.containers[place];
    std::erase_if(container.members,
                  [&](const Member& member) { return !members_[place].contains(member); });
    if (++container.version == 0) container.version = 1;
  }

  AppliedRequest result_;
  std::map<ContainerId, std::size_t> places_;
  std::vector<std::set<Member>> members_;
  std::set<std::size_t> changed_;
};

std::map<ContainerId, std::set<Member>> by_id(std::span<const Container> containers) {
  std::map<ContainerId, std::set<Member>> result;
  for (const auto& container : containers) {
    result[container.id].insert(container.members.begin(), container.members.end());
  }
  return result;
}

}  // namespace

Result<SetContainerMembers, std::vector<Diagnostic>> make_request(
    std::span<const Container> containers, std::span<const MembershipChange> changes) {
  std::vector<Diagnostic> problems;
  if (changes.empty()) problems.push_back(problem("bad-member", {}, "there is no change"));
  std::map<std::pair<ContainerId, Member>, MembershipAction> actions;
  std::map<ContainerId, native::ContainerType> entries;
  for (const auto& change : changes) {
    if (auto bad = problem_of(change.container)) {
      problems.push_back(*std::move(bad));
      continue;
    }
    const auto [place, is_new] =
        actions.try_emplace({change.container, change.member}, change.action);
    if (is_new) entries[change.container].member.push_back(written(change));
    if (place->second != change.action) {
      problems.push_back(conflicting(change.container, change.member, {}));
    }
  }
  if (!problems.empty()) return Unexpected{std::move(problems)};

  SetContainerMembers request;
  for (auto& [id, entry] : entries) {
    const auto* const known = find_container(containers, id);
    entry.id = id;
    entry.version = known == nullptr ? 0 : known->version;
    request.container.push_back(std::move(entry));
  }
  return request;
}

std::vector<MembershipChange> changes_between(std::span<const Container> before,
                                              std::span<const Container> after) {
  auto old_members = by_id(before);
  auto new_members = by_id(after);
  for (const auto& [id, members] : new_members) old_members.try_emplace(id);
  std::vector<MembershipChange> changes;
  const auto add = [&](MembershipAction action, ContainerId id, const std::set<Member>& from,
                       const std::set<Member>& to) {
    for (const auto& member : from) {
      if (!to.contains(member)) changes.push_back({action, id, member});
    }
  };
  for (const auto& [id, members] : old_members) {
    add(MembershipAction::remove, id, members, new_members[id]);
    add(MembershipAction::add, id, new_members[id], members);
  }
  return changes;
}

Result<AppliedRequest, RefusedRequest> apply_request(std::span<const Container> containers,
                                                     const SetContainerMembers& request) {
  const auto changes = RequestReader(containers, request).read();
  if (!changes) return Unexpected{changes.error()};
  return Changer(containers).apply(*changes);
}

}  // namespace presentity::presence
