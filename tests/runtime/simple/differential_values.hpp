// SPDX-License-Identifier: MIT
#pragma once

#include "native_types.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace presentity::detail::testing {

/// The types that both engines check, built-in ones not included.
[[nodiscard]] std::vector<TypeSpec> derived_types();

/// Values to begin with; those that the type takes occur more often.
[[nodiscard]] std::vector<std::string> seeds_for(const NativeTypes& types, const std::string& name);

/// A repeatable source of random numbers (splitmix64), the same with every library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::size_t below(std::size_t limit);
  char pick(std::string_view text) { return text[below(text.size())]; }

 private:
  std::uint64_t state_;
};

/// A value made from `seeds` by a few random changes.
[[nodiscard]] std::string mutated(const std::vector<std::string>& seeds, std::string_view alphabet,
                                  Random& random);

}  // namespace presentity::detail::testing
