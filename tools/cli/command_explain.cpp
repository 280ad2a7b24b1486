// SPDX-License-Identifier: MIT
#include "cli/command_explain.hpp"

#include "cli/json_lines.hpp"
#include "cli/options.hpp"
#include "cli/print_text.hpp"
#include "cli/results.hpp"
#include "cli/session.hpp"
#include "cli/suggest.hpp"

#include <presentity/rules.hpp>

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

namespace presentity::cli {
namespace {

struct ExplainOptions {
  OutputOptions output;
  std::string rule;  // Empty: all.
};

std::string wrapped(std::string_view text) {
  constexpr std::size_t width = 80;
  std::istringstream words{std::string(text)};
  std::string result;
  std::size_t column = 0;
  for (std::string word; words >> word;) {
    const bool fits = column + 1 + word.size() <= width;
    if (column != 0) result += fits ? ' ' : '\n';
    column = column != 0 && fits ? column + 1 + word.size() : word.size();
    result += word;
  }
  return result + '\n';
}

void print_rule_json(const Rule& rule, std::ostream& out) {
  print_object(out, {{"rule", rule.id},
                     {"severity", to_string(rule.severity)},
                     {"summary", rule.summary},
                     {"explanation", rule.explanation}});
}

void print_rule(const Rule& rule, Format format, std::ostream& out) {
  if (format == Format::ndjson) return print_rule_json(rule, out);
  out << rule.id << " (" << to_string(rule.severity) << ")\n\n"
      << wrapped(rule.summary) << '\n'
      << wrapped(rule.explanation);
}

void print_rules(Format format, std::ostream& out) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& rule : rules()) {
    if (format == Format::ndjson) {
      print_rule_json(rule, out);
    } else {
      rows.push_back(
          {std::string(rule.id), std::string(to_string(rule.severity)), std::string(rule.summary)});
    }
  }
  print_table(out, rows);
}

ExitStatus run(const ExplainOptions& options, Console& console) {
  const Rule* rule = find_rule(options.rule);
  if (rule == nullptr && !options.rule.empty()) {
    std::vector<std::string_view> names;
    for (const auto& known : rules()) names.push_back(known.id);
    print_error(console.err,
                "unknown rule '" + options.rule + "'" + did_you_mean(options.rule, names));
    return ExitStatus::usage;
  }

  return write_results(options.output, console, [&](std::ostream& out) {
    if (rule != nullptr) {
      print_rule(*rule, options.output.format, out);
    } else {
      print_rules(options.output.format, out);
    }
    return ExitStatus::ok;
  });
}

}  // namespace

void add_explain_command(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("explain", "Describe a rule, or list all rules");
  const auto options = std::make_shared<ExplainOptions>();
  auto* rule = command->add_option("rule", options->rule,
                                   "Id of a rule, as diagnostics show it in brackets");
  rule->type_name("RULE-ID");
  take_literally(*rule);
  add_output_options(*command, options->output);
  command->footer("Example:\n  presentity explain unknown-token");
  command->callback([options, &session] { session.status = run(*options, session.console); });
}

}  // namespace presentity::cli
