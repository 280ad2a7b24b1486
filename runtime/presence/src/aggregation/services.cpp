// SPDX-License-Identifier: MIT
#include "aggregation/services.hpp"

#include "ascii.hpp"

#include <presentity/presence/availability.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace presentity::presence::detail {
namespace {

using enum AggregationRule;

constexpr std::size_t capability_kinds = static_cast<std::size_t>(CapabilityKind::cccp) + 1;

// What one device offers for a row of services.
struct Offer {
  const Record* device = nullptr;
  const Capability* capability = nullptr;
  std::uint32_t device_availability = published::offline;
  Instant seen = 0;  // when its machine state was published
  bool is_preferred = false;
};

bool belong_together(const Record& device, const Record& machine,
                     const AggregationPolicy& policy) noexcept {
  constexpr std::uint32_t hash_bits = 0x0FFFFFFF;
  if (device.endpoint != nullptr && machine.endpoint != nullptr) {
    return device.endpoint == machine.endpoint || *device.endpoint == *machine.endpoint;
  }
  return policy.has(device_of_machine) &&
         (device.instance & hash_bits) == (machine.instance & hash_bits);
}

const Record* machine_of(const Record& device, std::span<const Record> states,
                         const Decider& decider, const AggregationPolicy& policy) {
  const Record* found = nullptr;
  for (const auto& state : states) {
    if (state.kind != InputKind::machine_state || !decider.is_present(state)) continue;
    if (!decider.votes(state) || !belong_together(device, state, policy)) continue;
    if (found == nullptr || std::pair(state.availability, state.instance) <
                                std::pair(found->availability, found->instance)) {
      found = &state;
    }
  }
  return found;
}

bool is_better(const Offer& a, const Offer& b, const AggregationPolicy& policy) noexcept {
  const auto rank = [&](const Offer& offer) {
    return std::tuple(policy.has(services_preferred) && offer.is_preferred,
                      policy.has(services_best_endpoint) ? ~offer.device_availability : 0,
                      offer.seen, offer.device->publish_time, ~offer.device->instance);
  };
  return rank(a) > rank(b);
}

class Merger {
 public:
  explicit Merger(const AggregationPolicy& policy) : policy_(policy) {}

  void add(const Record& device, const Record* machine) {
    if (device.detail == nullptr) return;
    if (machine == nullptr && !policy_.has(device_without_machine)) return;
    Offer offer{.device = &device};
    if (machine != nullptr) {
      offer.device_availability = machine->availability;
      offer.seen = machine->publish_time;
    }
    for (const auto& capabilities : device.detail->capabilities) {
      auto& rows = services_[{!is_presence_service(capabilities.uri), capabilities.uri}];
      for (const auto& capability : capabilities.capabilities) {
        // A device has a capability if it can do anything with it.
        if (!capability.render && !capability.capture && !capability.publish) continue;
        offer.capability = &capability;
        offer.is_preferred = capabilities.preferred || capability.preferred;
        rows[static_cast<std::size_t>(capability.kind)].add(offer, policy_);
      }
    }
  }

  void finish(Results& results) const {
    for (const auto& [uri, rows] : services_) {
      const auto index = static_cast<std::uint32_t>(results.service_uris.size());
      const auto before = results.services.size();
      for (const auto& row : rows) {
        if (row.best.capability != nullptr) results.services.push_back(finished(row, index));
      }
      if (results.services.size() != before) results.service_uris.emplace_back(uri.second);
    }
  }

 private:
  struct Row {
    Offer best{};
    bool render = false;
    bool capture = false;
    bool publish = false;

    void add(const Offer& offer, const AggregationPolicy& policy) {
      if (best.capability == nullptr || is_better(offer, best, policy)) best = offer;
      render = render || offer.capability->render;
      capture = capture || offer.capability->capture;
      publish = publish || offer.capability->publish;
    }
  };
  using Rows = std::array<Row, capability_kinds>;

  [[nodiscard]] ServiceRow finished(const Row& row, std::uint32_t uri) const {
    const bool is_merged = policy_.has(services_merged);
    const auto& capability = *row.best.capability;
    ServiceRow result;
    result.endpoint = row.best.device->endpoint;
    result.uri = uri;
    result.device_availability = row.best.device_availability;
    result.kind = capability.kind;
    result.has_version = capability.version.has_value();
    result.version = capability.version.value_or(0);
    result.render = is_merged ? row.render : capability.render;
    result.capture = is_merged ? row.capture : capability.capture;
    result.publish = is_merged ? row.publish : capability.publish;
    return result;
  }

  AggregationPolicy policy_;
  // SIP addresses come first (aggregation-containers).
  std::map<std::pair<bool, std::string_view>, Rows> services_;
};

}  // namespace

bool is_presence_service(std::string_view uri) noexcept {
  constexpr std::string_view scheme = "sip:";
  return presentity::detail::same_ignoring_case(uri.substr(0, scheme.size()), scheme);
}

void merge_services(std::span<const Record> devices, std::span<const Record> states,
                    const Decider& decider, const AggregationPolicy& policy, Results& results) {
  results.services.clear();
  results.service_uris.clear();
  Merger merger(policy);
  for (const auto& device : devices) {
    if (!decider.is_present(device)) continue;
    merger.add(device, machine_of(device, states, decider, policy));
  }
  merger.finish(results);
}

}  // namespace presentity::presence::detail
