// SPDX-License-Identifier: MIT
#include "aggregation/compute.hpp"

#include "aggregation/services.hpp"

#include <presentity/presence/availability.hpp>

#include <algorithm>
#include <utility>

namespace presentity::presence::detail {
namespace {

using enum AggregationRule;

bool has(Parts parts, Part part) noexcept { return (parts & static_cast<Parts>(part)) != 0; }

void compute_machine(std::span<const Record> records, const AggregationPolicy& policy,
                     const Decider& decider, Results& results) {
  const auto* const machine = decider.machine();
  results.has_machine = machine != nullptr;
  results.machine_availability = machine != nullptr ? machine->availability : 0;
  results.machine_endpoint = machine != nullptr ? machine->endpoint : nullptr;
  merge_services(devices_of(records, first_aggregation_container),
                 states_of(records, first_aggregation_container), decider, policy, results);
}

const Activity* activity_of(const Decision& decision) noexcept {
  if (decision.activity == nullptr) return nullptr;
  return &decision.activity->activities[decision.activity_index];
}

std::optional<Activity> shown_activity(const Decision& decision, const AggregationPolicy& policy) {
  if (decision.is_off_work) return Activity{"off-work", 0, Activity::no_limit, {}};
  const auto* const activity = activity_of(decision);
  if (activity == nullptr) return std::nullopt;
  auto shown = *activity;
  if (policy.has(activity_token_alone)) {
    shown.least = 0;
    shown.greatest = Activity::no_limit;
  }
  if (!policy.has(custom_activity)) shown.custom.clear();
  return shown;
}

AggregateState make_state(const Decision& decision, const AggregationPolicy& policy) {
  AggregateState state;
  state.availability = decision.availability;
  state.activity = shown_activity(decision, policy);
  if (decision.place != nullptr) state.place = decision.place->place;
  constexpr std::uint32_t location_ends = 12000;
  if (policy.has(location_while_present) && state.availability >= location_ends) {
    state.place.location.reset();
  }
  if (decision.last_active != unknown_instant) {
    state.last_active = to_time_point(decision.last_active);
  }
  state.is_do_not_disturb = decision.is_do_not_disturb;
  return state;
}

bool same(const TextPointer& a, const TextPointer& b) noexcept {
  if (a == nullptr || b == nullptr) return a == b;
  return *a == *b;
}

bool same(const ServiceRow& a, const ServiceRow& b) noexcept {
  return a.uri == b.uri && a.device_availability == b.device_availability && a.kind == b.kind &&
         a.has_version == b.has_version && a.version == b.version && a.render == b.render &&
         a.capture == b.capture && a.publish == b.publish && same(a.endpoint, b.endpoint);
}

ServiceCapability make_capability(const ServiceRow& row) {
  ServiceCapability result;
  result.capability = {row.kind, row.render, row.capture, row.publish, false, std::nullopt};
  if (row.has_version) result.capability.version = row.version;
  if (row.endpoint != nullptr) result.preferred_endpoint_id = *row.endpoint;
  result.device_availability = row.device_availability;
  return result;
}

std::vector<Service> make_services(const Results& results) {
  std::vector<Service> services;
  for (const auto& uri : results.service_uris) services.push_back({uri, {}});
  for (const auto& row : results.services) {
    services[row.uri].capabilities.push_back(make_capability(row));
  }
  return services;
}

// Computes what the clock alone changes: whether it is working time.
void compute_hours(std::span<const Record> records, const AggregationPolicy& policy, Instant now,
                   Results& results) {
  if (hours_of(records, policy, now) == nullptr || !policy.has(off_work)) return;
  compute(records, policy, now,
          static_cast<Parts>(static_cast<Parts>(Part::first) | static_cast<Parts>(Part::second)),
          results);
}

// The next change of working hours after `now`, if a state among `parts` depends on them.
Instant next_boundary(std::span<const Record> records, const AggregationPolicy& policy, Instant now,
                      Parts parts) {
  const auto* const hours = hours_of(records, policy, now);
  if (hours == nullptr) return never;
  const auto depends = [&](Part part, ContainerId container) {
    return has(parts, part) &&
           Decider(states_of(records, container), policy, now, hours).depends_on_hours();
  };
  if (!depends(Part::first, first_aggregation_container) &&
      !depends(Part::second, second_aggregation_container)) {
    return never;
  }
  const auto change = hours->next_boundary(to_time_point(now));
  return change && *change <= last_time ? to_instant(*change) : never;
}

bool same_parts(const Results& a, const Results& b, const AggregationPolicy& policy, Parts parts) {
  if (parts == all_parts) return same(a, b, policy);
  return (!has(parts, Part::first) || same(a.first, b.first, policy)) &&
         (!has(parts, Part::second) || same(a.second, b.second, policy));
}

}  // namespace

void compute(std::span<const Record> records, const AggregationPolicy& policy, Instant now,
             Parts parts, Results& results) {
  const auto* const hours = hours_of(records, policy, now);
  if (has(parts, Part::first) || has(parts, Part::machine)) {
    const Decider decider(states_of(records, first_aggregation_container), policy, now, hours);
    decider.decide(results.first);
    if (has(parts, Part::machine)) compute_machine(records, policy, decider, results);
  }
  if (has(parts, Part::second)) {
    const Decider decider(states_of(records, second_aggregation_container), policy, now, hours);
    decider.decide(results.second);
  }
}

Instant next_event(std::span<const Record> records, const AggregationPolicy& policy,
                   Instant now) noexcept {
  auto next = never;
  for (const auto& record : records) {
    if (policy.has(published_later) && record.publish_time > now) {
      next = std::min(next, record.publish_time);
    }
    if (policy.has(expiry) && record.expires_at > now) next = std::min(next, record.expires_at);
  }
  return next;
}

bool depends_on_hours(const Results& results) noexcept {
  const auto depends = [](const Decision& decision) {
    return availability_class(decision.availability) == AvailabilityClass::away &&
           decision.activity == nullptr;
  };
  return depends(results.first) || depends(results.second);
}

void replay(std::span<const Record> records, const AggregationPolicy& policy, Instant from,
            Instant to, Results& results) {
  for (auto event = next_event(records, policy, from); event <= to && event != never;
       event = next_event(records, policy, event)) {
    compute(records, policy, event, all_parts, results);
  }
  compute_hours(records, policy, to, results);
}

std::optional<Instant> next_difference(std::span<const Record> records,
                                       const AggregationPolicy& policy, Instant now, Parts parts,
                                       const Results& results) {
  auto later = results;
  while (true) {
    const auto event = next_event(records, policy, now);
    const auto boundary = next_boundary(records, policy, now, parts);
    if (boundary < event) return boundary;
    if (event == never) return std::nullopt;
    compute(records, policy, event, parts, later);
    if (!same_parts(later, results, policy, parts)) return event;
    now = event;
  }
}

bool same(const Decision& a, const Decision& b, const AggregationPolicy& policy) {
  if (a.availability != b.availability || a.is_do_not_disturb != b.is_do_not_disturb ||
      a.is_off_work != b.is_off_work || a.last_active != b.last_active) {
    return false;
  }
  if (a.activity == b.activity && a.activity_index == b.activity_index && a.place == b.place) {
    return true;
  }
  return make_state(a, policy) == make_state(b, policy);
}

bool same(const Results& a, const Results& b, const AggregationPolicy& policy) {
  return a.has_machine == b.has_machine && a.machine_availability == b.machine_availability &&
         same(a.machine_endpoint, b.machine_endpoint) && a.service_uris == b.service_uris &&
         std::ranges::equal(a.services, b.services,
                            [](const auto& x, const auto& y) { return same(x, y); }) &&
         same(a.first, b.first, policy) && same(a.second, b.second, policy);
}

Aggregation make_aggregation(const Results& results, const AggregationPolicy& policy, Instant now) {
  Aggregation aggregation;
  aggregation.at = to_time_point(now);
  aggregation.first = make_state(results.first, policy);
  aggregation.second = make_state(results.second, policy);
  if (results.has_machine && policy.has(aggregate_machine)) {
    aggregation.machine = AggregateMachine{
        results.machine_availability,
        results.machine_endpoint != nullptr ? *results.machine_endpoint : std::string()};
  }
  aggregation.services = make_services(results);
  return aggregation;
}

}  // namespace presentity::presence::detail

namespace presentity::presence {
namespace {

void set_history(detail::Decision& decision, const AggregateState& state, detail::Instant at) {
  decision.decided_at = at;
  decision.availability = state.availability;
  if (state.last_active) decision.last_active = detail::to_instant(*state.last_active);
}

}  // namespace

Aggregation aggregate(std::span<const Input> inputs, TimePoint now, const AggregationPolicy& policy,
                      const Aggregation* previous) {
  const auto records = detail::make_records(inputs);
  const auto instant = detail::to_instant(now);
  detail::Results results;
  if (previous != nullptr) {
    const auto before = std::min(detail::to_instant(previous->at), instant - 1);
    set_history(results.first, previous->first, before);
    set_history(results.second, previous->second, before);
    detail::replay(records, policy, before, instant, results);
  }
  detail::compute(records, policy, instant, detail::all_parts, results);
  return detail::make_aggregation(results, policy, instant);
}

}  // namespace presentity::presence
