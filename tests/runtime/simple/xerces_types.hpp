// SPDX-License-Identifier: MIT
#pragma once

#include "native_types.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace presentity::detail::testing {

/// The types of `NativeTypes` as Xerces sees them.
class XercesTypes {
 public:
  explicit XercesTypes(const std::vector<TypeSpec>& specs);
  ~XercesTypes();
  XercesTypes(const XercesTypes&) = delete;
  XercesTypes& operator=(const XercesTypes&) = delete;

  /// Whether the type takes `text` after the white space treatment that Xerces gives it.
  [[nodiscard]] bool accepts(const std::string& name, std::string_view text) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A regular expression of Xerces in the mode that schemas use.
class XercesPattern {
 public:
  explicit XercesPattern(std::string_view pattern);
  ~XercesPattern();
  XercesPattern(const XercesPattern&) = delete;
  XercesPattern& operator=(const XercesPattern&) = delete;

  /// Whether Xerces takes the expression at all.
  [[nodiscard]] bool is_valid() const;
  /// Never for a nullable group that is repeated: Xerces recurses until the stack ends.
  [[nodiscard]] bool matches(std::string_view text) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace presentity::detail::testing
