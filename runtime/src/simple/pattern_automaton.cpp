// SPDX-License-Identifier: MIT
#include "pattern_automaton.hpp"

#include <map>
#include <utility>

namespace presentity::detail {
namespace {

/// So that a class and its two parts fit into 16 bits.
constexpr std::size_t most_classes = 30'000;

/// Builds the nondeterministic automaton from its end to its beginning.
class PositionBuilder {
 public:
  PositionBuilder(const PatternTree& tree, std::size_t limit, Budget& budget)
      : tree_(tree), limit_(limit), budget_(budget) {}

  Positions build() {
    const auto accepting = add({});
    const auto first = add_node(tree_.root, accepting);
    return {std::move(positions_), first};
  }

 private:
  std::uint32_t add(Position position) {
    if (positions_.size() >= limit_ && !positions_.empty()) {
      budget_.fail("limit exceeded: too long with its quantities");
    } else {
      positions_.push_back(position);
    }
    return static_cast<std::uint32_t>(positions_.size() - 1);
  }

  /// Adds what `id` matches before `next`; returns where it begins. Recursion is as deep as the
  /// tree.
  std::uint32_t add_node(std::uint32_t id, std::uint32_t next) {
    if (!budget_.spend(1)) return next;
    const auto& node = tree_.nodes[id];
    switch (node.kind) {
      case PatternNode::Kind::set:
        return add({.set = node.set, .next = next});
      case PatternNode::Kind::repeat:
        return add_repeat(node, next);
      case PatternNode::Kind::sequence:
        for (auto i = node.children.size(); i-- > 0;) next = add_node(node.children[i], next);
        return next;
      case PatternNode::Kind::choice:
        break;
    }
    auto entry = add_node(node.children.back(), next);
    for (auto i = node.children.size() - 1; i-- > 0;) {
      entry = add({.next = add_node(node.children[i], next), .other = entry});
    }
    return entry;
  }

  std::uint32_t add_repeat(const PatternNode& node, std::uint32_t next) {
    const auto body = node.children.front();
    const bool is_loop = node.max == unbounded_repeat;
    auto entry = next;
    auto copies = node.min;
    if (is_loop) {
      const auto fork = add({.other = next});
      const auto first = add_node(body, fork);
      positions_[fork].next = first;
      entry = copies > 0 ? first : fork;
      if (copies > 0) --copies;
    }
    const auto optional = is_loop ? 0 : node.max - node.min;
    for (std::uint32_t i = 0; i < optional && !budget_.is_exceeded(); ++i) {
      entry = add({.next = add_node(body, entry), .other = next});
    }
    for (std::uint32_t i = 0; i < copies && !budget_.is_exceeded(); ++i) {
      entry = add_node(body, entry);
    }
    return entry;
  }

  const PatternTree& tree_;
  std::size_t limit_;
  Budget& budget_;
  std::vector<Position> positions_;
};

/// Splits every class into its parts in and out of `set`.
void refine(Classes& classes, const CodePointSet& set) {
  std::map<std::pair<std::uint16_t, bool>, std::uint16_t> parts;
  Classes result{{}, {}, {}, 0};
  const auto emit = [&](std::uint32_t first, std::uint16_t old, bool is_in) {
    const auto part = parts.try_emplace({old, is_in}, static_cast<std::uint16_t>(parts.size()));
    result.first.push_back(first);
    result.classes.push_back(part.first->second);
  };
  auto range = set.ranges().begin();
  for (std::size_t i = 0; i < classes.first.size(); ++i) {
    const auto end = i + 1 < classes.first.size() ? classes.first[i + 1] : last_code_point + 1;
    for (auto at = classes.first[i]; at < end;) {
      while (range != set.ranges().end() && range->last < at) ++range;
      const bool is_last = range == set.ranges().end();
      const bool is_in = !is_last && range->first <= at;
      emit(at, classes.classes[i], is_in);
      at = is_last ? end : std::min(end, is_in ? range->last + 1 : range->first);
    }
  }
  result.count = parts.size();
  classes = std::move(result);
}

bool contains(const CodePointSet& set, std::uint32_t code) {
  const auto after = std::ranges::upper_bound(set.ranges(), code, {}, &CodePointRange::first);
  return after != set.ranges().begin() && std::prev(after)->last >= code;
}

}  // namespace

Positions build_positions(const PatternTree& tree, std::size_t limit, Budget& budget) {
  return PositionBuilder(tree, limit, budget).build();
}

Classes classify(const std::vector<CodePointSet>& sets, Budget& budget) {
  Classes classes;
  for (const auto& set : sets) {
    if (!budget.spend(classes.first.size() + set.ranges().size())) return classes;
    refine(classes, set);
    if (classes.count > most_classes) budget.fail("limit exceeded: too many classes");
  }
  std::vector<std::uint32_t> sample(classes.count);
  for (std::size_t i = 0; i < classes.first.size(); ++i) {
    sample[classes.classes[i]] = classes.first[i];
  }
  for (const auto& set : sets) {
    std::vector<bool> has(classes.count);
    for (std::size_t i = 0; i < classes.count; ++i) has[i] = contains(set, sample[i]);
    classes.members.push_back(std::move(has));
  }
  return classes;
}

}  // namespace presentity::detail
