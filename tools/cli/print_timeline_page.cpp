// SPDX-License-Identifier: MIT
#include "cli/html_text.hpp"
#include "cli/print_timeline.hpp"
#include "cli/timeline_style.hpp"

#include <presentity/binary.hpp>
#include <presentity/presence/aggregation_rules.hpp>

#include <ostream>
#include <string>
#include <string_view>

namespace presentity::cli {
namespace {

using namespace presence;

/// Text of a document: whatever its direction, what stands around it stays where it is.
std::string isolated(std::string_view text) { return "<bdi>" + html_text(text) + "</bdi>"; }

void print_head(std::ostream& out, const Picture& picture) {
  const auto owner = picture.owner.empty() ? std::string("a user") : picture.owner;
  out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
         "style-src 'sha256-"
      << to_string(Base64Binary{parse_hex_binary(timeline_style_sha256)->bytes})
      << "'; base-uri 'none'; form-action 'none'\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
      << html_text(owner) << ": timeline</title>\n<style>" << timeline_style
      << "</style>\n</head>\n<body>\n<h1>Timeline of " << isolated(owner) << "</h1>\n<p "
      << "class=\"quiet\">" << minute_text(picture.from) << " to " << minute_text(picture.to)
      << " UTC</p>\n";
}

void print_state(std::ostream& out, const Bar& bar) {
  out << "<td>" << span_text(bar) << "</td><td><span class=\"swatch c"
      << static_cast<int>(bar.availability) << "\">" << letter_of(bar.availability) << "</span>"
      << isolated(bar.state) << "</td>";
}

void print_end(std::ostream& out, const Bar& bar) {
  out << "<td>" << isolated(bar.reason) << "</td>";
}

void print_winner(std::ostream& out, const Bar& bar) {
  out << "<td>" << isolated(bar.display) << "</td><td><details><summary>" << isolated(bar.winner)
      << "</summary>";
  if (const auto rule = find_aggregation_rule(bar.rule)) {
    const auto& entry = entry_of(*rule);
    out << "<p>" << html_text(entry.sentence) << "</p><p class=\"quiet\">" << html_text(entry.id)
        << ", " << to_string(entry.mark) << ": " << html_text(entry.source) << "</p>";
  }
  out << "</details></td>";
}

void print_stretches(std::ostream& out, const PictureRow& row) {
  out << "<h2>" << isolated(row.label) << "</h2>\n<p class=\"quiet\">"
      << isolated(row.detail + row.endpoint)
      << "</p>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""
      << html_text(row.label) << "\">\n<table>\n<thead>\n<tr><th scope=\"col\">When</th>"
      << "<th scope=\"col\">State</th>"
      << (row.is_aggregate ? "<th scope=\"col\">Shown as</th><th scope=\"col\">Decided by</th>"
                           : "")
      << "<th scope=\"col\">Why it ended</th></tr>\n</thead>\n<tbody>\n";
  for (const auto& bar : row.bars) {
    out << "<tr>";
    print_state(out, bar);
    if (row.is_aggregate) print_winner(out, bar);
    print_end(out, bar);
    out << "</tr>\n";
  }
  out << "</tbody>\n</table>\n</div>\n";
}

}  // namespace

void print_timeline_page(std::ostream& out, const Picture& picture) {
  print_head(out, picture);
  out << "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Timeline\">\n";
  print_timeline_svg(out, picture, false);
  out << "</div>\n";
  // What people ask for comes first.
  for (const bool is_aggregate : {true, false}) {
    for (const auto& row : picture.rows) {
      if (row.is_aggregate == is_aggregate) print_stretches(out, row);
    }
  }
  out << "</body>\n</html>\n";
}

}  // namespace presentity::cli
