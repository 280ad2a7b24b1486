// SPDX-License-Identifier: MIT
#include "generator/command.hpp"

#include "cli/files.hpp"
#include "generator/cpp/naming.hpp"
#include "generator/generator.hpp"
#include "generator/output.hpp"

#include <CLI/CLI.hpp>

#include <limits>
#include <ostream>

namespace presentity::generator {
namespace {

enum Status : int { ok = 0, findings = 1, usage = 2, io = 3 };

struct Arguments {
  std::vector<std::string> schemas;
  std::string output;
  std::string depfile;
  std::string name;
  std::vector<std::string> namespaces;
  bool check = false;
  bool built_in = false;
  bool bindings_only = false;
};

void add_options(CLI::App& app, Arguments& arguments) {
  app.add_option("schemas", arguments.schemas, "XSD files to bind, and those they refer to");
  app.add_option("-o,--output", arguments.output, "Folder to write to")->required();
  app.add_option("--depfile", arguments.depfile, "Write the files read to this file, for Make");
  app.add_option("--name", arguments.name, "Stem of the file with the tables");
  app.add_option("--namespace-map", arguments.namespaces, "C++ namespace of an XML namespace")
      ->type_name("URI=CPP::NAMESPACE")
      ->allow_extra_args(false);
  app.add_flag("--check", arguments.check, "Write nothing; fail if a file would change");
  app.add_flag("--bindings-only", arguments.bindings_only, "Leave the tables out");
  app.footer(
      "Exit status: 0 done, 1 bad schemas or files out of date, 2 usage, 3 files cannot be\n"
      "read or written. docs/generated-code.md says what becomes what.");
  app.add_flag("--built-in", arguments.built_in, "Bind the built-in schemas");
}

/// Returns what is wrong, or an empty string.
std::string take_namespaces(const Arguments& arguments, GenerateOptions& options) {
  for (const auto& text : arguments.namespaces) {
    const auto equals = text.rfind('=');
    const auto name = equals == std::string::npos ? "" : text.substr(equals + 1);
    if (!cpp::is_namespace(name)) return "--namespace-map: '" + text + "' is not URI=cpp::ns";
    options.namespaces[text.substr(0, equals)] = name;
  }
  return {};
}

/// Returns what is wrong, or an empty string.
std::string read_schemas(const Arguments& arguments, GenerateOptions& options) {
  for (const auto& path : arguments.schemas) {
    auto text = cli::read_file(path, std::numeric_limits<std::size_t>::max());
    if (!text) return path + ": " + text.error();
    options.schemas.push_back({path, std::move(*text)});
  }
  return {};
}

void print(const std::vector<Diagnostic>& diagnostics, std::ostream& err) {
  for (const auto& one : diagnostics) {
    err << one.path << ':' << one.position.line << ':' << one.position.column << ": "
        << to_string(one.severity) << ": " << one.message;
    if (!one.help.empty()) err << "; " << one.help;
    err << " [" << one.rule << "]\n";
  }
}

int usage_error(const CLI::App& app, const std::string& mistake, std::ostream& err) {
  err << "presentity: error: " << mistake << "\nSee '" << app.get_name() << " --help'.\n";
  return usage;
}

int io_error(const std::string& reason, std::ostream& err) {
  err << "presentity: error: " << reason << '\n';
  return io;
}

/// How the user called it: `presentity generate` runs this program, too.
std::string name_of_program(int argc, const char* const* argv) {
  const std::string_view command = "presentity generate";
  return argc > 0 && argv[0] == command ? std::string(command) : "presentity-generate";
}

int deliver(const Generation& generation, const Arguments& arguments, std::ostream& err) {
  if (arguments.check) {
    const auto stale = stale_files(generation.files, arguments.output);
    for (const auto& path : stale) err << path << ": out of date\n";
    return stale.empty() ? ok : findings;
  }
  auto reason = write_changed(generation.files, arguments.output);
  if (reason.empty() && !arguments.depfile.empty()) {
    reason = cli::write_file(arguments.depfile,
                             depfile(generation.files, arguments.output, arguments.schemas));
    if (!reason.empty()) reason.insert(0, arguments.depfile + ": ");
  }
  return reason.empty() ? ok : io_error(reason, err);
}

}  // namespace

int run_command(int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
  Arguments arguments;
  CLI::App app("Make C++ structs from XSD files", name_of_program(argc, argv));
  add_options(app, arguments);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() != 0) return usage_error(app, error.what(), err);
    return app.exit(error, out, err);
  }
  GenerateOptions options;
  options.name = arguments.name;
  options.bindings_only = arguments.bindings_only;
  auto mistake = take_namespaces(arguments, options);
  if (arguments.schemas.empty() != arguments.built_in) {
    mistake = "name XSD files, or --built-in and no file";
  }
  if (!mistake.empty()) return usage_error(app, mistake, err);
  if (const auto reason = read_schemas(arguments, options); !reason.empty()) {
    return io_error(reason, err);
  }
  const auto generation = arguments.built_in ? generate_built_in() : generate(options);
  print(generation.diagnostics, err);
  return generation.has_errors() ? findings : deliver(generation, arguments, err);
}

}  // namespace presentity::generator
