// SPDX-License-Identifier: MIT
#include "cli/presence_options.hpp"

#include "cli/options.hpp"
#include "cli/suggest.hpp"

#include <presentity/date_time.hpp>
#include <presentity/presence/timeline.hpp>
#include <presentity/schemas.hpp>

#include <CLI/CLI.hpp>

namespace presentity::cli {
namespace {

using namespace presence;

Result<std::vector<std::string>, std::string> read_domains(const std::vector<std::string>& names) {
  std::vector<std::string> domains;
  for (const auto& name : names) {
    const auto domain = make_member(MemberKind::domain, name);
    if (!domain) return Unexpected{"'" + name + "' is no domain; one is written as contoso.com"};
    domains.push_back(domain->value);
  }
  return domains;
}

Result<Address, std::string> read_address(const std::string& uri) {
  if (const auto address = parse_address(uri)) return *address;
  return Unexpected{"'" + uri + "' is no SIP address; one is written as sip:mary@contoso.com"};
}

}  // namespace

void add_owner_options(CLI::App& command, OwnerOptions& options) {
  command.add_option("--uri", options.uri, "The owner, where the document does not say")
      ->type_name("SIP-URI");
  const auto add_domains = [&](const char* name, std::vector<std::string>& domains,
                               const char* what) {
    command.add_option(name, domains, what)->allow_extra_args(false)->type_name("DOMAIN");
  };
  add_domains("--enterprise", options.enterprise_domains,
              "Of the owner's enterprise, beside the owner's own (repeatable)");
  add_domains("--public", options.public_domains, "Of a public messaging provider (repeatable)");
  add_domains("--federated", options.federated_domains,
              "Of a federated enterprise (repeatable); default: every other domain");
  add_variant_option(command, "--policy", {"member-kind", "largest-id"}, options.policy,
                     "How one of several memberships is chosen");
}

Result<Owner, std::string> read_owner(const OwnerOptions& options, const std::string& stored_uri) {
  const auto& uri = options.uri.empty() ? stored_uri : options.uri;
  if (uri.empty()) {
    return Unexpected{
        std::string("the document does not say whose containers these are; --uri does")};
  }
  const auto address = read_address(uri);
  if (!address) return Unexpected{address.error()};
  const auto enterprise = read_domains(options.enterprise_domains);
  if (!enterprise) return Unexpected{enterprise.error()};
  const auto public_clouds = read_domains(options.public_domains);
  if (!public_clouds) return Unexpected{public_clouds.error()};
  const auto federated = read_domains(options.federated_domains);
  if (!federated) return Unexpected{federated.error()};
  Owner owner{*address, *enterprise, *public_clouds, std::nullopt};
  if (!federated->empty()) owner.federated_domains = *federated;
  return owner;
}

AccessPolicy policy_of(const OwnerOptions& options) noexcept {
  return options.policy == "largest-id" ? AccessPolicy::largest_id : AccessPolicy::member_kind;
}

void add_watcher_option(CLI::App& command, std::vector<std::string>& watchers,
                        const std::string& description, bool is_required) {
  command.add_option("--as", watchers, description)
      ->required(is_required)
      ->allow_extra_args(false)
      ->type_name("SIP-URI");
}

Result<std::vector<Address>, std::string> read_watchers(const std::vector<std::string>& watchers) {
  std::vector<Address> addresses;
  for (const auto& watcher : watchers) {
    const auto address = read_address(watcher);
    if (!address) return Unexpected{address.error()};
    addresses.push_back(*address);
  }
  return addresses;
}

std::string unknown_category(const std::string& name) {
  const auto& registry = Schemas::built_in().registry();
  if (name.empty() || registry.find(name) != nullptr) return {};
  std::vector<std::string_view> names;
  for (const auto& category : registry.categories) names.push_back(category.name);
  return "unknown category '" + name + "'" + did_you_mean(name, names);
}

void add_aggregated_option(CLI::App& command, std::vector<ContainerId>& containers,
                           const std::string& description) {
  command.add_option("--container", containers, description)
      ->type_name("ID")
      ->allow_extra_args(false);
}

std::string not_aggregated(const std::vector<ContainerId>& containers) {
  for (const auto container : containers) {
    if (aggregated_from(container)) continue;
    return "no state is aggregated into container " + std::to_string(container) +
           "; the containers are 2, 3, 100, 200, 300 and 400";
  }
  return {};
}

void add_time_option(CLI::App& command, const std::string& name, std::string& time,
                     const std::string& description) {
  command.add_option(name, time, description + "; UTC unless it has a zone")->type_name("TIME");
}

Result<std::optional<TimePoint>, std::string> read_time(const std::string& time) {
  if (time.empty()) return std::optional<TimePoint>();
  const auto read = parse_date_time(time);
  const auto instant = read ? to_instant(*read) : std::nullopt;
  if (instant) return instant;
  return Unexpected{"'" + time + "' is no time; a time is written as 2013-02-01T12:00:00Z"};
}

}  // namespace presentity::cli
