// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/native/device.hpp>
#include <presentity/native/service.hpp>
#include <presentity/presence/aggregation_inputs.hpp>

#include <concepts>

/// \file
/// What the capabilities of devices and services are: each has a type of its own in either schema.

namespace presentity::presence {

template <class T, class A, class B>
inline constexpr bool is_either = std::same_as<T, A> || std::same_as<T, B>;

/// Of a type of either namespace.
template <class Choice>
constexpr CapabilityKind capability_kind() noexcept {
  namespace nd = native::device;
  namespace nv = native::service;
  using enum CapabilityKind;
  if constexpr (is_either<Choice, nd::ContainerIntegrity, nv::ContainerIntegrity>)
    return container_integrity;
  if constexpr (is_either<Choice, nd::Text, nv::Text>) return text;
  if constexpr (is_either<Choice, nd::GifInk, nv::GifInk>) return gif_ink;
  if constexpr (is_either<Choice, nd::IsfInk, nv::IsfInk>) return isf_ink;
  if constexpr (is_either<Choice, nd::ApplicationSharing, nv::ApplicationSharing>)
    return application_sharing;
  if constexpr (is_either<Choice, nd::ConfInvite, nv::ConfInvite>) return conf_invite;
  if constexpr (is_either<Choice, nd::Voice, nv::Voice>) return voice;
  if constexpr (is_either<Choice, nd::Video, nv::Video>) return video;
  if constexpr (is_either<Choice, nd::Breakthrough, nv::Breakthrough>) return breakthrough;
  if constexpr (is_either<Choice, nd::ContentWhiteboard, nv::ContentWhiteboard>)
    return content_whiteboard;
  if constexpr (is_either<Choice, nd::ContentPoll, nv::ContentPoll>) return content_poll;
  if constexpr (is_either<Choice, nd::ContentPowerPoint, nv::ContentPowerPoint>)
    return content_power_point;
  if constexpr (is_either<Choice, nd::ContentNativeFile, nv::ContentNativeFile>)
    return content_native_file;
  if constexpr (is_either<Choice, nd::Ucs, nv::Ucs>) return ucs;
  if constexpr (is_either<Choice, nd::Calendar, nv::Calendar>) return calendar;
  if constexpr (is_either<Choice, nd::RemoteCallControl, nv::RemoteCallControl>)
    return remote_call_control;
  return cccp;
}

}  // namespace presentity::presence
