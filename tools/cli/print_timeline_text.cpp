// SPDX-License-Identifier: MIT
#include "cli/print_text.hpp"
#include "cli/print_timeline.hpp"
#include "cli/terminal_text.hpp"

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace presentity::cli {
namespace {

using namespace presence;

constexpr std::size_t bar_columns = 64;

std::size_t column_of(const Picture& picture, TimePoint time) {
  const auto place = picture.place(time, static_cast<double>(bar_columns));
  return std::min(static_cast<std::size_t>(place), bar_columns - 1);
}

// Writes `letter` where the time from `begin` to `end` lies: in one column at least.
void fill(std::string& line, const Picture& picture, TimePoint begin, TimePoint end, char letter) {
  const auto first = column_of(picture, begin);
  const auto last = end >= picture.edge ? bar_columns : column_of(picture, end);
  for (auto column = first; column < std::max(first + 1, last); ++column) line[column] = letter;
}

std::string line_of(const Picture& picture, const PictureRow& row) {
  std::string line(bar_columns, ' ');
  for (const auto& bar : row.bars) {
    fill(line, picture, bar.begin, bar.end, letter_of(bar.availability));
  }
  return line;
}

std::string marks_of(const Picture& picture, const PictureRow& row) {
  std::string line(bar_columns, ' ');
  for (const auto& [begin, end] : row.wins) fill(line, picture, begin, end, '^');
  line.resize(line.find_last_not_of(' ') + 1);
  return line;
}

void print_axis(std::ostream& out, const Picture& picture, std::size_t margin) {
  std::string marks(bar_columns, '.');
  std::string texts;
  for (const auto& tick : picture.ticks) {
    const auto column = column_of(picture, tick.at);
    marks[column] = '|';
    if (!texts.empty() && texts.size() + 1 > column) continue;
    texts.resize(column, ' ');
    texts += tick.text;
  }
  out << std::string(margin, ' ') << marks << '\n' << std::string(margin, ' ') << texts << '\n';
}

void print_bars(std::ostream& out, const Picture& picture) {
  std::vector<std::string> labels;
  std::size_t widest = 0;
  for (const auto& row : picture.rows) {
    labels.push_back(terminal_text(row.label));
    widest = std::max(widest, labels.back().size());
  }
  const auto margin = widest + 2;
  print_axis(out, picture, margin);
  for (std::size_t index = 0; index < picture.rows.size(); ++index) {
    const auto& row = picture.rows[index];
    auto label = labels[index];
    label.resize(margin, ' ');
    auto line = line_of(picture, row);
    line.resize(line.find_last_not_of(' ') + 1);
    out << label << line << '\n';
    const auto marks = marks_of(picture, row);
    if (!marks.empty()) out << std::string(margin, ' ') << marks << '\n';
  }
}

void print_legend(std::ostream& out, const Picture& picture) {
  const bool has_wins =
      std::ranges::any_of(picture.rows, [](const PictureRow& row) { return !row.wins.empty(); });
  std::string text;
  for (const auto one : classes_in(picture)) {
    text +=
        std::string(text.empty() ? "" : ", ") + letter_of(one) + " " + std::string(name_of(one));
  }
  out << '\n' << text << (has_wins ? ", ^ decides what watchers see" : "") << ". Times are UTC.\n";
}

void print_stretches(std::ostream& out, const PictureRow& row) {
  out << '\n'
      << terminal_text(row.label) << " (" << terminal_text(row.detail + row.endpoint) << ")\n";
  std::vector<std::vector<std::string>> table;
  for (const auto& bar : row.bars) {
    std::vector<std::string> cells = {"  " + span_text(bar), terminal_text(bar.state)};
    if (row.is_aggregate) {
      cells.push_back("shown as " + terminal_text(bar.display));
      cells.push_back("by " + terminal_text(bar.winner) + " [" + std::string(bar.rule) + "]");
    }
    if (!bar.goes_on) cells.push_back("until " + terminal_text(bar.reason));
    table.push_back(std::move(cells));
  }
  print_table(out, table);
}

}  // namespace

void print_timeline_text(std::ostream& out, const Picture& picture) {
  if (!picture.owner.empty()) out << terminal_text(picture.owner) << ", ";
  out << minute_text(picture.from) << " to " << minute_text(picture.to) << " UTC\n\n";
  print_bars(out, picture);
  print_legend(out, picture);
  for (const auto& row : picture.rows) print_stretches(out, row);
}

}  // namespace presentity::cli
