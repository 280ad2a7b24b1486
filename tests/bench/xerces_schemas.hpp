// SPDX-License-Identifier: MIT
#pragma once

#include <xercesc/framework/XMLGrammarPool.hpp>
#include <xercesc/sax/ErrorHandler.hpp>
#include <xercesc/util/XercesDefs.hpp>

#include <array>

namespace presentity::bench {

/// Returns the schemas of this project, compiled and locked. Starts Xerces, for the whole run.
[[nodiscard]] xercesc::XMLGrammarPool& grammar_pool();

/// An element of no namespace is found in the pool only if there is a location for it. Any will do;
/// nothing is opened.
inline constexpr std::array<XMLCh, 4> no_namespace_location{'d', 'o', 'c', 0};

/// Remembers whether there was an error.
class ErrorFlag : public xercesc::ErrorHandler {
 public:
  void warning(const xercesc::SAXParseException& /*e*/) override {}
  void error(const xercesc::SAXParseException& /*e*/) override { is_set = true; }
  void fatalError(const xercesc::SAXParseException& /*e*/) override { is_set = true; }
  void resetErrors() override {}

  bool is_set = false;
};

}  // namespace presentity::bench
