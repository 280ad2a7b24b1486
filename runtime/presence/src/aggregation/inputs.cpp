// SPDX-License-Identifier: MIT
#include "aggregation/compute.hpp"
#include "ascii.hpp"
#include "capability_kind.hpp"

#include <presentity/native/calendarData.hpp>
#include <presentity/native/device.hpp>
#include <presentity/native/state.hpp>
#include <presentity/presence/aggregation_inputs.hpp>
#include <presentity/presence/instance_id.hpp>
#include <presentity/presence/publish.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <type_traits>
#include <utility>
#include <variant>

namespace presentity::presence {
namespace {

namespace ns = native::state;
using native::categories::CategoryType;
using native::categories::ExpireTypeEnum;

constexpr ContainerId self_container = 1;

std::string name_of(const CategoryType& instance) {
  return instance.name + " " + to_hex(instance.instance.value_or(0)) + " of container " +
         std::to_string(instance.container.value_or(0));
}

Activity read_activity(const ns::ActivityType& activity) {
  Activity result;
  if (activity.token) result.token = activity.token->text();
  result.least = activity.min_availability.value_or(0);
  result.greatest = activity.max_availability.value_or(Activity::no_limit);
  for (const auto& custom : activity.custom) result.custom.push_back({custom.lcid, custom.value});
  return result;
}

std::string text_of(const ns::EndpointLocationEnumEx& location) {
  if (const auto* const token = std::get_if<ns::EndpointLocationEnum>(&location)) {
    return std::string(ns::to_string(*token));
  }
  return *std::get_if<std::string>(&location);
}

// Both forms are in use: plain children, and the same behind ct:delimiter (D100).
Place read_place(const ns::MachineState& state) {
  Place place;
  if (state.endpoint_location) place.location = text_of(*state.endpoint_location);
  place.time_zone_bias = state.time_zone_bias;
  place.time_zone_name = state.time_zone_name;
  place.time_zone_abbreviation = state.time_zone_abbreviation;
  if (state.device) place.device = state.device->text();
  for (const auto& group : state.delimiter_group) {
    for (const auto& child : group.any) {
      if (const auto* const bias = std::get_if<ns::TimeZoneBias>(&child)) {
        place.time_zone_bias = bias->value;
      } else if (const auto* const name = std::get_if<ns::TimeZoneName>(&child)) {
        place.time_zone_name = name->value;
      } else if (const auto* const shorter = std::get_if<ns::TimeZoneAbbreviation>(&child)) {
        place.time_zone_abbreviation = shorter->value;
      } else if (const auto* const device = std::get_if<ns::Device>(&child)) {
        place.device = device->value.text();
      }
    }
  }
  return place;
}

InputKind phone_kind(std::uint32_t instance) noexcept {
  switch (instance >> 28) {
    case 7:
      return InputKind::rcc_call;
    case 8:
      return InputKind::voip_call;
    case 9:
      return InputKind::pstn_call;
    default:
      return InputKind::phone_state;
  }
}

InputKind calendar_kind(std::uint32_t instance) noexcept {
  switch (instance >> 28) {
    case 4:
      return InputKind::meeting;
    case 5:
      return InputKind::oof_meeting;
    case 6:
      return InputKind::oof_message;
    default:
      return InputKind::calendar_state;
  }
}

template <class State>
InputKind kind_of(const Input& input) {
  if constexpr (std::is_same_v<State, ns::PresentingState>) return InputKind::presenting_state;
  if constexpr (std::is_same_v<State, ns::MachineState>) return InputKind::machine_state;
  if constexpr (std::is_same_v<State, ns::PhoneState>) return phone_kind(input.instance);
  if constexpr (std::is_same_v<State, ns::CalendarState>) return calendar_kind(input.instance);
  return input.expires_at ? InputKind::timed_user_state : InputKind::user_state;
}

std::string fill_state(Input& input, const ns::StateType& value) {
  return std::visit(
      [&]<class State>(const State& state) -> std::string {
        if constexpr (std::is_same_v<State, ns::AggregateState> ||
                      std::is_same_v<State, ns::AggregateMachineState>) {
          return "it is what aggregation makes";
        } else {
          input.kind = kind_of<State>(input);
          input.availability = state.availability;
          std::ranges::transform(state.activity, std::back_inserter(input.activities),
                                 read_activity);
          if constexpr (std::is_same_v<State, ns::MachineState>) input.place = read_place(state);
          return {};
        }
      },
      value);
}

Capability read_capability(const native::device::CapabilitiesTypeChoice& choice) {
  return std::visit(
      []<class Choice>(const Choice& element) {
        const auto& value = element.value;
        return Capability{capability_kind<Choice>(),       value.render.value_or(false),
                          value.capture.value_or(false),   value.publish.value_or(false),
                          value.preferred.value_or(false), value.version};
      },
      choice);
}

void fill_device(Input& input, const native::device::DeviceType& device) {
  input.kind = InputKind::device;
  if (!device.endpoint_id.empty())
    input.endpoint_id = presentity::detail::in_lower_case(device.endpoint_id);
  for (const auto& capabilities : device.capabilities) {
    Capabilities read{capabilities.uri, capabilities.preferred.value_or(false), {}};
    std::ranges::transform(capabilities.choice, std::back_inserter(read.capabilities),
                           read_capability);
    input.capabilities.push_back(std::move(read));
  }
}

template <class Value, class Fill>
std::string fill_from(const ReadResult<Value>& value, Fill fill) {
  if (!value) return value.error().front().message;
  return fill(*value);
}

std::string fill_working_hours(Input& input, const native::calendar_data::CalendarDataType& data) {
  if (!data.working_hours) return "it has no working hours";
  input.kind = InputKind::working_hours;
  auto schedule = WorkingSchedule::read(*data.working_hours);
  if (!schedule) return schedule.error();
  input.working_hours = std::make_shared<const WorkingSchedule>(*std::move(schedule));
  return {};
}

// Returns why not, or an empty text.
std::string fill_value(Input& input, const CategoryType& instance) {
  if (!instance.any) return "it has no value";
  const auto& xml = instance.any->xml;
  if (instance.name == "state") {
    return fill_from(ns::read_state(xml),
                     [&](const auto& value) { return fill_state(input, value); });
  }
  if (instance.name == "device") {
    return fill_from(native::device::read_device(xml), [&](const auto& value) {
      fill_device(input, value);
      return std::string();
    });
  }
  return fill_from(native::calendar_data::read_calendar_data(xml),
                   [&](const auto& value) { return fill_working_hours(input, value); });
}

std::string fill_envelope(Input& input, const CategoryType& instance) {
  input.container = *instance.container;
  if (!instance.instance) return "it has no instance id";
  input.instance = *instance.instance;
  const auto published =
      instance.publish_time ? to_instant(*instance.publish_time) : std::optional<TimePoint>();
  if (!published) return "it has no publishTime, which decides between states";
  input.publish_time = *published;
  if (instance.endpoint_id)
    input.endpoint_id = presentity::detail::in_lower_case(*instance.endpoint_id);
  if (!instance.expire_type) return {};
  const auto expiry = instance.expire_type->known();
  input.ends_with_endpoint = expiry == ExpireTypeEnum::endpoint;
  if (expiry != ExpireTypeEnum::time) return {};
  if (!instance.expires) return "its expireType is time, and it does not say when it expires";
  input.expires_at =
      std::min(*published + std::chrono::seconds(*instance.expires), detail::last_time);
  return {};
}

bool is_working_hours(const CategoryType& instance) {
  return instance.container == self_container && instance.instance == 0 &&
         (instance.name == "calendarData" || instance.name == "workingHours");
}

// What aggregation itself publishes into container 2 and 3.
bool is_aggregate(const CategoryType& instance) {
  constexpr std::uint32_t aggregate_machine_state = 0x10000000;
  return instance.instance == 0 || instance.instance == 1 ||
         instance.instance == aggregate_machine_state;
}

}  // namespace

std::string_view to_string(InputKind kind) noexcept {
  constexpr std::array<std::string_view, 14> names = {"user state",
                                                      "timed user state",
                                                      "presenting state",
                                                      "machine state",
                                                      "RCC call",
                                                      "VoIP call",
                                                      "PSTN call",
                                                      "phone state",
                                                      "meeting",
                                                      "out-of-office meeting",
                                                      "out-of-office message",
                                                      "calendar state",
                                                      "device",
                                                      "working hours"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view to_string(CapabilityKind kind) noexcept {
  constexpr std::array<std::string_view, 17> names = {"containerIntegrity",
                                                      "text",
                                                      "gifInk",
                                                      "isfInk",
                                                      "applicationSharing",
                                                      "confInvite",
                                                      "voice",
                                                      "video",
                                                      "breakthrough",
                                                      "contentWhiteboard",
                                                      "contentPoll",
                                                      "contentPowerPoint",
                                                      "contentNativeFile",
                                                      "ucs",
                                                      "calendar",
                                                      "remoteCallControl",
                                                      "CCCP"};
  return names[static_cast<std::size_t>(kind)];
}

bool is_input(const CategoryType& instance) {
  if (says_there_is_none(instance)) return false;
  if (is_working_hours(instance)) return true;
  if (instance.container != first_aggregation_container &&
      instance.container != second_aggregation_container) {
    return false;
  }
  return instance.name == "device" || (instance.name == "state" && !is_aggregate(instance));
}

Result<Input, RejectedInput> read_input(const CategoryType& instance) {
  Input input;
  auto reason = fill_envelope(input, instance);
  if (reason.empty()) reason = fill_value(input, instance);
  if (!reason.empty()) return Unexpected{RejectedInput{0, name_of(instance), std::move(reason)}};
  return input;
}

Inputs read_inputs(std::span<const CategoryType> instances) {
  Inputs result;
  std::map<InputKey, std::pair<std::size_t, Input>> latest;
  const auto reject = [&](std::size_t index, std::string reason) {
    result.rejected.push_back({index, name_of(instances[index]), std::move(reason)});
  };
  for (std::size_t index = 0; index < instances.size(); ++index) {
    if (!is_input(instances[index])) continue;
    auto input = read_input(instances[index]);
    if (!input) {
      reject(index, input.error().reason);
      continue;
    }
    const auto key = input->key();
    const auto known = latest.find(key);
    if (known == latest.end() && latest.size() == max_inputs) {
      reject(index, "there are more than " + std::to_string(max_inputs) + " instances");
    } else if (known == latest.end()) {
      latest.emplace(key, std::pair(index, std::move(*input)));
    } else if (known->second.second.publish_time <= input->publish_time) {
      reject(std::exchange(known->second.first, index), "a later one replaces it");
      known->second.second = std::move(*input);
    } else {
      reject(index, "a later one replaces it");
    }
  }
  for (auto& [key, entry] : latest) result.inputs.push_back(std::move(entry.second));
  return result;
}

}  // namespace presentity::presence
