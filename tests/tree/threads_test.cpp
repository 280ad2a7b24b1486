// SPDX-License-Identifier: MIT
#include <presentity/tree/document.hpp>
#include <presentity/tree/round_trip.hpp>
#include <presentity/tree/state.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <thread>
#include <vector>

TEST_SUITE("threads") {
  TEST_CASE("several threads round-trip and start and stop the platform at once") {
    const std::string text =
        R"(<state xmlns="http://schemas.microsoft.com/2006/09/sip/state")"
        R"( xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="userState")"
        R"( manual="1"><availability>3500</availability><future xmlns="urn:f">x</future></state>)";
    const auto expected = presentity::tree::round_trip(text);

    std::array<int, 4> failures{};
    std::vector<std::thread> threads;
    for (auto& failed : failures) {
      threads.emplace_back([&] {
        for (int i = 0; i < 200; ++i) {
          const auto written = presentity::tree::round_trip(text);
          if (bool(written) != bool(expected)) ++failed;
          if (written && expected && *written != *expected) ++failed;
          const auto document =
              presentity::tree::Document<presentity::tree::state::state>::parse(text);
          if (!document || !document->serialize()) ++failed;
        }
      });
    }
    for (auto& thread : threads) thread.join();

    CHECK(expected);
    CHECK(failures == std::array<int, 4>{});
  }
}
