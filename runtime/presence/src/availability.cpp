// SPDX-License-Identifier: MIT
#include <presentity/presence/availability.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

namespace presentity::presence {
namespace {

using enum AvailabilityClass;

constexpr std::uint32_t unbounded = std::numeric_limits<std::uint32_t>::max();

constexpr std::array<AvailabilityRange, 9> ranges{{
    {undefined, 0, 2999, "Undefined", "Presence unknown"},
    {available, 3000, 4499, "Available", "Available"},
    {available_idle, 4500, 5999, "Available - Idle", "Inactive"},
    {busy, 6000, 7499, "Busy", "Busy"},
    {busy_idle, 7500, 8999, "Busy - Idle", "Busy"},
    {do_not_disturb, 9000, 11999, "Do Not Disturb", "Do not disturb"},
    {be_right_back, 12000, 14999, "Be Right Back", "Be right back"},
    {away, 15000, 17999, "Away", "Away"},
    {offline, 18000, unbounded, "Offline", "Offline"},
}};

}  // namespace

std::span<const AvailabilityRange> availability_ranges() noexcept { return ranges; }

AvailabilityClass availability_class(std::optional<std::uint32_t> availability) noexcept {
  if (!availability) return offline;
  return std::ranges::lower_bound(ranges, *availability, {}, &AvailabilityRange::last)
      ->availability;
}

const AvailabilityRange& availability_range(AvailabilityClass availability) noexcept {
  return ranges.at(static_cast<std::size_t>(availability));
}

bool is_inactive(AvailabilityClass availability) noexcept {
  return availability == available_idle || availability == busy_idle ||
         availability >= be_right_back;
}

}  // namespace presentity::presence
