// SPDX-License-Identifier: MIT
#include <presentity/presence/availability.hpp>

#include <doctest/doctest.h>

#include <array>
#include <limits>
#include <string>

using namespace presentity::presence;
using enum AvailabilityClass;

TEST_CASE("an availability number has the class of its range") {
  struct Row {
    std::uint32_t first;
    std::uint32_t last;
    AvailabilityClass expected;
    const char* name;
    const char* text;
  };
  constexpr auto most = std::numeric_limits<std::uint32_t>::max();
  const std::array rows = {
      Row{0, 2999, undefined, "Undefined", "Presence unknown"},
      Row{3000, 4499, available, "Available", "Available"},
      Row{4500, 5999, available_idle, "Available - Idle", "Inactive"},
      Row{6000, 7499, busy, "Busy", "Busy"},
      Row{7500, 8999, busy_idle, "Busy - Idle", "Busy"},
      Row{9000, 11999, do_not_disturb, "Do Not Disturb", "Do not disturb"},
      Row{12000, 14999, be_right_back, "Be Right Back", "Be right back"},
      Row{15000, 17999, away, "Away", "Away"},
      Row{18000, most, offline, "Offline", "Offline"},
  };
  REQUIRE(availability_ranges().size() == rows.size());
  for (const Row& row : rows) {
    CAPTURE(row.first);
    CHECK(availability_class(row.first) == row.expected);
    CHECK(availability_class(row.last) == row.expected);
    const auto& range = availability_range(row.expected);
    CHECK(range.first == row.first);
    CHECK(range.last == row.last);
    CHECK(range.name == row.name);
    CHECK(range.text == row.text);
  }
}

TEST_CASE("no availability number is offline") { CHECK(availability_class({}) == offline); }

TEST_CASE("the numbers that clients publish lie in the classes they are named after") {
  CHECK(availability_class(published::available) == available);
  CHECK(availability_class(published::idle) == available_idle);
  CHECK(availability_class(published::busy) == busy);
  CHECK(availability_class(published::urgent_interruptions_only) == busy);
  CHECK(availability_class(published::do_not_disturb) == do_not_disturb);
  CHECK(availability_class(published::be_right_back) == be_right_back);
  CHECK(availability_class(published::away) == away);
  CHECK(availability_class(published::offline) == offline);
}

TEST_CASE("inactive are idle, be right back, away and offline") {
  std::string inactive;
  for (const auto& range : availability_ranges()) {
    if (is_inactive(range.availability)) inactive += std::string(range.name) + ';';
  }
  CHECK(inactive == "Available - Idle;Busy - Idle;Be Right Back;Away;Offline;");
}
