// SPDX-License-Identifier: MIT
#include "aggregation/wording.hpp"

#include <presentity/presence/availability.hpp>
#include <presentity/presence/instance_id.hpp>

namespace presentity::presence::detail {
namespace {

std::string two_digits(long number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string time_of_day(TimePoint time) {
  const auto since_midnight = time - std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(since_midnight);
  auto text = two_digits(clock.hours().count()) + ":" + two_digits(clock.minutes().count());
  if (clock.seconds().count() != 0) text += ":" + two_digits(clock.seconds().count());
  return text;
}

}  // namespace

NamedInput name_input(const Input& input) {
  return {input.kind,         input.container,    input.instance,  input.endpoint_id,
          input.availability, input.publish_time, input.expires_at};
}

std::string name_of(std::uint32_t availability) {
  return std::string(availability_range(availability_class(availability)).name) + " (" +
         std::to_string(availability) + ")";
}

std::string name_of(const std::optional<Activity>& activity) {
  if (!activity) return {};
  if (!activity->token.empty()) return activity->token;
  return activity->custom.empty() ? std::string() : "\"" + activity->custom.front().text + "\"";
}

std::string name_of(std::uint32_t availability, const std::optional<Activity>& activity) {
  const auto doing = name_of(activity);
  return name_of(availability) + (doing.empty() ? "" : ", " + doing);
}

std::string name_of(const NamedInput& input) {
  const auto name = "the " + std::string(to_string(input.kind));
  switch (input.kind) {
    case InputKind::user_state:
    case InputKind::timed_user_state:
      return "the status set by hand";
    case InputKind::presenting_state:
      return name;
    default:
      break;
  }
  if (!input.endpoint_id.empty()) return name + " of " + input.endpoint_id;
  return name + " " + to_hex(input.instance);
}

std::string clock_text(TimePoint time) {
  // As xs:dateTime, whose years have four digits.
  return to_string(to_publish_time(time)).substr(0, std::string_view("2013-06-03").size()) + " " +
         time_of_day(time);
}

std::string clock_text(TimePoint time, TimePoint today) {
  const auto day = [](TimePoint moment) { return std::chrono::floor<std::chrono::days>(moment); };
  return day(time) == day(today) ? time_of_day(time) : clock_text(time);
}

}  // namespace presentity::presence::detail
