// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

namespace presentity::differential {

/// The same numbers from the same seed on every platform (splitmix64).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15;
    auto z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }

  /// A number less than `count`, which must not be 0.
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }

  /// True once in `count` times.
  bool one_in(std::size_t count) { return below(count) == 0; }

  /// An element of `list`, which must not be empty.
  template <class List>
  const auto& pick(const List& list) {
    return *(list.begin() + static_cast<std::ptrdiff_t>(below(list.size())));
  }

 private:
  std::uint64_t state_;
};

}  // namespace presentity::differential
