// SPDX-License-Identifier: MIT
#include "cli/html_text.hpp"
#include "cli/print_timeline.hpp"
#include "cli/timeline_style.hpp"

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

namespace presentity::cli {
namespace {

using namespace presence;

// Lengths in the units of the picture, which is as wide as a page.
constexpr int width = 1160;
constexpr int margin = 12;
constexpr int plot_left = 268;
constexpr int plot_width = width - plot_left - 20;
constexpr int axis_height = 40;
constexpr int row_height = 42;
constexpr int aggregate_height = 54;
constexpr int legend_height = 34;
constexpr double letter_width = 7.2;  // A little more than that of most.

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (c & '\xC0') != '\x80'; }));
}

// The first `most` characters.
std::string shortened(std::string_view text, std::size_t most) {
  if (letters_in(text) <= most) return std::string(text);
  std::size_t count = 0;
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    if ((text[end] & '\xC0') != '\x80' && ++count == most) break;
  }
  return std::string(text.substr(0, end)) + "\xE2\x80\xA6";
}

int height_of(const PictureRow& row) { return row.is_aggregate ? aggregate_height : row_height; }

// With one digit behind the point, whatever the locale.
std::string length_text(double length) {
  const auto tenths = static_cast<long>(length * 10 + 0.5);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string class_of(AvailabilityClass availability) {
  return std::to_string(static_cast<int>(availability));
}

/// Draws a picture from its top down.
class Drawing {
 public:
  Drawing(std::ostream& out, const Picture& picture) : out_(out), picture_(picture) {
    for (const auto& row : picture.rows) height_ += height_of(row);
  }

  void draw(bool has_style) {
    out_ << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " << width << ' ' << height_
         << "\" width=\"" << width << "\" height=\"" << height_
         << "\" role=\"img\" aria-labelledby=\"timeline-title timeline-text\">\n"
            "<title id=\"timeline-title\">Timeline of "
         << html_text(picture_.owner.empty() ? "a user" : picture_.owner)
         << "</title>\n<desc id=\"timeline-text\">From " << minute_text(picture_.from) << " to "
         << minute_text(picture_.to) << " UTC. Each row shows stretches of availability; a line "
         << "below a bar shows when it decided what watchers saw.</desc>\n";
    if (has_style) out_ << "<style>" << timeline_style << "</style>\n";
    out_ << "<rect class=\"ground\" width=\"" << width << "\" height=\"" << height_ << "\"/>\n";
    draw_bands();
    draw_axis();
    int top = axis_height;
    for (const auto& row : picture_.rows) {
      draw_row(row, top);
      top += height_of(row);
    }
    draw_legend(top);
    out_ << "</svg>\n";
  }

 private:
  [[nodiscard]] double x_of(TimePoint time) const {
    return plot_left + picture_.place(time, plot_width);
  }

  // Behind the rows of watchers.
  void draw_bands() {
    int top = axis_height;
    for (const auto& row : picture_.rows) {
      if (row.is_aggregate) {
        out_ << "<rect class=\"band\" x=\"0\" y=\"" << top << "\" width=\"" << width
             << "\" height=\"" << height_of(row) << "\"/>\n";
      }
      top += height_of(row);
    }
  }

  void draw_axis() {
    double free = 0;  // Where the next text may begin.
    for (const auto& tick : picture_.ticks) {
      const auto x = x_of(tick.at);
      out_ << "<line class=\"grid\" x1=\"" << length_text(x) << "\" x2=\"" << length_text(x)
           << "\" y1=\"" << axis_height - 8 << "\" y2=\"" << height_ - legend_height << "\"/>\n";
      const auto length = letter_width * static_cast<double>(tick.text.size());
      if (x < free || x + length > width) continue;
      out_ << "<text x=\"" << length_text(x) << "\" y=\"" << axis_height - 14 << "\">" << tick.text
           << "</text>\n";
      free = x + length;
    }
    out_ << "<text class=\"quiet\" x=\"" << margin << "\" y=\"" << axis_height - 14
         << "\">times are UTC</text>\n";
  }

  void draw_row(const PictureRow& row, int top) {
    constexpr std::size_t label_letters = 36;
    constexpr std::size_t detail_letters = 48;
    out_ << "<g><title>" << html_text(row.label + " (" + row.detail + row.endpoint + ")")
         << "</title>"
         << "<text class=\"name\" x=\"" << margin << "\" y=\"" << top + 17 << "\">"
         << html_text(shortened(row.label, label_letters)) << "</text>"
         << "<text class=\"quiet\" x=\"" << margin << "\" y=\"" << top + 31 << "\">"
         << html_text(shortened(row.detail, detail_letters)) << "</text></g>\n";
    for (const auto& bar : row.bars) draw_bar(row, bar, top + 5);
    for (const auto& [begin, end] : row.wins) draw_win(begin, end, top + 31);
  }

  void draw_bar(const PictureRow& row, const Bar& bar, int top) {
    constexpr double least = 2;
    const auto begin = x_of(std::max(bar.begin, picture_.from));
    const auto length = std::max(x_of(bar.end) - begin, least);
    const int height = row.is_aggregate ? aggregate_height - 12 : 24;
    out_ << "<g><title>" << html_text(tooltip(row, bar)) << "</title><rect class=\"bar c"
         << class_of(bar.availability) << "\" x=\"" << length_text(begin) << "\" y=\"" << top
         << "\" width=\"" << length_text(length) << "\" height=\"" << height << "\"/>";
    write_in(bar, bar.display, begin, length, top + 16, true);
    if (bar.goes_on) draw_arrow(bar, top, height);
    if (bar.ends_alone) write_end(bar, begin + length, length, top + 16);
    if (row.is_aggregate) write_in(bar, "by " + bar.winner, begin, length, top + 33, false);
    out_ << "</g>\n";
  }

  // What does not fit is left out, or becomes a letter.
  void write_in(const Bar& bar, const std::string& text, double begin, double length, int y,
                bool has_letter) {
    constexpr double padding = 5;
    const auto room = length - 2 * padding;
    std::string written;
    if (letter_width * static_cast<double>(letters_in(text)) <= room) {
      written = text;
    } else if (has_letter && length >= letter_width + 2) {
      written = letter_of(bar.availability);
    } else {
      return;
    }
    const auto x = begin + (written.size() == 1 ? (length - letter_width) / 2 : padding);
    out_ << "<text class=\"in t" << class_of(bar.availability) << "\" x=\"" << length_text(x)
         << "\" y=\"" << y << "\">" << html_text(written) << "</text>";
  }

  // Beyond the edge: it goes on.
  void draw_arrow(const Bar& bar, int top, int height) {
    const auto x = x_of(bar.end);
    out_ << "<polygon class=\"bar c" << class_of(bar.availability) << "\" points=\""
         << length_text(x) << ',' << top << ' ' << length_text(x + 9) << ','
         << length_text(top + height / 2.0) << ' ' << length_text(x) << ',' << top + height
         << "\"/>";
  }

  // Why a bar ends though no other follows, if there is room beside its text.
  void write_end(const Bar& bar, double end, double length, int y) {
    const auto letters = letters_in(bar.display) + bar.ended_by.size() + 3;
    if (letter_width * static_cast<double>(letters) > length) return;
    out_ << "<text class=\"in end t" << class_of(bar.availability) << "\" x=\""
         << length_text(end - 5) << "\" y=\"" << y << "\">" << bar.ended_by << "</text>";
  }

  static std::string tooltip(const PictureRow& row, const Bar& bar) {
    auto text = span_text(bar) + "\n" + bar.state;
    if (row.is_aggregate) {
      text +=
          ", shown as " + bar.display + "\nby " + bar.winner + " [" + std::string(bar.rule) + "]";
    }
    if (!bar.goes_on) text += "\nuntil " + bar.reason;
    return text;
  }

  void draw_win(TimePoint begin, TimePoint end, int top) {
    if (end <= picture_.from) return;
    const auto x = x_of(std::max(begin, picture_.from));
    out_ << "<rect class=\"wins\" x=\"" << length_text(x) << "\" y=\"" << top << "\" width=\""
         << length_text(std::max(x_of(end) - x, 2.0)) << "\" height=\"4\"/>\n";
  }

  void draw_legend(int top) {
    double x = margin;
    const int y = top + 21;
    for (const auto one : classes_in(picture_)) {
      const std::string_view name = name_of(one);
      out_ << "<rect class=\"bar c" << class_of(one) << "\" x=\"" << length_text(x) << "\" y=\""
           << y - 12 << "\" width=\"16\" height=\"16\"/><text class=\"in t" << class_of(one)
           << "\" x=\"" << length_text(x + 4) << "\" y=\"" << y << "\">" << letter_of(one)
           << "</text><text x=\"" << length_text(x + 22) << "\" y=\"" << y << "\">" << name
           << "</text>\n";
      x += 22 + letter_width * static_cast<double>(name.size()) + 14;
    }
    out_ << "<rect class=\"wins\" x=\"" << length_text(x) << "\" y=\"" << y - 6
         << "\" width=\"24\" height=\"4\"/><text x=\"" << length_text(x + 30) << "\" y=\"" << y
         << "\">decides what watchers see</text>\n";
  }

  std::ostream& out_;
  const Picture& picture_;
  int height_ = axis_height + legend_height;
};

}  // namespace

void print_timeline_svg(std::ostream& out, const Picture& picture, bool has_style) {
  Drawing(out, picture).draw(has_style);
}

}  // namespace presentity::cli
