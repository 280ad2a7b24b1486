// SPDX-License-Identifier: MIT
#include "describe/describers.hpp"

#include <presentity/presence/activity_display.hpp>
#include <presentity/presence/working_hours.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace presentity::presence::describing {
namespace {

using native::calendar_data::CalendarDataType;
using native::calendar_data::FreeBusyType;
using native::exchange_types::SerializableTimeZone;
using native::exchange_types::SerializableTimeZoneTime;
using native::exchange_types::WorkingHours;
using native::exchange_types::WorkingPeriod;

std::string two_digits(std::int64_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string clock_text(std::int32_t minutes) {
  return two_digits(minutes / 60) + ':' + two_digits(minutes % 60);
}

std::string offset_text(std::chrono::minutes offset) {
  const auto size = std::chrono::abs(offset).count();
  return std::string("UTC") + (offset.count() < 0 ? '-' : '+') + two_digits(size / 60) + ':' +
         two_digits(size % 60);
}

std::string change_text(const SerializableTimeZoneTime& change) {
  constexpr std::array<std::string_view, 5> orders = {"first", "second", "third", "fourth", "last"};
  constexpr std::array<std::string_view, 12> months = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  return "the " + std::string(orders.at(static_cast<std::size_t>(change.day_order - 1))) + ' ' +
         std::string(change.day_of_week.text()) + " of " +
         std::string(months.at(static_cast<std::size_t>(change.month - 1))) + ", " + change.time;
}

// The zone can be read, so its changes have months and orders.
void add_zone(Facts& facts, const SerializableTimeZone& zone) {
  const auto standard = -std::chrono::minutes(zone.bias + zone.standard_time.bias);
  auto& fact = add(facts, "time zone", offset_text(standard));
  if (zone.standard_time.month == 0 || zone.daylight_time.month == 0) {
    fact.text += ", without daylight saving time";
    return;
  }
  const auto daylight = std::chrono::minutes(std::abs(zone.daylight_time.bias) - zone.bias);
  fact.text += ", in daylight saving time " + offset_text(daylight);
  add(fact.details, "daylight saving time from", change_text(zone.daylight_time));
  add(fact.details, "standard time from", change_text(zone.standard_time));
  if (zone.daylight_time.bias > 0) {
    add(fact.details, "remark",
        "the daylight bias " + std::to_string(zone.daylight_time.bias) + " is read as " +
            std::to_string(-zone.daylight_time.bias) + ": clocks go forward");
  }
}

std::string period_text(const WorkingPeriod& period) {
  std::vector<std::string> days;
  for (const auto& day : period.day_of_week) days.push_back(to_text(day));
  return joined(days, " ") + ", " + clock_text(period.start_time_in_minutes) + " to " +
         clock_text(period.end_time_in_minutes);
}

void add_next_boundary(Facts& facts, const WorkingSchedule& schedule, TimePoint now) {
  const auto next = schedule.next_boundary(now);
  const bool is_working = schedule.is_working(now);
  std::string text = is_working ? "working" : "off work";
  if (next) text += " until " + to_string(to_date_time(*next));
  add(facts, "now", text);
}

std::string add_working_hours(Facts& facts, const WorkingHours& hours,
                              const DescribeOptions& options) {
  const auto schedule = WorkingSchedule::read(hours);
  if (!schedule) {
    add(facts, "working hours", "cannot be used: " + schedule.error());
    return "working hours that cannot be used";
  }
  std::vector<std::string> periods;
  for (const auto& period : hours.working_period_array.working_period) {
    periods.push_back(period_text(period));
    add(facts, "working", periods.back());
  }
  if (periods.empty()) add(facts, "working", "never");
  add_zone(facts, hours.time_zone);
  if (options.now) add_next_boundary(facts, *schedule, *options.now);
  return "working hours: " + (periods.empty() ? "never" : joined(periods, "; "));
}

std::string interval_text(const FreeBusyInterval& interval) {
  return to_string(to_date_time(interval.begin)) + " to " + to_string(to_date_time(interval.end)) +
         ", " + length_text(interval.end - interval.begin);
}

// The summary of a block, such as "2 busy, 1 tentative in 4 days".
std::string busy_summary(std::span<const FreeBusyInterval> intervals) {
  std::vector<std::string> counts;
  for (const auto status :
       {FreeBusyStatus::tentative, FreeBusyStatus::busy, FreeBusyStatus::out_of_office}) {
    const auto count = std::ranges::count(intervals, status, &FreeBusyInterval::status);
    if (count > 0) counts.push_back(std::to_string(count) + ' ' + std::string(to_string(status)));
  }
  return counts.empty() ? "all free" : joined(counts);
}

std::string add_free_busy(Facts& facts, const FreeBusyType& block, const DescribeOptions& options) {
  constexpr std::size_t most_intervals = 40;  // one screen
  const auto intervals = decode_free_busy(block, options.slot_order);
  if (!intervals) {
    add(facts, "free-busy", "cannot be used: " + intervals.error());
    return "free-busy information that cannot be used";
  }
  if (intervals->empty()) {
    add(facts, "free-busy", "no slots");
    return "free-busy information without slots";
  }
  const auto whole = FreeBusyInterval{intervals->front().begin, intervals->back().end, {}};
  add(facts, "known", interval_text(whole));
  add(facts, "slots of", to_string(block.granularity));
  std::size_t shown = 0;
  std::size_t busy = 0;
  for (const auto& interval : *intervals) {
    if (interval.status == FreeBusyStatus::free) continue;
    if (++busy > most_intervals) continue;
    ++shown;
    add(facts, std::string(to_string(interval.status)), interval_text(interval));
  }
  if (busy > shown) add(facts, "and", count_of(busy - shown, "further interval"));
  if (options.now) {
    const auto next = next_free(*intervals, *options.now, std::chrono::minutes(30));
    add(facts, "next free half hour", next ? to_string(to_date_time(next->begin)) : "not known");
  }
  add_unknown(facts, block.other_attributes);
  return "free-busy: " + busy_summary(*intervals);
}

}  // namespace

std::string calendar_data(const CalendarDataType& value, const Scope& scope, Facts& facts) {
  add(facts, "mailbox", value.mailbox_id);
  std::vector<std::string> parts;
  if (value.working_hours) {
    parts.push_back(add_working_hours(facts, *value.working_hours, scope.options));
  }
  if (value.free_busy) parts.push_back(add_free_busy(facts, *value.free_busy, scope.options));
  add_tail(facts, value);
  if (parts.empty()) return "empty calendar data, which hides what there was";
  return joined(parts, "; ");
}

}  // namespace presentity::presence::describing
