// SPDX-License-Identifier: MIT
#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace presentity::cli {

struct Session;

/// Adds `presentity timeline`. The session must outlive the parsing of the command line.
void add_timeline_command(CLI::App& app, Session& session);

}  // namespace presentity::cli
