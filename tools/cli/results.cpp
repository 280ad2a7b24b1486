// SPDX-License-Identifier: MIT
#include "cli/results.hpp"

#include "cli/files.hpp"

#include <ostream>
#include <string>

namespace presentity::cli {
namespace {

bool goes_to_file(const OutputOptions& options) {
  return !options.output.empty() && options.output != "-";
}

ExitStatus write_standard_output(Console& console,
                                 const std::function<ExitStatus(std::ostream&)>& write) {
  const ExitStatus status = write(console.out);
  console.out.flush();
  if (console.out) return status;
  return cannot_write(console.err, "standard output", "write error");
}

}  // namespace

ExitStatus write_results(const OutputOptions& options, Console& console,
                         const std::function<ExitStatus(std::ostream&)>& write) {
  if (!goes_to_file(options)) return write_standard_output(console, write);

  auto file = PendingFile::create(options.output);
  if (!file) return cannot_write(console.err, options.output, file.error());
  const ExitStatus status = write(file->stream());
  if (status == ExitStatus::usage) return status;
  const std::string problem = file->commit();
  return problem.empty() ? status : cannot_write(console.err, options.output, problem);
}

Palette result_palette(const OutputOptions& options, const Console& console) {
  switch (options.color) {
    case ColorChoice::always:
      return {true};
    case ColorChoice::never:
      return {false};
    case ColorChoice::automatic:
      break;
  }
  return {console.out_is_terminal && !console.no_color && !goes_to_file(options)};
}

void print_error(std::ostream& err, std::string_view message) {
  err << "presentity: error: " << terminal_text(message) << '\n';
}

ExitStatus cannot_write(std::ostream& err, std::string_view name, std::string_view reason) {
  print_error(err, "cannot write " + std::string(name) + ": " + std::string(reason));
  return ExitStatus::failure;
}

void print_note(const OutputOptions& options, std::ostream& err, std::string_view message) {
  if (!options.quiet) err << "presentity: note: " << terminal_text(message) << '\n';
}

}  // namespace presentity::cli
