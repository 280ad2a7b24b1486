// SPDX-License-Identifier: MIT
#include "cli/in_order.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>

using presentity::cli::for_each_in_order;

TEST_SUITE("in order") {
  TEST_CASE("hands on every result in order, whatever the number of threads") {
    constexpr std::size_t count = 500;
    std::vector<std::size_t> expected(count);
    std::iota(expected.begin(), expected.end(), std::size_t{0});
    for (const std::size_t jobs : {std::size_t{1}, std::size_t{2}, std::size_t{16}}) {
      CAPTURE(jobs);
      std::vector<std::size_t> seen;
      for_each_in_order(
          count, jobs,
          [](std::size_t i) {
            if (i % 50 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
            return i;
          },
          [&](std::size_t i) { seen.push_back(i); });
      CHECK(seen == expected);
    }
  }

  TEST_CASE("does not run far ahead of a slow item") {
    constexpr std::size_t jobs = 2;
    std::atomic<std::size_t> started = 0;
    std::size_t emitted = 0;
    for_each_in_order(
        1000, jobs,
        [&](std::size_t i) {
          ++started;
          return i;
        },
        [&](std::size_t) {
          if (++emitted == 1) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            CHECK(started <= 40);
          }
        });
    CHECK(emitted == 1000);
  }

  TEST_CASE("passes an exception of the work on") {
    const auto work = [](std::size_t i) {
      if (i == 5) throw std::runtime_error("broken");
      return i;
    };
    CHECK_THROWS_WITH(for_each_in_order(100, 4, work, [](std::size_t) {}), "broken");
    CHECK_THROWS_WITH(for_each_in_order(100, 1, work, [](std::size_t) {}), "broken");
  }

  TEST_CASE("passes an exception of the receiver on and stops the work") {
    std::atomic<std::size_t> started = 0;
    const auto work = [&](std::size_t i) {
      ++started;
      return i;
    };
    CHECK_THROWS_WITH(
        for_each_in_order(100'000, 4, work, [](std::size_t) { throw std::runtime_error("full"); }),
        "full");
    CHECK(started < 1000);
  }

  TEST_CASE("does nothing for nothing") {
    for_each_in_order(
        0, 4, [](std::size_t i) { return i; }, [](std::size_t) { FAIL("called"); });
  }
}
