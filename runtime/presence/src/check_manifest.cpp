// SPDX-License-Identifier: MIT
#include "container_range.hpp"
#include "document_part.hpp"
#include "manifest_parts.hpp"

#include <presentity/presence/container_manifest.hpp>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace presentity::presence {
namespace {

namespace native = native::container_manifest;

constexpr std::string_view manifest_path = "/containerManifestList/containerManifest";

class ManifestChecker {
 public:
  explicit ManifestChecker(const native::ContainerManifestListType& list)
      : source_(list.container_manifest), manifest_(to_manifest(list)) {}

  std::vector<Diagnostic> check() {
    check_containers();
    check_members();
    check_block_rules();
    check_precedence();
    return std::move(findings_);
  }

 private:
  void report(std::string_view rule, std::string path, std::string message, std::string help = {},
              Severity severity = Severity::error) {
    findings_.push_back({severity,
                         rule,
                         {},
                         std::string(manifest_path) + path,
                         {},
                         std::move(message),
                         std::move(help)});
  }

  void check_containers() {
    if (!source_.containers) return;
    const auto& entries = source_.containers->container;
    std::set<ContainerId> ids;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const auto path = "/containers" + path_step("container", i, entries.size()) + "/@id";
      const auto id = entries[i].id;
      if (!ids.insert(id).second) {
        report("duplicate-container", path, "container " + std::to_string(id) + " is already there",
               "the first entry counts");
      }
      if (id > max_container) {
        findings_.push_back(container_out_of_range(id, std::string(manifest_path) + path));
      } else if (id != 0 && !serves_watchers(id)) {
        // Source: controlling-access-to-presence-publications, "predefined container".
        report("bad-container-id", path, "container " + describe(id) + " is for the owner only");
      }
    }
  }

  void check_declared(ContainerId id, const std::string& path) {
    if (manifest_.find(id) == nullptr) {
      report("bad-container-id", path + "/@id",
             "container " + std::to_string(id) + " is not declared in this manifest");
    }
  }

  void check_set(const std::optional<native::AllowedContainersType>& set, const std::string& path,
                 std::string_view rule) {
    if (!set) return;
    const bool is_custom = set->type == native::AllowedContainersTypeEnum::custom;
    if (is_custom && set->container.empty()) {
      report(rule, path, "the set is custom and has no containers", "list them as container");
    }
    for (std::size_t i = 0; i < set->container.size(); ++i) {
      check_declared(set->container[i].id, path + path_step("container", i, set->container.size()));
    }
  }

  void check_members() {
    if (!source_.members) return;
    const auto& entries = source_.members->member;
    std::set<std::tuple<std::string, std::string, std::string, std::vector<SourceNetwork>>> seen;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const auto path = "/members" + path_step("member", i, entries.size());
      const auto& rule = manifest_.member_rules[i];
      check_who(entries[i], rule, path);
      check_where(entries[i], rule, path);
      check_resolutions(rule, path);
      auto networks = rule.networks.value_or(std::vector<SourceNetwork>{});
      std::ranges::sort(networks);
      const auto text = [](const auto& token) { return token ? to_string(*token) : std::string(); };
      if (!seen.insert({text(entries[i].type), text(entries[i].role), rule.value, networks})
               .second) {
        report("repeated-rule", path, "an earlier rule is for the same members",
               "the first one counts", Severity::warning);
      }
    }
  }

  void check_who(const native::MemberType& entry, const MemberRule& rule, const std::string& path) {
    if (!entry.type && !entry.role) {
      report("bad-member-rule", path, "the rule is for nobody", "type or role says for whom");
    }
    if (entry.role && rule.kind.value_or(MemberKind::user) != MemberKind::user) {
      report("bad-member-rule", path + "/@role",
             "only users have roles, and the rule is for " + std::string(to_token(*rule.kind)));
    }
    const bool can_have_uri = rule.kind == MemberKind::user || rule.kind == MemberKind::domain;
    if (entry.uri && !can_have_uri) {
      report("bad-member-rule", path + "/@uri", "only users and domains have a uri");
    } else if (entry.uri && rule.value.empty()) {
      report("bad-member-rule", path + "/@uri", "'" + *entry.uri + "' is nobody");
    }
  }

  void check_where(const native::MemberType& entry, const MemberRule& rule,
                   const std::string& path) {
    check_set(entry.allowed_containers, path + "/allowedContainers", "bad-member-rule");
    if (!rule.default_container) return;
    const auto id = *rule.default_container;
    check_declared(id, path + "/defaultContainer");
    if (!manifest_.has(rule.allowed, id)) {
      report("bad-member-rule", path + "/defaultContainer/@id",
             "the default container " + std::to_string(id) + " is not one of those allowed");
    } else if (id == 0) {
      report("bad-member-rule", path + "/defaultContainer/@id",
             "the members of container 0 are fixed");
    }
  }

  void check_resolutions(const MemberRule& rule, const std::string& path) {
    std::set<std::pair<ResolutionKind, std::optional<Role>>> seen;
    for (const auto& resolution : rule.resolutions) {
      if (!seen.insert({resolution.kind, resolution.role}).second) {
        report("repeated-rule", path, "a resolution rule is stated twice", {}, Severity::warning);
      }
      if (resolution.kind == ResolutionKind::force_role) {
        check_forced_role(resolution, rule, path);
      } else if (resolution.kind == ResolutionKind::move_to_default_container) {
        if (!rule.default_container) {
          report("bad-member-rule", path, "moveToDefaultContainer without a defaultContainer");
        } else if (rule.occurrence == Occurrence::zero) {
          report("bad-member-rule", path, "moveToDefaultContainer for members of no container",
                 "removeFromContainer is what fits occurrenceConstraint zero");
        }
      }
    }
  }

  void check_forced_role(const ResolutionRule& resolution, const MemberRule& rule,
                         const std::string& path) {
    if (!resolution.role) {
      return report("bad-member-rule", path, "forceRole without a role that is known",
                    "role says which: buddy or delegate");
    }
    if (rule.kind.value_or(MemberKind::user) != MemberKind::user) {
      report("bad-member-rule", path, "forceRole for members that are no users");
    }
    const auto has_rule = [&](const MemberRule& other) { return other.role == resolution.role; };
    if (std::ranges::none_of(manifest_.member_rules, has_rule)) {
      report("bad-member-rule", path,
             "forceRole to " + std::string(to_token(*resolution.role)) +
                 ", and no rule is for that role");
    }
  }

  void check_block_rules() {
    const auto* const rules = added_part(source_.block_rules, source_);
    if (rules == nullptr) return;
    std::set<std::tuple<std::string, std::optional<ContainerSet>,
                        std::optional<std::vector<SourceNetwork>>, std::optional<std::uint32_t>,
                        std::optional<std::uint32_t>>>
        seen;
    for (std::size_t i = 0; i < rules->block_rule.size(); ++i) {
      const auto& entry = rules->block_rule[i];
      const auto& rule = manifest_.block_rules[i];
      const auto path = "/blockRules" + path_step("blockRule", i, rules->block_rule.size());
      check_set(entry.containers, path + "/containers", "bad-block-rule");
      if (entry.choice.size() == 2 && entry.choice[0].index() == entry.choice[1].index()) {
        report("bad-block-rule", path, "a bound of the availability is given twice");
      } else if (rule.least_availability && rule.most_availability &&
                 *rule.least_availability > *rule.most_availability) {
        report("bad-block-rule", path,
               "minAvailability " + std::to_string(*rule.least_availability) +
                   " is greater than maxAvailability " + std::to_string(*rule.most_availability),
               "the rule never holds");
      }
      if (!seen.insert({to_string(entry.type), rule.containers, rule.networks,
                        rule.least_availability, rule.most_availability})
               .second) {
        report("repeated-rule", path, "an earlier block rule is the same", {}, Severity::warning);
      }
    }
  }

  void check_precedence() {
    const auto* const precedence = added_part(source_.role_precedence, source_);
    if (precedence == nullptr) return;
    const auto& entries = precedence->role_precedence_entry;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (seen.insert(to_string(entries[i].type)).second) continue;
      report("repeated-rule",
             "/rolePrecedence" + path_step("rolePrecedenceEntry", i, entries.size()),
             "the role " + to_string(entries[i].type) + " is already there",
             "the first entry counts", Severity::warning);
    }
  }

  const native::ContainerManifestType& source_;
  Manifest manifest_;
  std::vector<Diagnostic> findings_;
};

}  // namespace

std::vector<Diagnostic> check_manifest(const native::ContainerManifestListType& list) {
  return ManifestChecker(list).check();
}

}  // namespace presentity::presence
