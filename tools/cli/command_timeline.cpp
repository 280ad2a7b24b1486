// SPDX-License-Identifier: MIT
#include "cli/command_timeline.hpp"

#include "cli/history_reader.hpp"
#include "cli/inputs.hpp"
#include "cli/options.hpp"
#include "cli/presence_options.hpp"
#include "cli/print_timeline.hpp"
#include "cli/results.hpp"
#include "cli/session.hpp"
#include "cli/stored_document.hpp"
#include "cli/terminal_text.hpp"
#include "cli/timeline_picture.hpp"

#include <presentity/presence/address.hpp>
#include <presentity/presence/timeline.hpp>

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace presentity::cli {
namespace {

struct Options {
  OutputOptions output;
  std::vector<std::string> inputs;
  std::string uri;
  std::string from;
  std::string to;
  std::vector<presence::ContainerId> containers;
  std::string format = "text";
  bool are_logs = false;
};

/// Returns what is wrong with the options, or an empty string.
std::string read_options(const Options& options, presence::TimelineOptions& timeline) {
  const auto from = read_time(options.from);
  if (!from) return "--from " + from.error();
  const auto to = read_time(options.to);
  if (!to) return "--to " + to.error();
  timeline.from = *from;
  timeline.to = *to;
  if (timeline.from && timeline.to && *timeline.to <= *timeline.from) {
    return "--to is not later than --from";
  }
  if (!options.uri.empty() && !presence::parse_address(options.uri)) {
    return "'" + options.uri + "' of --uri is no SIP URI";
  }
  if (!options.containers.empty()) timeline.containers = options.containers;
  return not_aggregated(options.containers);
}

/// Reads what can be read, and tells of the rest.
ExitStatus read_history(const Options& options, const Inputs& inputs, Console& console,
                        HistoryReader& reader) {
  auto status = ExitStatus::ok;
  for (const auto& input : inputs.documents) {
    const auto bytes = read_log(input, console.in);
    if (bytes) {
      reader.read(input.path, *bytes, input.is_log);
      continue;
    }
    print_error(console.err, input.path + ": " + bytes.error());
    status = ExitStatus::failure;
  }
  return worse(status, print_notes(reader.history().notes(), options.output, console));
}

void print(const Options& options, const presence::Timeline& timeline, const std::string& owner,
           std::ostream& out) {
  if (options.format == "json") return print_timeline_json(out, timeline);
  const auto picture = make_picture(timeline, owner);
  if (options.format == "text") return print_timeline_text(out, picture);
  if (options.format == "svg") return print_timeline_svg(out, picture);
  print_timeline_page(out, picture);
}

ExitStatus run(const Options& options, Console& console) {
  presence::TimelineOptions wanted;
  const auto problem = read_options(options, wanted);
  const auto inputs = expand_inputs(options.inputs, options.are_logs);
  if (!problem.empty() || !inputs) {
    print_error(console.err, problem.empty() ? inputs.error() : problem);
    return ExitStatus::usage;
  }
  for (const auto& note : inputs->notes) print_note(options.output, console.err, note);
  HistoryReader reader(options.uri);
  const auto status = read_history(options, *inputs, console, reader);
  const auto timeline = presence::make_timeline(reader.history().changes(), wanted);
  if (timeline.inputs.empty()) {
    print_error(console.err, "there are no states of containers 2 and 3 at this time");
    return worse(status, ExitStatus::findings);
  }
  if (timeline.is_cut) {
    print_note(options.output, console.err,
               "there is more than a picture can show: it ends at " + minute_text(timeline.to) +
                   "; --from and --to choose a part");
  }
  return write_results(options.output, console, [&](std::ostream& out) {
    print(options, timeline, reader.uri(), out);
    return status;
  });
}

}  // namespace

void add_timeline_command(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand(
      "timeline", "Show what endpoints published in the course of time, and what came of it");
  const auto options = std::make_shared<Options>();
  auto* inputs = command->add_option("inputs", options->inputs,
                                     "roamingData or categories documents, the earlier first, and "
                                     "logs; - is standard input");
  inputs->required()->type_name("STORE-OR-LOG");
  take_literally(*inputs);
  command->add_option("--uri", options->uri, "Whose; default: whom the first document names")
      ->type_name("URI");
  add_time_option(*command, "--from", options->from, "Default: the first publication");
  add_time_option(*command, "--to", options->to, "Default: the last change");
  add_aggregated_option(*command, options->containers,
                        "What its watchers see (repeatable); default: 200 and 300");
  add_log_option(*command, options->are_logs);
  add_variant_option(*command, "--format", {"text", "json", "svg", "html"}, options->format,
                     "Form of the results");
  add_file_option(*command, options->output);
  command->add_flag("-q,--quiet", options->output.quiet, "No notes");
  command->footer(
      "Examples:\n"
      "  presentity timeline roaming.xml\n"
      "  presentity timeline --container 100 --container 300 client.log\n"
      "  presentity timeline --format html --output day.html morning.xml noon.xml");
  command->callback([options, &session] { session.status = run(*options, session.console); });
}

}  // namespace presentity::cli
