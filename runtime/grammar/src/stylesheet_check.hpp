// SPDX-License-Identifier: MIT
#pragma once

#include "assessment.hpp"
#include "outline.hpp"

#include <presentity/grammar/stylesheet.hpp>

#include <string_view>
#include <vector>

namespace presentity::grammar::detail {

inline constexpr std::string_view xslt_namespace = "http://www.w3.org/1999/XSL/Transform";

/// Whether the element is an xsl:stylesheet or xsl:transform.
[[nodiscard]] bool is_stylesheet(const presentity::detail::OutlineNode& node) noexcept;

/// Looks through stylesheet `root`, an element of `outline`, for what must not reach the engine:
/// whatever opens, writes or includes something, extensions, and what XSLT 1.0 does not have.
///
/// Rules: `stylesheet-unsafe`, `stylesheet-broken`, `stylesheet-limit`, `typographic-operator`.
/// Source: XSLT 1.0 (1999); which parts are refused is ours, with reasons in docs/adr/0012.
[[nodiscard]] std::vector<presentity::detail::Finding> check_stylesheet(
    const presentity::detail::Outline& outline, presentity::detail::NodeId root,
    const StylesheetLimits& limits);

}  // namespace presentity::grammar::detail
