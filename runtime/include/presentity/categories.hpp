// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/qname.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// The registry: which categories exist, what their values look like, where they are published.

namespace presentity {

/// How one kind of instance of a category is published by default. Source: the container pages.
struct InstanceInfo {
  std::string id;          ///< A number, or a formula such as `0x30000000|LS28[MD5(GRUU)]`.
  std::string type;        ///< The `xsi:type` of the value, or empty.
  std::string expires;     ///< `static`, `user`, `endpoint`, `time` or `unknown`.
  std::string containers;  ///< Container ids, separated by spaces.
  std::string publisher;   ///< `client`, `server` or `aggregation`.
  std::string content;     ///< What the instance holds, in words.
};

/// A category, by its name.
struct Category {
  std::string name;
  QName root;          ///< Document element of its values.
  std::string schema;  ///< File that declares the root.
  std::vector<InstanceInfo> instances;
};

enum class RootKind : std::uint8_t { category, envelope, manifest };

/// An element that can be the root of a document.
struct RootInfo {
  QName name;
  RootKind kind = RootKind::category;
  std::string schema;  ///< File that declares it.
  std::string documentation;
};

/// What the loaded schemas declare. Ordered by name.
struct CategoryRegistry {
  std::vector<Category> categories;
  std::vector<RootInfo> roots;

  /// Returns the category of this name, or null. `noteHistory` has two roots, `noteHistory` and
  /// `note`: the one that bears the category's name is returned.
  [[nodiscard]] const Category* find(std::string_view name) const noexcept;

  /// Returns the root with this expanded name, or null.
  [[nodiscard]] const RootInfo* find_root(std::string_view namespace_uri,
                                          std::string_view local) const noexcept;
};

}  // namespace presentity
