// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/presence/availability.hpp>
#include <presentity/presence/timeline.hpp>

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// \file
/// A timeline as rows of bars: what text, SVG and HTML show alike. Texts are as documents have
/// them, and must be escaped.

namespace presentity::cli {

/// A stretch.
struct Bar {
  presence::TimePoint begin;
  presence::TimePoint end;  ///< The edge, if it goes on.
  bool goes_on = false;
  bool ends_alone = false;  ///< It was not replaced: nothing need follow.
  presence::AvailabilityClass availability{};
  std::string state;          ///< `Busy (6500), on-the-phone`; `no availability`.
  std::string display;        ///< What a client shows, or the mode.
  std::string winner;         ///< Of what watchers see.
  std::string_view rule;      ///< Likewise.
  std::string_view ended_by;  ///< One word: `expired`.
  std::string reason;         ///< Why it ended.
};

struct PictureRow {
  std::string label;
  std::string detail;    ///< More of the label: instance, containers.
  std::string endpoint;  ///< To be added to the detail; empty if not stated.
  bool is_aggregate = false;
  std::vector<Bar> bars;
  /// When it decided what the watchers of a container of the picture saw.
  std::vector<std::pair<presence::TimePoint, presence::TimePoint>> wins;
};

struct Tick {
  presence::TimePoint at;
  std::string text;
};

struct Picture {
  std::string owner;  ///< SIP URI; may be empty.
  presence::TimePoint from;
  presence::TimePoint to;    ///< Of the timeline.
  presence::TimePoint edge;  ///< Where the picture ends: a little later, to show what begins last.
  std::vector<PictureRow> rows;  ///< What watchers see comes last.
  std::vector<Tick> ticks;

  /// Returns where a time lies, from 0 to `width`.
  [[nodiscard]] double place(presence::TimePoint time, double width) const;
};

[[nodiscard]] Picture make_picture(const presence::Timeline& timeline, std::string owner);

/// Returns `2013-06-03 14:00`, with seconds if there are any; without their fraction.
[[nodiscard]] std::string minute_text(presence::TimePoint time);

/// Returns a letter for the class: colour must not be the only sign.
[[nodiscard]] char letter_of(presence::AvailabilityClass availability);

/// Returns `Busy`, or `no availability`.
[[nodiscard]] std::string_view name_of(presence::AvailabilityClass availability);

/// The classes in the picture, in their order.
[[nodiscard]] std::set<presence::AvailabilityClass> classes_in(const Picture& picture);

/// Returns `2013-06-03 14:00 to 15:30`, or `2013-06-03 14:00, goes on`.
[[nodiscard]] std::string span_text(const Bar& bar);

}  // namespace presentity::cli
