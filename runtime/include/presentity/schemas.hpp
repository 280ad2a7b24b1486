// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/categories.hpp>

#include <memory>
#include <string>

namespace presentity {

namespace detail {
struct SchemaSet;
struct SchemaAccess;
}  // namespace detail

/// A schema in memory.
struct SchemaSource {
  std::string name;  ///< As given by the user; other schemas refer to it by its last part.
  std::string text;  ///< The XSD, UTF-8.
};

/// A set of schemas, ready to validate with. Immutable: any number of threads may share one. Copies
/// are cheap and refer to the same schemas.
///
/// `load_schemas` of the library presentity::xsd makes one that knows schemas of a user, too.
class Schemas {
 public:
  /// The schemas that come with this library. They are constant data: this costs nothing.
  [[nodiscard]] static Schemas built_in() noexcept;

  /// What the schemas declare. Valid as long as this object or a copy of it.
  [[nodiscard]] const CategoryRegistry& registry() const noexcept;

 private:
  friend struct detail::SchemaAccess;
  explicit Schemas(std::shared_ptr<const detail::SchemaSet> set) noexcept;

  std::shared_ptr<const detail::SchemaSet> set_;
};

}  // namespace presentity
