// SPDX-License-Identifier: MIT
#include "cli/command_grammar.hpp"

#include "cli/grammar_options.hpp"
#include "cli/options.hpp"
#include "cli/results.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace presentity::cli {
namespace {

void add_check_command(CLI::App& grammar, Session& session) {
  auto* command = grammar.add_subcommand("check", "Check publication grammars");
  const auto options = std::make_shared<GrammarCheckOptions>();
  add_document_options(*command, options->documents);
  add_register_option(*command, options->registered);
  command->footer(
      "A grammar is a categoryPublicationManifest, alone or in a provisionGroupList.\n"
      "Example:\n  presentity grammar check --strict mine.xml");
  command->callback([options, &session] {
    // With schemas of the user only presentity-xsd can do it, which has this, too.
    const bool needs_schemas = !options->documents.schemas.empty();
    const bool has_schemas = session.resources.load_schemas != nullptr;
    session.status = run_with_grammars(session, !needs_schemas || has_schemas, [&](auto& commands) {
      return commands.check(*options, session);
    });
  });
}

void add_show_command(CLI::App& grammar, Session& session) {
  auto* command = grammar.add_subcommand("show", "Show what a grammar publishes where");
  const auto options = std::make_shared<GrammarShowOptions>();
  add_grammar_option(*command, options->grammar);
  add_format_option(*command, {"text", "json"}, options->format);
  add_destination_options(*command, options->output);
  command->footer(
      "A row is a category, a column a container: what a watcher of the container is given.\n"
      "Examples:\n  presentity grammar show\n  presentity grammar show --grammar mine.xml");
  command->callback([options, &session] {
    session.status = run_with_grammars(
        session, true, [&](auto& commands) { return commands.show(*options, session); });
  });
}

}  // namespace

ExitStatus lacks_grammars(Session& session) {
  print_error(session.console.err, "this build has no publication grammars: it has no libxslt");
  return ExitStatus::failure;
}

void add_grammar_command(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("grammar", "Check publication grammars, or show one");
  command->require_subcommand(1);
  add_check_command(*command, session);
  add_show_command(*command, session);
}

}  // namespace presentity::cli
