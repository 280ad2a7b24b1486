// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/presence/aggregation_explanation.hpp>
#include <presentity/presence/aggregation_inputs.hpp>
#include <presentity/presence/aggregation_rules.hpp>
#include <presentity/presence/containers.hpp>
#include <presentity/presence/time.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// \file
/// Timelines: what the endpoints of a user published in the course of time, what it came to, and
/// why each stretch of that ended.

namespace presentity::presence {

/// An endpoint signed out: what ends with it ends. Letter case does not count.
struct EndpointSignedOut {
  std::string endpoint_id;
};
using HistoryChange = std::variant<SetInput, RemoveInput, EndpointSignedOut>;

/// Something that happened. `at` is in the years 1 to 9999.
struct HistoryEvent {
  TimePoint at;
  HistoryChange change;
};

/// What ended a stretch, and so began the next.
enum class StretchEnd : std::uint8_t {
  none,           ///< It goes on.
  published,      ///< Something was published that had not been there.
  replaced,       ///< The instance was published again.
  expired,        ///< Its time was over.
  removed,        ///< The instance was deleted.
  signed_out,     ///< Its endpoint signed out.
  working_hours,  ///< They began or ended.
};

/// Returns `goes-on`, `published`, `replaced`, `expired`, `removed`, `signed-out` or
/// `working-hours`.
[[nodiscard]] std::string_view to_string(StretchEnd end) noexcept;

/// How long an instance said one thing.
struct InputStretch {
  TimePoint begin;
  std::optional<TimePoint> end;  ///< Nothing: beyond the timeline. May be `begin`.
  StretchEnd ended_by = StretchEnd::none;
  Input input;
};

/// What one instance said. Clients publish most instances into the containers 2 and 3 alike: that
/// is one row.
struct InputRow {
  std::vector<ContainerId> containers;  ///< 2, 3 or both.
  std::uint32_t instance = 0;
  std::vector<InputStretch> stretches;  ///< In the order of time; never empty.
};

/// How long watchers saw one thing, for one reason.
struct AggregateStretch {
  TimePoint begin;
  std::optional<TimePoint> end;  ///< Nothing: beyond the timeline.
  StretchEnd ended_by = StretchEnd::none;
  std::optional<NamedInput> ended_with;  ///< The instance that this happened to.

  std::uint32_t availability = 0;
  std::optional<Activity> activity;
  std::string display;               ///< What a client displays.
  std::optional<NamedInput> winner;  ///< As it was at `begin`. Nothing: see `decided_by`.
  AggregationRule decided_by{};      ///< As in `StateExplanation`.
};

/// What the watchers of a container saw.
struct AggregateRow {
  ContainerId container = 0;
  std::vector<AggregateStretch> stretches;  ///< Without gaps, in the order of time.
};

struct Timeline {
  TimePoint from;
  TimePoint to;
  std::vector<InputRow> inputs;          ///< Of states; by instance.
  std::vector<AggregateRow> aggregates;  ///< In the order of the options.
  bool is_cut = false;  ///< There was too much of it: `to` is where the timeline stops.
};

struct TimelineOptions {
  /// Of 2, 3, 100, 200, 300 and 400; others get no row.
  std::vector<ContainerId> containers = {200, 300};
  std::optional<TimePoint> from;  ///< Nothing: the first event that sets a state.
  std::optional<TimePoint> to;    ///< Nothing: the last event or expiry.
  AggregationPolicy policy = AggregationPolicy::lync2013();
  std::size_t most_stretches = 20'000;  ///< Of all rows, after `from`; more are cut.
};

/// Returns the rows for what happened. The order of events at one instant counts.
///
/// Times are those at which something happened, also where that is before `from`: what had ended
/// before is left out. Nothing happens after `to`; what is not over then has no end. Devices and
/// working hours count, and have no row: they have no availability. Without events there is no row.
[[nodiscard]] Timeline make_timeline(std::span<const HistoryEvent> events,
                                     const TimelineOptions& options = {});

/// Returns the container that is aggregated for the watchers of this one, 2 or 3; nothing if no
/// state is aggregated into it. Source: aggregation-containers.
[[nodiscard]] std::optional<ContainerId> aggregated_from(ContainerId container) noexcept;

}  // namespace presentity::presence
