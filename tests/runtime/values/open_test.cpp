// SPDX-License-Identifier: MIT
#include <presentity/open.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace sample {

enum class Activity : std::uint8_t { free, busy, on_the_phone };

}  // namespace sample

template <>
struct presentity::EnumTokens<sample::Activity> {
  static std::span<const std::string_view> all() noexcept {
    static constexpr std::array<std::string_view, 3> tokens{"free", "busy", "on-the-phone"};
    return tokens;
  }
};

using presentity::from_token;
using presentity::Open;
using presentity::to_token;
using sample::Activity;

TEST_SUITE("open enumeration") {
  TEST_CASE("a token is found in the table") {
    CHECK(from_token<Activity>("on-the-phone") == Activity::on_the_phone);
    CHECK_FALSE(from_token<Activity>("on_the_phone"));
    CHECK_FALSE(from_token<Activity>(""));
    CHECK(to_token(Activity::busy) == "busy");
  }

  TEST_CASE("a known value is an enumerator") {
    const Open<Activity> value = Activity::busy;
    CHECK(value.is_known());
    CHECK(value.known() == Activity::busy);
    CHECK(value.text() == "busy");
    CHECK(value == Activity::busy);
    CHECK(Open<Activity>() == Activity::free);
  }

  TEST_CASE("an unknown value is its token") {
    const Open<Activity> value(std::string("out-of-office"));
    CHECK_FALSE(value.is_known());
    CHECK_FALSE(value.known());
    CHECK(value.text() == "out-of-office");
    CHECK(value != Activity::free);
    CHECK(value == Open<Activity>(std::string("out-of-office")));
    CHECK(value != Open<Activity>(std::string("elsewhere")));
    CHECK(Open<Activity>(std::string()).text().empty());
  }

  TEST_CASE("the token of an enumerator makes a known value") {
    CHECK(Open<Activity>(std::string("busy")) == Activity::busy);
    CHECK(Open<Activity>(std::string("busy")).is_known());
    static_assert(!std::is_convertible_v<std::string, Open<Activity>>);
  }

  TEST_CASE("it is written as its token") {
    std::string out = "x";
    append_to(out, Open<Activity>(Activity::busy));
    CHECK(out == "xbusy");
    CHECK(to_string(Open<Activity>(std::string("away"))) == "away");
  }
}
