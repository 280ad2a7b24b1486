// SPDX-License-Identifier: MIT
#include "names.hpp"

#include <presentity/presence/category_names.hpp>

#include <utility>
#include <vector>

namespace presentity::presence {

CategoryNames::CategoryNames(const Schemas& schemas) {
  for (const auto& category : schemas.registry().categories) names_.emplace(category.name);
}

void CategoryNames::add(std::string name) { names_.insert(std::move(name)); }

bool CategoryNames::contains(std::string_view name) const noexcept { return names_.contains(name); }

std::string CategoryNames::suggest(std::string_view name) const {
  return detail::nearest(name, std::vector<std::string>(names_.begin(), names_.end()));
}

}  // namespace presentity::presence
