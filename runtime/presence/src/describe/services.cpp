// SPDX-License-Identifier: MIT
#include "capability_kind.hpp"
#include "describe/describers.hpp"

#include <map>
#include <string>
#include <variant>

namespace presentity::presence::describing {
namespace {

// The name of the element, but for text: device-capabilities.
template <class Choice>
std::string capability_name(const Choice& choice) {
  const auto kind = std::visit(
      []<class Capability>(const Capability&) { return capability_kind<Capability>(); }, choice);
  return std::string(kind == CapabilityKind::text ? "instant messaging" : to_string(kind));
}

// What the device can do with it.
template <class Capability>
std::string directions(const Capability& value) {
  std::vector<std::string> words;
  if (value.render.value_or(false)) words.emplace_back("render");
  if (value.capture.value_or(false)) words.emplace_back("capture");
  if (value.publish.value_or(false)) words.emplace_back("publish");
  return words.empty() ? "neither render, capture nor publish" : joined(words, " and ");
}

// Capabilities with the same directions and endpoint in one line.
template <class Capabilities>
void add_capabilities(Facts& facts, const Capabilities& capabilities) {
  std::map<std::string, std::vector<std::string>> groups;
  for (const auto& choice : capabilities.choice) {
    std::visit(
        [&](const auto& capability) {
          const auto& value = capability.value;
          std::string key = directions(value);
          if (value.preferred_endpoint_id) {
            key += ", best at " + *value.preferred_endpoint_id;
            if (value.device_availability) {
              key += " (" + availability_text(value.device_availability) + ')';
            }
          }
          groups[key].push_back(capability_name(choice));
          add_unknown(facts, value.other_attributes);
        },
        choice);
  }
  if (groups.empty()) add(facts, "capabilities", "none");
  for (const auto& [key, names] : groups) add(facts, key, joined(names));
  add_tail(facts, capabilities);
}

template <class Capabilities>
std::vector<std::string> names_in(const Capabilities& capabilities) {
  std::vector<std::string> names;
  for (const auto& choice : capabilities.choice) names.push_back(capability_name(choice));
  return names;
}

}  // namespace

std::string device(const native::device::DeviceType& value, const Scope& /*scope*/, Facts& facts) {
  add(facts, "endpoint", value.endpoint_id);
  add(facts, "GRUU", value.gruu);
  add(facts, "machine", value.machine_name);
  if (value.timezone) add(facts, "time zone", to_string(*value.timezone));
  std::size_t count = 0;
  for (const auto& capabilities : value.capabilities) {
    auto& fact = add(facts, "at " + capabilities.uri,
                     capabilities.preferred.value_or(false) ? "preferred" : "");
    add_capabilities(fact.details, capabilities);
    count += capabilities.choice.size();
  }
  add_tail(facts, value);
  return "device " + value.machine_name + " with " +
         (count == 1 ? "1 capability" : std::to_string(count) + " capabilities");
}

std::string services(const native::service::ServicesType& value, const Scope& /*scope*/,
                     Facts& facts) {
  std::vector<std::string> all;
  for (const auto& service : value.service) {
    auto& fact = add(facts, "at " + service.uri);
    if (service.capabilities) {
      add_capabilities(fact.details, *service.capabilities);
      const auto names = names_in(*service.capabilities);
      all.insert(all.end(), names.begin(), names.end());
    } else {
      add(fact.details, "capabilities", "none");
    }
    add_tail(fact.details, service);
  }
  add_tail(facts, value);
  if (value.service.empty()) return "no services";
  return "services: " + (all.empty() ? "no capabilities" : joined(all));
}

}  // namespace presentity::presence::describing
