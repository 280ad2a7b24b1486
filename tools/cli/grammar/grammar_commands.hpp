// SPDX-License-Identifier: MIT
#pragma once

#include "cli/grammar_options.hpp"

/// \file
/// The commands that need presentity::grammar.

namespace presentity::cli {

[[nodiscard]] const GrammarCommands& grammar_commands() noexcept;

ExitStatus check_grammars(const GrammarCheckOptions& options, Session& session);
ExitStatus show_grammar(const GrammarShowOptions& options, Session& session);
ExitStatus publish_value(const PublishOptions& options, Session& session);

}  // namespace presentity::cli
