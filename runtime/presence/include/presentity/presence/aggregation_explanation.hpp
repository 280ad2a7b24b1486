// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/presence/aggregation.hpp>
#include <presentity/presence/aggregation_inputs.hpp>
#include <presentity/presence/aggregation_rules.hpp>
#include <presentity/presence/time.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

/// \file
/// Why a result of aggregation is what it is, and what would make it another.

namespace presentity::presence {

/// An input, as an explanation names it.
struct NamedInput {
  InputKind kind{};
  ContainerId container = 0;
  std::uint32_t instance = 0;
  std::string endpoint_id;  ///< Empty if not stated.
  std::optional<std::uint32_t> availability;
  TimePoint publish_time;
  std::optional<TimePoint> expires_at;

  friend bool operator==(const NamedInput&, const NamedInput&) = default;
};

/// What became of a state.
enum class InputOutcome : std::uint8_t {
  won,        ///< Its availability is the aggregate's, but for Busy - Idle.
  outvoted,   ///< It counted; another won.
  text_only,  ///< It has no availability and can only give its activity.
  dropped,    ///< It did not count.
};

/// Returns `won`, `outvoted`, `text-only` or `dropped`.
[[nodiscard]] std::string_view to_string(InputOutcome outcome) noexcept;

/// What became of one state, and why.
struct Judgement {
  NamedInput input;
  InputOutcome outcome{};
  AggregationRule rule{};       ///< The one that says so.
  bool gives_activity = false;  ///< Its activity is shown.
  bool is_most_active = false;  ///< It is the most active machine: its place and device are.
  bool makes_idle = false;      ///< It makes Busy into Busy - Idle.
  bool sets_dnd = false;        ///< It makes dndState say Do Not Disturb.
  bool voids_older = false;     ///< It is the user state that older states are measured against.

  /// Whether the aggregate state could be another without this input. A device's availability in
  /// services is not looked at.
  [[nodiscard]] bool has_effect() const noexcept {
    return outcome == InputOutcome::won || gives_activity || is_most_active || makes_idle ||
           sets_dnd || voids_older;
  }

  friend bool operator==(const Judgement&, const Judgement&) = default;
};

/// How the state of container 2 or 3 came about.
struct StateExplanation {
  ContainerId container = 0;
  std::uint32_t availability = 0;
  /// Index of the only judgement that is `won`. Nothing: there is no machine, or nothing at all,
  /// and `decided_by` is `no_machine_offline`.
  std::optional<std::size_t> winner;
  AggregationRule decided_by{};
  bool is_off_work = false;              ///< The activity comes from the working hours.
  std::optional<TimePoint> next_change;  ///< Of this state, by itself.
  std::vector<Judgement> judgements;     ///< Of all states of the container, by instance.
};

/// What would make the state of a container another.
struct Counterfactual {
  ContainerId container = 0;
  std::string condition;           ///< Begins with `if` or `at`.
  std::uint32_t availability = 0;  ///< What would come of it.
  std::optional<Activity> activity;
  std::optional<TimePoint> at;  ///< When it happens by itself.

  friend bool operator==(const Counterfactual&, const Counterfactual&) = default;
};

/// Why.
struct Explanation {
  AggregationPolicy policy = AggregationPolicy::lync2013();
  Aggregation result;
  StateExplanation first;                ///< Container 2.
  StateExplanation second;               ///< Container 3.
  std::optional<TimePoint> next_change;  ///< Of anything.
  std::vector<Counterfactual> counterfactuals;
};

/// Explains what `aggregate` returns for the same arguments.
[[nodiscard]] Explanation explain(std::span<const Input> inputs, TimePoint now,
                                  const AggregationPolicy& policy = AggregationPolicy::lync2013(),
                                  const Aggregation* previous = nullptr);

/// Tells people why the watchers of a container, one of 2, 3, 100, 200, 300 and 400, see what they
/// see. Several lines, each with its end; times are UTC.
[[nodiscard]] std::string account(const Explanation& explanation, ContainerId container);

/// Something that is not so. An input is added, or replaces the one with its key.
struct SetInput {
  Input input;
};
struct RemoveInput {
  InputKey key;
};
struct MoveClock {
  TimePoint now;
};
using HypotheticalChange = std::variant<SetInput, RemoveInput, MoveClock>;

/// Applies `changes`, one after the other, to `inputs`. The clock is not among them.
void apply(std::vector<Input>& inputs, std::span<const HypotheticalChange> changes);

/// What two results say of one thing.
struct Difference {
  ContainerId container = 0;  ///< 2 or 3.
  std::string what;           ///< `availability`, `activity`, `lastActive`, `place`, `dndState`,
                              ///< `aggregateMachineState` or `services`.
  std::string before;
  std::string after;

  friend bool operator==(const Difference&, const Difference&) = default;
};

/// Returns in what they differ.
[[nodiscard]] std::vector<Difference> differences(const Aggregation& before,
                                                  const Aggregation& after);

/// What would come of changes.
struct WhatIf {
  Aggregation result;
  std::vector<Difference> differences;  ///< From what is so.
};

/// Applies `changes`, one after the other, to what is so, and aggregates.
[[nodiscard]] WhatIf what_if(std::span<const Input> inputs, TimePoint now,
                             std::span<const HypotheticalChange> changes,
                             const AggregationPolicy& policy = AggregationPolicy::lync2013(),
                             const Aggregation* previous = nullptr);

}  // namespace presentity::presence
