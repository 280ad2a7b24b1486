// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/presence/aggregation_rules.hpp>
#include <presentity/presence/detail/aggregation_records.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace presentity::presence::detail {

/// What Busy becomes while the computer is idle; no client publishes it.
inline constexpr std::uint32_t busy_idle_availability = 7500;

/// Decides what the states of one container come to. Looks at `states` as long as it lives.
class Decider {
 public:
  /// `states` are of one container; `hours` may be null.
  Decider(std::span<const Record> states, const AggregationPolicy& policy, Instant now,
          const WorkingSchedule* hours);

  /// Sets `decision` to what the states come to. Its former values are the history, unless they are
  /// of the same instant; so the order of what happens at one instant does not matter.
  void decide(Decision& decision) const;

  /// Whether the record is there at this time.
  [[nodiscard]] bool is_present(const Record& record) const noexcept;
  /// Whether it has an availability.
  [[nodiscard]] bool votes(const Record& record) const noexcept;
  /// The rule by which it does not count, or nothing.
  [[nodiscard]] std::optional<AggregationRule> dropped_by(const Record& record) const noexcept;

  [[nodiscard]] const Record* user() const noexcept { return user_; }
  [[nodiscard]] const Record* machine() const noexcept { return machine_; }
  /// Null: there is no machine, or nothing at all.
  [[nodiscard]] const Record* winner() const noexcept { return winner_; }
  /// The record whose activity is shown, or null.
  [[nodiscard]] const Record* speaker() const noexcept { return speaker_; }
  /// Whether dndState says Do Not Disturb for this record.
  [[nodiscard]] bool sets_dnd(const Record& record) const noexcept;
  /// The rule that gave the availability.
  [[nodiscard]] AggregationRule decided_by() const noexcept;
  [[nodiscard]] bool is_idle() const noexcept { return is_idle_; }
  [[nodiscard]] std::uint32_t availability() const noexcept { return availability_; }
  [[nodiscard]] bool is_off_work() const noexcept { return is_off_work_; }
  /// Whether working hours decide the activity.
  [[nodiscard]] bool depends_on_hours() const noexcept;

 private:
  void find_user();
  void find_machine();
  void find_winner();
  void find_availability();
  void find_activity();
  [[nodiscard]] bool is_better(const Record& a, const Record& b) const noexcept;
  [[nodiscard]] bool is_more_active(const Record& a, const Record& b) const noexcept;
  [[nodiscard]] bool speaks_before(const Record& a, const Record& b) const noexcept;
  [[nodiscard]] std::optional<std::uint32_t> fitting_activity(const Record& record) const noexcept;
  [[nodiscard]] bool fits(const Activity& activity, const Record& record) const noexcept;
  [[nodiscard]] Instant last_active(const History& history) const noexcept;

  std::span<const Record> states_;
  AggregationPolicy policy_;
  Instant now_;
  const WorkingSchedule* hours_;
  const Record* user_ = nullptr;
  const Record* machine_ = nullptr;
  const Record* winner_ = nullptr;
  const Record* speaker_ = nullptr;
  std::uint32_t activity_ = 0;
  std::uint32_t availability_ = 0;
  bool is_idle_ = false;
  bool is_off_work_ = false;
};

}  // namespace presentity::presence::detail
