// SPDX-License-Identifier: MIT
#pragma once

#include "assessment.hpp"
#include "outline.hpp"

#include <presentity/grammar/stylesheet.hpp>
#include <presentity/result.hpp>

#include <vector>

namespace presentity::grammar::detail {

/// Compiles the stylesheet `root`, an element of `outline`, with all namespaces in scope there.
/// Findings as of `compile_stylesheet`, at places of `outline`.
[[nodiscard]] Result<Stylesheet, std::vector<presentity::detail::Finding>> compile_element(
    const presentity::detail::Outline& outline, presentity::detail::NodeId root,
    const StylesheetLimits& limits);

}  // namespace presentity::grammar::detail
