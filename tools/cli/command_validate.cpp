// SPDX-License-Identifier: MIT
#include "cli/command_validate.hpp"

#include "cli/check_documents.hpp"
#include "cli/json_lines.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace presentity::cli {

void add_validate_command(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("validate", "Check documents against the schemas");
  const auto options = std::make_shared<DocumentOptions>();
  add_document_options(*command, *options);
  add_variant_option(*command, "--engine", {"native", "xerces"}, options->engine,
                     "Validator to use");
  command->footer(
      "Examples:\n"
      "  presentity validate state.xml\n"
      "  presentity validate --strict --format ndjson samples/\n"
      "  presentity validate --schema mine.xsd -j 8 @list.txt");

  command->callback([options, &session] {
    const DocumentCheck check{.finish = {}, .print_json = &print_validated};
    session.status = check_documents(*options, check, session);
  });
}

}  // namespace presentity::cli
