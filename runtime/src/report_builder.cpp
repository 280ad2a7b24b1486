// SPDX-License-Identifier: MIT
#include "report_builder.hpp"

#include "positions.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace presentity::detail {
namespace {

Verdict verdict_of(const std::vector<Finding>& findings) {
  const auto is_malformed = [](const Finding& f) { return f.rule == "malformed-xml"; };
  if (std::ranges::any_of(findings, is_malformed)) return Verdict::malformed;
  return has_errors(findings) ? Verdict::invalid : Verdict::valid;
}

/// The category of the innermost value that an element is part of.
std::string category_at(const Outline& outline, NodeId id,
                        const std::vector<FoundInstance>& instances) {
  for (; id != no_node; id = outline.node(id).parent) {
    const auto found = std::ranges::find(instances, id, &FoundInstance::value);
    if (found != instances.end()) return found->instance.category;
  }
  return {};
}

void add_instances(const Outline& outline, std::vector<FoundInstance> found, Report& report) {
  PositionCounter positions(outline.source());
  PathWriter paths(outline);
  for (auto& [instance, entry, value] : found) {
    instance.position = positions.at(outline.node(entry).offset);
    instance.path = paths.path(entry);
    report.instances.push_back(std::move(instance));
  }
}

void add_diagnostics(const Outline& outline, std::vector<Finding> findings,
                     const std::vector<FoundInstance>& instances, std::size_t most,
                     Report& report) {
  std::ranges::stable_sort(findings, {}, &Finding::offset);
  PositionCounter positions(outline.source());
  PathWriter paths(outline);
  const auto shown = std::min(findings.size(), most);
  for (std::size_t i = 0; i < shown; ++i) {
    auto& finding = findings[i];
    auto path = paths.path(finding.element);
    if (!finding.attribute.empty()) path += "/@" + std::string(finding.attribute);
    report.diagnostics.push_back({finding.severity, finding.rule, positions.at(finding.offset),
                                  std::move(path), category_at(outline, finding.element, instances),
                                  std::move(finding.message), std::move(finding.help)});
  }
  if (shown == findings.size()) return;
  const auto hidden =
      std::vector<Finding>(findings.begin() + static_cast<std::ptrdiff_t>(shown), findings.end());
  report.diagnostics.push_back({has_errors(hidden) ? Severity::error : Severity::warning,
                                "limit-exceeded",
                                positions.at(hidden.front().offset),
                                {},
                                {},
                                std::to_string(hidden.size()) + " more findings are not shown",
                                {}});
}

}  // namespace

Result<Utf8Text, ScanError> decode_within(std::string_view document, const ReadLimits& limits) {
  if (document.size() > limits.document_bytes) {
    return Unexpected{
        ScanError{"limit-exceeded",
                  0,
                  "document of more than " + std::to_string(limits.document_bytes) + " bytes",
                  {}}};
  }
  return decode(document);
}

Diagnostic to_diagnostic(std::string_view text, const ScanError& error) {
  return {Severity::error,
          error.rule,
          error.position ? *error.position : position_at(text, error.offset),
          {},
          {},
          error.message,
          error.help};
}

Report malformed(std::string_view text, const ScanError& error) {
  Report report;
  report.verdict = Verdict::malformed;
  report.diagnostics.push_back(to_diagnostic(text, error));
  return report;
}

std::vector<Diagnostic> errors_of(Report report) {
  std::erase_if(report.diagnostics,
                [](const Diagnostic& one) { return one.severity != Severity::error; });
  return std::move(report.diagnostics);
}

bool has_errors(const std::vector<Finding>& findings) {
  return std::ranges::any_of(findings,
                             [](const Finding& f) { return f.severity == Severity::error; });
}

void add_findings(const Outline& outline, std::vector<ReferenceFinding> found,
                  std::vector<Finding>& findings) {
  for (auto& finding : found) {
    findings.push_back({Severity::error,
                        finding.is_fatal ? "malformed-xml" : "schema-violation",
                        finding.element,
                        {},
                        outline.node(finding.element).offset,
                        std::move(finding.message),
                        {}});
  }
}

Report make_report(const Outline& outline, std::vector<Finding> findings,
                   std::vector<FoundInstance> instances, const ReadLimits& limits) {
  Report report;
  report.root = outline.root().local;
  report.verdict = verdict_of(findings);
  add_diagnostics(outline, std::move(findings), instances, limits.diagnostics, report);
  add_instances(outline, std::move(instances), report);
  return report;
}

}  // namespace presentity::detail
