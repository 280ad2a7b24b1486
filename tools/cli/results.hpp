// SPDX-License-Identifier: MIT
#pragma once

#include "cli/options.hpp"
#include "cli/session.hpp"
#include "cli/terminal_text.hpp"

#include <functional>
#include <iosfwd>
#include <string_view>

/// \file
/// Where results and messages go.

namespace presentity::cli {

/// Calls `write` with the stream for the results: the file of `--output` or standard output. The
/// file appears only if everything was written and `write` does not return `usage`.
/// Returns what `write` returns, or `failure` if the results could not be written.
[[nodiscard]] ExitStatus write_results(const OutputOptions& options, Console& console,
                                       const std::function<ExitStatus(std::ostream&)>& write);

/// Returns the colours for results.
[[nodiscard]] Palette result_palette(const OutputOptions& options, const Console& console);

/// Prints `presentity: error: MESSAGE`.
void print_error(std::ostream& err, std::string_view message);

/// Prints that a file cannot be written, and returns the status for that.
ExitStatus cannot_write(std::ostream& err, std::string_view name, std::string_view reason);

/// Prints `presentity: note: MESSAGE`, unless the user wants it quiet.
void print_note(const OutputOptions& options, std::ostream& err, std::string_view message);

}  // namespace presentity::cli
