// SPDX-License-Identifier: MIT
#pragma once

namespace presentity {

/// The value of an element that may say `xsi:nil="true"`.
///
/// Source: XML Schema Part 1: Structures, Second Edition, section 2.6.2.
template <class T>
struct Nillable {
  T value{};            ///< The content. If `is_nil`, only its attributes are written.
  bool is_nil = false;  ///< Whether the element says that it has no content.

  friend bool operator==(const Nillable&, const Nillable&) = default;
};

}  // namespace presentity
