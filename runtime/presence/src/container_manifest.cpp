// SPDX-License-Identifier: MIT
#include "manifest_parts.hpp"

#include <presentity/presence/container_manifest.hpp>

#include <algorithm>
#include <utility>
#include <variant>

namespace presentity::presence {
namespace {

namespace native = native::container_manifest;

SourceNetwork to_network(native::SourceNetworkTypeEnum network) noexcept {
  switch (network) {
    case native::SourceNetworkTypeEnum::same_enterprise:
      return SourceNetwork::same_enterprise;
    case native::SourceNetworkTypeEnum::federated:
      return SourceNetwork::federated;
    case native::SourceNetworkTypeEnum::public_cloud:
      return SourceNetwork::public_cloud;
  }
  return SourceNetwork::unknown;
}

// Unknown networks match nobody.
std::optional<std::vector<SourceNetwork>> to_networks(const native::SourceNetworksType* networks) {
  if (networks == nullptr) return std::nullopt;
  std::vector<SourceNetwork> result;
  for (const auto& network : networks->source_network) {
    if (const auto known = network.type.known()) result.push_back(to_network(*known));
  }
  return result;
}

// Of an unknown kind of set only what is listed belongs to it (ours).
std::optional<ContainerSet> to_set(const std::optional<native::AllowedContainersType>& set) {
  if (!set) return std::nullopt;
  ContainerSet result;
  result.is_all_visible = set->type == native::AllowedContainersTypeEnum::visible_containers;
  for (const auto& container : set->container) result.listed.push_back(container.id);
  std::ranges::sort(result.listed);
  return result;
}

void add_resolutions(const native::ResolutionRulesType* rules, MemberRule& rule) {
  if (rules == nullptr) return;
  for (const auto& entry : rules->resolution_rule) {
    const auto kind = entry.type.known();
    if (!kind) continue;
    rule.resolutions.push_back({*kind, entry.role ? entry.role->known() : std::nullopt});
  }
}

MemberRule to_member_rule(const native::MemberType& entry, std::size_t number) {
  MemberRule rule;
  rule.number = number;
  if (entry.type) {
    const auto kind = entry.type->known();
    if (kind) rule.kind = static_cast<MemberKind>(*kind);
    rule.is_understood = kind.has_value();
  }
  if (entry.role) {
    rule.role = entry.role->known();
    rule.is_understood = rule.is_understood && rule.role;
  }
  if (!entry.type && !entry.role) rule.is_understood = false;
  if (entry.uri) {
    const auto member = rule.kind ? make_member(*rule.kind, *entry.uri) : std::nullopt;
    if (member) rule.value = member->value;
    rule.is_understood = rule.is_understood && member;
  }
  rule.allowed = to_set(entry.allowed_containers);
  if (entry.default_container) rule.default_container = entry.default_container->id;
  if (entry.occurrence_constraint) rule.occurrence = entry.occurrence_constraint->type.known();
  rule.networks = to_networks(added_part(entry.source_networks, entry));
  add_resolutions(added_part(entry.resolution_rules, entry), rule);
  return rule;
}

BlockRule to_block_rule(const native::BlockRuleType& entry, std::size_t number) {
  BlockRule rule;
  rule.number = number;
  const auto kind = entry.type.known();
  rule.is_understood = kind.has_value();
  rule.kind = kind.value_or(BlockKind::invites);
  rule.containers = to_set(entry.containers);
  rule.networks = to_networks(entry.source_networks ? &*entry.source_networks : nullptr);
  for (const auto& bound : entry.choice) {
    if (const auto* const most = std::get_if<native::MaxAvailability>(&bound)) {
      rule.most_availability = most->value;
    } else {
      rule.least_availability = std::get<native::MinAvailability>(bound).value;
    }
  }
  return rule;
}

// Of two containers with one id the first stands.
std::vector<ManifestContainer> declared_containers(const native::ContainersType& containers) {
  std::vector<ManifestContainer> result;
  for (const auto& entry : containers.container) {
    result.push_back({entry.id, entry.visible.value_or(false),
                      entry.avoid_redundant_members.value_or(false),
                      entry.blocked.value_or(false)});
  }
  std::ranges::stable_sort(result, {}, &ManifestContainer::id);
  // clang 14 cannot take std::ranges::unique of this library.
  const auto is_same = [](const auto& one, const auto& other) { return one.id == other.id; };
  result.erase(std::unique(result.begin(), result.end(), is_same), result.end());
  return result;
}

bool holds(const Manifest& manifest, const BlockRule& rule, BlockKind kind, ContainerId container,
           SourceNetwork network, std::optional<std::uint32_t> availability) {
  if (!rule.is_understood || rule.kind != kind) return false;
  if (!manifest.has(rule.containers, container)) return false;
  if (rule.networks && std::ranges::find(*rule.networks, network) == rule.networks->end()) {
    return false;
  }
  if (!rule.least_availability && !rule.most_availability) return true;
  return availability && *availability >= rule.least_availability.value_or(0) &&
         *availability <= rule.most_availability.value_or(~std::uint32_t{0});
}

std::string reason_of(const BlockRule& rule, ContainerId container, SourceNetwork network,
                      std::optional<std::uint32_t> availability) {
  std::string text = "block rule " + std::to_string(rule.number) + " blocks";
  const std::string what = rule.kind == BlockKind::invites ? " calls" : " subscriber prompts";
  text += what;
  if (rule.containers) text += " from container " + describe(container);
  if (rule.networks) text += " from network " + std::string(to_string(network));
  if (rule.least_availability || rule.most_availability) {
    text += " while the owner's availability is " + std::to_string(*availability);
  }
  return text;
}

}  // namespace

const ManifestContainer* Manifest::find(ContainerId id) const {
  const auto found = std::ranges::lower_bound(containers, id, {}, &ManifestContainer::id);
  return found != containers.end() && found->id == id ? &*found : nullptr;
}

bool Manifest::has(const std::optional<ContainerSet>& set, ContainerId id) const {
  if (!set || std::ranges::binary_search(set->listed, id)) return true;
  const auto* const container = set->is_all_visible ? find(id) : nullptr;
  return container != nullptr && container->is_visible;
}

bool Manifest::governs(ContainerId id) const { return serves_watchers(id) && find(id) != nullptr; }

Manifest to_manifest(const native::ContainerManifestListType& list) {
  const auto& source = list.container_manifest;
  Manifest manifest;
  if (source.containers) {
    manifest.containers = declared_containers(*source.containers);
  }
  if (source.members) {
    for (const auto& entry : source.members->member) {
      manifest.member_rules.push_back(to_member_rule(entry, manifest.member_rules.size() + 1));
    }
  }
  if (const auto* const rules = added_part(source.block_rules, source)) {
    for (const auto& entry : rules->block_rule) {
      manifest.block_rules.push_back(to_block_rule(entry, manifest.block_rules.size() + 1));
    }
  }
  if (const auto* const precedence = added_part(source.role_precedence, source)) {
    for (const auto& entry : precedence->role_precedence_entry) {
      if (const auto role = entry.type.known()) manifest.role_precedence.push_back(*role);
    }
  }
  return manifest;
}

BlockDecision is_blocked(const Manifest& manifest, BlockKind kind, ContainerId container,
                         SourceNetwork network, std::optional<std::uint32_t> availability) {
  for (const auto& rule : manifest.block_rules) {
    if (holds(manifest, rule, kind, container, network, availability)) {
      return {true, rule.number, reason_of(rule, container, network, availability)};
    }
  }
  return {false, std::nullopt, "no block rule holds"};
}

}  // namespace presentity::presence
