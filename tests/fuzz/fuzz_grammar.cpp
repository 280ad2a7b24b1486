// SPDX-License-Identifier: MIT
// Grammars: any text as a stylesheet, or as a manifest, gives a result or diagnostics, and what is
// published is valid. Up to the first zero byte the input is a value, behind it the rest.
#include "finding.hpp"

#include <presentity/grammar/publication_grammar.hpp>
#include <presentity/validator.hpp>

#include <algorithm>
#include <cstdint>
#include <string>

using namespace presentity;
using namespace presentity::grammar;
using presentity::fuzz::require;

namespace {

constexpr std::string_view some_note =
    R"(<note xmlns="http://schemas.microsoft.com/2006/09/sip/note"><body type="personal" uri=""/></note>)";

StylesheetLimits small_limits() {
  StylesheetLimits limits;
  limits.instructions = 2000;
  limits.expression_steps = 5000;
  limits.memory_bytes = 4U << 20U;
  limits.output_bytes = 256U << 10U;
  return limits;
}

void run_stylesheet(std::string_view sheet, std::string_view value) {
  const auto compiled = compile_stylesheet(sheet, small_limits());
  if (!compiled) {
    require(!compiled.error().empty(), "refused without a reason", sheet);
    return;
  }
  const auto result = apply_stylesheet(*compiled, value);
  if (!result) return;
  require(result->size() <= small_limits().output_bytes, "the result is too large", sheet);
}

void run_grammar(std::string_view manifest, std::string_view value) {
  GrammarOptions options;
  options.stylesheet_limits = small_limits();
  const auto report = load_grammar(manifest, options);
  require(report.grammar || !report.diagnostics.empty(), "refused without a reason", manifest);
  if (!report.grammar) return;
  const auto found = options.validator.validate(value);
  if (found.instances.size() != 1) return;
  const auto made =
      report.grammar->publish({found.instances.front().category, 0, std::string(value), {}});
  if (!made) {
    require(!made.error().diagnostics.empty(), "not published without a reason", manifest);
    return;
  }
  for (const auto& one : made->publications) {
    const bool is_valid = options.validator.verdict(one.any->xml) == Verdict::valid;
    require(is_valid, "what is published is not valid", one.any->xml);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto zero = std::min(input.find('\0'), size);
  const auto rest = input.substr(std::min(zero + 1, size));
  const auto value = rest.empty() ? some_note : input.substr(0, zero);
  const auto text = rest.empty() ? input : rest;
  if (text.find("publicationRule") != text.npos) {
    run_grammar(text, value);
  } else {
    run_stylesheet(text, value);
  }
  return 0;
}
