// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/native/calendarData.hpp>
#include <presentity/presence/time.hpp>
#include <presentity/presence/working_hours.hpp>
#include <presentity/result.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Free-busy information: a block of time slots, two bits each, and the intervals it means.
///
/// Sources: calendardata-freebusy; parsing-lync-published-category-instances; D025; protocol-facts
/// sections 1.3 and 7.

namespace presentity::presence {

/// What a user is in a slot. The value is that of the two bits; a greater one goes before a lesser
/// where both are true.
enum class FreeBusyStatus : std::uint8_t { free, tentative, busy, out_of_office };

[[nodiscard]] std::string_view to_string(FreeBusyStatus status) noexcept;

/// Where the first slot is in a byte. The sources contradict each other (D025).
///
/// The prose of the reference writes the bits of slots from left to right, the first slot in the
/// most significant bits: 30 minutes free and 30 busy are 00001010, "Cg==". But the block that the
/// pages of containers 200, 300 and 400 print has broken runs of 3, 2, 9 and 2 slots then, and
/// meetings of 1 and 3 hours with the first slot in the least significant bits, as an independent
/// client has read and written them for years. Hence the default.
enum class SlotOrder : std::uint8_t {
  low_bits_first,   ///< As deployed systems have it.
  high_bits_first,  ///< As the prose has it.
};

/// A time for which the user's status is the same. The end is not part of it.
struct FreeBusyInterval {
  TimePoint begin;
  TimePoint end;
  FreeBusyStatus status = FreeBusyStatus::free;

  friend bool operator==(const FreeBusyInterval&, const FreeBusyInterval&) = default;
};

/// The most slots that are decoded or encoded: 10 years of quarters of an hour.
inline constexpr std::size_t max_free_busy_slots = 350'640;

/// Returns the whole block as intervals, free ones too, without gaps; neighbours differ in status.
/// Four slots a byte: how many of the last byte were meant is not written.
///
/// A start without a time zone is read as UTC (ours).
///
/// Errors, as sentences: an encodingVersion other than 1; a granularity that is not a positive
/// number of whole seconds; more than `max_free_busy_slots`; a block that leaves the years 1 to
/// 9999.
[[nodiscard]] Result<std::vector<FreeBusyInterval>, std::string> decode_free_busy(
    const native::calendar_data::FreeBusyType& block, SlotOrder order = SlotOrder::low_bits_first);

/// Returns the block of `slots` slots of `granularity` from `start` on. A slot that an interval
/// touches has its status; of several the greatest (ours, as calendars show it). Slots that none
/// touches are free. What is before or after the block is left out. Unused bits of the last byte
/// are 0.
///
/// Errors: a granularity of less than a second; more than `max_free_busy_slots`; a block that
/// leaves the years 1 to 9999.
[[nodiscard]] Result<native::calendar_data::FreeBusyType, std::string> encode_free_busy(
    std::span<const FreeBusyInterval> intervals, TimePoint start, std::size_t slots,
    std::chrono::seconds granularity = std::chrono::minutes(15),
    SlotOrder order = SlotOrder::low_bits_first);

/// Returns the earliest free time of this length, from `from` on: within a free interval and, if
/// `hours` are given, within working time. Nothing if there is none; nobody is free where nothing
/// is known. `intervals` are in order and do not overlap, as `decode_free_busy` gives them;
/// `length` is positive.
[[nodiscard]] std::optional<FreeBusyInterval> next_free(std::span<const FreeBusyInterval> intervals,
                                                        TimePoint from,
                                                        std::chrono::milliseconds length,
                                                        const WorkingSchedule* hours = nullptr);

}  // namespace presentity::presence
