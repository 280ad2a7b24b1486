// SPDX-License-Identifier: MIT
#include "cli/command_describe.hpp"

#include "cli/inputs.hpp"
#include "cli/options.hpp"
#include "cli/print_text.hpp"
#include "cli/results.hpp"
#include "cli/session.hpp"
#include "cli/terminal_text.hpp"

#include <presentity/date_time.hpp>
#include <presentity/presence/describe.hpp>
#include <presentity/validator.hpp>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace presentity::cli {
namespace {

using nlohmann::ordered_json;
using presence::Description;
using presence::Fact;

struct DescribeCommandOptions {
  OutputOptions output;
  std::vector<std::string> inputs;
  std::string format = "text";
  std::string at;  // xs:dateTime, or empty
  std::string slot_order = "low-first";
  bool unfolds = false;
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

ordered_json json_of(const std::vector<Fact>& facts) {
  auto list = ordered_json::array();
  for (const Fact& fact : facts) {
    ordered_json object = {{"label", fact.label}, {"text", fact.text}};
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
    const ordered_json object = {{"file", path},
                                 {"root", description.root},
                                 {"headline", description.headline},
                                 {"facts", json_of(description.facts)}};
    out_ << (is_empty_ ? "\n" : ",\n")
         << object.dump(-1, ' ', true, ordered_json::error_handler_t::replace);
    is_empty_ = false;
  }

  void end() { out_ << "\n]\n"; }

 private:
  std::ostream& out_;
  bool is_empty_ = true;
};

// The description of an input, or nothing: then why is on standard error, and `status` says so.
std::optional<Description> describe_input(const Input& input,
                                          const presence::DescribeOptions& options,
                                          Console& console, ExitStatus& status) {
  const auto fail = [&](const std::vector<Diagnostic>& diagnostics) {
    for (const auto& diagnostic : diagnostics) {
      print_diagnostic(console.err, input.path, diagnostic, {});
    }
    status = worse(status, ExitStatus::findings);
  };
  // One byte more than allowed shows that there is more.
  const auto bytes = read_input(input, options.limits.document_bytes + 1, console.in);
  if (!bytes) {
    console.err << terminal_text(input.path) << ": error: " << terminal_text(bytes.error()) << '\n';
    status = worse(status, ExitStatus::failure);
    return std::nullopt;
  }
  const auto utf8 = Validator(Schemas::built_in(), options.limits).to_utf8(*bytes);
  if (!utf8) {
    fail({utf8.error()});
    return std::nullopt;
  }
  auto description = presence::describe(*utf8, options);
  if (description) return *std::move(description);
  fail(description.error());
  return std::nullopt;
}

Result<presence::DescribeOptions, std::string> read_options(const DescribeCommandOptions& options) {
  presence::DescribeOptions result;
  result.unfolds_envelopes = options.unfolds;
  result.slot_order = options.slot_order == "low-first" ? presence::SlotOrder::low_bits_first
                                                        : presence::SlotOrder::high_bits_first;
  if (options.at.empty()) return result;
  const auto time = parse_date_time(options.at);
  result.now = time ? presence::to_instant(*time) : std::nullopt;
  if (result.now) return result;
  return Unexpected{"'" + options.at + "' is no time; a time is written as 2013-02-01T12:00:00Z"};
}

ExitStatus run(const DescribeCommandOptions& options, Console& console) {
  const auto describe_options = read_options(options);
  if (!describe_options) {
    print_error(console.err, describe_options.error());
    return ExitStatus::usage;
  }
  const auto inputs = expand_inputs(options.inputs);
  if (!inputs) {
    print_error(console.err, inputs.error());
    return ExitStatus::usage;
  }
  for (const auto& note : inputs->notes) print_note(options.output, console.err, note);

  return write_results(options.output, console, [&](std::ostream& out) {
    ExitStatus status = ExitStatus::ok;
    std::optional<JsonArray> array;
    if (options.format == "json") array.emplace(out);
    for (const Input& input : inputs->documents) {
      const auto description = describe_input(input, *describe_options, console, status);
      if (!description) continue;
      if (array) {
        array->add(input.path, *description);
      } else {
        print_text(out, input.path, *description, !inputs->is_single_document);
      }
    }
    if (array) array->end();
    return status;
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
  command->add_option("--at", options->at, "What time it is, for what depends on it")
      ->type_name("TIME");
  command->add_flag("--unfold", options->unfolds, "Describe the values in envelopes in full");
  add_variant_option(*command, "--slot-order", {"low-first", "high-first"}, options->slot_order,
                     "Which bits of a free-busy byte come first");
  add_variant_option(*command, "--format", {"text", "json"}, options->format,
                     "Form of the results");
  add_file_option(*command, options->output);
  command->footer(
      "Values, envelopes and manifests of the built-in schemas. What no schema knows is said\n"
      "to be unknown. Without --at nothing is told that depends on the time, such as how long\n"
      "somebody has been away.\n"
      "Examples:\n"
      "  presentity describe state.xml --at 2013-02-01T12:00:00Z\n"
      "  presentity describe --unfold roaming.xml\n"
      "  presentity describe --format json samples/");
  command->callback([options, &session] { session.status = run(*options, session.console); });
}

}  // namespace presentity::cli
