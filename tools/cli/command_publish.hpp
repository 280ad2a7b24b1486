// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.hpp"

namespace CLI {
class App;
}

namespace presentity::cli {

/// Adds `publish`.
void add_publish_command(CLI::App& app, Session& session);

}  // namespace presentity::cli
