// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string_view>

/// \file
/// The registry: which categories exist, what their values look like, where they are published.
///
/// All of it is views. What is built in is constant data and always there; the rest belongs to the
/// `Schemas` it was loaded into, of which the registry's owner must keep a copy.

namespace presentity {

/// An expanded name of a schema: namespace and local part.
struct ExpandedName {
  std::string_view namespace_uri;
  std::string_view local;

  friend auto operator<=>(const ExpandedName&, const ExpandedName&) = default;
};

/// How one kind of instance of a category is published by default. Source: the container pages.
struct InstanceInfo {
  std::string_view id;          ///< A number, or a formula such as `0x30000000|LS28[MD5(GRUU)]`.
  std::string_view type;        ///< The `xsi:type` of the value, or empty.
  std::string_view expires;     ///< `static`, `user`, `endpoint`, `time` or `unknown`.
  std::string_view containers;  ///< Container ids, separated by spaces.
  std::string_view publisher;   ///< `client`, `server` or `aggregation`.
  std::string_view content;     ///< What the instance holds, in words.
};

/// A category, by its name.
struct Category {
  std::string_view name;
  ExpandedName root;        ///< Document element of its values.
  std::string_view schema;  ///< File that declares the root.
  std::span<const InstanceInfo> instances;
};

enum class RootKind : std::uint8_t { category, envelope, manifest };

/// An element that can be the root of a document.
struct RootInfo {
  ExpandedName name;
  RootKind kind = RootKind::category;
  std::string_view schema;  ///< File that declares it.
  std::string_view documentation;
};

/// What the loaded schemas declare. Ordered by name.
struct CategoryRegistry {
  std::span<const Category> categories;
  std::span<const RootInfo> roots;

  /// Returns the category of this name, or null. `noteHistory` has two roots, `noteHistory` and
  /// `note`: the one that bears the category's name is returned.
  [[nodiscard]] const Category* find(std::string_view name) const noexcept;

  /// Returns the root with this expanded name, or null.
  [[nodiscard]] const RootInfo* find_root(std::string_view namespace_uri,
                                          std::string_view local) const noexcept;
};

}  // namespace presentity
