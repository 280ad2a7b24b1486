// SPDX-License-Identifier: MIT
#pragma once

#include "cli/options.hpp"
#include "cli/session.hpp"

#include <presentity/grammar/publication_grammar.hpp>

#include <optional>
#include <string>
#include <vector>

namespace presentity::cli {

/// The names that a grammar and its values may have: those of `registry`, and `registered`.
[[nodiscard]] presence::CategoryNames names_with(const std::vector<std::string>& registered,
                                                 const CategoryRegistry& registry);

/// Returns the grammar that `--grammar` names. Where that fails, says why and returns nothing.
[[nodiscard]] std::optional<grammar::PublicationGrammar> find_grammar(
    const std::string& name, const std::vector<std::string>& registered, Session& session);

}  // namespace presentity::cli
