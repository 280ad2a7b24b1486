// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/grammar/stylesheet.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace presentity::grammar::detail {

/// What is wrong with an expression.
struct ExpressionProblem {
  std::string_view rule;
  std::string message;
  std::string help;
};

/// Looks through an XPath expression, or a pattern, for what must not reach the engine: functions
/// that open documents or are no part of XSLT 1.0, the signs of printed examples, and sizes beyond
/// the limits. That the rest is an expression is for the engine to find out.
///
/// Rules: `stylesheet-unsafe`, `stylesheet-broken`, `stylesheet-limit`, `typographic-operator`.
/// Source: XML Path Language (XPath) 1.0, section 3.7; XSLT 1.0, section 12.
[[nodiscard]] std::optional<ExpressionProblem> check_expression(std::string_view expression,
                                                                const StylesheetLimits& limits);

/// The expressions in an attribute value template: what stands in braces, `{{` and `}}` aside.
/// A brace that is never closed gives what follows it.
/// Source: XSLT 1.0, section 7.6.2.
[[nodiscard]] std::vector<std::string_view> template_expressions(std::string_view value);

}  // namespace presentity::grammar::detail
