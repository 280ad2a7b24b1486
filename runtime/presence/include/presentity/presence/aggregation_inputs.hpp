// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/native/categories.hpp>
#include <presentity/presence/containers.hpp>
#include <presentity/presence/time.hpp>
#include <presentity/presence/working_hours.hpp>
#include <presentity/result.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// What aggregation is made from: the instances of containers 2 and 3, and the working hours.
///
/// Sources: aggregation-containers; presence-data-source-and-category-instance-id.

namespace presentity::presence {

/// The containers whose instances are aggregated.
inline constexpr ContainerId first_aggregation_container = 2;
inline constexpr ContainerId second_aggregation_container = 3;

/// What an instance says. Its xsi:type decides; the first digit of the id tells apart the kinds of
/// phone and calendar states.
enum class InputKind : std::uint8_t {
  user_state,        ///< Set by hand; 0x20000000.
  timed_user_state,  ///< The same, time-bounded; 0x24000000.
  presenting_state,
  machine_state,
  rcc_call,        ///< Remote call control: 0x7.
  voip_call,       ///< 0x8.
  pstn_call,       ///< 0x9.
  phone_state,     ///< With another id.
  meeting,         ///< 0x4.
  oof_meeting,     ///< Out of office: 0x5.
  oof_message,     ///< 0x6.
  calendar_state,  ///< With another id.
  device,
  working_hours,
};

/// Returns words for people: `machine state`.
[[nodiscard]] std::string_view to_string(InputKind kind) noexcept;

/// What names an instance of one user.
struct InputKey {
  ContainerId container = 0;
  bool is_device = false;  ///< Of category device; else state, or working hours in container 1.
  std::uint32_t instance = 0;

  friend auto operator<=>(const InputKey&, const InputKey&) = default;
};

/// A text of a custom activity.
struct CustomText {
  std::optional<std::uint32_t> lcid;  ///< Locale of the text; nothing if not stated.
  std::string text;

  friend bool operator==(const CustomText&, const CustomText&) = default;
};

/// What the user is doing.
struct Activity {
  static constexpr std::uint32_t no_limit = std::numeric_limits<std::uint32_t>::max();

  std::string token;                  ///< Such as `on-the-phone`; empty if there is none.
  std::uint32_t least = 0;            ///< minAvailability.
  std::uint32_t greatest = no_limit;  ///< maxAvailability.
  std::vector<CustomText> custom;

  friend bool operator==(const Activity&, const Activity&) = default;
};

/// Where a machine is, and what.
struct Place {
  std::optional<std::string> location;
  std::optional<std::int64_t> time_zone_bias;  ///< Minutes west of UTC.
  std::optional<std::string> time_zone_name;
  std::optional<std::string> time_zone_abbreviation;
  std::optional<std::string> device;

  friend bool operator==(const Place&, const Place&) = default;
};

/// The capabilities, in the order in which a server writes them (aggregation-containers).
enum class CapabilityKind : std::uint8_t {
  container_integrity,
  text,
  gif_ink,
  isf_ink,
  application_sharing,
  conf_invite,
  voice,
  video,
  breakthrough,
  content_whiteboard,
  content_poll,
  content_power_point,
  content_native_file,
  ucs,
  calendar,
  remote_call_control,
  cccp,
};

/// Returns the name of the element: `gifInk`.
[[nodiscard]] std::string_view to_string(CapabilityKind kind) noexcept;

/// What one device can do.
struct Capability {
  CapabilityKind kind{};
  bool render = false;
  bool capture = false;
  bool publish = false;
  bool preferred = false;
  std::optional<std::uint32_t> version;

  friend bool operator==(const Capability&, const Capability&) = default;
};

/// What one device can do for one service.
struct Capabilities {
  std::string uri;
  bool preferred = false;
  std::vector<Capability> capabilities;

  friend bool operator==(const Capabilities&, const Capabilities&) = default;
};

/// One instance, read.
struct Input {
  InputKind kind{};
  ContainerId container = 0;
  std::uint32_t instance = 0;
  TimePoint publish_time;
  std::optional<TimePoint> expires_at;  ///< Nothing: until it is removed.
  bool ends_with_endpoint = false;      ///< Its expireType is endpoint.
  std::string endpoint_id;              ///< In lower case; empty if not stated.
  std::optional<std::uint32_t> availability;
  std::vector<Activity> activities;
  Place place;                             ///< Of a machine state.
  std::vector<Capabilities> capabilities;  ///< Of a device.
  std::shared_ptr<const WorkingSchedule> working_hours;

  [[nodiscard]] InputKey key() const noexcept {
    return {container, kind == InputKind::device, instance};
  }
};

/// An instance that is not aggregated though it looks as if it should be.
struct RejectedInput {
  std::size_t index = 0;  ///< In the sequence that was read.
  std::string name;       ///< Such as `state 0x20000000 of container 2`.
  std::string reason;     ///< Why, in words.

  friend bool operator==(const RejectedInput&, const RejectedInput&) = default;
};

/// Instances that were read.
struct Inputs {
  std::vector<Input> inputs;
  std::vector<RejectedInput> rejected;
};

/// How many instances of one user are aggregated; `read_inputs` rejects those beyond.
inline constexpr std::size_t max_inputs = 512;

/// Whether aggregation looks at this instance: states and devices in containers 2 and 3, working
/// hours in container 1. Not what aggregation itself has published there, and no entry that says
/// that there is no instance.
[[nodiscard]] bool is_input(const native::categories::CategoryType& instance);

/// Reads an instance for which `is_input` holds. `index` of the error is 0.
[[nodiscard]] Result<Input, RejectedInput> read_input(
    const native::categories::CategoryType& instance);

/// Reads those of `instances` that are inputs; of several with one key, the one published last.
[[nodiscard]] Inputs read_inputs(std::span<const native::categories::CategoryType> instances);

}  // namespace presentity::presence
