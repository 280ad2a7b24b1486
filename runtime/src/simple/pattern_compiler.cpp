// SPDX-License-Identifier: MIT
#include "pattern_automaton.hpp"
#include "pattern_parser.hpp"
#include "xsd_pattern.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace presentity::detail {
namespace {

/// Makes the automaton deterministic: a state of the result is a set of positions.
class SubsetBuilder {
 public:
  SubsetBuilder(const std::vector<Position>& positions, const Classes& classes,
                const PatternLimits& limits, Budget& budget)
      : positions_(positions),
        classes_(classes),
        limits_(limits),
        budget_(budget),
        seen_(positions.size(), 0) {}

  /// Fills `transitions` and `is_accepting`. State 0 is the empty set, state 1 the first.
  void build(std::uint32_t first) {
    find_state({});
    find_state(closure({first}));
    for (std::size_t state = 0; state < states_.size() && !budget_.is_exceeded(); ++state) {
      add_row(*states_[state]);
    }
  }

  std::vector<std::uint16_t> transitions;
  std::vector<bool> is_accepting;

 private:
  using StateKey = std::vector<std::uint32_t>;

  void add_row(const StateKey& state) {
    for (std::size_t c = 0; c < classes_.count; ++c) {
      if (!budget_.spend(state.size() + 1)) return;
      transitions.push_back(find_state(closure(targets(state, c))));
    }
  }

  /// Where the positions of `state` lead with a character of class `c`.
  [[nodiscard]] StateKey targets(const StateKey& state, std::size_t c) const {
    StateKey result;
    for (const auto id : state) {
      const auto& position = positions_[id];
      if (position.set == no_state || !classes_.members[position.set][c]) continue;
      result.push_back(position.next);
    }
    return result;
  }

  /// The positions that read or accept and can be reached from `pending` without reading, in order.
  StateKey closure(StateKey pending) {
    StateKey result;
    ++generation_;
    while (!pending.empty()) {
      const auto id = pending.back();
      pending.pop_back();
      if (id == no_state || seen_[id] == generation_) continue;
      seen_[id] = generation_;
      if (!budget_.spend(1)) break;
      const auto& position = positions_[id];
      if (position.set != no_state || id == 0) {
        result.push_back(id);
      } else {
        pending.push_back(position.next);
        pending.push_back(position.other);
      }
    }
    std::ranges::sort(result);
    return result;
  }

  std::uint16_t find_state(StateKey state) {
    const bool accepts = !state.empty() && state.front() == 0;
    const auto [found, is_new] =
        ids_.try_emplace(std::move(state), static_cast<std::uint16_t>(states_.size()));
    if (!is_new) return found->second;
    states_.push_back(&found->first);
    is_accepting.push_back(accepts);
    if (states_.size() > std::min<std::size_t>(limits_.states, 65'535))
      budget_.fail("limit exceeded: too many states");
    if (states_.size() * classes_.count > limits_.cells) budget_.fail("limit exceeded: too large");
    return found->second;
  }

  const std::vector<Position>& positions_;
  const Classes& classes_;
  const PatternLimits& limits_;
  Budget& budget_;
  std::vector<std::uint64_t> seen_;
  std::uint64_t generation_ = 0;
  std::map<StateKey, std::uint16_t> ids_;
  std::vector<const StateKey*> states_;
};

/// Numbers the states anew: the dead end, those that do not accept, those that do.
std::vector<std::uint16_t> numbering(const std::vector<bool>& is_accepting) {
  std::vector<std::uint16_t> numbers(is_accepting.size());
  std::uint16_t next = 0;
  for (const bool wanted : {false, true}) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (is_accepting[i] == wanted) numbers[i] = next++;
    }
  }
  return numbers;
}

Pattern assemble(const SubsetBuilder& automaton, const Classes& classes) {
  const auto numbers = numbering(automaton.is_accepting);
  Pattern pattern;
  pattern.class_count = static_cast<std::uint16_t>(classes.count);
  pattern.start = numbers[1];
  pattern.first_accepting =
      static_cast<std::uint16_t>(std::ranges::count(automaton.is_accepting, false));
  pattern.transitions.resize(automaton.transitions.size());
  for (std::size_t i = 0; i < automaton.transitions.size(); ++i) {
    const auto row = numbers[i / classes.count];
    pattern.transitions[row * classes.count + i % classes.count] =
        numbers[automaton.transitions[i]];
  }
  pattern.range_first = classes.first;
  pattern.range_classes = classes.classes;
  for (std::uint32_t code = 0; code < 128; ++code) {
    const auto after = std::ranges::upper_bound(classes.first, code);
    pattern.ascii_classes.push_back(
        classes.classes[static_cast<std::size_t>(after - classes.first.begin()) - 1]);
  }
  return pattern;
}

}  // namespace

PatternResult compile_pattern(std::string_view expression, const PatternLimits& limits) {
  auto tree = parse_pattern(expression, limits.depth);
  if (!tree.error.empty()) return {{}, std::move(tree.error), tree.error_at};

  Budget budget(limits.work);
  const auto [positions, first] = build_positions(tree, limits.positions, budget);
  const auto classes = classify(tree.sets, budget);
  SubsetBuilder automaton(positions, classes, limits, budget);
  if (!budget.is_exceeded()) automaton.build(first);
  if (budget.is_exceeded()) return {{}, std::string(budget.error()), expression.size()};
  return {assemble(automaton, classes), {}, 0};
}

}  // namespace presentity::detail
