// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/presence/aggregation_inputs.hpp>

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// \file
/// How `Aggregator` keeps inputs and results. Not for users; may change at any time.

namespace presentity::presence::detail {

/// Milliseconds since 1970, UTC.
using Instant = std::int64_t;
inline constexpr Instant never = std::numeric_limits<Instant>::max();
inline constexpr Instant unknown_instant = std::numeric_limits<Instant>::min();

/// What few records have, or many have in common.
struct Detail {
  Place place;
  std::vector<Activity> activities;
  std::vector<Capabilities> capabilities;
  std::shared_ptr<const WorkingSchedule> working_hours;

  friend bool operator==(const Detail&, const Detail&) = default;
};

using DetailPointer = std::shared_ptr<const Detail>;
using TextPointer = std::shared_ptr<const std::string>;

/// An input: 64 bytes, and what it shares with others.
struct Record {
  Instant publish_time = 0;
  Instant expires_at = never;
  DetailPointer detail;  ///< Null if there is nothing to say.
  TextPointer endpoint;  ///< Null if not stated.
  std::uint32_t instance = 0;
  std::uint32_t availability = 0;
  std::uint16_t container = 0;
  InputKind kind{};
  bool has_availability : 1 = false;
  bool ends_with_endpoint : 1 = false;

  [[nodiscard]] InputKey key() const noexcept {
    return {container, kind == InputKind::device, instance};
  }
};

/// What a container's state was before the instant of a decision.
struct History {
  Instant last_active = unknown_instant;
  std::uint32_t availability = 0;
  bool is_known = false;
};

/// The state that a container's inputs come to.
struct Decision {
  std::uint32_t availability = 0;
  bool is_do_not_disturb = false;
  bool is_off_work = false;
  Instant last_active = unknown_instant;
  Instant decided_at = unknown_instant;
  History before;
  std::uint32_t activity_index = 0;  ///< In `activity`.
  DetailPointer activity;            ///< Null: there is none.
  DetailPointer place;               ///< Null: there is none.
};

/// A row of `services`.
struct ServiceRow {
  TextPointer endpoint;
  std::uint32_t uri = 0;  ///< Index in the addresses.
  std::uint32_t device_availability = 0;
  std::uint32_t version = 0;
  CapabilityKind kind{};
  bool has_version : 1 = false;
  bool render : 1 = false;
  bool capture : 1 = false;
  bool publish : 1 = false;
};

/// All that is aggregated.
struct Results {
  Decision first;
  Decision second;
  TextPointer machine_endpoint;
  std::uint32_t machine_availability = 0;
  bool has_machine = false;
  std::vector<ServiceRow> services;
  std::vector<std::string> service_uris;
};

}  // namespace presentity::presence::detail
