// SPDX-License-Identifier: MIT
#include "schema_set.hpp"

#include <presentity/schemas.hpp>

#include <utility>

namespace presentity {

Schemas::Schemas(std::shared_ptr<const detail::SchemaSet> set) noexcept : set_(std::move(set)) {}

Schemas detail::schemas_of(const SchemaSet& constant) noexcept {
  return SchemaAccess::make(
      std::shared_ptr<const SchemaSet>(std::shared_ptr<const void>(), &constant));
}

const CategoryRegistry& Schemas::registry() const noexcept { return set_->model.registry; }

}  // namespace presentity
