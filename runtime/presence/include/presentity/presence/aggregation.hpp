// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/diagnostic.hpp>
#include <presentity/native/categories.hpp>
#include <presentity/presence/aggregation_inputs.hpp>
#include <presentity/presence/aggregation_rules.hpp>
#include <presentity/presence/time.hpp>
#include <presentity/result.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// \file
/// Aggregation: from what the endpoints of a user publish to what watchers see.
///
/// Sources: aggregation-containers; aggregating-multiple-points-of-presence;
/// publication-behaviors-of-category-instances. `aggregation_rules` has the rules.

namespace presentity::presence {

/// The state of a user, as one container's watchers see it.
struct AggregateState {
  std::uint32_t availability = 0;
  std::optional<Activity> activity;
  Place place;
  std::optional<TimePoint> last_active;  ///< Nothing while active, or if it is not known.
  bool is_do_not_disturb = false;        ///< What dndState says.

  friend bool operator==(const AggregateState&, const AggregateState&) = default;
};

/// The most active machine.
struct AggregateMachine {
  std::uint32_t availability = 0;
  std::string endpoint_id;  ///< Empty if not stated.

  friend bool operator==(const AggregateMachine&, const AggregateMachine&) = default;
};

/// What the devices of a user can do together.
struct ServiceCapability {
  Capability capability;  ///< Its `preferred` is false.
  std::string preferred_endpoint_id;
  std::uint32_t device_availability = 0;  ///< Of that endpoint.

  friend bool operator==(const ServiceCapability&, const ServiceCapability&) = default;
};

/// A service of a user.
struct Service {
  std::string uri;
  std::vector<ServiceCapability> capabilities;  ///< In the order of `CapabilityKind`.

  friend bool operator==(const Service&, const Service&) = default;
};

/// The result.
struct Aggregation {
  TimePoint at;                             ///< When this was so. Not compared.
  AggregateState first;                     ///< From container 2.
  AggregateState second;                    ///< From container 3.
  std::optional<AggregateMachine> machine;  ///< Of container 2.
  std::vector<Service> services;            ///< SIP addresses first, then by address.

  friend bool operator==(const Aggregation& a, const Aggregation& b) {
    return a.first == b.first && a.second == b.second && a.machine == b.machine &&
           a.services == b.services;
  }
};

/// Aggregates the instances of one user as they stand at `now`.
///
/// `previous`, an earlier result, is needed for lastActive only: what the inputs did since then, by
/// themselves, is replayed. The order of `inputs` does not matter; their keys differ.
[[nodiscard]] Aggregation aggregate(std::span<const Input> inputs, TimePoint now,
                                    const AggregationPolicy& policy = AggregationPolicy::lync2013(),
                                    const Aggregation* previous = nullptr);

/// Returns what a server publishes for this result: aggregateState, aggregateMachineState,
/// services, legacyInterop and dndState, by container, with instance ids and expire types. Versions
/// are the server's and left out. Ordered by container. There is no aggregateMachineState if the
/// machine's endpoint is not known, for it has to name it.
///
/// Errors: a text cannot be written as XML. It was not read from any, then.
[[nodiscard]] Result<std::vector<native::categories::CategoryType>, std::vector<Diagnostic>>
publications(const Aggregation& aggregation, TimePoint publish_time,
             const AggregationPolicy& policy = AggregationPolicy::lync2013());

/// Returns those of `after` whose value is not that of the same instance in `before`: what has to
/// be published. Publish times are not compared.
[[nodiscard]] std::vector<native::categories::CategoryType> changed_publications(
    std::span<const native::categories::CategoryType> before,
    std::span<const native::categories::CategoryType> after);

}  // namespace presentity::presence
