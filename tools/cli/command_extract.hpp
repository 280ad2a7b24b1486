// SPDX-License-Identifier: MIT
#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace presentity::cli {

struct Session;

/// Adds `presentity extract LOG...`.
void add_extract_command(CLI::App& app, Session& session);

}  // namespace presentity::cli
