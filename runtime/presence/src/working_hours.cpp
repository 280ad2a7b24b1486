// SPDX-License-Identifier: MIT
#include <presentity/date_time.hpp>
#include <presentity/presence/working_hours.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace presentity::presence {
namespace {

using native::exchange_types::DayOfWeekEnumEx;
using native::exchange_types::SerializableTimeZoneTime;
using native::exchange_types::WorkingPeriod;
using std::chrono::days;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::weeks;

template <class T>
using OrProblem = Result<T, std::string>;

OrProblem<minutes> read_bias(std::int32_t bias, std::string_view element) {
  constexpr std::int32_t day = 24 * 60;
  if (bias >= -day && bias <= day) return minutes(bias);
  return Unexpected{std::string(element) + " has a bias of " + std::to_string(bias) +
                    " minutes, which is more than a day"};
}

OrProblem<std::chrono::weekday> read_day(const DayOfWeekEnumEx& day, std::string_view element) {
  if (const auto known = day.known()) {
    return std::chrono::weekday(static_cast<unsigned>(*known));
  }
  return Unexpected{std::string(element) + " names the day '" + std::string(day.text()) +
                    "', which is none of Sunday to Saturday"};
}

OrProblem<milliseconds> read_time(const std::string& text, std::string_view element) {
  const auto time = parse_time_of_day(text);
  if (!time || time->offset) {
    return Unexpected{std::string(element) + " has the time '" + text + "', which is not hh:mm:ss"};
  }
  DateTime fraction;
  fraction.fraction = time->fraction;
  fraction.fraction_digits = time->fraction_digits;
  return std::chrono::hours(time->hour) + minutes(time->minute) +
         std::chrono::seconds(time->second) +
         std::chrono::duration_cast<milliseconds>(subseconds(fraction));
}

OrProblem<ClockChange> read_change(const SerializableTimeZoneTime& change, minutes offset_after,
                                   std::string_view element) {
  const auto time = read_time(change.time, element);
  if (!time) return Unexpected{time.error()};
  const auto day = read_day(change.day_of_week, element);
  if (!day) return Unexpected{day.error()};
  if (change.month < 1 || change.month > 12) {
    return Unexpected{std::string(element) + " has the month " + std::to_string(change.month)};
  }
  if (change.day_order < 1 || change.day_order > 5) {
    return Unexpected{std::string(element) + " has the day order " +
                      std::to_string(change.day_order) + ", which is none of 1 to 5"};
  }
  return ClockChange{std::chrono::month(static_cast<unsigned>(change.month)), *day,
                     static_cast<unsigned>(change.day_order), *time, offset_after};
}

// The day of a change in a year; the fifth weekday is the last, also where there are five.
std::chrono::sys_days day_of(const ClockChange& change, std::chrono::year year) {
  if (change.order == 5) return year / change.month / change.weekday[std::chrono::last];
  return year / change.month / change.weekday[change.order];
}

milliseconds of_week(std::chrono::local_time<milliseconds> time) {
  const auto day = std::chrono::floor<days>(time);
  return days(std::chrono::weekday(day).c_encoding()) + (time - day);
}

}  // namespace

struct TimeZone::Change {
  TimePoint when;
  minutes offset_after{0};
  bool is_to_daylight = false;
};

Result<TimeZone, std::string> TimeZone::read(
    const native::exchange_types::SerializableTimeZone& zone) {
  const auto bias = read_bias(zone.bias, "TimeZone");
  if (!bias) return Unexpected{bias.error()};
  const auto standard_bias = read_bias(zone.standard_time.bias, "StandardTime");
  if (!standard_bias) return Unexpected{standard_bias.error()};
  const auto daylight_bias = read_bias(zone.daylight_time.bias, "DaylightTime");
  if (!daylight_bias) return Unexpected{daylight_bias.error()};

  TimeZone result;
  result.standard_offset_ = -(*bias + *standard_bias);
  if (zone.standard_time.month == 0 || zone.daylight_time.month == 0) return result;
  auto to_standard = read_change(zone.standard_time, result.standard_offset_, "StandardTime");
  if (!to_standard) return Unexpected{to_standard.error()};
  const auto daylight_offset = -(*bias - std::chrono::abs(*daylight_bias));
  auto to_daylight = read_change(zone.daylight_time, daylight_offset, "DaylightTime");
  if (!to_daylight) return Unexpected{to_daylight.error()};
  result.rules_ = Rules{*to_standard, *to_daylight};
  return result;
}

// Those of the year and its neighbours, in order: the last one before `instant` and the first one
// after it are among them, for in each year there are both.
std::array<TimeZone::Change, 6> TimeZone::changes_around(TimePoint instant, const Rules& rules) {
  std::array<Change, 6> changes;
  const auto& [to_standard, to_daylight] = rules;
  auto year =
      std::chrono::year_month_day(std::chrono::floor<days>(instant)).year() - std::chrono::years(1);
  for (std::size_t i = 0; i < changes.size(); i += 2, ++year) {
    changes.at(i) = {day_of(to_daylight, year) + to_daylight.time - to_standard.offset_after,
                     to_daylight.offset_after, true};
    changes.at(i + 1) = {day_of(to_standard, year) + to_standard.time - to_daylight.offset_after,
                         to_standard.offset_after, false};
  }
  std::ranges::sort(changes, {}, [](const Change& change) {
    return std::pair(change.when, change.is_to_daylight);
  });
  return changes;
}

minutes TimeZone::offset(TimePoint instant) const {
  auto result = standard_offset_;
  if (!rules_) return result;
  for (const Change& change : changes_around(instant, *rules_)) {
    if (change.when <= instant) result = change.offset_after;
  }
  return result;
}

bool TimeZone::is_daylight(TimePoint instant) const {
  bool result = false;
  if (!rules_) return result;
  for (const Change& change : changes_around(instant, *rules_)) {
    if (change.when <= instant) result = change.is_to_daylight;
  }
  return result;
}

std::chrono::local_time<milliseconds> TimeZone::local(TimePoint instant) const {
  return std::chrono::local_time<milliseconds>(instant.time_since_epoch() + offset(instant));
}

std::optional<TimePoint> TimeZone::next_change(TimePoint instant) const {
  if (!rules_) return std::nullopt;
  for (const Change& change : changes_around(instant, *rules_)) {
    if (change.when > instant) return change.when;
  }
  return std::nullopt;
}

Result<WorkingSchedule, std::string> WorkingSchedule::read(
    const native::exchange_types::WorkingHours& hours) {
  auto zone = TimeZone::read(hours.time_zone);
  if (!zone) return Unexpected{zone.error()};
  WorkingSchedule result;
  result.zone_ = *std::move(zone);

  std::vector<Span> spans;
  const auto add = [&](milliseconds begin, milliseconds end) {
    if (begin < end) spans.push_back({begin, end});
  };
  for (const WorkingPeriod& period : hours.working_period_array.working_period) {
    const auto begin = period.start_time_in_minutes;
    const auto end = period.end_time_in_minutes;
    if (begin < 0 || end < 0 || begin > 1440 || end > 1440) {
      return Unexpected{"WorkingPeriod is from minute " + std::to_string(begin) + " to minute " +
                        std::to_string(end) + "; a day has the minutes 0 to 1440"};
    }
    for (const auto& token : period.day_of_week) {
      const auto day = read_day(token, "WorkingPeriod");
      if (!day) return Unexpected{day.error()};
      const milliseconds midnight = days(day->c_encoding());
      const auto last = midnight + minutes(end) + (end < begin ? days(1) : days(0));
      add(midnight + minutes(begin), std::min<milliseconds>(last, weeks(1)));
      add(milliseconds(0), last - weeks(1));  // What of it is on the Sunday after.
    }
  }

  std::ranges::sort(spans, {}, &Span::begin);
  for (const Span& span : spans) {
    if (!result.spans_.empty() && span.begin <= result.spans_.back().end) {
      result.spans_.back().end = std::max(result.spans_.back().end, span.end);
    } else {
      result.spans_.push_back(span);
    }
  }
  return result;
}

bool WorkingSchedule::is_working_at(milliseconds of_week) const {
  return std::ranges::any_of(
      spans_, [&](const Span& span) { return span.begin <= of_week && of_week < span.end; });
}

// How long until the next edge of a span, on a clock that does not change; a week at most. The end
// of the week is one, too, for the sake of simplicity.
milliseconds WorkingSchedule::until_edge(milliseconds of_week) const {
  milliseconds edge = weeks(1);
  for (const Span& span : spans_) {
    if (span.begin > of_week) edge = std::min(edge, span.begin);
    if (span.end > of_week) edge = std::min(edge, span.end);
  }
  return edge - of_week;
}

bool WorkingSchedule::is_working(TimePoint instant) const {
  return is_working_at(of_week(zone_.local(instant)));
}

std::optional<TimePoint> WorkingSchedule::next_boundary(TimePoint instant) const {
  const bool was_working = is_working(instant);
  // Each step ends at a clock change or at an edge. Two years have all of both that there are.
  const auto end = instant + days(2 * 366);
  while (instant < end) {
    const auto edge = instant + until_edge(of_week(zone_.local(instant)));
    const auto change = zone_.next_change(instant);
    instant = change ? std::min(edge, *change) : edge;
    if (is_working(instant) != was_working) return instant;
  }
  return std::nullopt;
}

}  // namespace presentity::presence
