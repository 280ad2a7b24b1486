// SPDX-License-Identifier: MIT
#include "aggregation/services.hpp"

#include <presentity/presence/availability.hpp>

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace presentity::presence::detail {
namespace {

using enum AggregationRule;

// What one device offers for a row of services.
struct Offer {
  const Record* device = nullptr;
  const Capability* capability = nullptr;
  const std::string* uri = nullptr;
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
    for (const auto& capabilities : device.detail->capabilities) {
      Offer offer{&device, nullptr, &capabilities.uri};
      if (machine != nullptr) {
        offer.device_availability = machine->availability;
        offer.seen = machine->publish_time;
      }
      for (const auto& capability : capabilities.capabilities) {
        // A device has a capability if it can do anything with it.
        if (!capability.render && !capability.capture && !capability.publish) continue;
        offer.capability = &capability;
        offer.is_preferred = capabilities.preferred || capability.preferred;
        offers_.push_back(offer);
      }
    }
  }

  void finish(Results& results) {
    std::ranges::sort(offers_, {}, row_of);
    for (auto begin = offers_.begin(); begin != offers_.end();) {
      const auto end = std::ranges::find_if(begin, offers_.end(), [&](const Offer& offer) {
        return row_of(offer) != row_of(*begin);
      });
      auto& uris = results.service_uris;
      if (uris.empty() || uris.back() != *begin->uri) uris.push_back(*begin->uri);
      results.services.push_back(merged({begin, end}));
      results.services.back().uri = static_cast<std::uint32_t>(uris.size() - 1);
      begin = end;
    }
  }

 private:
  // SIP addresses come first (aggregation-containers).
  static std::tuple<bool, std::string_view, CapabilityKind> row_of(const Offer& offer) noexcept {
    return {!is_presence_service(*offer.uri), *offer.uri, offer.capability->kind};
  }

  [[nodiscard]] ServiceRow merged(std::span<const Offer> offers) const {
    const auto& best = *std::ranges::max_element(
        offers, [&](const Offer& a, const Offer& b) { return is_better(b, a, policy_); });
    ServiceRow row;
    row.endpoint = best.device->endpoint;
    row.device_availability = best.device_availability;
    row.kind = best.capability->kind;
    row.has_version = best.capability->version.has_value();
    row.version = best.capability->version.value_or(0);
    for (const auto& offer : offers) {
      if (&offer != &best && !policy_.has(services_merged)) continue;
      row.render = row.render || offer.capability->render;
      row.capture = row.capture || offer.capability->capture;
      row.publish = row.publish || offer.capability->publish;
    }
    return row;
  }

  AggregationPolicy policy_;
  std::vector<Offer> offers_;
};

}  // namespace

bool is_presence_service(std::string_view uri) noexcept {
  constexpr std::string_view scheme = "sip:";
  const auto lower = [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); };
  return std::ranges::equal(uri.substr(0, scheme.size()), scheme, {}, lower);
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
