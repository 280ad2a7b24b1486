// SPDX-License-Identifier: MIT
#pragma once

#include "cli/outcome.hpp"
#include "cli/terminal_text.hpp"

#include <presentity/diagnostic.hpp>

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Findings and tables as text for people.

namespace presentity::cli {

/// Prints `PATH:LINE:COL: error: MESSAGE [RULE]`, then the place and the help, if there are any.
void print_diagnostic(std::ostream& out, std::string_view path, const Diagnostic& diagnostic,
                      const Palette& palette);

/// Prints the diagnostics of what a command needs, which go to standard error without colour.
void print_diagnostics(std::ostream& err, std::string_view path,
                       std::span<const Diagnostic> diagnostics);

/// Prints the diagnostics and differences of a document; with `verbose` also its verdict and the
/// values in it.
void print_findings(std::ostream& out, const CheckedDocument& document, const Palette& palette,
                    bool verbose);

/// Prints `PATH: error: PROBLEM`: why a document could not be worked on.
void print_problem(std::ostream& err, std::string_view path, std::string_view problem);

/// Prints the rows with aligned columns, two spaces apart. The last column is not padded.
void print_table(std::ostream& out, const std::vector<std::vector<std::string>>& rows);

}  // namespace presentity::cli
