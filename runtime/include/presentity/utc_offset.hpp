// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>

namespace presentity {

/// The time zone of a date or time: how far local time is ahead of UTC.
///
/// Source: XML Schema Part 2: Datatypes, Second Edition, section 3.2.7.3.
struct UtcOffset {
  /// How an offset of zero is written.
  enum class Zero : std::uint8_t {
    z,      ///< `Z`
    plus,   ///< `+00:00`
    minus,  ///< `-00:00`
  };

  std::chrono::minutes minutes{0};  ///< East of UTC, from -840 to 840.
  Zero zero = Zero::z;              ///< `z` unless `minutes` is 0.

  friend bool operator==(const UtcOffset&, const UtcOffset&) = default;
};

}  // namespace presentity
