// SPDX-License-Identifier: MIT
#include <presentity/presence/access.hpp>

#include <algorithm>
#include <compare>

namespace presentity::presence {
namespace {

bool contains(const std::vector<std::string>& domains, const std::string& domain) {
  return std::ranges::find(domains, domain) != domains.end();
}

bool holds(const Member& member, const Address& watcher, SourceNetwork network) {
  switch (member.kind) {
    case MemberKind::user:
      return member.value == to_string(watcher);
    case MemberKind::domain:
      return member.value == watcher.host;
    case MemberKind::same_enterprise:
      return network == SourceNetwork::same_enterprise;
    case MemberKind::federated:
      return network == SourceNetwork::federated;
    case MemberKind::public_cloud:
      return network == SourceNetwork::public_cloud;
    case MemberKind::everyone:
      return true;
  }
  return false;
}

}  // namespace

SourceNetwork source_network(const Owner& owner, const Address& watcher) {
  const auto& domain = watcher.host;
  if (domain == owner.address.host || contains(owner.enterprise_domains, domain)) {
    return SourceNetwork::same_enterprise;
  }
  if (contains(owner.public_domains, domain)) return SourceNetwork::public_cloud;
  if (!owner.federated_domains || contains(*owner.federated_domains, domain)) {
    return SourceNetwork::federated;
  }
  return SourceNetwork::unknown;
}

bool outranks(const Match& match, const Match& other, AccessPolicy policy) noexcept {
  const auto by_kind = match.member.kind <=> other.member.kind;
  const auto by_id = other.container <=> match.container;
  const bool is_kind_first = policy == AccessPolicy::member_kind;
  const auto first = is_kind_first ? by_kind : by_id;
  return (first != 0 ? first : is_kind_first ? by_id : by_kind) < 0;
}

Resolution resolve(std::span<const Container> containers, const Owner& owner,
                   const Address& watcher, AccessPolicy policy) {
  Resolution result;
  result.network = source_network(owner, watcher);
  result.policy = policy;
  for (const auto& container : containers) {
    if (!serves_watchers(container.id)) continue;
    for (const auto& member : container.members) {
      if (holds(member, watcher, result.network)) result.matches.push_back({container.id, member});
    }
  }
  std::ranges::stable_sort(result.matches, [policy](const Match& match, const Match& other) {
    return outranks(match, other, policy);
  });
  if (!result.matches.empty()) {
    result.decided_by = result.matches.front();
    result.container = result.decided_by->container;
  }
  return result;
}

std::string explain(const Resolution& resolution) {
  const auto name = [](const Match& match) {
    return std::to_string(match.container) + " as " + to_string(match.member);
  };
  if (!resolution.decided_by) return "member of no container, hence 0";
  auto text = "member of " + name(*resolution.decided_by);
  const auto weaker = std::ranges::find_if(resolution.matches, [&](const Match& match) {
    return match.container != resolution.container;
  });
  if (weaker != resolution.matches.end()) text += ", which outranks " + name(*weaker);
  return text;
}

std::string_view to_string(SourceNetwork network) noexcept {
  switch (network) {
    case SourceNetwork::same_enterprise:
      return "sameEnterprise";
    case SourceNetwork::federated:
      return "federated";
    case SourceNetwork::public_cloud:
      return "publicCloud";
    case SourceNetwork::unknown:
      return "unknown";
  }
  return "";
}

std::string_view to_string(AccessPolicy policy) noexcept {
  return policy == AccessPolicy::member_kind ? "member-kind" : "largest-id";
}

}  // namespace presentity::presence
