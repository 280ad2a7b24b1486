// SPDX-License-Identifier: MIT
#include "names.hpp"

#include "ascii.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace presentity::detail {
namespace {

constexpr std::size_t longest_quote = 80;
constexpr std::size_t longest_word = 64;

/// Number of insertions, deletions, replacements and swaps of neighbours between two words, case
/// ignored.
std::size_t distance(std::string_view a, std::string_view b) {
  const auto same = [&](std::size_t i, std::size_t j) { return lower(a[i]) == lower(b[j]); };
  std::vector<std::size_t> before;  // the row before the last one
  std::vector<std::size_t> last(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::vector<std::size_t> row(b.size() + 1, i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      row[j + 1] = std::min({row[j] + 1, last[j + 1] + 1, last[j] + (same(i, j) ? 0 : 1)});
      const bool is_swap = i > 0 && j > 0 && same(i, j - 1) && same(i - 1, j);
      if (is_swap) row[j + 1] = std::min(row[j + 1], before[j - 1] + 1);
    }
    before = std::exchange(last, std::move(row));
  }
  return last.back();
}

}  // namespace

std::string quoted(std::string_view text) {
  if (text.size() <= longest_quote) return "'" + std::string(text) + "'";
  auto end = longest_quote;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return "'" + std::string(text.substr(0, end)) + "...'";
}

std::string listed(std::span<const std::string> names, std::size_t most) {
  std::string text;
  const auto shown = std::min(names.size(), most);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += names[i];
  }
  if (shown < names.size()) text += ", ... (" + std::to_string(names.size()) + " in all)";
  return text;
}

std::string nearest(std::string_view word, std::span<const std::string> names) {
  if (word.empty() || word.size() > longest_word) return {};
  const auto allowed = std::max<std::size_t>(1, word.size() / 3);
  const std::string* best = nullptr;
  auto best_distance = allowed + 1;
  for (const auto& name : names) {
    if (name.size() > longest_word) continue;
    const auto found = distance(word, name);
    if (found < best_distance) {
      best = &name;
      best_distance = found;
    }
  }
  return best == nullptr ? std::string() : *best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string> names,
                         std::string otherwise) {
  const auto name = nearest(word, names);
  return name.empty() ? std::move(otherwise) : "did you mean '" + name + "'?";
}

}  // namespace presentity::detail
