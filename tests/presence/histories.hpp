// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/presence/aggregation.hpp>
#include <presentity/presence/aggregation_inputs.hpp>
#include <presentity/presence/time.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <vector>

// Random histories: what a user's endpoints may publish and remove in the course of time.

namespace presentity::presence::test {

// One thing that happens: an input is published, or the one with this key removed.
struct Happening {
  TimePoint at;
  std::optional<Input> published;
  InputKey removed;
};

using Random = std::mt19937_64;

// Number below `end`.
std::size_t below(Random& random, std::size_t end);

// In the order of time; several may be at one instant.
std::vector<Happening> random_history(Random& random);

// Applies it to a plain list of inputs.
void apply(std::vector<Input>& inputs, const Happening& happening);

// How many histories to try: the environment variable PRESENTITY_HISTORIES, or 5000.
std::size_t history_count();

}  // namespace presentity::presence::test
