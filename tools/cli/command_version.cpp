// SPDX-License-Identifier: MIT
#include "cli/command_version.hpp"

#include "cli/json_lines.hpp"
#include "cli/options.hpp"
#include "cli/results.hpp"
#include "cli/session.hpp"
#include "cli/versions.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace presentity::cli {
namespace {

ExitStatus run(const OutputOptions& options, Console& console) {
  return write_results(options, console, [&](std::ostream& out) {
    if (options.format == Format::text) {
      out << versions_text();
      return ExitStatus::ok;
    }
    for (const auto& [name, version] : versions()) {
      print_object(out, {{"name", name}, {"version", version}});
    }
    return ExitStatus::ok;
  });
}

}  // namespace

void add_version_command(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand(
      "version", "Print the versions of the program, its libraries and the schema set");
  const auto options = std::make_shared<OutputOptions>();
  add_output_options(*command, *options);
  command->callback([options, &session] { session.status = run(*options, session.console); });
}

}  // namespace presentity::cli
