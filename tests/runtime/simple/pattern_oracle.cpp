// SPDX-License-Identifier: MIT
#include "pattern_oracle.hpp"

#include "unicode.hpp"

#include <set>

namespace presentity::detail::testing {
namespace {

using Places = std::set<std::size_t>;

/// Computes where a match can end from where it can begin.
class Oracle {
 public:
  Oracle(const PatternTree& tree, std::string_view text) : tree_(tree), text_(text) {}

  [[nodiscard]] Places ends(std::uint32_t id, const Places& begins) const {
    const auto& node = tree_.nodes[id];
    Places result;
    switch (node.kind) {
      case PatternNode::Kind::set:
        for (const auto at : begins) step(node.set, at, result);
        return result;
      case PatternNode::Kind::sequence:
        result = begins;
        for (const auto child : node.children) result = ends(child, result);
        return result;
      case PatternNode::Kind::choice:
        for (const auto child : node.children) result.merge(ends(child, begins));
        return result;
      case PatternNode::Kind::repeat:
        return repeated(node, begins);
    }
    return result;
  }

 private:
  void step(std::uint32_t set, std::size_t at, Places& result) const {
    if (at >= text_.size()) return;
    const auto [code, length] = decode_utf8(text_, at);
    for (const auto& range : tree_.sets[set].ranges()) {
      if (code >= range.first && code <= range.last) result.insert(at + length);
    }
  }

  [[nodiscard]] Places repeated(const PatternNode& node, Places places) const {
    const auto child = node.children.front();
    for (std::uint32_t i = 0; i < node.min; ++i) places = ends(child, places);
    auto result = places;
    for (auto i = node.min; i < node.max && !places.empty(); ++i) {
      places = ends(child, places);
      const auto before = result.size();
      result.insert(places.begin(), places.end());
      if (result.size() == before) break;  // Nothing new: more repetitions change nothing.
    }
    return result;
  }

  const PatternTree& tree_;
  std::string_view text_;
};

}  // namespace

bool matches_by_definition(const PatternTree& tree, std::string_view text) {
  return Oracle(tree, text).ends(tree.root, {0}).contains(text.size());
}

}  // namespace presentity::detail::testing
