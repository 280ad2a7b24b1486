// SPDX-License-Identifier: MIT
#include <presentity/presence/free_busy.hpp>

#include <algorithm>
#include <utility>

namespace presentity::presence {
namespace {

using native::calendar_data::FreeBusyType;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::size_t slots_per_byte = 4;

// Durations count with signed numbers.
std::int64_t count_of(std::size_t slots) noexcept { return static_cast<std::int64_t>(slots); }

unsigned shift_of(std::size_t slot, SlotOrder order) noexcept {
  const auto place = static_cast<unsigned>(slot % slots_per_byte);
  return 2 * (order == SlotOrder::low_bits_first ? place : 3 - place);
}

// Nothing if the block leaves the years that instants have.
std::optional<std::string> problem_of(TimePoint start, std::size_t slots, seconds granularity) {
  if (slots > max_free_busy_slots) {
    return "the free-busy block has more than " + std::to_string(max_free_busy_slots) + " slots";
  }
  constexpr TimePoint first = std::chrono::sys_days(std::chrono::year(1) / 1 / 1);
  constexpr TimePoint last = std::chrono::sys_days(std::chrono::year(10000) / 1 / 1);
  // In seconds: milliseconds cannot count every granularity.
  const bool is_inside =
      first <= start && start <= last &&
      (slots == 0 || granularity <= std::chrono::floor<seconds>(last - start) / count_of(slots));
  if (!is_inside) return "the free-busy block leaves the years 1 to 9999";
  return std::nullopt;
}

Result<seconds, std::string> granularity_of(const FreeBusyType& block) {
  const auto length = to_seconds(block.granularity);
  if (!length || *length <= seconds(0) || subseconds(block.granularity).count() != 0) {
    return Unexpected{"the granularity " + to_string(block.granularity) +
                      " is not a positive number of whole seconds"};
  }
  return *length;
}

}  // namespace

std::string_view to_string(FreeBusyStatus status) noexcept {
  switch (status) {
    case FreeBusyStatus::free:
      return "free";
    case FreeBusyStatus::tentative:
      return "tentative";
    case FreeBusyStatus::busy:
      return "busy";
    case FreeBusyStatus::out_of_office:
      return "out of office";
  }
  return {};
}

Result<std::vector<FreeBusyInterval>, std::string> decode_free_busy(const FreeBusyType& block,
                                                                    SlotOrder order) {
  if (block.encoding_version != Decimal::from_int64(1)) {
    return Unexpected{"the encoding version " + block.encoding_version.text() +
                      " is not known; 1 is"};
  }
  const auto granularity = granularity_of(block);
  if (!granularity) return Unexpected{granularity.error()};
  const auto& bytes = block.value.bytes;
  const auto start = to_instant(block.start_time);
  if (!start) return Unexpected{std::string("the start time is beyond the years 1 to 9999")};
  const auto slots = bytes.size() * slots_per_byte;
  if (auto problem = problem_of(*start, slots, *granularity)) return Unexpected{*problem};

  std::vector<FreeBusyInterval> intervals;
  for (std::size_t slot = 0; slot < slots; ++slot) {
    const auto bits = bytes[slot / slots_per_byte] >> shift_of(slot, order) & std::byte{3};
    const auto status = static_cast<FreeBusyStatus>(bits);
    const auto begin = *start + *granularity * count_of(slot);
    if (intervals.empty() || intervals.back().status != status) {
      intervals.push_back({begin, begin, status});
    }
    intervals.back().end = begin + *granularity;
  }
  return intervals;
}

Result<FreeBusyType, std::string> encode_free_busy(std::span<const FreeBusyInterval> intervals,
                                                   TimePoint start, std::size_t slots,
                                                   seconds granularity, SlotOrder order) {
  if (granularity < seconds(1)) {
    return Unexpected{std::string("the granularity is less than a second")};
  }
  if (auto problem = problem_of(start, slots, granularity)) return Unexpected{*problem};

  const milliseconds unit = granularity;
  const auto stop = start + unit * count_of(slots);
  std::vector<FreeBusyStatus> statuses(slots, FreeBusyStatus::free);
  for (const auto& interval : intervals) {
    const auto begin = std::max(interval.begin, start);
    const auto end = std::min(interval.end, stop);
    if (begin >= end) continue;
    const auto last = (end - start + unit - milliseconds(1)) / unit;
    for (auto slot = (begin - start) / unit; slot < last; ++slot) {
      auto& status = statuses[static_cast<std::size_t>(slot)];
      status = std::max(status, interval.status);
    }
  }

  FreeBusyType block;
  block.start_time = to_date_time(start);
  block.granularity = to_duration(granularity);
  block.encoding_version = Decimal::from_int64(1);
  block.value.bytes.resize((slots + slots_per_byte - 1) / slots_per_byte);
  for (std::size_t slot = 0; slot < slots; ++slot) {
    block.value.bytes[slot / slots_per_byte] |= static_cast<std::byte>(statuses[slot])
                                                << shift_of(slot, order);
  }
  return block;
}

namespace {

// The first time of this length within working time, from `begin` to `end`.
std::optional<TimePoint> first_worked(const WorkingSchedule& hours, TimePoint begin, TimePoint end,
                                      milliseconds length) {
  // Working time repeats each year: what two years do not have never comes.
  end = std::min(end, begin + std::chrono::days(2 * 366));
  while (begin + length <= end) {
    const auto boundary = hours.next_boundary(begin);
    const auto stop = boundary ? std::min(*boundary, end) : end;
    if (hours.is_working(begin) && begin + length <= stop) return begin;
    begin = stop;
  }
  return std::nullopt;
}

}  // namespace

std::optional<FreeBusyInterval> next_free(std::span<const FreeBusyInterval> intervals,
                                          TimePoint from, milliseconds length,
                                          const WorkingSchedule* hours) {
  std::optional<FreeBusyInterval> stretch;  // Of free intervals that touch.
  const auto first_in = [&]() -> std::optional<FreeBusyInterval> {
    if (!stretch || stretch->end - stretch->begin < length) return std::nullopt;
    const auto begin = hours == nullptr
                           ? std::optional(stretch->begin)
                           : first_worked(*hours, stretch->begin, stretch->end, length);
    if (!begin) return std::nullopt;
    return FreeBusyInterval{*begin, *begin + length, FreeBusyStatus::free};
  };
  for (const auto& interval : intervals) {
    if (interval.status != FreeBusyStatus::free || interval.end <= from) continue;
    const auto begin = std::max(interval.begin, from);
    if (stretch && stretch->end == begin) {
      stretch->end = interval.end;
      continue;
    }
    if (const auto found = first_in()) return found;
    stretch = FreeBusyInterval{begin, interval.end, FreeBusyStatus::free};
  }
  return first_in();
}

}  // namespace presentity::presence
