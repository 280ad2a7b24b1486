// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <string>

namespace presentity {

/// An expanded name: namespace and local part.
struct QName {
  std::string namespace_uri;
  std::string local;

  friend auto operator<=>(const QName&, const QName&) = default;
};

}  // namespace presentity
