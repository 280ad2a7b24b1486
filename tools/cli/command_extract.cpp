// SPDX-License-Identifier: MIT
#include "cli/command_extract.hpp"

#include "cli/files.hpp"
#include "cli/inputs.hpp"
#include "cli/json_lines.hpp"
#include "cli/options.hpp"
#include "cli/outcome.hpp"
#include "cli/print_text.hpp"
#include "cli/results.hpp"
#include "cli/session.hpp"
#include "cli/terminal_text.hpp"

#include <presentity/presence/log.hpp>
#include <presentity/presence/redact.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace presentity::cli {
namespace {

namespace fs = std::filesystem;

struct ExtractOptions {
  OutputOptions output;
  std::vector<std::string> inputs;
  std::string folder;
  bool redact = false;
};

/// A document of one of the logs, ready to be told.
struct Extract {
  std::string log;
  Position position;
  presence::LoggedForm form;
  std::string root;
  std::string xml;
  std::string file;  ///< That it is written to; empty if none.
  presence::LoggedMessage message;
};

struct Extracts {
  std::vector<Extract> documents;
  std::size_t messages = 0;
  ExitStatus status = ExitStatus::ok;
};

/// Reads one log after another.
class Extractor {
 public:
  Extractor(const ExtractOptions& options, Console& console)
      : options_(options), console_(console) {}

  Extracts run(const Inputs& inputs) {
    for (const auto& input : inputs.documents) take_log(input);
    return std::move(result_);
  }

 private:
  void take_log(const Input& input) {
    const auto log = read_log(input, console_.in);
    if (!log) return fail(input.path, log.error());
    auto contents = presence::find_in_log(*log);
    if (contents.documents.empty() && contents.findings.empty()) {
      contents.findings.push_back(no_document());
      result_.status = worse(result_.status, ExitStatus::findings);
    }
    print_diagnostics(console_.err, input.path, contents.findings);
    result_.messages += contents.messages.size();
    for (auto& document : contents.documents) {
      auto message =
          document.message ? contents.messages[*document.message] : presence::LoggedMessage{};
      Extract extract{input.path,        document.position,       document.form,
                      document.root,     std::move(document.xml), {},
                      std::move(message)};
      if (!options_.redact || redact(extract)) result_.documents.push_back(std::move(extract));
    }
  }

  bool redact(Extract& extract) {
    auto text = redactor_.redact(extract.xml);
    if (!text) {
      fail(extract.log, "line " + std::to_string(extract.position.line) +
                            ": the document is left out: " + text.error());
      return false;
    }
    extract.xml = *std::move(text);
    if (!extract.message.start_line.empty()) extract.message = redactor_.redact(extract.message);
    return true;
  }

  void fail(const std::string& path, const std::string& problem) {
    print_error(console_.err, path + ": " + problem);
    result_.status = ExitStatus::failure;
  }

  const ExtractOptions& options_;
  Console& console_;
  presence::Redactor redactor_;
  Extracts result_;
};

// `0007-categories.xml`: files are in the order of the log.
void name_files(const std::string& folder, std::vector<Extract>& documents) {
  std::size_t number = 0;
  for (auto& document : documents) {
    auto name = std::to_string(++number);
    name.insert(0, 4 - std::min<std::size_t>(4, name.size()), '0');
    document.file = (fs::path(folder) / (name + "-" + document.root + ".xml")).string();
  }
}

// Replaces nothing: files of an earlier run would be taken for ones of this.
ExitStatus write_files(const std::string& folder, const std::vector<Extract>& documents,
                       Console& console) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return cannot_write(console.err, folder, error.message());
  for (const auto& document : documents) {
    if (fs::symlink_status(document.file, error).type() == fs::file_type::not_found) continue;
    print_error(console.err, document.file + " exists; nothing was written");
    return ExitStatus::failure;
  }
  for (const auto& document : documents) {
    const auto problem = write_file(document.file, document.xml + "\n");
    if (!problem.empty()) return cannot_write(console.err, document.file, problem);
  }
  return ExitStatus::ok;
}

void print_json(std::ostream& out, const Extract& document) {
  const auto& message = document.message;
  print_object(out, {{"log", document.log},
                     {"line", document.position.line},
                     {"column", document.position.column},
                     {"form", to_token(document.form)},
                     {"root", document.root},
                     {"time", message.time},
                     {"message", message.start_line},
                     {"from", message.from},
                     {"to", message.to},
                     {"callId", message.call_id},
                     {"event", message.event},
                     {"contentType", message.content_type},
                     {"file", document.file},
                     {"xml", document.xml}});
}

void print_text(std::ostream& out, const Extract& document, bool has_xml) {
  const auto& message = document.message;
  std::string line = document.log + ":" + std::to_string(document.position.line) + ":" +
                     std::to_string(document.position.column) + ": " + document.root;
  if (document.form != presence::LoggedForm::plain) {
    line += " (" + std::string(to_token(document.form)) + ")";
  }
  if (!message.time.empty()) line += ", " + message.time;
  if (!message.start_line.empty()) line += ", " + message.start_line;
  if (!message.from.empty()) line += ", from " + message.from;
  if (!document.file.empty()) line += " -> " + document.file;
  out << terminal_text(line) << '\n';
  if (has_xml) out << document.xml << '\n';
}

void print_summary(const Extracts& extracts, std::ostream& err) {
  err << counted(extracts.documents.size(), "document") << " in "
      << counted(extracts.messages, "SIP message") << " and around them\n";
}

ExitStatus extract(const ExtractOptions& options, Session& session) {
  auto& console = session.console;
  const auto inputs = expand_inputs(options.inputs, true);
  if (!inputs) {
    print_error(console.err, inputs.error());
    return ExitStatus::usage;
  }
  for (const auto& note : inputs->notes) print_note(options.output, console.err, note);
  auto extracts = Extractor(options, console).run(*inputs);
  if (!options.folder.empty()) {
    name_files(options.folder, extracts.documents);
    const auto status = write_files(options.folder, extracts.documents, console);
    if (status != ExitStatus::ok) return status;
  }
  const auto status = write_results(options.output, console, [&](std::ostream& out) {
    for (const auto& document : extracts.documents) {
      if (options.output.format == Format::ndjson) {
        print_json(out, document);
      } else {
        print_text(out, document, options.folder.empty());
      }
    }
    return extracts.status;
  });
  if (!options.output.quiet) print_summary(extracts, console.err);
  return status;
}

}  // namespace

void add_extract_command(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("extract", "Find presence documents in logs");
  const auto options = std::make_shared<ExtractOptions>();
  auto* inputs = command->add_option("logs", options->inputs,
                                     "Logs or pasted text: files, folders (every log and *.xml "
                                     "below), - for standard input, @FILE for a list of these");
  inputs->required()->type_name("LOG");
  take_literally(*inputs);
  command->add_option("--folder", options->folder, "Write each document to a file of this folder")
      ->type_name("FOLDER");
  command->add_flag("--redact", options->redact,
                    "Replace names, addresses and numbers, the same by the same");
  add_output_options(*command, options->output);
  command->footer(
      "Finds documents in plain SIP, multipart bodies, traces and client logs, quoted lines, "
      "escaped\n"
      "XML and string literals. Other commands read logs as well, and the files of --folder.\n\n"
      "Examples:\n"
      "  presentity extract client.log\n"
      "  presentity extract --redact --folder found client.log\n"
      "  presentity validate found");
  command->callback([options, &session] { session.status = extract(*options, session); });
}

}  // namespace presentity::cli
