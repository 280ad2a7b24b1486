// SPDX-License-Identifier: MIT
#include "cli/command_describe.hpp"

#include "cli/inputs.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/presence_options.hpp"
#include "cli/print_text.hpp"
#include "cli/results.hpp"
#include "cli/session.hpp"
#include "cli/terminal_text.hpp"

#include <presentity/presence/describe.hpp>
#include <presentity/validator.hpp>

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace presentity::cli {
namespace {

using presence::Description;
using presence::Fact;

struct DescribeCommandOptions {
  OutputOptions output;
  std::vector<std::string> inputs;
  std::string format = "text";
  std::string at;  // xs:dateTime, or empty
  std::string slot_order = "low-first";
  std::string category;
  bool unfolds = false;
  bool are_logs = false;
};

void print_facts(std::ostream& out, const std::vector<Fact>& facts, std::size_t depth) {
  for (const Fact& fact : facts) {
    out << std::string(depth * 2, ' ') << terminal_text(fact.label);
    if (!fact.text.empty()) out << ": " << terminal_text(fact.text);
    if (fact.text.empty() && fact.details.empty()) out << ": (empty)";
    out << '\n';
    print_facts(out, fact.details, depth + 1);
  }
}

void print_text(std::ostream& out, const std::string& path, const Description& description,
                bool names_file) {
  if (names_file) out << terminal_text(path) << ": ";
  out << terminal_text(description.headline) << '\n';
  print_facts(out, description.facts, 1);
}

Json json_of(const std::vector<Fact>& facts) {
  auto list = Json::array();
  for (const Fact& fact : facts) {
    Json object = {{"label", fact.label}, {"text", fact.text}};
    if (!fact.details.empty()) object["details"] = json_of(fact.details);
    list.push_back(std::move(object));
  }
  return list;
}

// An array, one document a line.
class JsonArray {
 public:
  explicit JsonArray(std::ostream& out) : out_(out) { out_ << '['; }

  void add(const std::string& path, const Description& description) {
    const Json object = {{"file", path},
                         {"root", description.root},
                         {"headline", description.headline},
                         {"facts", json_of(description.facts)}};
    out_ << (is_empty_ ? "\n" : ",\n") << json_text(object);
    is_empty_ = false;
  }

  void end() { out_ << "\n]\n"; }

 private:
  std::ostream& out_;
  bool is_empty_ = true;
};

// The description of an input, or nothing: then why is on standard error, and `session.status` says
// so.
std::optional<Description> describe_input(const Input& input,
                                          const presence::DescribeOptions& options,
                                          Session& session) {
  const auto bytes = read_document(input, options.limits, session);
  if (!bytes) return std::nullopt;
  const auto fail = [&](std::vector<Diagnostic> diagnostics) {
    place_in_log(input, diagnostics);
    print_diagnostics(session.console.err, input.file(), diagnostics);
    session.status = worse(session.status, ExitStatus::findings);
    return std::nullopt;
  };
  const auto utf8 = Validator(Schemas::built_in(), options.limits).to_utf8(*bytes);
  if (!utf8) return fail({utf8.error()});
  auto description = presence::describe(*utf8, options);
  if (!description) return fail(description.error());
  return *std::move(description);
}

Result<presence::DescribeOptions, std::string> read_options(const DescribeCommandOptions& options) {
  presence::DescribeOptions result;
  result.unfolds_envelopes = options.unfolds;
  if (auto problem = unknown_category(options.category); !problem.empty()) {
    return Unexpected{std::move(problem)};
  }
  result.category = options.category;
  result.slot_order = options.slot_order == "low-first" ? presence::SlotOrder::low_bits_first
                                                        : presence::SlotOrder::high_bits_first;
  const auto now = read_time(options.at);
  if (!now) return Unexpected{now.error()};
  result.now = *now;
  return result;
}

ExitStatus run(const DescribeCommandOptions& options, Session& session) {
  auto& console = session.console;
  const auto describe_options = read_options(options);
  if (!describe_options) {
    print_error(console.err, describe_options.error());
    return ExitStatus::usage;
  }
  auto inputs = expand_inputs(options.inputs, options.are_logs);
  if (!inputs) {
    print_error(console.err, inputs.error());
    return ExitStatus::usage;
  }
  for (const auto& note : inputs->notes) print_note(options.output, console.err, note);
  open_logs(*inputs, Schemas::built_in(), describe_options->limits, session);

  return write_results(options.output, console, [&](std::ostream& out) {
    std::optional<JsonArray> array;
    if (options.format == "json") array.emplace(out);
    for (const Input& input : inputs->documents) {
      const auto description = describe_input(input, *describe_options, session);
      if (!description) continue;
      if (array) {
        array->add(input.path, *description);
      } else {
        print_text(out, input.path, *description, !inputs->is_single_document);
      }
    }
    if (array) array->end();
    return session.status;
  });
}

}  // namespace

void add_describe_command(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("describe", "Say in plain language what documents say");
  const auto options = std::make_shared<DescribeCommandOptions>();
  auto* inputs = command->add_option("inputs", options->inputs,
                                     "Files, folders (every *.xml below), - for standard input, "
                                     "@FILE for a list of these, one a line");
  inputs->required()->type_name("INPUT");
  take_literally(*inputs);
  add_time_option(*command, "--at", options->at, "What time it is, for what depends on it");
  command->add_flag("--unfold", options->unfolds, "Describe the values in envelopes in full");
  command
      ->add_option("--category", options->category,
                   "Category of the values, where their root has several, as dndState")
      ->type_name("NAME");
  add_variant_option(*command, "--slot-order", {"low-first", "high-first"}, options->slot_order,
                     "Which bits of a free-busy byte come first");
  add_log_option(*command, options->are_logs);
  add_format_option(*command, {"text", "json"}, options->format);
  add_file_option(*command, options->output);
  add_quiet_option(*command, options->output);
  command->footer(
      "Values, envelopes and manifests of the built-in schemas. What no schema knows is said\n"
      "to be unknown. Without --at nothing is told that depends on the time, such as how long\n"
      "somebody has been away.\n"
      "Examples:\n"
      "  presentity describe state.xml --at 2013-02-01T12:00:00Z\n"
      "  presentity describe --unfold roaming.xml\n"
      "  presentity describe client.log\n"
      "  presentity describe --format json samples/");
  command->callback([options, &session] { session.status = run(*options, session); });
}

}  // namespace presentity::cli
