// SPDX-License-Identifier: MIT
#include "aggregation/compute.hpp"

#include <algorithm>
#include <utility>

namespace presentity::presence::detail {
namespace {

// How many records are asked whether they have the same detail: what one user has, and no more,
// so that many instances do not take long.
constexpr std::size_t asked = 64;

bool has_detail(const Input& input) {
  return input.place != Place{} || !input.activities.empty() || !input.capabilities.empty() ||
         input.working_hours != nullptr;
}

bool is_detail_of(const Detail& detail, const Input& input) {
  return detail.place == input.place && detail.activities == input.activities &&
         detail.capabilities == input.capabilities && detail.working_hours == input.working_hours;
}

DetailPointer share_detail(const Input& input, std::span<const Record> known) {
  if (!has_detail(input)) return nullptr;
  const Detail* other = nullptr;  // neighbours often have the same
  for (const auto& record : known.first(std::min(known.size(), asked))) {
    if (record.detail == nullptr || record.detail.get() == other) continue;
    other = record.detail.get();
    if (is_detail_of(*other, input)) return record.detail;
  }
  return std::make_shared<const Detail>(
      Detail{input.place, input.activities, input.capabilities, input.working_hours});
}

TextPointer share_endpoint(const Input& input, std::span<const Record> known) {
  if (input.endpoint_id.empty()) return nullptr;
  for (const auto& record : known.first(std::min(known.size(), asked))) {
    if (record.endpoint != nullptr && *record.endpoint == input.endpoint_id) return record.endpoint;
  }
  return std::make_shared<const std::string>(input.endpoint_id);
}

std::span<const Record> range_of(std::span<const Record> records, ContainerId container,
                                 bool is_device) {
  const InputKey first{container, is_device, 0};
  const InputKey last{container, is_device, ~std::uint32_t{0}};
  const auto begin = std::ranges::lower_bound(records, first, {}, &Record::key);
  const auto end = std::ranges::upper_bound(records, last, {}, &Record::key);
  return {begin, end};
}

}  // namespace

Parts parts_of(const Record& record) noexcept {
  if (record.kind == InputKind::working_hours) return all_parts;
  if (record.container == second_aggregation_container) return static_cast<Parts>(Part::second);
  if (record.kind == InputKind::device) return static_cast<Parts>(Part::machine);
  const auto first = static_cast<Parts>(Part::first);
  if (record.kind != InputKind::machine_state) return first;
  return static_cast<Parts>(first | static_cast<Parts>(Part::machine));
}

Record make_record(const Input& input, std::span<const Record> known) {
  Record record;
  record.publish_time = to_instant(input.publish_time);
  if (input.expires_at) record.expires_at = to_instant(*input.expires_at);
  record.detail = share_detail(input, known);
  record.endpoint = share_endpoint(input, known);
  record.instance = input.instance;
  record.availability = input.availability.value_or(0);
  record.has_availability = input.availability.has_value();
  record.ends_with_endpoint = input.ends_with_endpoint;
  record.container = static_cast<std::uint16_t>(input.container);
  record.kind = input.kind;
  return record;
}

Input make_input(const Record& record) {
  Input input;
  input.kind = record.kind;
  input.container = record.container;
  input.instance = record.instance;
  input.publish_time = to_time_point(record.publish_time);
  if (record.expires_at != never) input.expires_at = to_time_point(record.expires_at);
  input.ends_with_endpoint = record.ends_with_endpoint;
  if (record.endpoint != nullptr) input.endpoint_id = *record.endpoint;
  if (record.has_availability) input.availability = record.availability;
  if (record.detail != nullptr) {
    input.activities = record.detail->activities;
    input.place = record.detail->place;
    input.capabilities = record.detail->capabilities;
    input.working_hours = record.detail->working_hours;
  }
  return input;
}

std::vector<Record> make_records(std::span<const Input> inputs) {
  std::vector<Record> records;
  records.reserve(inputs.size());
  for (const auto& input : inputs) records.push_back(make_record(input, records));
  std::ranges::sort(records, {}, &Record::key);
  return records;
}

std::span<const Record> states_of(std::span<const Record> records, ContainerId container) {
  return range_of(records, container, false);
}

std::span<const Record> devices_of(std::span<const Record> records, ContainerId container) {
  return range_of(records, container, true);
}

const WorkingSchedule* hours_of(std::span<const Record> records, const AggregationPolicy& policy,
                                Instant now) {
  using enum AggregationRule;
  if (records.empty() || records.front().kind != InputKind::working_hours) return nullptr;
  const auto& record = records.front();
  if (policy.has(published_later) && now < record.publish_time) return nullptr;
  if (policy.has(expiry) && now >= record.expires_at) return nullptr;
  return record.detail->working_hours.get();
}

}  // namespace presentity::presence::detail
