// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// \file
/// duration as it is written. Source: XML Schema Part 2, section 3.2.6.1.

namespace presentity::detail {

/// A number of a duration.
struct DurationPart {
  std::size_t digits = 0;       ///< As written, leading zeros included; 0 if the part is absent.
  std::size_t significant = 0;  ///< Without leading zeros.
  std::int64_t value = 0;       ///< 0 if there are more than 18 significant digits.
};

/// What a literal says.
struct DurationParts {
  enum Index : std::size_t { years, months, days, hours, minutes, seconds };

  bool is_negative = false;
  std::array<DurationPart, 6> parts;  ///< Ordered as `Index`.
  std::int64_t fraction = 0;          ///< Of the second: the first 18 digits behind the point.
  std::size_t fraction_digits = 0;    ///< As written.
};

/// The letters behind the parts, and behind "T" from `hours` on.
inline constexpr std::string_view duration_designators = "YMDHMS";

[[nodiscard]] bool is_duration(std::string_view literal) noexcept;

/// Reads a literal of `duration`, or returns nothing.
[[nodiscard]] std::optional<DurationParts> parse_duration_parts(std::string_view literal) noexcept;

}  // namespace presentity::detail
