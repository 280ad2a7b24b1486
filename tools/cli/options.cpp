// SPDX-License-Identifier: MIT
#include "cli/options.hpp"

#include "cli/suggest.hpp"

#include <presentity/read_limits.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string_view>
#include <utility>

namespace presentity::cli {
namespace {

constexpr char mark = '\x01';
constexpr std::size_t most_jobs = 256;
constexpr std::size_t most_document_bytes = 0xFFFF'FFFF;

// Of the contract; a command has those that its results can have.
constexpr std::array all_formats = {"text", "json",   "ndjson", "html",
                                    "xml",  "github", "junit",  "sarif"};

// Such as `text, json and xml`.
std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 < names.size() ? ", " : " and ";
    text += names[i];
  }
  return text;
}

std::string format_problem(const std::string& name, const std::vector<std::string>& formats) {
  if (std::ranges::find(formats, name) != formats.end()) return {};
  const std::string available = "; this command has " + listed(formats);
  if (std::ranges::find(all_formats, name) != all_formats.end()) {
    return "the format '" + name + "' is not available" + available;
  }
  return "unknown format '" + name + "'" + available +
         did_you_mean(name, {formats.begin(), formats.end()});
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : "|") + name;
  return text;
}

CLI::Option* add_formats(CLI::App& command, const std::vector<std::string>& formats,
                         const std::function<void(const std::string&)>& assign) {
  const auto check = [formats](const std::string& name) { return format_problem(name, formats); };
  return command.add_option_function<std::string>("--format", assign, "Form of the results")
      ->check(CLI::Validator(check, ""))
      ->type_name(joined(formats))
      ->default_str(formats.front());
}

void add_color_option(CLI::App& command, OutputOptions& options) {
  const std::map<std::string, ColorChoice> choices = {{"always", ColorChoice::always},
                                                      {"auto", ColorChoice::automatic},
                                                      {"never", ColorChoice::never}};
  const auto assign = [&options, choices](const std::string& name) {
    options.color = choices.at(name);
  };
  const auto check = [choices](const std::string& name) {
    if (choices.contains(name)) return std::string();
    return "unknown choice '" + name + "'; it is always, never or auto";
  };
  command.add_option_function<std::string>("--color", assign, "Colour the text")
      ->check(CLI::Validator(check, ""))
      ->type_name("always|never|auto")
      ->default_str("auto");
}

}  // namespace

// CLI::Range speaks of doubles.
CLI::Validator number_between(std::size_t least, std::size_t most) {
  const std::string range = std::to_string(least) + " to " + std::to_string(most);
  const auto check = [least, most, range](const std::string& text) {
    const bool is_number = !text.empty() && text.size() < 12 &&
                           text.find_first_not_of("0123456789") == std::string::npos;
    const std::size_t number = is_number ? std::stoull(text) : 0;
    if (is_number && number >= least && number <= most) return std::string();
    return "'" + text + "' is not a number from " + range;
  };
  return {check, ""};
}

void add_file_option(CLI::App& command, OutputOptions& options) {
  command.add_option("--output", options.output, "Write the results to FILE, whole or not at all")
      ->type_name("FILE");
}

void add_format_option(CLI::App& command, const std::vector<std::string>& formats,
                       std::string& chosen) {
  add_formats(command, formats, [&chosen](const std::string& name) { chosen = name; });
}

void add_quiet_option(CLI::App& command, OutputOptions& options) {
  command.add_flag("-q,--quiet", options.quiet, "No summary and no notes");
}

void add_output_options(CLI::App& command, OutputOptions& options) {
  add_formats(command, {"text", "ndjson"}, [&options](const std::string& name) {
    options.format = name == "ndjson" ? Format::ndjson : Format::text;
  });
  add_destination_options(command, options);
}

void add_destination_options(CLI::App& command, OutputOptions& options) {
  add_file_option(command, options);
  add_color_option(command, options);
  add_quiet_option(command, options);
  command.add_flag("-v,--verbose", options.verbose, "Say more");
}

void add_log_option(CLI::App& command, bool& are_logs) {
  command.add_flag("--log", are_logs,
                   "Take the documents in logs and pasted text, whatever the names");
}

void add_document_options(CLI::App& command, DocumentOptions& options) {
  auto* inputs = command.add_option("inputs", options.inputs,
                                    "Files, folders (every *.xml below), - for standard input, "
                                    "@FILE for a list of these, one a line");
  inputs->required()->type_name("INPUT");
  take_literally(*inputs);
  // One file an option: `--schema a.xsd b.xml` has an input.
  command.add_option("--schema", options.schemas, "Add the categories of an XSD file (repeatable)")
      ->allow_extra_args(false)
      ->type_name("FILE.xsd");
  command.add_option("-j,--jobs", options.jobs, "Documents checked at the same time")
      ->check(number_between(1, most_jobs))
      ->type_name("N");
  command.add_flag("--strict", options.strict, "Treat warnings as errors");
  command.add_option("--max-bytes", options.max_bytes, "Largest document accepted")
      ->check(number_between(1, most_document_bytes))
      ->type_name("N")
      ->default_str(std::to_string(ReadLimits{}.document_bytes));
  add_log_option(command, options.are_logs);
  add_output_options(command, options.output);
}

void add_grammar_option(CLI::App& command, std::string& grammar) {
  command.add_option("--grammar", grammar, "Grammar to use: a file, or lync2013")
      ->type_name("FILE|lync2013")
      ->default_str(grammar);
}

void add_register_option(CLI::App& command, std::vector<std::string>& names) {
  command.add_option("--register", names, "A category name of your own (repeatable)")
      ->allow_extra_args(false)
      ->type_name("NAME");
}

void add_variant_option(CLI::App& command, const std::string& name,
                        const std::vector<std::string>& variants, std::string& chosen,
                        const std::string& description) {
  const std::string names = joined(variants);
  const auto check = [variants, names](const std::string& variant) {
    if (std::find(variants.begin(), variants.end(), variant) != variants.end()) {
      return std::string();
    }
    return "'" + variant + "' is unknown; this version has " + names;
  };
  command.add_option(name, chosen, description)
      ->check(CLI::Validator(check, ""))
      ->type_name(names)
      ->default_str(chosen);
}

std::vector<std::string> marked_arguments(std::span<const std::string> arguments) {
  std::vector<std::string> result;
  bool options_ended = false;
  for (const auto& argument : arguments) {
    if (argument == "--" && !options_ended) {
      options_ended = true;
      continue;
    }
    const bool is_like_vector = argument.starts_with('[') && argument.ends_with(']');
    const bool is_like_option = options_ended && argument.starts_with('-');
    const bool needs_mark = is_like_vector || is_like_option || argument.starts_with(mark);
    result.push_back(needs_mark ? mark + argument : argument);
  }
  return result;
}

std::string without_mark(std::string argument) {
  if (argument.starts_with(mark)) argument.erase(0, 1);
  return argument;
}

void take_literally(CLI::Option& positional) {
  const auto remove_mark = [](std::string& value) {
    value = without_mark(std::move(value));
    return std::string();
  };
  positional.transform(CLI::Validator(remove_mark, ""));
}

}  // namespace presentity::cli
