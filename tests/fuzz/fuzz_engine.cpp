// SPDX-License-Identifier: MIT
// The engine takes a document if, and only if, the outline and the assessor find nothing. See
// docs/adr/0008. That it may give up over rare features of schemas, which the built-in ones do not
// have, and over thousands of unknown names, which an input is too short for, does not show here.
#include "assessment.hpp"
#include "encoding.hpp"
#include "finding.hpp"
#include "instances.hpp"
#include "program/acceptor.hpp"
#include "schema_set.hpp"

#include <presentity/validator.hpp>

#include <algorithm>
#include <cstdint>

using namespace presentity;
using namespace presentity::detail;
using presentity::fuzz::report;
using presentity::fuzz::require;

namespace {

const SchemaModel& model() { return SchemaAccess::set(Schemas::built_in())->model; }

/// What the outline or the assessor says first; empty if they have nothing to say.
std::string first_finding(std::string_view utf8) {
  const auto outline = Outline::read(utf8, {});
  if (!outline) return outline.error().message;
  const auto& root = outline->root();
  if (model().registry.find_root(root.namespace_uri, root.local) == nullptr) return "unknown root";
  const auto declaration = model().find_element(root.namespace_uri, root.local);
  auto assessment = assess(model(), *outline, declaration, {});
  (void)find_instances(model(), *outline, assessment, {});
  return assessment.findings.empty() ? "" : assessment.findings.front().message;
}

/// Whether there is a diagnostic in the report, which must agree with its verdict.
bool has_diagnostic(const Report& result) {
  const auto is_error = [](const Diagnostic& one) { return one.severity == Severity::error; };
  const bool has_error = std::ranges::any_of(result.diagnostics, is_error);
  require(has_error == (result.verdict != Verdict::valid), "verdict and diagnostics differ");
  return !result.diagnostics.empty();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Validator validator;
  static AcceptorScratch scratch;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto text = decode(bytes);
  if (!text) return 0;
  const bool is_taken = accept(model().program, {}, text->view(), scratch).has_value();
  // The validator takes the long way with what the engine does not take.
  if (is_taken) {
    const auto finding = first_finding(text->view());
    if (!finding.empty()) report("the engine takes a document with a finding", finding);
  }
  const bool has_remark = has_diagnostic(validator.validate(bytes));
  require(has_remark != is_taken, is_taken ? "a document that is taken has a diagnostic"
                                           : "a document without a finding is not taken");
  return 0;
}
