// SPDX-License-Identifier: MIT
#include "values/moment_text.hpp"

#include <presentity/date_time.hpp>

#include <cassert>

namespace presentity {
namespace {

constexpr detail::MomentType date_time_type{detail::Primitive::date_time, "xs:dateTime"};
constexpr detail::MomentType date_type{detail::Primitive::date, "xs:date"};
constexpr detail::MomentType time_of_day_type{detail::Primitive::time, "xs:time"};

}  // namespace

Result<DateTime, ValueError> parse_date_time(std::string_view text) noexcept {
  return detail::parse_as<DateTime>(date_time_type, text);
}

Result<Date, ValueError> parse_date(std::string_view text) noexcept {
  return detail::parse_as<Date>(date_type, text);
}

Result<TimeOfDay, ValueError> parse_time_of_day(std::string_view text) noexcept {
  return detail::parse_as<TimeOfDay>(time_of_day_type, text);
}

std::string to_string(const DateTime& value) { return detail::text_of(date_time_type, value); }
std::string to_string(const Date& value) { return detail::text_of(date_type, value); }
std::string to_string(const TimeOfDay& value) { return detail::text_of(time_of_day_type, value); }

void append_to(std::string& out, const DateTime& value) {
  detail::append_moment(out, date_time_type.primitive, detail::to_moment(value));
}

void append_to(std::string& out, const Date& value) {
  detail::append_moment(out, date_type.primitive, detail::to_moment(value));
}

void append_to(std::string& out, const TimeOfDay& value) {
  detail::append_moment(out, time_of_day_type.primitive, detail::to_moment(value));
}

bool is_valid(const DateTime& value) { return detail::has_literal(date_time_type, value); }
bool is_valid(const Date& value) { return detail::has_literal(date_type, value); }
bool is_valid(const TimeOfDay& value) { return detail::has_literal(time_of_day_type, value); }

std::partial_ordering compare(const DateTime& a, const DateTime& b) noexcept {
  return detail::compare_as(date_time_type, a, b);
}

std::partial_ordering compare(const Date& a, const Date& b) noexcept {
  return detail::compare_as(date_type, a, b);
}

std::partial_ordering compare(const TimeOfDay& a, const TimeOfDay& b) noexcept {
  return detail::compare_as(time_of_day_type, a, b);
}

std::optional<std::chrono::sys_seconds> to_sys_seconds(const DateTime& value) {
  constexpr auto last_year = static_cast<int>(std::chrono::year::max());
  if (!value.offset || value.year < 1 || value.year > last_year || !is_valid(value)) {
    return std::nullopt;
  }
  const std::chrono::sys_days date = std::chrono::year(static_cast<int>(value.year)) /
                                     std::chrono::month(static_cast<unsigned>(value.month)) /
                                     std::chrono::day(static_cast<unsigned>(value.day));
  return date + std::chrono::hours(value.hour) + std::chrono::minutes(value.minute) +
         std::chrono::seconds(value.second) - value.offset->minutes;
}

std::chrono::nanoseconds subseconds(const DateTime& value) noexcept {
  return detail::to_nanoseconds(value.fraction, value.fraction_digits);
}

DateTime to_date_time(std::chrono::sys_seconds time, std::chrono::nanoseconds fraction,
                      UtcOffset offset) {
  const auto local = time + offset.minutes;
  const auto midnight = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day date(midnight);
  const std::chrono::hh_mm_ss clock(local - midnight);
  DateTime value;
  value.year = static_cast<int>(date.year());
  value.month = static_cast<int>(static_cast<unsigned>(date.month()));
  value.day = static_cast<int>(static_cast<unsigned>(date.day()));
  value.hour = static_cast<int>(clock.hours().count());
  value.minute = static_cast<int>(clock.minutes().count());
  value.second = static_cast<int>(clock.seconds().count());
  value.fraction = fraction.count();
  value.fraction_digits = 9;
  for (; value.fraction_digits > 0 && value.fraction % 10 == 0; --value.fraction_digits) {
    value.fraction /= 10;
  }
  value.offset = offset;
  assert(value.year > 0 && "XML Schema has no year 0, and counts years otherwise before it");
  return value;
}

}  // namespace presentity
