// SPDX-License-Identifier: MIT
#include "describe/describers.hpp"

#include <presentity/presence/containers.hpp>

#include <map>
#include <set>

namespace presentity::presence::describing {
namespace {

namespace manifest = native::container_manifest;
namespace grammar = native::category_publication_manifest;

void add_container(Facts& facts, const manifest::ContainerType& container) {
  std::vector<std::string> words;
  words.emplace_back(container.visible.value_or(false) ? "visible" : "not visible");
  if (container.blocked.value_or(false)) words.emplace_back("for those who are blocked");
  if (container.avoid_redundant_members.value_or(false)) {
    words.emplace_back("no redundant members");
  }
  auto& fact = add(facts, "container " + describe(container.id), joined(words));
  add_tail(fact.details, container);
}

std::string ids_of(const manifest::AllowedContainersType& allowed) {
  if (allowed.container.empty()) return to_text(allowed.type);
  std::vector<std::string> ids;
  for (const auto& container : allowed.container) ids.push_back(std::to_string(container.id));
  return joined(ids);
}

std::string networks_of(const manifest::SourceNetworksType& networks) {
  std::vector<std::string> names;
  for (const auto& network : networks.source_network) names.push_back(to_text(network.type));
  return joined(names);
}

void add_rules(Facts& facts, const manifest::ResolutionRulesType& rules) {
  for (const auto& rule : rules.resolution_rule) {
    add(facts, "otherwise", to_text(rule.type) + (rule.role ? ' ' + to_text(*rule.role) : ""));
    add_tail(facts, rule);
  }
}

struct AddMemberBlock {
  Facts& facts;

  void operator()(const manifest::SourceNetworksType& networks) const {
    add(facts, "from", networks_of(networks));
  }
  void operator()(const manifest::ResolutionRulesType& rules) const { add_rules(facts, rules); }
  template <class T>
  void operator()(const T& /*other*/) const {
    add(facts, "misplaced", "an element of another part of the manifest");
  }
};

void add_member(Facts& facts, const manifest::MemberType& member) {
  std::vector<std::string> who;
  if (member.role) who.push_back(to_text(*member.role));
  if (member.type) who.push_back(to_text(*member.type));
  if (member.uri) who.push_back(*member.uri);
  auto& fact = add(facts, "member", joined(who, " "));
  if (member.source_networks) add(fact.details, "from", networks_of(*member.source_networks));
  if (member.allowed_containers) {
    add(fact.details, "allowed in", ids_of(*member.allowed_containers));
  }
  if (member.default_container) {
    add(fact.details, "by default in", describe(member.default_container->id));
  }
  if (member.occurrence_constraint) {
    add(fact.details, "how many", to_text(member.occurrence_constraint->type));
  }
  if (member.resolution_rules) add_rules(fact.details, *member.resolution_rules);
  add_tail(fact.details, member, AddMemberBlock{fact.details});
}

void add_block_rules(Facts& facts, const manifest::BlockRulesType& rules) {
  for (const auto& rule : rules.block_rule) {
    std::vector<std::string> when;
    if (rule.containers) when.push_back("from members of " + ids_of(*rule.containers));
    if (rule.source_networks) when.push_back("from " + networks_of(*rule.source_networks));
    for (const auto& limit : rule.choice) {
      const auto* const most = std::get_if<manifest::MaxAvailability>(&limit);
      const auto* const least = std::get_if<manifest::MinAvailability>(&limit);
      if (most != nullptr) when.push_back("up to availability " + std::to_string(most->value));
      if (least != nullptr) when.push_back("from availability " + std::to_string(least->value));
    }
    auto& fact = add(facts, "blocks " + to_text(rule.type), joined(when));
    add_tail(fact.details, rule);
  }
}

void add_precedence(Facts& facts, const manifest::RolePrecedenceType& precedence) {
  std::vector<std::string> roles;
  for (const auto& entry : precedence.role_precedence_entry) roles.push_back(to_text(entry.type));
  add(facts, "roles, the first goes before", joined(roles));
}

struct AddManifestBlock {
  Facts& facts;

  void operator()(const manifest::BlockRulesType& rules) const { add_block_rules(facts, rules); }
  void operator()(const manifest::RolePrecedenceType& precedence) const {
    add_precedence(facts, precedence);
  }
  template <class T>
  void operator()(const T& /*other*/) const {
    add(facts, "misplaced", "an element of another part of the manifest");
  }
};

}  // namespace

std::string container_manifest(const manifest::ContainerManifestListType& value,
                               const Scope& /*scope*/, Facts& facts) {
  const auto& one = value.container_manifest;
  std::size_t containers = 0;
  std::size_t members = 0;
  if (one.containers) {
    for (const auto& container : one.containers->container) add_container(facts, container);
    containers = one.containers->container.size();
    add_tail(facts, *one.containers);
  }
  if (one.members) {
    for (const auto& member : one.members->member) add_member(facts, member);
    members = one.members->member.size();
  }
  if (one.block_rules) add_block_rules(facts, *one.block_rules);
  if (one.role_precedence) add_precedence(facts, *one.role_precedence);
  add_tail(facts, one, AddManifestBlock{facts});
  add(facts, "for clients from version", value.min_supported_client_version);
  add_tail(facts, value);
  return "manifest of " + count_of(containers, "container") + " and " + count_of(members, "rule") +
         " for members";
}

namespace {

bool is_stylesheet(const grammar::CategoryDataType& data) {
  for (const auto& content : data.content) {
    const auto* const element = std::get_if<RawElement>(&content);
    if (element != nullptr && name_of(*element).ends_with("stylesheet")) return true;
  }
  return false;
}

std::string data_text(const grammar::CategoryDataType* data, bool is_transformation) {
  if (data == nullptr || data->content.empty()) {
    return is_transformation ? "published as it is" : "no value";
  }
  if (is_stylesheet(*data)) return "changed by a stylesheet";
  return is_transformation ? "replaced by a fixed value" : "a fixed value";
}

std::string rule_text(const grammar::PublicationRuleType& rule) {
  using enum grammar::RuleTypeEnum;
  const grammar::CategoryDataType* data = nullptr;
  std::string instance;
  std::string expiry = "expires with the endpoint";  // where no expireType stands: expiretype page
  for (const auto& choice : rule.choice) {
    if (const auto* const id = std::get_if<grammar::InstanceIdType>(&choice)) {
      instance = ", instance " + (id->value ? id->value->text() : to_text(id->type));
    } else if (const auto* const type = std::get_if<grammar::ExpireTypeType>(&choice)) {
      expiry = "expires: " + to_text(type->type);
      if (type->expire_time) expiry += ' ' + type->expire_time->text();
    } else {
      data = &std::get<grammar::CategoryDataType>(choice);
    }
  }
  const auto type = rule.rule_type.known();
  if (type == cleanup) return "removed" + instance;
  const auto when = type == bootstrap ? "at the first start: " : "";
  const auto unknown = type ? "" : to_text(rule.rule_type) + ": ";
  return unknown + when + data_text(data, type == transformation) + instance + ", " + expiry;
}

}  // namespace

std::string publication_manifest(const grammar::CategoryPublicationManifestType& value,
                                 const Scope& /*scope*/, Facts& facts) {
  std::set<std::string> categories;
  for (const auto& rule : value.publication_list.publication_rule) {
    const auto id = rule.container_id.to_int64();
    const bool is_container = id && *id >= 0 && *id <= 32767;
    const auto container =
        is_container ? describe(static_cast<std::uint32_t>(*id)) : rule.container_id.text();
    auto& fact = add(facts, rule.category_name + " to container " + container, rule_text(rule));
    if (rule.preferred_self_consumption.value_or(false)) {
      fact.text += ", preferred by the user's own clients";
    }
    add_tail(fact.details, rule);
    categories.insert(rule.category_name);
  }
  add_tail(facts, value.publication_list);
  add(facts, "for clients from version", value.min_supported_client_version);
  add_tail(facts, value);
  return "publication grammar: " +
         count_of(value.publication_list.publication_rule.size(), "rule") + " for " +
         joined_or_nothing({categories.begin(), categories.end()});
}

}  // namespace presentity::presence::describing
