// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/date_time.hpp>
#include <presentity/presence/time.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

namespace presentity::presence::test {

/// The instant that a literal of xs:dateTime names.
inline TimePoint at(std::string_view text) {
  const auto time = parse_date_time(text);
  REQUIRE(time);
  return to_instant(*time).value();
}

inline std::string text_of(std::optional<TimePoint> time) {
  return time ? to_string(to_date_time(*time)) : "never";
}

}  // namespace presentity::presence::test
