// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// \file
/// Availability: how reachable somebody is, as a number. A higher number is less reachable.
///
/// Source: parsing-lync-published-category-instances; protocol-facts section 2.2. The page
/// state-availability has another table, where Available begins at 0; D107 decides for this one.

namespace presentity::presence {

/// A class of availability numbers. The order is that of the numbers.
enum class AvailabilityClass : std::uint8_t {
  undefined,       ///< 0 to 2999.
  available,       ///< 3000 to 4499.
  available_idle,  ///< 4500 to 5999.
  busy,            ///< 6000 to 7499.
  busy_idle,       ///< 7500 to 8999.
  do_not_disturb,  ///< 9000 to 11999.
  be_right_back,   ///< 12000 to 14999.
  away,            ///< 15000 to 17999.
  offline,         ///< 18000 and more.
};

/// What is known about a class.
struct AvailabilityRange {
  AvailabilityClass availability = AvailabilityClass::undefined;
  std::uint32_t first = 0;  ///< The lowest number.
  std::uint32_t last = 0;   ///< The highest number.
  std::string_view name;    ///< Of the mode: `Available - Idle`.
  std::string_view text;    ///< What clients display where no activity is given: `Inactive`.
};

/// All classes, in their order. Together the ranges cover every number, each once.
[[nodiscard]] std::span<const AvailabilityRange> availability_ranges() noexcept;

/// Returns the class of a number; `offline` for none, as clients read a state without one.
[[nodiscard]] AvailabilityClass availability_class(
    std::optional<std::uint32_t> availability) noexcept;

[[nodiscard]] const AvailabilityRange& availability_range(AvailabilityClass availability) noexcept;

/// Whether the user does not use the device, whatever else he does: the modes for which clients
/// show since when. Source: the page's row on lastActive.
[[nodiscard]] bool is_inactive(AvailabilityClass availability) noexcept;

/// The numbers that clients publish. Source: introducing-enhanced-presence; protocol-facts 2.2 for
/// those of idle devices and urgent interruptions. Others, 7500 first of all, arise by aggregation.
namespace published {
inline constexpr std::uint32_t available = 3500;
inline constexpr std::uint32_t idle = 5000;
inline constexpr std::uint32_t busy = 6500;
inline constexpr std::uint32_t urgent_interruptions_only = 6900;
inline constexpr std::uint32_t do_not_disturb = 9500;
inline constexpr std::uint32_t be_right_back = 12500;
inline constexpr std::uint32_t away = 15500;
inline constexpr std::uint32_t offline = 18500;
}  // namespace published

}  // namespace presentity::presence
