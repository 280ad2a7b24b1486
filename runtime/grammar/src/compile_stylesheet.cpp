// SPDX-License-Identifier: MIT
#include "compile_stylesheet.hpp"

#include "encoding.hpp"
#include "libxslt_types.hpp"
#include "names.hpp"
#include "report_builder.hpp"
#include "stylesheet_check.hpp"
#include "xslt_process.hpp"

#include <libxml/parser.h>
#include <libxslt/xsltInternals.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

namespace presentity::grammar {
namespace detail {
namespace {

using presentity::detail::Finding;
using presentity::detail::no_node;
using presentity::detail::NodeId;
using presentity::detail::Outline;
using presentity::detail::quoted;

constexpr std::string_view header = "compilation error";

/// What libxslt says from the first place on that it names, without what libxml2 says before.
std::string_view from_header(std::string_view text) {
  const auto begin = text.find(header);
  return begin == text.npos ? text : text.substr(begin);
}

/// The sentence after the place, which is ours to tell.
std::string sentence_of(std::string_view text) {
  text = from_header(text);
  if (text.starts_with(header)) {
    const auto end = text.find('\n');
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  text = text.substr(0, text.find('\n'));
  while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.remove_suffix(1);
  return text.empty() ? "libxslt cannot compile it" : std::string(text);
}

/// What libxslt says: `... file presentity.xsl line 12 element when`.
struct Place {
  std::size_t line = 0;  ///< 0: not known.
  std::string_view element;
};

Place place_in(std::string_view text) {
  constexpr std::string_view line_mark = " line ";
  constexpr std::string_view element_mark = " element ";
  Place place;
  text = from_header(text);
  text = text.substr(0, text.find('\n'));
  const auto line = text.find(line_mark);
  const auto element = text.find(element_mark);
  if (line == text.npos || element == text.npos) return place;
  const auto* const begin = text.data() + line + line_mark.size();
  std::from_chars(begin, text.data() + text.size(), place.line);
  place.element = text.substr(element + element_mark.size());
  return place;
}

/// The element that libxslt means: of that name, where its start tag ends in that line; else
/// `root`.
NodeId node_at(const Outline& outline, NodeId root, const Place& place) {
  const auto source = outline.source();
  const auto& sheet = outline.node(root);
  std::size_t line = 1;
  std::size_t counted_to = sheet.offset;
  for (NodeId id = root; id < outline.size() && outline.node(id).offset < sheet.end; ++id) {
    const auto& node = outline.node(id);
    if (node.is_text || node.local != place.element) continue;
    const auto first_content =
        node.first_child == no_node ? node.end : outline.node(node.first_child).offset;
    const auto tag = std::min(source.find('>', node.offset), first_content);
    line += static_cast<std::size_t>(
        std::count(source.begin() + static_cast<std::ptrdiff_t>(counted_to),
                   source.begin() + static_cast<std::ptrdiff_t>(node.offset), '\n'));
    counted_to = node.offset;
    const auto tag_lines = static_cast<std::size_t>(
        std::count(source.begin() + static_cast<std::ptrdiff_t>(node.offset),
                   source.begin() + static_cast<std::ptrdiff_t>(tag), '\n'));
    if (line <= place.line && place.line <= line + tag_lines) return id;
  }
  return root;
}

std::vector<Finding> broken(const Outline& outline, NodeId root, const ErrorCapture& errors) {
  const auto id = node_at(outline, root, place_in(errors.text()));
  return {{Severity::error,
           "stylesheet-broken",
           id,
           {},
           outline.node(id).offset,
           "the stylesheet does not compile: " + sentence_of(errors.text()),
           {}}};
}

}  // namespace

Result<Stylesheet, std::vector<Finding>> compile_element(const Outline& outline, NodeId root,
                                                         const StylesheetLimits& limits) {
  auto findings = check_stylesheet(outline, root, limits);
  if (!findings.empty()) return Unexpected{std::move(findings)};

  static_cast<void>(prepare_libxslt());
  const std::string text = outline.self_contained(root);
  const ErrorCapture errors;
  DocumentPtr document(xmlReadMemory(text.data(), static_cast<int>(text.size()), "presentity.xsl",
                                     "UTF-8", XML_PARSE_NONET | XML_PARSE_NOCDATA));
  if (!document) return Unexpected{broken(outline, root, errors)};
  SheetPtr sheet(xsltParseStylesheetDoc(document.get()));
  if (sheet) static_cast<void>(document.release());  // the sheet has taken it
  if (!sheet || sheet->errors != 0) return Unexpected{broken(outline, root, errors)};
  return Stylesheet(
      std::make_shared<const Stylesheet::State>(Stylesheet::State{std::move(sheet), limits}));
}

}  // namespace detail

namespace {

using presentity::detail::Outline;

std::vector<Diagnostic> one(Diagnostic diagnostic) {
  std::vector<Diagnostic> all;
  all.push_back(std::move(diagnostic));
  return all;
}

}  // namespace

Result<Stylesheet, std::vector<Diagnostic>> compile_stylesheet(std::string_view xml,
                                                               const StylesheetLimits& limits) {
  ReadLimits read_limits;
  const auto text = presentity::detail::decode_within(xml, read_limits);
  if (!text) return Unexpected{one(presentity::detail::to_diagnostic(xml, text.error()))};
  const auto outline = Outline::read(text->view(), read_limits);
  if (!outline) {
    return Unexpected{one(presentity::detail::to_diagnostic(text->view(), outline.error()))};
  }
  std::vector<presentity::detail::Finding> findings;
  if (detail::is_stylesheet(outline->root())) {
    auto sheet = detail::compile_element(*outline, 0, limits);
    if (sheet) return *std::move(sheet);
    findings = sheet.error();
  } else {
    findings.push_back(
        {Severity::error,
         "stylesheet-broken",
         0,
         {},
         outline->root().offset,
         "element " + presentity::detail::quoted(outline->root().qname) + " is no stylesheet",
         "expected xsl:stylesheet or xsl:transform, of namespace '" +
             std::string(detail::xslt_namespace) + "'"});
  }
  auto report = presentity::detail::make_report(*outline, std::move(findings), {}, read_limits);
  return Unexpected{std::move(report.diagnostics)};
}

const StylesheetLimits& limits(const Stylesheet& stylesheet) noexcept {
  return stylesheet.state().limits;
}

}  // namespace presentity::grammar
