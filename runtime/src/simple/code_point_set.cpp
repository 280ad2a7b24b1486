// SPDX-License-Identifier: MIT
#include "code_point_set.hpp"

#include <algorithm>

namespace presentity::detail {

void CodePointSet::add(const CodePointSet& other) {
  ranges_.insert(ranges_.end(), other.ranges_.begin(), other.ranges_.end());
}

void CodePointSet::normalize() {
  std::ranges::sort(ranges_);
  std::vector<CodePointRange> joined;
  for (const auto& range : ranges_) {
    if (!joined.empty() && range.first <= joined.back().last + 1) {
      joined.back().last = std::max(joined.back().last, range.last);
    } else {
      joined.push_back(range);
    }
  }
  ranges_ = std::move(joined);
}

CodePointSet CodePointSet::complement() const {
  CodePointSet result;
  std::uint32_t next = 0;
  for (const auto& range : ranges_) {
    if (range.first > next) result.add(next, range.first - 1);
    next = range.last + 1;
  }
  if (next <= last_code_point) result.add(next, last_code_point);
  return result;
}

CodePointSet CodePointSet::without(const CodePointSet& other) const {
  // A - B is the complement of (complement of A) + B.
  auto outside = complement();
  outside.add(other);
  outside.normalize();
  return outside.complement();
}

}  // namespace presentity::detail
