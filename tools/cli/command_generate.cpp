// SPDX-License-Identifier: MIT
#include "cli/command_generate.hpp"

#include "cli/results.hpp"
#include "cli/session.hpp"

#include <CLI/CLI.hpp>

namespace presentity::cli {

void add_generate_command(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("generate", "Make C++ structs from XSD files");
  command->set_help_flag();
  command->prefix_command();  // its options are the generator's
  command->callback([&session] {
    if (session.delegate_without(false)) return;
    print_error(session.console.err, "presentity-generate does this work");
    session.status = ExitStatus::failure;
  });
}

}  // namespace presentity::cli
