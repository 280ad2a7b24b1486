// SPDX-License-Identifier: MIT
#include "sample_files.hpp"

#include <presentity/native/documents.hpp>

#include <doctest/doctest.h>

using presentity::Verdict;
using presentity::samples::samples_of;
using presentity::samples::validator;

TEST_SUITE("round trip of the samples") {
  TEST_CASE("nothing is lost by way of the native bindings") {
    for (const auto* const group : {"valid", "warned"}) {
      for (const auto& sample : samples_of(group)) {
        CAPTURE(sample.name);
        const auto after = presentity::native::round_trip(sample.bytes);
        CHECK_MESSAGE(after, (after ? std::string() : after.error()));
        if (!after) continue;
        for (const auto& difference : validator().differences(sample.bytes, *after)) {
          FAIL_CHECK(difference);
        }
        const auto again = presentity::native::round_trip(*after);
        REQUIRE(again);
        CHECK(*again == *after);
      }
    }
  }

  TEST_CASE("the native bindings read nothing that is not valid") {
    for (const auto& sample : samples_of("invalid")) {
      CAPTURE(sample.name);
      CHECK_FALSE(presentity::native::round_trip(sample.bytes));
    }
  }
}
