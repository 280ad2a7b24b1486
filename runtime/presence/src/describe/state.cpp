// SPDX-License-Identifier: MIT
#include "describe/describers.hpp"

#include <presentity/presence/activity_display.hpp>
#include <presentity/presence/availability.hpp>

#include <array>
#include <cstdlib>

namespace presentity::presence::describing {
namespace {

using native::state::ActivityType;
using native::state::LCIDType;
using native::state::StateType;

// In the order of the alternatives.
constexpr std::array<std::string_view, 7> type_names = {
    "userState",     "presentingState", "phoneState",           "machineState",
    "calendarState", "aggregateState",  "aggregateMachineState"};

std::string window_text(const ActivityType& activity) {
  if (!activity.min_availability && !activity.max_availability) return {};
  const auto least = std::to_string(activity.min_availability.value_or(0));
  const auto most =
      activity.max_availability ? " to " + std::to_string(*activity.max_availability) : " and more";
  return "at availabilities " + least + most;
}

void add_activity(Facts& facts, const ActivityType& activity,
                  std::optional<std::uint32_t> availability) {
  std::vector<std::string> parts;
  if (activity.token) parts.push_back(to_text(*activity.token));
  if (!activity.custom.empty()) parts.push_back('"' + in_languages(activity.custom) + '"');
  if (const auto window = window_text(activity); !window.empty()) parts.push_back(window);
  if (!is_shown(activity, availability)) parts.emplace_back("not shown now");
  auto& fact = add(facts, "activity", joined(parts));
  add_tail(fact.details, activity);
}

std::string zone_text(std::int64_t bias) {
  const auto minutes = bias > -10000 && bias < 10000 ? bias : 0;
  if (minutes != bias) return std::to_string(bias) + " minutes west of UTC, which is no time zone";
  const auto size = std::abs(minutes);
  const auto two = [](std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return std::string("UTC") + (minutes > 0 ? "-" : "+") + two(size / 60) + ':' + two(size % 60);
}

std::string location_text(const native::state::EndpointLocationEnumEx& location) {
  const auto* const words = std::get_if<std::string>(&location);
  return words != nullptr
             ? *words
             : std::string(to_token(std::get<native::state::EndpointLocationEnum>(location)));
}

// What machineState and the aggregates have, in either place.
struct AddMachineFacts {
  Facts& facts;

  void operator()(const native::state::TimeZoneBias& bias) const {
    add(facts, "time zone", zone_text(bias.value));
  }
  void operator()(const native::state::TimeZoneName& name) const {
    add(facts, "time zone name", name.value);
  }
  void operator()(const native::state::TimeZoneAbbreviation&) const {}  // repeats the name
  void operator()(const native::state::Device& device) const {
    add(facts, "device", to_text(device.value));
  }
};

template <class State>
void add_own_facts(Facts& facts, const State& state, const DescribeOptions& options) {
  if constexpr (requires { state.endpoint_id; }) add(facts, "endpoint", state.endpoint_id);
  if constexpr (requires { state.uri; }) add(facts, "of", state.uri);
  if constexpr (requires { state.meeting_subject; }) {
    if (state.meeting_subject) add(facts, "meeting", state.meeting_subject->value);
    if (state.meeting_location) add(facts, "meeting place", state.meeting_location->value);
  }
  if constexpr (requires { state.time_zone_bias; }) {
    const AddMachineFacts known{facts};
    if (state.time_zone_bias) known(native::state::TimeZoneBias{*state.time_zone_bias});
    add(facts, "time zone name", state.time_zone_name);
    add(facts, "device", state.device);
  }
  if constexpr (requires { state.last_active; }) {
    if (!state.last_active) return;
    const auto last = to_instant(*state.last_active);
    std::string text = to_string(*state.last_active);
    if (last && options.now && *options.now >= *last) {
      const auto length = length_text(*options.now - *last);
      text += length.empty() ? ", just now" : ", " + length + " ago";
    }
    add(facts, "last active", text);
  }
}

template <class State>
void add_facts(Facts& facts, const State& state, const DescribeOptions& options) {
  add(facts, "availability", availability_text(state.availability));
  for (const auto& activity : state.activity) add_activity(facts, activity, state.availability);
  if (state.endpoint_location) add(facts, "location", location_text(*state.endpoint_location));
  add_own_facts(facts, state, options);
  add(facts, "set by hand", state.manual);
  if (state.start_time) add(facts, "since", to_string(*state.start_time));
  // The four elements are read wherever a delimiter stands, in states of other types, too.
  const AddMachineFacts known{facts};
  add_tail(facts, state, known);
}

// Protocol-facts, section 2.6: empty is "not in Do Not Disturb".
std::string dnd_text(std::optional<std::uint32_t> availability) {
  const bool is_on =
      availability && availability_class(availability) == AvailabilityClass::do_not_disturb;
  return is_on ? "Do Not Disturb is in effect" : "Do Not Disturb is not in effect";
}

// Whether the value is one that servers publish as dndState: a user state set by hand that is empty
// or has 9500 (protocol-facts, sections 1.1 and 2.6). Clients publish the same as state.
bool can_be_dnd_state(const StateType& value) {
  const auto* const user = std::get_if<native::state::UserState>(&value);
  if (user == nullptr) return false;
  native::state::UserState flag;
  flag.manual = true;
  if (user->availability) flag.availability = published::do_not_disturb;
  return *user == flag;
}

}  // namespace

std::string state(const StateType& value, const Scope& scope, Facts& facts) {
  const auto type = std::string(type_names.at(value.index()));
  const auto availability = std::visit([](const auto& state) { return state.availability; }, value);
  std::visit([&](const auto& state) { add_facts(facts, state, scope.options); }, value);
  if (scope.category == "dndState") return dnd_text(availability);
  if (scope.category.empty() && can_be_dnd_state(value)) {
    add(facts, "as a dndState", dnd_text(availability));
  }
  auto text = activity_display(value).text;
  if (const auto* const aggregate = std::get_if<native::state::AggregateState>(&value)) {
    const auto last = aggregate->last_active ? to_instant(*aggregate->last_active) : std::nullopt;
    if (scope.options.now) {
      text = with_inactive_time(text, availability_class(availability), last, *scope.options.now);
    }
  }
  // A calendar or phone state without an availability gives an activity only.
  const bool is_activity_only =
      !availability && std::visit([](const auto& state) { return !state.activity.empty(); }, value);
  return type + ": " + text + (is_activity_only ? ", whatever the availability" : "");
}

}  // namespace presentity::presence::describing
