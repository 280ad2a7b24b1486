// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

namespace presentity {

/// The value of a list type: items that stand in one text, separated by spaces. A
/// `std::vector` of its own kind, because that is what elements that may repeat are.
template <class T>
class List : public std::vector<T> {
 public:
  using std::vector<T>::vector;
};

}  // namespace presentity
