// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/detail/schema_model.hpp>
#include <presentity/schemas.hpp>

/// \file
/// Not for users; may change at any time. Public only because generated tables consist of it.
///
/// What a generated file with tables includes.

namespace presentity::detail {

/// Version of the rows in these headers. Generated tables check it.
inline constexpr int tables_version = 2;

class ReferenceEngine;

/// What a `Schemas` stands for. Immutable.
struct SchemaSet {
  SchemaModel model;
  const ReferenceEngine* reference = nullptr;  ///< Null if there is none.
  bool needs_second_opinion = false;  ///< The schemas may use what only the reference checks.
};

/// Nobody owns `constant`, which must be there as long as the program runs.
[[nodiscard]] Schemas schemas_of(const SchemaSet& constant) noexcept;

}  // namespace presentity::detail
