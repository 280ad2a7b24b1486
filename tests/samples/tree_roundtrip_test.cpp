// SPDX-License-Identifier: MIT
#include "sample_files.hpp"

#include <presentity/tree/round_trip.hpp>

#include <doctest/doctest.h>

using presentity::samples::samples_of;
using presentity::samples::validator;

TEST_SUITE("round trip of the samples") {
  TEST_CASE("nothing is lost by way of the tree bindings") {
    for (const auto* const group : {"valid", "warned"}) {
      for (const auto& sample : samples_of(group)) {
        CAPTURE(sample.name);
        const auto before = validator().to_utf8(sample.bytes);
        REQUIRE(before);
        const auto after = presentity::tree::round_trip(*before);
        CHECK_MESSAGE(after, (after ? std::string() : after.error()));
        if (!after) continue;
        for (const auto& difference : validator().differences(sample.bytes, *after)) {
          FAIL_CHECK(difference);
        }
      }
    }
  }
}
