// SPDX-License-Identifier: MIT
#include <presentity/presence/activity_display.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <utility>
#include <variant>

namespace presentity::presence {
namespace {

using native::state::ActivityTokenEnum;
using native::state::ActivityTokenEnumEx;
using native::state::ActivityType;
using native::state::LCIDType;

struct TokenText {
  std::string_view text;
  bool is_standard;  // By the page's list: goes before a custom text.
};

// In the order of the enumerators.
constexpr std::array<TokenText, 7> token_texts{{
    {"In a call", true},
    {"In a conference", true},
    {"In a meeting", true},
    {"Out of office", true},
    {"Urgent interruptions only", true},
    {"Off work", false},
    {"Presenting", false},
}};

const TokenText* find_text(const ActivityTokenEnumEx& token) noexcept {
  const auto known = token.known();
  return known ? &token_texts.at(static_cast<std::size_t>(*known)) : nullptr;
}

const TokenText* find_text(const ActivityType& activity) noexcept {
  return activity.token ? find_text(*activity.token) : nullptr;
}

// The lower ten bits of a locale identifier are the primary language.
std::uint32_t primary_language(std::uint32_t lcid) noexcept { return lcid & 0x3FFU; }

}  // namespace

std::string_view activity_text(const ActivityTokenEnumEx& token) noexcept {
  const auto* const found = find_text(token);
  return found != nullptr ? found->text : std::string_view();
}

bool is_shown(const ActivityType& activity, std::optional<std::uint32_t> availability) noexcept {
  const auto number = availability.value_or(published::offline);
  return activity.min_availability.value_or(0) <= number &&
         number <= activity.max_availability.value_or(std::numeric_limits<std::uint32_t>::max());
}

const LCIDType* text_for(std::span<const LCIDType> texts, std::uint32_t lcid) noexcept {
  const LCIDType* related = nullptr;
  const LCIDType* first = nullptr;
  for (const LCIDType& text : texts) {
    if (text.value.empty()) continue;
    if (text.lcid == lcid) return &text;
    if (first == nullptr) first = &text;
    const bool is_related = text.lcid && primary_language(*text.lcid) == primary_language(lcid);
    if (related == nullptr && is_related) related = &text;
  }
  return related != nullptr ? related : first;
}

ActivityDisplay activity_display(std::optional<std::uint32_t> availability,
                                 std::span<const ActivityType> activities,
                                 const DisplayOptions& options) {
  if (options.is_blocked) return {"Blocked", DisplaySource::blocked};

  const TokenText* lesser_token = nullptr;
  std::vector<LCIDType> custom;
  for (const ActivityType& activity : activities) {
    if (!is_shown(activity, availability)) continue;
    const auto* const token = find_text(activity);
    if (token != nullptr && token->is_standard) {
      return {std::string(token->text), DisplaySource::token};
    }
    if (lesser_token == nullptr) lesser_token = token;
    custom.insert(custom.end(), activity.custom.begin(), activity.custom.end());
  }

  if (const auto* const text = text_for(custom, options.lcid)) {
    return {text->value, DisplaySource::custom};
  }
  if (lesser_token != nullptr) return {std::string(lesser_token->text), DisplaySource::token};
  const auto& range = availability_range(availability_class(availability));
  return {std::string(range.text), DisplaySource::availability};
}

ActivityDisplay activity_display(const native::state::StateType& state,
                                 const DisplayOptions& options) {
  return std::visit(
      [&](const auto& value) {
        return activity_display(value.availability, value.activity, options);
      },
      state);
}

std::string length_text(std::chrono::milliseconds length) {
  const auto text = [](std::int64_t count, const char* unit) {
    return std::to_string(count) + ' ' + unit + (count == 1 ? "" : "s");
  };
  if (length >= std::chrono::days(1)) {
    return text(std::chrono::floor<std::chrono::days>(length).count(), "day");
  }
  if (length >= std::chrono::hours(1)) {
    return text(std::chrono::floor<std::chrono::hours>(length).count(), "hour");
  }
  if (length >= std::chrono::minutes(1)) {
    return text(std::chrono::floor<std::chrono::minutes>(length).count(), "min");
  }
  return {};
}

std::string with_inactive_time(std::string text, AvailabilityClass availability,
                               std::optional<TimePoint> last_active, TimePoint now) {
  if (!last_active || !is_inactive(availability)) return text;
  const auto length = length_text(now - *last_active);
  if (!length.empty()) text += " for " + length;
  return text;
}

namespace {

struct TextCapability {
  bool is_any_capability = false;
  bool is_there = false;
  std::optional<std::uint32_t> availability;  // Of the most active device.
};

TextCapability text_capability(const native::service::ServicesType& services) {
  TextCapability result;
  for (const auto& service : services.service) {
    if (!service.capabilities) continue;
    for (const auto& capability : service.capabilities->choice) {
      result.is_any_capability = true;
      const auto* const text = std::get_if<native::service::Text>(&capability);
      if (text == nullptr) continue;
      result.is_there = true;
      const auto availability = text->value.device_availability;
      if (!availability) continue;
      result.availability = std::min(*availability, result.availability.value_or(*availability));
    }
  }
  return result;
}

bool cannot_take_messages(const native::service::ServicesType& services) {
  const auto text = text_capability(services);
  if (!text.is_there) return text.is_any_capability;
  return text.availability && availability_class(text.availability) == AvailabilityClass::offline;
}

}  // namespace

CapabilitySummary capability_summary(const native::state::AggregateState& state,
                                     const native::service::ServicesType& services) {
  const auto availability = availability_class(state.availability);
  if (availability == AvailabilityClass::offline) return CapabilitySummary::none;
  if (cannot_take_messages(services)) {
    // "No less active than Inactive": of the page's modes, Available and Available - Idle.
    const bool is_active = availability == AvailabilityClass::available ||
                           availability == AvailabilityClass::available_idle;
    return is_active ? CapabilitySummary::voice_only : CapabilitySummary::no_im;
  }
  const bool is_mobile =
      state.device && state.device->known() == native::state::DeviceTypeEnum::mobile;
  return is_mobile ? CapabilitySummary::mobile : CapabilitySummary::none;
}

std::string_view to_string(CapabilitySummary summary) noexcept {
  switch (summary) {
    case CapabilitySummary::none:
      return {};
    case CapabilitySummary::no_im:
      return "No IM";
    case CapabilitySummary::voice_only:
      return "Voice Only";
    case CapabilitySummary::mobile:
      return "Mobile";
  }
  return {};
}

}  // namespace presentity::presence
