// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <stdexcept>

namespace presentity::grammar::test {

std::string user_state(int availability, std::string_view manual, std::string_view rest) {
  return "<state xmlns=\"http://schemas.microsoft.com/2006/09/sip/state\" "
         "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"userState\" "
         "manual=\"" +
         std::string(manual) + "\"><availability>" + std::to_string(availability) +
         "</availability>" + std::string(rest) + "</state>";
}

std::string stylesheet(std::string_view content) {
  return "<xsl:stylesheet xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\" "
         "xmlns:n=\"http://schemas.microsoft.com/2006/09/sip/note\" "
         "xmlns:st=\"http://schemas.microsoft.com/2006/09/sip/state\" "
         "xmlns:exsl=\"http://exslt.org/common\" xmlns:str=\"http://exslt.org/strings\" "
         "exclude-result-prefixes=\"n st exsl str\">" +
         std::string(content) + "</xsl:stylesheet>";
}

std::string root_template(std::string_view content) {
  return stylesheet("<xsl:template match=\"/\">" + std::string(content) + "</xsl:template>");
}

std::string manifest(const std::vector<std::string>& rules) {
  std::string text =
      "<categoryPublicationManifest "
      "xmlns=\"http://schemas.microsoft.com/2008/09/sip/categoryPublicationManifest\">"
      "<publicationList>\n";
  for (const auto& one : rules) text += one + "\n";
  return text + "</publicationList></categoryPublicationManifest>";
}

std::string rule(std::string_view attributes, std::string_view content) {
  return "<publicationRule " + std::string(attributes) + ">" + std::string(content) +
         "</publicationRule>";
}

PublicationGrammar grammar_of(const std::vector<std::string>& rules) {
  const auto report = load_grammar(manifest(rules));
  if (!report.grammar) throw std::runtime_error("no grammar: " + ids(report.diagnostics));
  return *report.grammar;
}

std::string ids(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const auto& one : diagnostics) text += (text.empty() ? "" : " ") + std::string(one.rule);
  return text;
}

std::string outcome(std::string_view sheet, std::string_view value) {
  const auto compiled = compile_stylesheet(sheet);
  if (!compiled) return std::string(compiled.error().front().rule);
  const auto result = apply_stylesheet(*compiled, value);
  return result ? std::string() : std::string(result.error().rule);
}

}  // namespace presentity::grammar::test
