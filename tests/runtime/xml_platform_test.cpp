// SPDX-License-Identifier: MIT
#include "testing.hpp"

#include <presentity/xml_platform.hpp>

#include <thread>
#include <utility>

using presentity::XmlPlatform;
using namespace presentity::testing;

TEST_SUITE("XML platform") {
  TEST_CASE("can be nested, copied and assigned") {
    XmlPlatform outer;
    {
      const XmlPlatform inner;
      const auto copy = inner;  // NOLINT(performance-unnecessary-copy-initialization)
      outer = copy;
      const auto moved = std::move(outer);
    }
    CHECK(built_in().validate(state("")).verdict == presentity::Verdict::valid);
  }

  TEST_CASE("outlives the first copy of the schemas") {
    auto first = presentity::load_schemas({});
    REQUIRE(first);
    const presentity::Validator second(*first);  // shares the schemas
    first = presentity::load_schemas({});
    CHECK(second.validate(state("")).verdict == presentity::Verdict::valid);
  }
}

TEST_SUITE("threads") {
  TEST_CASE("may start and end the platform in any order") {
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
      threads.emplace_back([] {
        for (int j = 0; j < 100; ++j) {
          const XmlPlatform one;
          const XmlPlatform two(one);
        }
      });
    }
    for (auto& thread : threads) thread.join();
    CHECK(built_in().validate(state("")).verdict == presentity::Verdict::valid);
  }
}
