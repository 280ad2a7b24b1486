// SPDX-License-Identifier: MIT
#pragma once

#include "assessment.hpp"
#include "grammar_state.hpp"
#include "outline.hpp"

#include <presentity/grammar/publication_grammar.hpp>

#include <vector>

namespace presentity::grammar::detail {

/// A rule, with what it publishes.
struct ReadRule {
  Rule rule;
  CompiledRule compiled;
};

/// Reads the publicationRule `id`, which is valid against the schema, and adds what else is wrong
/// to `findings`; then the rule is not to be used. The position is left to the caller.
///
/// Rules: see `load_grammar`, but for `duplicate-rule`.
[[nodiscard]] ReadRule read_rule(const presentity::detail::Outline& outline,
                                 presentity::detail::NodeId id, const GrammarOptions& options,
                                 std::vector<presentity::detail::Finding>& findings);

}  // namespace presentity::grammar::detail
