// SPDX-License-Identifier: MIT
#include "cli/print_text.hpp"

#include <algorithm>
#include <cstddef>
#include <ostream>

namespace presentity::cli {
namespace {

void print_instance(std::ostream& out, const Instance& instance) {
  out << "    " << terminal_text(instance.category);
  if (!instance.type.empty()) out << " type " << terminal_text(instance.type);
  if (instance.instance) out << " instance " << *instance.instance;
  if (instance.container) out << " container " << *instance.container;
  out << '\n';
}

void print_verdict(std::ostream& out, const CheckedDocument& document) {
  out << terminal_text(document.path) << ": " << to_string(document.outcome);
  if (!document.report.root.empty()) out << " (" << terminal_text(document.report.root) << ')';
  out << '\n';
  for (const auto& instance : document.report.instances) print_instance(out, instance);
}

void print_row(std::ostream& out, const std::vector<std::string>& row,
               const std::vector<std::size_t>& widths) {
  for (std::size_t column = 0; column < row.size(); ++column) {
    const std::string& cell = row[column];
    out << cell;
    if (column + 1 < row.size()) out << std::string(widths[column] - cell.size() + 2, ' ');
  }
  out << '\n';
}

}  // namespace

void print_diagnostic(std::ostream& out, std::string_view path, const Diagnostic& diagnostic,
                      const Palette& palette) {
  const Color color = diagnostic.severity == Severity::error ? Color::red : Color::yellow;
  const std::string place = terminal_text(path) + ':' + std::to_string(diagnostic.position.line) +
                            ':' + std::to_string(diagnostic.position.column) + ':';
  const std::string severity = std::string(to_string(diagnostic.severity)) + ':';
  const std::string rule = '[' + std::string(diagnostic.rule) + ']';
  out << palette.paint(Color::bold, place) << ' ' << palette.paint(color, severity) << ' '
      << terminal_text(diagnostic.message) << ' ' << palette.paint(Color::cyan, rule) << '\n';

  if (!diagnostic.path.empty()) {
    out << "    at " << terminal_text(diagnostic.path);
    if (!diagnostic.category.empty()) {
      out << " (category " << terminal_text(diagnostic.category) << ')';
    }
    out << '\n';
  }
  if (!diagnostic.help.empty()) out << "    help: " << terminal_text(diagnostic.help) << '\n';
}

void print_diagnostics(std::ostream& err, std::string_view path,
                       std::span<const Diagnostic> diagnostics) {
  for (const auto& diagnostic : diagnostics) print_diagnostic(err, path, diagnostic, Palette{});
}

void print_findings(std::ostream& out, const CheckedDocument& document, const Palette& palette,
                    bool verbose) {
  for (const auto& diagnostic : document.report.diagnostics) {
    print_diagnostic(out, document.file, diagnostic, palette);
  }
  for (const auto& difference : document.differences) {
    out << palette.paint(Color::bold, terminal_text(document.path) + ':') << ' '
        << palette.paint(Color::red, "different:") << ' ' << terminal_text(difference) << '\n';
  }
  if (verbose) print_verdict(out, document);
}

void print_problem(std::ostream& err, std::string_view path, std::string_view problem) {
  err << terminal_text(path) << ": error: " << terminal_text(problem) << '\n';
}

void print_table(std::ostream& out, const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t column = 0; column < row.size(); ++column) {
      widths[column] = std::max(widths[column], row[column].size());
    }
  }
  for (const auto& row : rows) print_row(out, row, widths);
}

}  // namespace presentity::cli
