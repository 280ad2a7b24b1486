// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
class Validator;
}  // namespace CLI

/// \file
/// The options that several commands share, and how they are spelled.

namespace presentity::cli {

enum class Format : std::uint8_t { text, ndjson };
enum class ColorChoice : std::uint8_t { automatic, always, never };

/// Of every command that has results.
struct OutputOptions {
  Format format = Format::text;
  std::string output;  ///< File for the results; empty or `-` is standard output.
  ColorChoice color = ColorChoice::automatic;
  bool quiet = false;
  bool verbose = false;
};

/// Of every command that reads documents.
struct DocumentOptions {
  OutputOptions output;
  std::vector<std::string> inputs;
  std::vector<std::string> schemas;
  std::size_t jobs = 0;       ///< 0: as many as the hardware runs at once.
  std::size_t max_bytes = 0;  ///< Of one document; 0: the default limit.
  bool strict = false;
  bool are_logs = false;          ///< All inputs; else those with the name of one.
  std::string engine = "native";  ///< Or `xerces`.
};

/// `--output` alone, for commands with formats of their own and no colour.
void add_file_option(CLI::App& command, OutputOptions& options);
/// `--quiet` alone, for commands with notes.
void add_quiet_option(CLI::App& command, OutputOptions& options);
/// `--format` of a command with formats of its own; the first is the default, which `chosen` holds.
void add_format_option(CLI::App& command, const std::vector<std::string>& formats,
                       std::string& chosen);
/// `--format text|ndjson`, `--output`, `--color`, `--quiet` and `--verbose`.
void add_output_options(CLI::App& command, OutputOptions& options);
/// The same without the format, for commands that have formats of their own.
void add_destination_options(CLI::App& command, OutputOptions& options);

/// `--log`, for commands that find documents in logs.
void add_log_option(CLI::App& command, bool& are_logs);

void add_document_options(CLI::App& command, DocumentOptions& options);

/// `--grammar`: a file, or the name of a grammar that is built in.
void add_grammar_option(CLI::App& command, std::string& grammar);

/// `--register`: category names of the user's own.
void add_register_option(CLI::App& command, std::vector<std::string>& names);

/// Accepts decimal numbers in a range.
[[nodiscard]] CLI::Validator number_between(std::size_t least, std::size_t most);

/// Adds an option that names one of several variants; `chosen` holds the default.
void add_variant_option(CLI::App& command, const std::string& name,
                        const std::vector<std::string>& variants, std::string& chosen,
                        const std::string& description);

/// Returns the arguments as CLI11 should see them, without the `--` that ends the options.
///
/// CLI11 2.1.2 splits a positional like `[a,b]` into two, and after `--` still takes `-x` for an
/// option once a positional was given. Such arguments get a mark that `take_literally` removes.
[[nodiscard]] std::vector<std::string> marked_arguments(std::span<const std::string> arguments);
[[nodiscard]] std::string without_mark(std::string argument);
void take_literally(CLI::Option& positional);

}  // namespace presentity::cli
