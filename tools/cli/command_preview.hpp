// SPDX-License-Identifier: MIT
#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace presentity::cli {

struct Session;

/// Adds `presentity preview STORE.xml`. See docs/cli.md.
void add_preview_command(CLI::App& app, Session& session);

}  // namespace presentity::cli
