// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.hpp"

namespace CLI {
class App;
}

namespace presentity::cli {

/// Adds `grammar check` and `grammar show`.
void add_grammar_command(CLI::App& app, Session& session);

}  // namespace presentity::cli
