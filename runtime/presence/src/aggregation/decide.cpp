// SPDX-License-Identifier: MIT
#include "aggregation/decide.hpp"

#include <presentity/presence/availability.hpp>

#include <algorithm>
#include <tuple>

namespace presentity::presence::detail {
namespace {

bool is_user(const Record& record) noexcept {
  return record.kind == InputKind::user_state || record.kind == InputKind::timed_user_state;
}

bool is_machine(const Record& record) noexcept { return record.kind == InputKind::machine_state; }

// The class, whether the computer is idle or not.
AvailabilityClass without_idle(AvailabilityClass availability) noexcept {
  if (availability == AvailabilityClass::available_idle) return AvailabilityClass::available;
  if (availability == AvailabilityClass::busy_idle) return AvailabilityClass::busy;
  return availability;
}

bool is_active(AvailabilityClass availability) noexcept {
  return availability != AvailabilityClass::undefined && !is_inactive(availability);
}

bool is_unlimited(const Activity& activity) noexcept {
  return activity.least == 0 && activity.greatest == Activity::no_limit;
}

}  // namespace

using enum AggregationRule;

Decider::Decider(std::span<const Record> states, const AggregationPolicy& policy, Instant now,
                 const WorkingSchedule* hours)
    : states_(states), policy_(policy), now_(now), hours_(hours) {
  find_user();
  find_machine();
  find_winner();
  find_availability();
  find_activity();
  if (!depends_on_hours()) return;
  is_off_work_ = !hours_->is_working(TimePoint(std::chrono::milliseconds(now_)));
}

bool Decider::is_present(const Record& record) const noexcept {
  if (policy_.has(published_later) && now_ < record.publish_time) return false;
  return !policy_.has(expiry) || now_ < record.expires_at;
}

bool Decider::votes(const Record& record) const noexcept {
  if (!record.has_availability) return false;
  return availability_class(record.availability) != AvailabilityClass::undefined ||
         !policy_.has(undefined_availability);
}

std::optional<AggregationRule> Decider::dropped_by(const Record& record) const noexcept {
  if (!is_present(record)) return now_ < record.publish_time ? published_later : expiry;
  const bool is_older =
      user_ != nullptr && !is_user(record) && record.publish_time < user_->publish_time;
  if (!votes(record)) {
    return is_older && !policy_.has(text_only_states) && policy_.has(older_states_drop)
               ? std::optional(older_states_drop)
               : std::nullopt;
  }
  if (record.kind == InputKind::presenting_state && !policy_.has(presenting_counts)) {
    return presenting_counts;
  }
  if (is_user(record) && &record != user_ && policy_.has(latest_user_state)) {
    return latest_user_state;
  }
  if (is_machine(record) && &record != machine_ && policy_.has(most_active_machine)) {
    return most_active_machine;
  }
  if (is_older && policy_.has(older_states_drop)) return older_states_drop;
  return std::nullopt;
}

void Decider::find_user() {
  // Of two at one time the less available, so that the order of publication does not matter.
  const auto rank = [](const Record& record) {
    return std::tuple(record.publish_time, record.availability, record.instance);
  };
  for (const auto& record : states_) {
    if (!is_user(record) || !is_present(record) || !votes(record)) continue;
    if (user_ == nullptr || rank(record) > rank(*user_)) user_ = &record;
  }
}

bool Decider::is_more_active(const Record& a, const Record& b) const noexcept {
  if (a.availability != b.availability) return a.availability < b.availability;
  if (policy_.has(machine_tie) && a.publish_time != b.publish_time) {
    return a.publish_time > b.publish_time;
  }
  return a.instance < b.instance;
}

void Decider::find_machine() {
  for (const auto& record : states_) {
    if (!is_machine(record) || !is_present(record) || !votes(record)) continue;
    if (machine_ == nullptr || is_more_active(record, *machine_)) machine_ = &record;
  }
}

bool Decider::is_better(const Record& a, const Record& b) const noexcept {
  const auto rank = [this](const Record& record) {
    const bool by_user = is_user(record) && !policy_.has(latest_of_equals);
    const auto time = record.publish_time;
    const auto availability = static_cast<Instant>(record.availability);
    return policy_.has(least_available_wins)
               ? std::tuple(availability, by_user, time, ~record.instance)
               : std::tuple(time, by_user, availability, ~record.instance);
  };
  return rank(a) > rank(b);
}

void Decider::find_winner() {
  if (machine_ == nullptr && policy_.has(no_machine_offline)) return;
  for (const auto& record : states_) {
    if (!votes(record) || dropped_by(record)) continue;
    if (winner_ == nullptr || is_better(record, *winner_)) winner_ = &record;
  }
}

void Decider::find_availability() {
  availability_ = winner_ != nullptr ? winner_->availability : published::offline;
  is_idle_ = policy_.has(busy_idle) &&
             availability_class(availability_) == AvailabilityClass::busy && machine_ != nullptr &&
             availability_class(machine_->availability) == AvailabilityClass::available_idle &&
             !dropped_by(*machine_);
  if (is_idle_) availability_ = busy_idle_availability;
}

bool Decider::fits(const Activity& activity, const Record& record) const noexcept {
  const bool has_text = policy_.has(custom_activity) && !activity.custom.empty();
  if (activity.token.empty() && !has_text) return false;
  if (is_unlimited(activity)) {
    return !policy_.has(activity_of_its_state) || !votes(record) ||
           without_idle(availability_class(record.availability)) ==
               without_idle(availability_class(availability_));
  }
  return !policy_.has(activity_window) ||
         (activity.least <= availability_ && availability_ <= activity.greatest);
}

std::optional<std::uint32_t> Decider::fitting_activity(const Record& record) const noexcept {
  std::uint32_t index = 0;
  for (const auto& activity : record.detail->activities) {
    if (fits(activity, record)) return index;
    ++index;
  }
  return std::nullopt;
}

bool Decider::speaks_before(const Record& a, const Record& b) const noexcept {
  const auto rank = [this](const Record& record) {
    return std::tuple(&record == winner_, votes(record) ? record.availability : 0,
                      record.publish_time, ~record.instance);
  };
  return rank(a) > rank(b);
}

void Decider::find_activity() {
  for (const auto& record : states_) {
    if (record.detail == nullptr || record.detail->activities.empty()) continue;
    if (dropped_by(record) || (speaker_ != nullptr && !speaks_before(record, *speaker_))) continue;
    const auto index = fitting_activity(record);
    if (!index) continue;
    speaker_ = &record;
    activity_ = *index;
  }
}

bool Decider::depends_on_hours() const noexcept {
  return hours_ != nullptr && policy_.has(off_work) &&
         availability_class(availability_) == AvailabilityClass::away && speaker_ == nullptr;
}

AggregationRule Decider::decided_by() const noexcept {
  if (winner_ == nullptr) return no_machine_offline;
  return is_idle_ ? busy_idle : least_available_wins;
}

bool Decider::sets_dnd(const Record& record) const noexcept {
  if (record.kind != InputKind::presenting_state && &record != user_) return false;
  return is_present(record) && votes(record) &&
         availability_class(record.availability) == AvailabilityClass::do_not_disturb;
}

Instant Decider::last_active(const History& history) const noexcept {
  if (!policy_.has(AggregationRule::last_active) || !history.is_known) return unknown_instant;
  if (!is_inactive(availability_class(availability_))) return unknown_instant;
  return is_active(availability_class(history.availability)) ? now_ : history.last_active;
}

void Decider::decide(Decision& decision) const {
  if (decision.decided_at != now_) {
    const bool is_known = decision.decided_at != unknown_instant;
    decision.before = {decision.last_active, decision.availability, is_known};
    decision.decided_at = now_;
  }
  decision.availability = availability_;
  decision.is_do_not_disturb =
      std::ranges::any_of(states_, [this](const Record& record) { return sets_dnd(record); });
  decision.is_off_work = is_off_work_;
  decision.last_active = last_active(decision.before);
  decision.activity = speaker_ != nullptr ? speaker_->detail : nullptr;
  decision.activity_index = activity_;
  const bool has_place = machine_ != nullptr && policy_.has(place_of_machine);
  decision.place = has_place ? machine_->detail : nullptr;
}

}  // namespace presentity::presence::detail
