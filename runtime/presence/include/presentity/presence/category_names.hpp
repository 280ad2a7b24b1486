// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/schemas.hpp>

#include <functional>
#include <set>
#include <string>
#include <string_view>

/// \file
/// The category names that a server knows.

namespace presentity::presence {

/// The names that may be published. Servers refuse others, until an administrator registers them.
/// Source: registering-custom-category-names.
class CategoryNames {
 public:
  /// The names of the categories that `schemas` declare.
  explicit CategoryNames(const Schemas& schemas = Schemas::built_in());

  /// Registers a name of the user's own. Twice is once.
  void add(std::string name);

  /// Compares case: category names are those of XML elements.
  [[nodiscard]] bool contains(std::string_view name) const noexcept;

  /// Returns the registered name that `name` was most likely meant to be; empty if none is near.
  [[nodiscard]] std::string suggest(std::string_view name) const;

 private:
  std::set<std::string, std::less<>> names_;
};

}  // namespace presentity::presence
