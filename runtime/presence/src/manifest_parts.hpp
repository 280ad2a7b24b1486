// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <variant>

namespace presentity::presence {

// What a later release added stands behind a delimiter; readers accept it in front as well. Null if
// it is in neither place.
template <class T, class Owner>
const T* added_part(const std::optional<T>& plain, const Owner& owner) {
  if (plain) return &*plain;
  for (const auto& group : owner.delimiter_group) {
    for (const auto& part : group.any) {
      if (const auto* const found = std::get_if<T>(&part)) return found;
    }
  }
  return nullptr;
}

}  // namespace presentity::presence
