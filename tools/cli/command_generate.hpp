// SPDX-License-Identifier: MIT
#pragma once

namespace CLI {
class App;
}

namespace presentity::cli {

struct Session;

/// Adds `generate`, which another program does: its arguments are not looked at here.
void add_generate_command(CLI::App& app, Session& session);

}  // namespace presentity::cli
