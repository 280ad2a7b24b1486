// SPDX-License-Identifier: MIT
#include "cli/suggest.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace presentity::cli {
namespace {

constexpr std::size_t longest_name = 64;

// Levenshtein: insertions, deletions and replacements.
std::size_t edit_distance(std::string_view one, std::string_view other) {
  std::vector<std::size_t> row(other.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});

  for (std::size_t i = 0; i < one.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < other.size(); ++j) {
      const std::size_t replaced = diagonal + (one[i] == other[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string_view closest(std::string_view typed, const std::vector<std::string_view>& names) {
  if (typed.empty() || typed.size() > longest_name) return {};

  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(1, typed.size() / 3) + 1;
  for (const std::string_view name : names) {
    const std::size_t distance = edit_distance(typed, name);
    if (distance >= best_distance) continue;
    best = name;
    best_distance = distance;
  }
  return best;
}

std::string did_you_mean(std::string_view typed, const std::vector<std::string_view>& names) {
  const std::string_view name = closest(typed, names);
  if (name.empty()) return {};
  return "; did you mean '" + std::string(name) + "'?";
}

}  // namespace presentity::cli
