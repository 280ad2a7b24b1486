// SPDX-License-Identifier: MIT
#include "cli/run.hpp"

#include "cli/command_explain.hpp"
#include "cli/command_generate.hpp"
#include "cli/command_grammar.hpp"
#include "cli/command_publish.hpp"
#include "cli/command_roundtrip.hpp"
#include "cli/command_schema.hpp"
#include "cli/command_validate.hpp"
#include "cli/command_version.hpp"
#include "cli/options.hpp"
#include "cli/results.hpp"
#include "cli/suggest.hpp"
#include "cli/versions.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <ostream>
#include <string_view>
#include <utility>
#include <vector>

namespace presentity::cli {
namespace {

// As help and docs/cli.md list them: documents, presence, then what is around them.
constexpr auto listed = std::to_array<std::string_view>(
    {"validate", "roundtrip", "describe", "extract", "preview", "containers", "grammar", "publish",
     "aggregate", "timeline", "instance-id", "generate", "schema", "explain", "version"});

std::ptrdiff_t place_of(const Command& command) {
  return std::ranges::find(listed, command.name) - listed.begin();
}

// What every program has.
constexpr std::array own_commands = {
    Command{"validate", &add_validate_command}, Command{"roundtrip", &add_roundtrip_command},
    Command{"generate", &add_generate_command}, Command{"schema", &add_schema_command},
    Command{"grammar", &add_grammar_command},   Command{"publish", &add_publish_command},
    Command{"explain", &add_explain_command},   Command{"version", &add_version_command},
};

// Adds the command that the first argument names; if it names none, all of them. To describe what
// nobody asked for would take longer than to check a document.
void add_commands(CLI::App& app, std::string_view first, Session& session) {
  const auto& further = session.resources.commands;
  std::vector<Command> all(own_commands.begin(), own_commands.end());
  all.insert(all.end(), further.begin(), further.end());
  const auto found = std::ranges::find(all, first, &Command::name);
  if (found != all.end()) return found->add(app, session);
  std::ranges::stable_sort(all, {}, place_of);
  for (const auto& command : all) command.add(app, session);
}

void add_frame(CLI::App& app) {
  app.set_version_flag("--version", [] {
    std::string text = versions_text();
    text.pop_back();  // CLI11 ends the line.
    return text;
  });
  app.require_subcommand(1);
  app.footer(
      "Exit status: 0 clean, 1 findings, 2 usage, 3 the work could not be done.\n"
      "'presentity COMMAND --help' describes a command.");
}

// The app that the arguments reached: the command, the command's command, or the whole.
const CLI::App& innermost(const CLI::App& app) {
  const CLI::App* current = &app;
  while (!current->get_subcommands().empty()) current = current->get_subcommands().front();
  return *current;
}

std::vector<std::string> names_in(const CLI::App& app, bool options) {
  std::vector<std::string> names;
  if (options) {
    for (const auto* option : app.get_options()) {
      for (const auto& name : option->get_lnames()) names.push_back("--" + name);
    }
  } else {
    for (const auto* command : app.get_subcommands({})) names.push_back(command->get_name());
  }
  return names;
}

std::string suggestion(const CLI::App& app, const std::string& argument) {
  const std::string typed = argument.substr(0, argument.find('='));
  const auto names = names_in(app, typed.starts_with('-'));
  const bool is_known = std::find(names.begin(), names.end(), typed) != names.end();
  if (is_known) return "; options stand behind the command";
  return did_you_mean(typed, {names.begin(), names.end()});
}

std::string list_of(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

// CLI11 lists all that is left over; the first is the mistake.
std::string usage_message(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = innermost(app);
  const auto commands = names_in(command, false);
  const auto unexpected = app.remaining(true);
  if (unexpected.empty()) {
    return commands.empty() ? error.what() : "a command is missing: " + list_of(commands);
  }

  const std::string& argument = unexpected.front();
  const bool is_option = argument.starts_with('-');
  const std::string kind = is_option ? "option" : commands.empty() ? "argument" : "command";
  return "unknown " + kind + " '" + without_mark(argument) + "'" + suggestion(command, argument);
}

std::string full_name(const CLI::App& app) {
  const CLI::App* parent = app.get_parent();
  return (parent == nullptr ? "" : full_name(*parent) + ' ') + app.get_name();
}

int report_parse_error(const CLI::App& app, const CLI::ParseError& error, Console& console) {
  const bool is_answer = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
  if (!is_answer) {
    print_error(console.err, usage_message(app, error));
    console.err << "See '" << full_name(innermost(app)) << " --help'.\n";
    return static_cast<int>(ExitStatus::usage);
  }
  app.exit(error, console.out, console.err);
  console.out.flush();
  return static_cast<int>(console.out ? ExitStatus::ok : ExitStatus::failure);
}

}  // namespace

std::optional<int> run(std::span<const std::string> arguments, Console console,
                       Resources resources) {
  Session session{console, resources};
  CLI::App app("Checks and transforms enhanced presence documents", "presentity");
  add_frame(app);
  add_commands(app, arguments.empty() ? std::string_view() : arguments.front(), session);

  // CLI11 takes the arguments from the back.
  std::vector<std::string> reversed = marked_arguments(arguments);
  std::reverse(reversed.begin(), reversed.end());
  try {
    app.parse(std::move(reversed));
  } catch (const CLI::ParseError& error) {
    return report_parse_error(app, error, session.console);
  }
  if (session.is_delegated) return std::nullopt;
  return static_cast<int>(session.status);
}

}  // namespace presentity::cli
