// SPDX-License-Identifier: MIT
#include "pattern_cost.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

namespace presentity::detail {
namespace {

constexpr std::size_t most_unbounded = 3;
constexpr std::size_t most_repeats = 64;  ///< A larger bound counts as none.
constexpr double most_ways = 16;          ///< As a power of two.
constexpr double most_work = 24;          ///< The same, for one value.

/// What a part of a pattern can cost. Trying all ways to match a value of n characters takes
/// 2^ways * n^unbounded steps.
struct Cost {
  double ways = 0;            ///< Log2 of how many ways there are, unbounded quantifiers apart.
  std::size_t unbounded = 0;  ///< Unbounded quantifiers.
  bool has_nested = false;    ///< An unbounded quantifier around something that varies.

  [[nodiscard]] bool varies() const noexcept { return ways > 0 || unbounded > 0; }
};

struct Quantifier {
  std::size_t least = 1;
  std::size_t most = 1;  ///< 0 for no bound.
};

Cost both(const Cost& a, const Cost& b) {
  return {a.ways + b.ways, a.unbounded + b.unbounded, a.has_nested || b.has_nested};
}

Cost either(const Cost& a, const Cost& b) {
  const auto ways = std::max(a.ways, b.ways) + std::log2(1 + std::exp2(-std::abs(a.ways - b.ways)));
  return {ways, std::max(a.unbounded, b.unbounded), a.has_nested || b.has_nested};
}

Cost repeated(Cost atom, const Quantifier& quantifier) {
  if (quantifier.most == 0) {
    atom.has_nested |= atom.varies();
    ++atom.unbounded;
    return atom;
  }
  const auto times = static_cast<double>(quantifier.most);
  const auto choices = static_cast<double>(quantifier.most - quantifier.least + 1);
  return {times * atom.ways + std::log2(choices), quantifier.most * atom.unbounded,
          atom.has_nested};
}

Quantifier read_bounds(std::string_view bounds) {
  const auto number = [](std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_number = error == std::errc() && end == text.data() + text.size();
    return is_number && value <= most_repeats ? value : 0;
  };
  const auto comma = bounds.find(',');
  const auto upper = number(comma == bounds.npos ? bounds : bounds.substr(comma + 1));
  return {std::min(number(bounds.substr(0, comma)), upper), upper};
}

/// Reads the quantifier at `at`, if there is one, and moves behind it.
Quantifier read_quantifier(std::string_view pattern, std::size_t& at) {
  if (at >= pattern.size()) return {};
  const char c = pattern[at];
  if (c == '*' || c == '+') return ++at, Quantifier{0, 0};
  if (c == '?') return ++at, Quantifier{0, 1};
  const auto close = c == '{' ? pattern.find('}', at) : pattern.npos;
  if (close == pattern.npos) return {};
  const auto bounds = pattern.substr(at + 1, close - at - 1);
  at = close + 1;
  return read_bounds(bounds);
}

/// Returns the index behind a class such as "[a-z-[aeiou]]" that begins at `at`.
std::size_t skip_class(std::string_view pattern, std::size_t at) {
  std::size_t depth = 0;
  for (; at < pattern.size(); ++at) {
    if (pattern[at] == '\\')
      ++at;
    else if (pattern[at] == '[')
      ++depth;
    else if (pattern[at] == ']' && --depth == 0)
      return at + 1;
  }
  return pattern.size();
}

/// A group being read: the branches before the current one, and the current one.
class Group {
 public:
  void append(const Cost& atom) { branch_ = both(branch_, atom); }
  void begin_branch() {
    branches_.push_back(branch_);
    branch_ = {};
  }
  [[nodiscard]] Cost cost() const {
    auto total = branch_;
    for (const auto& branch : branches_) total = either(total, branch);
    return total;
  }

 private:
  std::vector<Cost> branches_;
  Cost branch_;
};

Cost cost_of(std::string_view pattern) {
  std::vector<Group> groups(1);
  for (std::size_t at = 0; at < pattern.size();) {
    const char c = pattern[at];
    if (c == '(') {
      groups.emplace_back();
      ++at;
      continue;
    }
    if (c == '|') {
      groups.back().begin_branch();
      ++at;
      continue;
    }
    Cost atom;
    if (c == ')' && groups.size() > 1) {
      atom = groups.back().cost();
      groups.pop_back();
    }
    at = c == '[' ? skip_class(pattern, at) : at + (c == '\\' ? 2 : 1);
    groups.back().append(repeated(atom, read_quantifier(pattern, at)));
  }
  return groups.front().cost();
}

}  // namespace

bool is_dangerous_pattern(std::string_view pattern) {
  const auto cost = cost_of(pattern);
  return cost.has_nested || cost.unbounded > most_unbounded || cost.ways > most_ways;
}

std::size_t longest_value_for(std::string_view pattern) {
  const auto cost = cost_of(pattern);
  const auto share = static_cast<double>(std::max<std::size_t>(cost.unbounded, 1));
  const auto bits = std::clamp((most_work - cost.ways) / share, 4.0, 16.0);
  return static_cast<std::size_t>(std::exp2(bits));
}

}  // namespace presentity::detail
