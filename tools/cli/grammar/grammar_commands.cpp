// SPDX-License-Identifier: MIT
#include "cli/grammar/grammar_commands.hpp"

namespace presentity::cli {

const GrammarCommands& grammar_commands() noexcept {
  static constexpr GrammarCommands commands{&check_grammars, &show_grammar, &publish_value};
  return commands;
}

}  // namespace presentity::cli
