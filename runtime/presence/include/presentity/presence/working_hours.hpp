// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/native/calendardatatypes.hpp>
#include <presentity/presence/time.hpp>
#include <presentity/result.hpp>

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

/// \file
/// Working hours and the time zone they are written in.
///
/// Sources: the pages calendardata-workinghours and below; inventory D030 to D037.

namespace presentity::presence {

/// When the clocks of a zone change, each year: the n-th weekday of a month.
struct ClockChange {
  std::chrono::month month{1};
  std::chrono::weekday weekday{0};
  unsigned order = 1;                    ///< 1 to 5; 5 is the last one of the month.
  std::chrono::milliseconds time{0};     ///< Since midnight, on the clock before the change.
  std::chrono::minutes offset_after{0};  ///< East of UTC, from then on.
};

/// A zone as Windows and Exchange describe one: an offset, and perhaps two changes a year, the same
/// each year.
class TimeZone {
 public:
  /// Reads the element TimeZone.
  ///
  /// The clock shows UTC minus the bias of the zone minus that of the season. There is no daylight
  /// saving time if the month of either change is 0, as deployed systems write
  /// (protocol-facts 1.3). A positive bias of DaylightTime is read as negative, for the element
  /// pages have the sign wrong (D034).
  ///
  /// Errors: a sentence that names the element: a bias of more than a day, a time that is none, a
  /// month, order or day that does not exist.
  [[nodiscard]] static Result<TimeZone, std::string> read(
      const native::exchange_types::SerializableTimeZone& zone);

  /// UTC.
  TimeZone() = default;

  /// Returns what the clock shows, less UTC. The year must be one of 1 to 9999.
  [[nodiscard]] std::chrono::minutes offset(TimePoint instant) const;

  /// Whether daylight saving time holds.
  [[nodiscard]] bool is_daylight(TimePoint instant) const;

  /// Returns what the clock shows.
  [[nodiscard]] std::chrono::local_time<std::chrono::milliseconds> local(TimePoint instant) const;

  /// Returns the first change of the clock later than `instant`; nothing without daylight saving.
  [[nodiscard]] std::optional<TimePoint> next_change(TimePoint instant) const;

 private:
  struct Rules {
    ClockChange to_standard;
    ClockChange to_daylight;
  };
  struct Change;

  [[nodiscard]] static std::array<Change, 6> changes_around(TimePoint instant, const Rules& rules);

  std::chrono::minutes standard_offset_{0};
  std::optional<Rules> rules_;
};

/// When a user works: the element WorkingHours, read and checked.
///
/// A period whose end is before its start ends on the next day; one whose end is its start is empty
/// (ours: the pages show neither). On the day of a clock change, working time is what the clock
/// shows: an hour that does not exist is not worked, one that comes twice is worked twice.
class WorkingSchedule {
 public:
  /// Errors: those of `TimeZone::read`; a minute that is not one of 0 to 1440; an unknown day.
  [[nodiscard]] static Result<WorkingSchedule, std::string> read(
      const native::exchange_types::WorkingHours& hours);

  [[nodiscard]] const TimeZone& zone() const noexcept { return zone_; }

  /// The year must be one of 1 to 9999, here and below.
  [[nodiscard]] bool is_working(TimePoint instant) const;

  /// Returns the first instant later than `instant` at which work begins or ends; nothing if that
  /// never happens: no working time at all, or nothing else.
  [[nodiscard]] std::optional<TimePoint> next_boundary(TimePoint instant) const;

 private:
  struct Span {  // Of the week, which begins on Sunday at midnight. The end is not part of it.
    std::chrono::milliseconds begin{0};
    std::chrono::milliseconds end{0};
  };

  [[nodiscard]] bool is_working_at(std::chrono::milliseconds of_week) const;
  [[nodiscard]] std::chrono::milliseconds until_edge(std::chrono::milliseconds of_week) const;

  TimeZone zone_;
  std::vector<Span> spans_;  // In order; no two touch.
};

}  // namespace presentity::presence
