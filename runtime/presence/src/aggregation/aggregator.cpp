// SPDX-License-Identifier: MIT
#include "aggregation/compute.hpp"
#include "ascii.hpp"

#include <presentity/presence/aggregator.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace presentity::presence {

using detail::Record;

Aggregator::Aggregator(TimePoint now, const AggregationPolicy& policy)
    : policy_(policy), now_(detail::to_instant(now)) {
  detail::compute(records_, policy_, now_, detail::all_parts, results_);
}

TimePoint Aggregator::now() const noexcept { return detail::to_time_point(now_); }

bool Aggregator::update(std::uint8_t parts) {
  if (parts == 0) return false;
  if ((parts & static_cast<detail::Parts>(detail::Part::machine)) == 0) {
    const auto first = results_.first;
    const auto second = results_.second;
    detail::compute(records_, policy_, now_, parts, results_);
    return !detail::same(first, results_.first, policy_) ||
           !detail::same(second, results_.second, policy_);
  }
  // The services are made anew; the states are the history of what follows.
  auto before = std::move(results_);
  results_ = {};
  results_.first = before.first;
  results_.second = before.second;
  results_.services.reserve(before.services.size());
  detail::compute(records_, policy_, now_, parts, results_);
  return !detail::same(before, results_, policy_);
}

// Whether anything may happen by itself after `now_` and until `to`.
bool Aggregator::may_change_until(detail::Instant to) const {
  return detail::next_event(records_, policy_, now_) <= to ||
         (detail::depends_on_hours(results_) && detail::hours_of(records_, policy_, to) != nullptr);
}

bool Aggregator::advance(TimePoint now) {
  return change(now, [] { return detail::Parts{0}; });
}

// What happens by itself until `now` and what the change does are one step to the caller.
template <class Change>
bool Aggregator::change(TimePoint now, Change change) {
  const auto to = std::max(now_, detail::to_instant(now));
  if (to == now_ || !may_change_until(to)) {
    now_ = to;
    return update(change());
  }
  const auto before = results_;
  const auto from = std::exchange(now_, to);
  detail::replay(records_, policy_, from, to, results_);
  if (policy_.has(AggregationRule::expiry)) {
    std::erase_if(records_, [this](const Record& record) { return record.expires_at <= now_; });
  }
  (void)update(change());
  return !detail::same(before, results_, policy_);
}

bool Aggregator::publish(const Input& input, TimePoint now) {
  return change(now, [&] {
    auto record = detail::make_record(input, records_);
    auto parts = detail::parts_of(record);
    const auto place = std::ranges::lower_bound(records_, record.key(), {}, &Record::key);
    if (place != records_.end() && place->key() == record.key()) {
      parts = static_cast<detail::Parts>(parts | detail::parts_of(*place));
      *place = std::move(record);
    } else {
      records_.insert(place, std::move(record));
    }
    return parts;
  });
}

bool Aggregator::remove(const InputKey& key, TimePoint now) {
  return change(now, [&] {
    const auto place = std::ranges::lower_bound(records_, key, {}, &Record::key);
    if (place == records_.end() || place->key() != key) return detail::Parts{0};
    const auto parts = detail::parts_of(*place);
    records_.erase(place);
    return parts;
  });
}

bool Aggregator::end_endpoint(std::string_view endpoint_id, TimePoint now) {
  return change(now, [&] {
    const auto id = presentity::detail::in_lower_case(endpoint_id);
    const auto count = std::erase_if(records_, [&](const Record& record) {
      return record.ends_with_endpoint && record.endpoint != nullptr && *record.endpoint == id;
    });
    return count != 0 ? detail::all_parts : detail::Parts{0};
  });
}

std::optional<TimePoint> Aggregator::next_change() const {
  const auto next = detail::next_difference(records_, policy_, now_, detail::all_parts, results_);
  if (!next) return std::nullopt;
  return detail::to_time_point(*next);
}

Aggregation Aggregator::result() const { return detail::make_aggregation(results_, policy_, now_); }

std::uint32_t Aggregator::availability(ContainerId container) const noexcept {
  const bool is_second = container == second_aggregation_container ||
                         (container == 300 && policy_.has(AggregationRule::workgroup_container));
  return is_second ? results_.second.availability : results_.first.availability;
}

std::vector<Input> Aggregator::inputs() const {
  std::vector<Input> inputs;
  inputs.reserve(records_.size());
  std::ranges::transform(records_, std::back_inserter(inputs), detail::make_input);
  return inputs;
}

}  // namespace presentity::presence
