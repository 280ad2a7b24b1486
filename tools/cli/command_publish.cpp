// SPDX-License-Identifier: MIT
#include "cli/command_publish.hpp"

#include "cli/grammar_options.hpp"
#include "cli/options.hpp"
#include "cli/results.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace presentity::cli {
namespace {

void add_instance_options(CLI::App& command, PublishOptions& options) {
  command.add_option("--category", options.category, "Category of the value; default: by its root")
      ->type_name("NAME");
  command
      .add_option_function<std::string>(
          "--instance",
          [&options](const std::string& text) {
            options.instance = static_cast<std::uint32_t>(std::stoull(text));
          },
          "Instance id, decimal; default: as a client numbers the value")
      ->check(number_between(0, 0xFFFF'FFFF))
      ->type_name("N");
  command
      .add_option("--endpoint", options.endpoint,
                  "GRUU of the endpoint: ids of devices are made of it")
      ->type_name("GRUU");
  command
      .add_option("--mailbox", options.mailbox,
                  "Mailbox of the user: ids of calendar values are made of it")
      ->type_name("ADDRESS");
  add_variant_option(command, "--expire-type", {"static", "user", "endpoint", "time"},
                     options.expire_type,
                     "What ends a publication where no rule says it; default: as a client does");
  command
      .add_option_function<std::string>(
          "--expires",
          [&options](const std::string& text) {
            options.expires = static_cast<std::uint32_t>(std::stoull(text));
          },
          "Seconds, where the expire type is time")
      ->check(number_between(1, 0xFFFF'FFFF))
      ->type_name("N");
}

/// What makes no sense together; empty if all is well.
std::string misuse(const PublishOptions& options) {
  if (options.is_bootstrap == !options.value.empty()) {
    return options.is_bootstrap ? "--bootstrap publishes the grammar's own values and takes none"
                                : "a value is missing: a file, or - for standard input";
  }
  if (options.expires && !options.expire_type.empty() && options.expire_type != "time") {
    return "--expires means nothing with --expire-type " + options.expire_type;
  }
  return {};
}

}  // namespace

void add_publish_command(CLI::App& app, Session& session) {
  auto* command =
      app.add_subcommand("publish", "Write the publish request that a client would send");
  const auto options = std::make_shared<PublishOptions>();
  auto* value = command->add_option("value", options->value,
                                    "File with the value of a category, or - for standard input");
  value->type_name("VALUE.xml");
  take_literally(*value);
  add_grammar_option(*command, options->grammar);
  command->add_option("--uri", options->uri, "SIP URI of the user who publishes")
      ->type_name("sip:USER@DOMAIN");
  add_instance_options(*command, *options);
  command->add_flag("--bootstrap", options->is_bootstrap,
                    "Publish what a client publishes when it starts for the first time");
  add_register_option(*command, options->registered);
  add_format_option(*command, {"xml", "json", "text"}, options->format);
  add_destination_options(*command, options->output);
  command->footer(
      "xml is the request, json the request and what became of each rule, text that as a table.\n"
      "Versions are 0, as for instances that are not published yet.\n"
      "Examples:\n"
      "  presentity publish note.xml --uri sip:bob@contoso.com\n"
      "  presentity publish state.xml --endpoint \"sip:bob@contoso.com;opaque=...;gruu\" --format "
      "text");
  command->callback([options, &session] {
    if (const auto problem = misuse(*options); !problem.empty()) {
      print_error(session.console.err, problem);
      session.console.err << "See 'presentity publish --help'.\n";
      session.status = ExitStatus::usage;
      return;
    }
    session.status = run_with_grammars(
        session, true, [&](auto& commands) { return commands.publish(*options, session); });
  });
}

}  // namespace presentity::cli
