// SPDX-License-Identifier: MIT
#include "describe/describers.hpp"

#include <presentity/presence/containers.hpp>

#include <map>
#include <tuple>

namespace presentity::presence::describing {
namespace {

// What an instance says, in one line; unfolded if that is asked for.
void add_value(Fact& fact, const RawElement& value, std::string_view category, const Scope& scope) {
  auto description = describe_value(value, scope, category);
  fact.text = std::move(description.headline);
  if (scope.options.unfolds_envelopes) fact.details = std::move(description.facts);
}

std::string expiry_text(std::string_view type, std::optional<std::uint32_t> expires) {
  if (expires == 0U) return "deleted";
  if (type == "static") return "kept";
  if (type == "user") return "until the user signs out";
  if (type == "endpoint") return "until the endpoint signs out";
  const auto seconds = expires ? std::to_string(*expires) + " s" : std::string();
  if (type == "time") return seconds.empty() ? "for a time" : "for " + seconds;
  const auto unknown = type.empty() ? std::string() : std::string(type) + " (unknown)";
  return unknown + (unknown.empty() || seconds.empty() ? "" : ", ") + seconds;
}

using native::categories::CategoryType;

Fact fact_of(const CategoryType& category, const Scope& scope) {
  Fact fact;
  fact.label = category.name;
  if (category.instance) fact.label += ' ' + instance_text(*category.instance, category.name);
  if (category.any) {
    add_value(fact, *category.any, category.name, scope);
  } else {
    // Digest, section 3.3.
    fact.text = category.instance ? "no value" : "no instance left";
  }
  std::vector<std::string> notes;
  if (category.version) notes.push_back("version " + std::to_string(*category.version));
  if (category.expire_type || category.expires) {
    notes.push_back(
        expiry_text(category.expire_type ? category.expire_type->text() : "", category.expires));
  }
  if (category.publish_time) notes.push_back("published " + to_string(*category.publish_time));
  if (category.endpoint_id) notes.push_back("by endpoint " + *category.endpoint_id);
  if (!notes.empty()) add(fact.details, "publication", joined(notes));
  add_unknown(fact.details, category.other_attributes);
  return fact;
}

// One fact a container, with its instances; those without a container stand alone, as watchers
// receive them.
void add_categories(Facts& facts, const std::vector<CategoryType>& categories, const Scope& scope) {
  std::map<std::uint32_t, Facts> containers;
  for (const auto& category : categories) {
    auto& place = category.container ? containers[*category.container] : facts;
    place.push_back(fact_of(category, scope));
  }
  for (auto& [container, instances] : containers) {
    auto& fact =
        add(facts, "container " + describe(container), count_of(instances.size(), "instance"));
    fact.details = std::move(instances);
  }
}

// Such as `2 contactCard, 1 note`.
template <class Item>
std::string kinds_of(const std::vector<Item>& items) {
  std::map<std::string, std::size_t> counts;
  for (const auto& item : items) {
    if constexpr (requires { item.category_name; }) {
      ++counts[item.category_name];
    } else {
      ++counts[item.name];
    }
  }
  std::vector<std::string> parts;
  for (const auto& [name, count] : counts) parts.push_back(std::to_string(count) + ' ' + name);
  return joined_or_nothing(parts);
}

}  // namespace

std::string categories(const native::categories::CategoriesType& value, const Scope& scope,
                       Facts& facts) {
  add_categories(facts, value.category, scope);
  add_unknown(facts, value.other_attributes);
  return "presence" + (value.uri ? " of " + *value.uri : std::string()) + ": " +
         kinds_of(value.category);
}

std::string publish(const native::rich_presence::PublishType& value, const Scope& scope,
                    Facts& facts) {
  const auto& publications = value.publications;
  for (const auto& publication : publications.publication) {
    auto& fact = add(facts, publication.category_name + ' ' +
                                instance_text(publication.instance, publication.category_name) +
                                " in container " + describe(publication.container));
    if (publication.any) {
      add_value(fact, *publication.any, publication.category_name, scope);
    } else {
      fact.text = publication.expires == 0U ? "is deleted" : "no value";
    }
    std::vector<std::string> notes;
    if (publication.version) notes.push_back("version " + std::to_string(*publication.version));
    if (publication.expire_type || publication.expires) {
      notes.push_back(
          expiry_text(publication.expire_type ? publication.expire_type->text() : "endpoint",
                      publication.expires));
    }
    if (!notes.empty()) add(fact.details, "publication", joined(notes));
    add_unknown(fact.details, publication.other_attributes);
  }
  add_unknown(facts, publications.other_attributes);
  add_unknown(facts, value.other_attributes);
  return "request of " + publications.uri + " to publish " + kinds_of(publications.publication);
}

std::string roaming_data(const native::roaming_self::RoamingDataType& value, const Scope& scope,
                         Facts& facts) {
  std::vector<std::string> headline;
  for (const auto& element : value.any) {
    auto described = describe_element(element, scope);
    if (!described) {
      add_unknown(facts, element);
      continue;
    }
    auto& fact = add(facts, std::string(name_of(element)));
    if (!*described) {
      fact.text = "invalid: " + described->error().front().message;
      continue;
    }
    fact.label = (*described)->root;
    fact.text = (*described)->headline;
    fact.details = std::move((*described)->facts);
    headline.push_back(fact.label);
  }
  add_unknown(facts, value.other_attributes);
  return "the user's own data: " + joined_or_nothing(headline);
}

std::string roaming_list(const native::roaming_self::RoamingListType& value, const Scope& /*scope*/,
                         Facts& facts) {
  std::vector<std::string> types;
  for (const auto& roaming : value.roaming) {
    types.push_back(to_text(roaming.type));
    add_unknown(facts, roaming.other_attributes);
  }
  add_unknown(facts, value.any);
  add_unknown(facts, value.other_attributes);
  return "request for the user's own data: " + joined_or_nothing(types);
}

namespace {

template <class Member>
std::string member_text(const Member& member) {
  return to_text(member.type) + (member.value ? ' ' + *member.value : std::string());
}

template <class Container>
Fact& add_container(Facts& facts, const Container& container) {
  auto& fact = add(facts, "container " + describe(container.id));
  if (container.version) fact.text = "version " + std::to_string(*container.version);
  for (const auto& member : container.member) {
    std::string label = "member";
    if constexpr (requires { member.action; }) label = to_text(member.action);
    auto& entry = add(fact.details, label, member_text(member));
    add_unknown(entry.details, member.any);
    add_unknown(entry.details, member.other_attributes);
  }
  if (container.member.empty()) add(fact.details, "member", "nobody");
  add_unknown(fact.details, container.any);
  add_unknown(fact.details, container.other_attributes);
  return fact;
}

}  // namespace

std::string containers(const native::containers::ContainersType& value, const Scope& /*scope*/,
                       Facts& facts) {
  for (const auto& container : value.container) add_container(facts, container);
  add_unknown(facts, value.any);
  add_unknown(facts, value.other_attributes);
  return count_of(value.container.size(), "container");
}

std::string set_container_members(
    const native::container_management::SetContainerMembersType& value, const Scope& /*scope*/,
    Facts& facts) {
  std::size_t changes = 0;
  for (const auto& container : value.container) {
    add_container(facts, container);
    changes += container.member.size();
  }
  add_unknown(facts, value.any);
  add_unknown(facts, value.other_attributes);
  return "request for " + count_of(changes, "change") + " of members in " +
         count_of(value.container.size(), "container");
}

std::string fault(const native::fault::FaultType& value, const Scope& /*scope*/, Facts& facts) {
  if (value.details) {
    for (const auto& operation : value.details->operation) {
      const auto number = [](std::optional<std::uint32_t> version) {
        return version ? std::to_string(*version) : std::string("unknown");
      };
      auto& fact = add(facts, "publication " + std::to_string(operation.index) + " of the request",
                       "had version " + number(operation.version) + ", but the current one is " +
                           number(operation.cur_version));
      add_unknown(fact.details, operation.any);
      add_unknown(fact.details, operation.other_attributes);
    }
    add_unknown(facts, value.details->any);
    add_unknown(facts, value.details->other_attributes);
  }
  add_unknown(facts, value.any);
  add_unknown(facts, value.other_attributes);
  const bool is_conflict =
      value.faultcode.known() == native::fault::FaultcodeEnum::client_bad_call_wrong_delta;
  return is_conflict ? "refused: somebody published in between (" + to_text(value.faultcode) + ')'
                     : "refused: " + to_text(value.faultcode);
}

std::string subscribers(const native::presence_subscribers::SubscribersType& value,
                        const Scope& /*scope*/, Facts& facts) {
  for (const auto& subscriber : value.subscriber) {
    std::vector<std::string> parts;
    if (subscriber.display_name) parts.push_back(*subscriber.display_name);
    if (subscriber.type) parts.push_back(to_text(*subscriber.type));
    parts.emplace_back(subscriber.acknowledged ? "acknowledged" : "not acknowledged yet");
    auto& fact = add(facts, subscriber.user, joined(parts));
    if (subscriber.context) add_unknown(fact.details, subscriber.context->any);
    add_unknown(fact.details, subscriber.any);
    add_unknown(fact.details, subscriber.other_attributes);
  }
  add_unknown(facts, value.any);
  add_unknown(facts, value.other_attributes);
  return count_of(value.subscriber.size(), "subscriber");
}

std::string set_subscribers(const native::presence_subscribers::SetSubscribersType& value,
                            const Scope& /*scope*/, Facts& facts) {
  add_unknown(facts, value.subscriber.any);
  add_unknown(facts, value.subscriber.other_attributes);
  add_unknown(facts, value.any);
  add_unknown(facts, value.other_attributes);
  return "request to acknowledge the subscriber " + value.subscriber.user;
}

std::string batch_subscribe(const native::batch_subscribe::BatchSubType& value,
                            const Scope& /*scope*/, Facts& facts) {
  for (const auto& action : value.action) {
    auto& fact = add(facts, to_text(action.name));
    if (action.adhoc_list) {
      for (const auto& resource : action.adhoc_list->resource) {
        add(fact.details, "presence of", resource.uri);
        add_unknown(fact.details, resource.any);
      }
      add_unknown(fact.details, action.adhoc_list->any);
    }
    if (action.category_list) {
      std::vector<std::string> names;
      for (const auto& category : action.category_list->category) names.push_back(category.name);
      add(fact.details, "categories", joined(names));
    }
    add_unknown(fact.details, action.other_attributes);
  }
  add_unknown(facts, value.any);
  add_unknown(facts, value.other_attributes);
  return "subscription of " + value.uri;
}

std::string subscription_context(const native::subscription_context::SubscriptionContextType& value,
                                 const Scope& /*scope*/, Facts& facts) {
  const bool is_contact = value.watcher && value.watcher->contact_list;
  if (value.watcher) {
    if (is_contact) add_tail(facts, *value.watcher->contact_list);
    add_tail(facts, *value.watcher);
  }
  add_tail(facts, value);
  return is_contact ? "the watcher has the presentity in the contact list"
                    : "context of a subscription";
}

namespace {

using native::provision_group_list::PropertyEntryListType;
using native::provision_group_list::PropertyType;

void add_properties(Facts& facts, const std::vector<PropertyType>& properties) {
  for (const auto& property : properties) {
    auto& fact = add(facts, property.name, property.value);
    add_unknown(fact.details, property.other_attributes);
  }
}

}  // namespace

std::string property_entry_list(const PropertyEntryListType& value, const Scope& /*scope*/,
                                Facts& facts) {
  add_properties(facts, value.property);
  add_unknown(facts, value.any);
  add_unknown(facts, value.other_attributes);
  return value.property.size() == 1 ? "1 property"
                                    : std::to_string(value.property.size()) + " properties";
}

std::string provision_groups(const native::provision_group_list::ProvisionGroupListType& value,
                             const Scope& scope, Facts& facts) {
  std::vector<std::string> names;
  for (const auto& group : value.provision_group) {
    names.push_back(to_text(group.name));
    auto& fact = add(facts, names.back());
    for (const auto& element : group.any) {
      auto described = describe_element(element, scope);
      if (described && *described) {
        auto& part = add(fact.details, (*described)->root, (*described)->headline);
        part.details = std::move((*described)->facts);
      } else {
        add(fact.details, "settings", "<" + std::string(name_of(element)) + ">, not described");
      }
    }
    add_unknown(fact.details, group.other_attributes);
  }
  add_unknown(facts, value.any);
  add_unknown(facts, value.other_attributes);
  return "settings from the server: " + joined_or_nothing(names);
}

std::string provisioning_request(
    const native::provisioning_request::ProvisioningGroupListType& value, const Scope& /*scope*/,
    Facts& facts) {
  std::vector<std::string> names;
  for (const auto& group : value.provisioning_group) {
    names.push_back(to_text(group.name));
    add(facts, "opaque data for " + names.back(), group.opaque);
    add_unknown(facts, group.other_attributes);
  }
  add(facts, "subnet", value.subnet);
  add_unknown(facts, value.any);
  add_unknown(facts, value.other_attributes);
  return "request for settings: " + joined_or_nothing(names);
}

}  // namespace presentity::presence::describing
