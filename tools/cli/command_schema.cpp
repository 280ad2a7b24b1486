// SPDX-License-Identifier: MIT
#include "cli/command_schema.hpp"

#include "cli/export_schemas.hpp"
#include "cli/json_lines.hpp"
#include "cli/options.hpp"
#include "cli/print_text.hpp"
#include "cli/results.hpp"
#include "cli/session.hpp"
#include "cli/suggest.hpp"

#include <presentity/embedded_schemas.hpp>
#include <presentity/schemas.hpp>

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace presentity::cli {
namespace {

struct ShowOptions {
  OutputOptions output;
  std::string name;
};

std::string_view to_string(RootKind kind) noexcept {
  switch (kind) {
    case RootKind::category:
      return "category";
    case RootKind::envelope:
      return "envelope";
    case RootKind::manifest:
      return "manifest";
  }
  return {};
}

struct Row {
  std::string_view kind;
  std::string_view name;  // Of the category; of another document its root.
  const ExpandedName& root;
  std::string_view file;
};

void add_roots(const CategoryRegistry& registry, RootKind kind, std::vector<Row>& rows) {
  for (const auto& root : registry.roots) {
    if (root.kind != kind) continue;
    rows.push_back({to_string(kind), root.name.local, root.name, root.schema});
  }
}

std::vector<Row> rows_of(const CategoryRegistry& registry) {
  std::vector<Row> rows;
  for (const auto& category : registry.categories) {
    rows.push_back({to_string(RootKind::category), category.name, category.root, category.schema});
  }
  add_roots(registry, RootKind::envelope, rows);
  add_roots(registry, RootKind::manifest, rows);
  return rows;
}

void print_list(const CategoryRegistry& registry, Format format, std::ostream& out) {
  std::vector<std::vector<std::string>> table = {{"KIND", "NAME", "ROOT", "NAMESPACE", "FILE"}};
  for (const Row& row : rows_of(registry)) {
    if (format == Format::ndjson) {
      print_object(out, {{"kind", row.kind},
                         {"name", row.name},
                         {"root", row.root.local},
                         {"namespace", row.root.namespace_uri},
                         {"file", row.file}});
    } else {
      table.push_back({std::string(row.kind), std::string(row.name), std::string(row.root.local),
                       std::string(row.root.namespace_uri), std::string(row.file)});
    }
  }
  if (format == Format::text) print_table(out, table);
}

ExitStatus list(const OutputOptions& options, Session& session) {
  return write_results(options, session.console, [&](std::ostream& out) {
    print_list(Schemas::built_in().registry(), options.format, out);
    return ExitStatus::ok;
  });
}

ExitStatus show_text(const ShowOptions& options, std::string_view text, Console& console) {
  return write_results(options.output, console, [&](std::ostream& out) {
    if (options.output.format == Format::ndjson) {
      print_object(out, {{"name", options.name}, {"text", text}});
    } else {
      out << text;
    }
    return ExitStatus::ok;
  });
}

ExitStatus show(const ShowOptions& options, Session& session) {
  Console& console = session.console;
  if (const auto text = embedded_schema(options.name); !text.empty()) {
    return show_text(options, text, console);
  }
  std::vector<std::string_view> names;
  for (const Row& row : rows_of(Schemas::built_in().registry())) {
    if (row.name == options.name || row.root.local == options.name) {
      return show_text(options, embedded_schema(row.file), console);
    }
    names.insert(names.end(), {row.name, row.root.local});
  }
  for (const auto& file : embedded_schemas()) names.push_back(file.name);
  print_error(console.err, "no category, root element or schema file is named '" + options.name +
                               "'" + did_you_mean(options.name, names));
  return ExitStatus::usage;
}

void add_list_command(CLI::App& schema, Session& session) {
  auto* command = schema.add_subcommand("list", "List categories, envelopes and manifests");
  const auto options = std::make_shared<OutputOptions>();
  add_output_options(*command, *options);
  command->callback([options, &session] { session.status = list(*options, session); });
}

void add_show_command(CLI::App& schema, Session& session) {
  auto* command = schema.add_subcommand("show", "Print the XSD that declares something");
  const auto options = std::make_shared<ShowOptions>();
  auto* name = command->add_option("name", options->name, "A category, root element or file");
  name->required()->type_name("NAME");
  take_literally(*name);
  add_output_options(*command, options->output);
  command->footer("Examples:\n  presentity schema show state\n  presentity schema show note.xsd");
  command->callback([options, &session] { session.status = show(*options, session); });
}

void add_export_command(CLI::App& schema, Session& session) {
  auto* command = schema.add_subcommand("export", "Write the schemas and the XML catalog");
  const auto options = std::make_shared<ExportOptions>();
  auto* directory = command->add_option("directory", options->directory, "Folder to write to");
  directory->required()->type_name("DIR");
  take_literally(*directory);
  command->add_flag("--force", options->force, "Replace files that differ");
  command->add_flag("-q,--quiet", options->quiet, "No summary");
  command->add_flag("-v,--verbose", options->verbose, "Name each file written");
  command->callback([options, &session] {
    session.status = export_schemas(*options, embedded_schemas(), session.console);
  });
}

}  // namespace

void add_schema_command(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("schema", "List, print or export the built-in schemas");
  command->require_subcommand(1);
  add_list_command(*command, session);
  add_show_command(*command, session);
  add_export_command(*command, session);
}

}  // namespace presentity::cli
