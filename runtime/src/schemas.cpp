// SPDX-License-Identifier: MIT
#include "schema_set.hpp"

#include <presentity/schemas.hpp>

#include <utility>

namespace presentity {

Schemas::Schemas(std::shared_ptr<const detail::SchemaSet> set) noexcept : set_(std::move(set)) {}

const CategoryRegistry& Schemas::registry() const noexcept { return set_->model.registry; }

}  // namespace presentity
