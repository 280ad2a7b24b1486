// SPDX-License-Identifier: MIT
#pragma once

#include "pattern_parser.hpp"

#include <string_view>

namespace presentity::detail::testing {

/// Whether `text` is in the language of `tree`, found by the definition in appendix F: independent
/// of the automaton. Slow.
[[nodiscard]] bool matches_by_definition(const PatternTree& tree, std::string_view text);

}  // namespace presentity::detail::testing
