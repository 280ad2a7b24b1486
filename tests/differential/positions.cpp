// SPDX-License-Identifier: MIT
#include "positions.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace presentity::differential {
namespace {

using detail::NodeId;

struct Systematic {
  std::string_view rule;
  Nearness nearness;
  std::string_view reason;
};

constexpr std::array systematic{
    Systematic{"missing-element", Nearness::end_of_element,
               "Xerces holds content against the model at the end tag; we name the start tag"},
    Systematic{"missing-element", Nearness::end_of_parent,
               "Xerces holds content against the model at the end tag; we name the child before "
               "which one is missing"},
    Systematic{"unexpected-element", Nearness::end_of_parent,
               "Xerces holds content against the model at the end tag; we name the child"},
    Systematic{"unexpected-element", Nearness::inside,
               "Xerces looks into the child before it holds the parent against the model"},
    Systematic{"unexpected-element", Nearness::end_of_element, "as before"},
    Systematic{"unknown-type", Nearness::inside,
               "Xerces passes over the type that is not derived, see union-as-type"},
    Systematic{"unknown-root", Nearness::inside, "Xerces holds a root against its xsi:type"},
};

/// Where each token begins, and the end of the text.
std::vector<std::size_t> token_starts(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> wholes{
      {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}}};
  std::vector<std::size_t> starts;
  std::size_t at = 0;
  while (at < text.size()) {
    starts.push_back(at);
    if (text[at] != '<') {
      at = std::min(text.find('<', at), text.size());
      continue;
    }
    const auto rest = text.substr(at);
    const auto* const whole = std::ranges::find_if(
        wholes, [&](const auto& form) { return rest.starts_with(form.first); });
    if (whole != wholes.end()) {
      at = text.find(whole->second, at + whole->first.size()) + whole->second.size();
      continue;
    }
    char quote = 0;
    for (; quote != 0 || text[at] != '>'; ++at) {
      const char c = text[at];
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
    }
    ++at;
  }
  starts.push_back(text.size());
  return starts;
}

/// Number of the token that holds the byte at `offset`.
std::ptrdiff_t token_at(const std::vector<std::size_t>& starts, std::size_t offset) {
  return std::ranges::upper_bound(starts, offset) - starts.begin() - 1;
}

}  // namespace

std::string_view to_string(Nearness nearness) noexcept {
  switch (nearness) {
    case Nearness::near:
      return "within one token";
    case Nearness::end_of_element:
      return "end tag of the element";
    case Nearness::end_of_parent:
      return "end tag of the parent";
    case Nearness::inside:
      return "inside the element";
    case Nearness::elsewhere:
      return "elsewhere";
  }
  return {};
}

std::size_t offset_of(std::string_view utf8, std::size_t line, std::size_t column) {
  std::size_t at = 0;
  for (std::size_t current = 1; current < line && at < utf8.size(); ++current) {
    at = std::min(utf8.find_first_of("\r\n", at), utf8.size());
    at += utf8.substr(at).starts_with("\r\n") ? 2 : 1;
  }
  for (std::size_t units = 1; units < column && at < utf8.size(); ++units) {
    units += static_cast<unsigned char>(utf8[at]) >= 0xF0 ? 1 : 0;
    do ++at;
    while (at < utf8.size() && (static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80);
  }
  return std::min(at, utf8.size());
}

NodeId element_at(const Document& document, std::size_t offset) {
  NodeId found = 0;
  for (const auto id : document.elements()) {
    const auto span = document.whole(id);
    if (span.begin <= offset && offset < span.end) found = id;
  }
  return found;
}

Nearness compare_positions(const Document& document, std::size_t offset, const PeerError& xerces) {
  const auto starts = token_starts(*document.text);
  const auto theirs = offset_of(*document.text, xerces.line, xerces.column);
  const auto token = token_at(starts, theirs == 0 ? 0 : theirs - 1);
  if (std::abs(token - token_at(starts, offset)) <= 1) return Nearness::near;

  const auto element = element_at(document, offset);
  const auto is_end_of = [&](NodeId id) {
    return token == token_at(starts, document.outline.node(id).end - 1);
  };
  if (is_end_of(element)) return Nearness::end_of_element;
  const auto parent = document.outline.node(element).parent;
  if (parent != detail::no_node && is_end_of(parent)) return Nearness::end_of_parent;
  const auto span = document.whole(element);
  return span.begin < theirs && theirs <= span.end ? Nearness::inside : Nearness::elsewhere;
}

std::string_view systematic_difference(std::string_view rule, Nearness nearness) {
  const auto* const found = std::ranges::find_if(systematic, [&](const Systematic& row) {
    return row.rule == rule && row.nearness == nearness;
  });
  return found == systematic.end() ? std::string_view() : found->reason;
}

}  // namespace presentity::differential
