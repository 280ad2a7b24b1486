// SPDX-License-Identifier: MIT
#pragma once

#include "random.hpp"

#include <presentity/detail/schema_model.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace presentity::differential {

/// Values inside and outside of every facet of `type`, and of its members: bounds and one off,
/// lengths and one off, tokens and near tokens, forms that lexical spaces have or lack.
/// `current` is the value that stands there now.
std::vector<std::string> edge_values(const detail::SchemaModel& model,
                                     const detail::SimpleFacts& type, std::string_view current);

/// `current` with some characters removed, doubled or replaced; well-formed UTF-8 stays so.
std::string damaged(std::string_view current, Random& random);

}  // namespace presentity::differential
