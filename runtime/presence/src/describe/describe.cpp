// SPDX-License-Identifier: MIT
#include "category_value.hpp"
#include "describe/describers.hpp"
#include "report_builder.hpp"

#include <presentity/validator.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace presentity::presence {
namespace describing {
namespace {

using Described = Result<Description, std::vector<Diagnostic>>;

struct Describer {
  std::string_view root;  // No two built-in document elements have the same local name.
  Described (*describe)(std::string_view xml, const Scope& scope);
};

template <auto read, auto facts_of>
Described with(std::string_view xml, const Scope& scope) {
  const auto value = read(xml, scope.options.limits);
  if (!value) return Unexpected{value.error()};
  Description description;
  description.headline = facts_of(*value, scope, description.facts);
  return description;
}

constexpr std::array describers = {
    Describer{"alerts", &with<&native::alerts::read_alerts, &alerts>},
    Describer{"batchSub", &with<&native::batch_subscribe::read_batch_sub, &batch_subscribe>},
    Describer{"calendarData", &with<&native::calendar_data::read_calendar_data, &calendar_data>},
    Describer{"categories", &with<&native::categories::read_categories, &categories>},
    Describer{"categoryPublicationManifest",
              &with<&native::category_publication_manifest::read_category_publication_manifest,
                    &publication_manifest>},
    Describer{"contactCard", &with<&native::contact_card::read_contact_card, &contact_card>},
    Describer{
        "containerManifestList",
        &with<&native::container_manifest::read_container_manifest_list, &container_manifest>},
    Describer{"containers", &with<&native::containers::read_containers, &containers>},
    Describer{"device", &with<&native::device::read_device, &device>},
    Describer{"Fault", &with<&native::fault::read_fault, &fault>},
    Describer{"legacyInterop", &with<&native::categories::read_legacy_interop, &legacy_interop>},
    Describer{"mwi", &with<&native::mwi::read_mwi, &mwi>},
    Describer{"note", &with<&native::note::read_note, &note>},
    Describer{"noteHistory", &with<&native::note::read_note_history, &note>},
    Describer{"otherOptions", &with<&native::other_options::read_other_options, &other_options>},
    Describer{"propertyEntryList",
              &with<&native::provision_group_list::read_property_entry_list, &property_entry_list>},
    Describer{"provisionGroupList",
              &with<&native::provision_group_list::read_provision_group_list, &provision_groups>},
    Describer{
        "provisioningGroupList",
        &with<&native::provisioning_request::read_provisioning_group_list, &provisioning_request>},
    Describer{"publish", &with<&native::rich_presence::read_publish, &publish>},
    Describer{"rccOptions", &with<&native::rcc_options::read_rcc_options, &rcc_options>},
    Describer{"roamingData", &with<&native::roaming_self::read_roaming_data, &roaming_data>},
    Describer{"roamingList", &with<&native::roaming_self::read_roaming_list, &roaming_list>},
    Describer{"routing", &with<&native::routing::read_routing, &routing>},
    Describer{"services", &with<&native::service::read_services, &services>},
    Describer{
        "setContainerMembers",
        &with<&native::container_management::read_set_container_members, &set_container_members>},
    Describer{"setSubscribers",
              &with<&native::presence_subscribers::read_set_subscribers, &set_subscribers>},
    Describer{"state", &with<&native::state::read_state, &state>},
    Describer{"subscribers", &with<&native::presence_subscribers::read_subscribers, &subscribers>},
    Describer{
        "subscriptionContext",
        &with<&native::subscription_context::read_subscription_context, &subscription_context>},
    Describer{"userInformation",
              &with<&native::user_information::read_user_information, &user_information>},
    Describer{"userProperties", &with<&native::categories::read_user_properties, &user_properties>},
};

std::optional<Described> describe_root(std::string_view root, std::string_view xml,
                                       const Scope& scope) {
  const auto* const found = std::ranges::find(describers, root, &Describer::root);
  if (found == describers.end()) return std::nullopt;
  auto result = found->describe(xml, scope);
  if (result) result->root = root;
  return result;
}

}  // namespace

std::optional<Described> describe_element(const RawElement& element, const Scope& envelope,
                                          std::string_view category) {
  if (envelope.nesting == most_nesting) return std::nullopt;
  const auto name = name_of(element);
  return describe_root(name.substr(name.find(':') + 1), element.xml,
                       {envelope.options, category, envelope.nesting + 1});
}

Description describe_value(const RawElement& value, const Scope& envelope,
                           std::string_view category) {
  auto described = describe_element(value, envelope, category);
  if (described && *described) return **std::move(described);
  Description description;
  description.headline = described ? "invalid: " + described->error().front().message
                                   : "unknown content <" + std::string(name_of(value)) + ">";
  return description;
}

}  // namespace describing

Result<Description, std::vector<Diagnostic>> describe(std::string_view xml,
                                                      const DescribeOptions& options) {
  const Validator validator(Schemas::built_in(), options.limits);
  auto report = validator.validate(xml);
  if (report.verdict != Verdict::valid) return Unexpected{detail::errors_of(std::move(report))};
  if (!options.category.empty()) {
    const auto value = check_value(xml, options.category, validator);
    if (!value) return Unexpected{value.error()};
  }
  auto described = describing::describe_root(report.root, xml, {options, options.category});
  if (described) return *std::move(described);
  Diagnostic problem;
  problem.rule = "unknown-root";
  problem.message = "<" + report.root + "> is an element that cannot be described";
  problem.position = {1, 1};
  return Unexpected{std::vector{problem}};
}

std::string headline(const RawElement& value, std::string_view category,
                     const DescribeOptions& options) {
  return describing::describe_value(value, {options}, category).headline;
}

}  // namespace presentity::presence
