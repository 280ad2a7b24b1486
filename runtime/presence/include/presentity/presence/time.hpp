// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/date_time.hpp>

#include <chrono>
#include <optional>

/// \file
/// Instants. Nothing in this library reads a clock: whoever calls says what time it is.

namespace presentity::presence {

/// An instant of the server's clock, UTC. Milliseconds, as publishTime has.
using TimePoint = std::chrono::sys_time<std::chrono::milliseconds>;

/// Returns the instant; UTC where no zone is written, as publishTime is read. Parts of a
/// millisecond are cut off. Nothing if `time` is not valid or beyond the years 1 to 9999.
[[nodiscard]] std::optional<TimePoint> to_instant(const DateTime& time) noexcept;

/// Returns `time` with three digits of a second and no zone, as servers write publishTime.
[[nodiscard]] DateTime to_publish_time(TimePoint time) noexcept;

}  // namespace presentity::presence
