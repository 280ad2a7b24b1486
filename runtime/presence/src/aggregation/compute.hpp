// SPDX-License-Identifier: MIT
#pragma once

#include "aggregation/decide.hpp"

#include <presentity/presence/aggregation.hpp>
#include <presentity/presence/aggregation_rules.hpp>
#include <presentity/presence/detail/aggregation_records.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace presentity::presence::detail {

/// The part of `Results` that has to be computed again.
enum class Part : std::uint8_t {
  first = 1,    ///< The state of container 2.
  machine = 2,  ///< The most active machine and the services.
  second = 4,   ///< The state of container 3.
};

/// Parts.
using Parts = std::uint8_t;
inline constexpr Parts all_parts = 7;

/// Returns what depends on an input.
[[nodiscard]] Parts parts_of(const Record& record) noexcept;

/// Makes a record, which shares what it can with those of `known`.
[[nodiscard]] Record make_record(const Input& input, std::span<const Record> known);
[[nodiscard]] Input make_input(const Record& record);

/// Records in the order of their keys.
[[nodiscard]] std::vector<Record> make_records(std::span<const Input> inputs);

/// The states of a container, its devices, the working hours. `records` are in order.
[[nodiscard]] std::span<const Record> states_of(std::span<const Record> records,
                                                ContainerId container);
[[nodiscard]] std::span<const Record> devices_of(std::span<const Record> records,
                                                 ContainerId container);
[[nodiscard]] const WorkingSchedule* hours_of(std::span<const Record> records,
                                              const AggregationPolicy& policy, Instant now);

/// Computes `parts` of `results` anew, as they are at `now`. What `results` says is the history.
void compute(std::span<const Record> records, const AggregationPolicy& policy, Instant now,
             Parts parts, Results& results);

/// The next moment after `now` at which an instance begins to count or ends; `never` if none.
[[nodiscard]] Instant next_event(std::span<const Record> records, const AggregationPolicy& policy,
                                 Instant now) noexcept;

/// Whether working hours, if there are any, may decide an activity.
[[nodiscard]] bool depends_on_hours(const Results& results) noexcept;

/// Computes at each event after `from` until `to`, and for the working hours of `to`.
void replay(std::span<const Record> records, const AggregationPolicy& policy, Instant from,
            Instant to, Results& results);

/// The next moment after `now` at which `parts` of the results will be others; nothing if never.
[[nodiscard]] std::optional<Instant> next_difference(std::span<const Record> records,
                                                     const AggregationPolicy& policy, Instant now,
                                                     Parts parts, const Results& results);

/// Whether they say the same.
[[nodiscard]] bool same(const Decision& a, const Decision& b, const AggregationPolicy& policy);
[[nodiscard]] bool same(const Results& a, const Results& b, const AggregationPolicy& policy);

[[nodiscard]] Aggregation make_aggregation(const Results& results, const AggregationPolicy& policy,
                                           Instant now);

/// There are no instants beyond the year 9999: what would happen later never does.
inline constexpr TimePoint last_time = std::chrono::sys_days(std::chrono::year(9999) / 12 / 31) +
                                       std::chrono::days(1) - std::chrono::milliseconds(1);

inline Instant to_instant(TimePoint time) noexcept { return time.time_since_epoch().count(); }
inline TimePoint to_time_point(Instant instant) noexcept {
  return TimePoint(std::chrono::milliseconds(instant));
}

}  // namespace presentity::presence::detail
