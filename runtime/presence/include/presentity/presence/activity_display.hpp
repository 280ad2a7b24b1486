// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/native/service.hpp>
#include <presentity/native/state.hpp>
#include <presentity/presence/availability.hpp>
#include <presentity/presence/time.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// \file
/// What clients display for a state.
///
/// Sources: parsing-lync-published-category-instances (strings and precedence); state-activity.
/// The two disagree: the second page lets a custom string go before a standard token. The first
/// page describes the display, so it is followed.

namespace presentity::presence {

/// Returns what a token is displayed as; empty if it is not known. Letter case counts.
[[nodiscard]] std::string_view activity_text(
    const native::state::ActivityTokenEnumEx& token) noexcept;

/// Whether an activity holds at an availability: if that is within minAvailability and
/// maxAvailability, or these are absent. No availability is `published::offline`.
///
/// The page only says that the limits are those "associated with" the activity; that it is not
/// displayed outside is inferred (protocol-facts section 2.2).
[[nodiscard]] bool is_shown(const native::state::ActivityType& activity,
                            std::optional<std::uint32_t> availability) noexcept;

/// Returns the text in the language `lcid` of the user: the one with this locale, else the first
/// in the same primary language, else the first. Empty texts do not count. Null if there is none.
/// The page does not say how to choose; this is ours.
[[nodiscard]] const native::state::LCIDType* text_for(
    std::span<const native::state::LCIDType> texts, std::uint32_t lcid) noexcept;

/// Which rule gave the text.
enum class DisplaySource : std::uint8_t {
  blocked,       ///< The watcher is blocked, or has blocked the contact.
  token,         ///< A standard token.
  custom,        ///< A text of the publisher.
  availability,  ///< The default for the availability.
};

struct ActivityDisplay {
  std::string text;
  DisplaySource source = DisplaySource::availability;

  friend bool operator==(const ActivityDisplay&, const ActivityDisplay&) = default;
};

struct DisplayOptions {
  bool is_blocked = false;
  std::uint32_t lcid = 1033;  ///< Language of who looks: English (United States).
};

/// Returns what a client displays: `Blocked`, else the standard token of the first activity that
/// has one, else a custom text, else the default for the availability. Activities that do not hold
/// at the availability count for nothing.
///
/// off-work and in-presentation are no standard tokens of the display: a custom text goes before
/// them, and without one they are displayed as the page state-activity says.
[[nodiscard]] ActivityDisplay activity_display(
    std::optional<std::uint32_t> availability,
    std::span<const native::state::ActivityType> activities, const DisplayOptions& options = {});
[[nodiscard]] ActivityDisplay activity_display(const native::state::StateType& state,
                                               const DisplayOptions& options = {});

/// Returns `5 mins`, `1 hour` or `2 days`: whole units, the largest that is at least one; empty
/// below a minute.
[[nodiscard]] std::string length_text(std::chrono::milliseconds length);

/// Returns `text` with how long the user has been inactive: `Away for 5 hours`. Just `text` if the
/// availability is not inactive, if `last_active` is not known, and for the first minute.
[[nodiscard]] std::string with_inactive_time(std::string text, AvailabilityClass availability,
                                             std::optional<TimePoint> last_active, TimePoint now);

/// What a client adds to the activity.
enum class CapabilitySummary : std::uint8_t {
  none,
  no_im,       ///< `No IM`: whoever can take instant messages is offline.
  voice_only,  ///< `Voice Only`: the same, and the user is available or idle.
  mobile,      ///< `Mobile`: the device in use is a mobile phone.
};

/// Returns the summary. `services` are those that the watcher received with the state.
///
/// Where the page leaves a gap: no text capability among others is like one whose device is
/// offline, no capability at all says nothing, and neither does a text capability without
/// deviceAvailability. Whether the mobile phone is the only active endpoint is not sent to
/// watchers: the device of the aggregate is taken for it. All of this is ours.
[[nodiscard]] CapabilitySummary capability_summary(const native::state::AggregateState& state,
                                                   const native::service::ServicesType& services);

/// Returns the string that is displayed; empty for `none`.
[[nodiscard]] std::string_view to_string(CapabilitySummary summary) noexcept;

}  // namespace presentity::presence
