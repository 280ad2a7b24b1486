// SPDX-License-Identifier: MIT
#include "assessment.hpp"
#include "encoding.hpp"
#include "equivalence.hpp"
#include "instances.hpp"
#include "names.hpp"
#include "program/acceptor.hpp"
#include "schema_set.hpp"
#include "xerces_check.hpp"

#include <presentity/validator.hpp>

#include <algorithm>
#include <utility>

namespace presentity {

using detail::Finding;
using detail::no_node;
using detail::NodeId;
using detail::none;
using detail::Outline;
using detail::ScanError;

std::string_view to_string(Verdict verdict) noexcept {
  switch (verdict) {
    case Verdict::valid:
      return "valid";
    case Verdict::invalid:
      return "invalid";
    case Verdict::malformed:
      return "malformed";
  }
  return {};
}

struct Validator::State {
  std::shared_ptr<const detail::SchemaSet> schemas;
  ReadLimits limits;

  State(std::shared_ptr<const detail::SchemaSet> set, const ReadLimits& read_limits)
      : schemas(std::move(set)), limits(read_limits) {}
};

namespace {

/// Counts lines once for offsets that come in ascending order.
class PositionCounter {
 public:
  explicit PositionCounter(std::string_view text) : text_(text) {}

  Position at(std::size_t offset) {
    if (offset < last_.offset) last_ = {};
    const auto step = position_at(text_.substr(last_.offset), offset - last_.offset);
    last_.column = step.line == 1 ? last_.column + step.column - 1 : step.column;
    last_.line += step.line - 1;
    last_.offset += step.offset;
    return last_;
  }

 private:
  std::string_view text_;
  Position last_;
};

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

Result<detail::Utf8Text, ScanError> decode(std::string_view document, const ReadLimits& limits) {
  if (document.size() > limits.document_bytes) {
    return Unexpected{
        ScanError{"limit-exceeded",
                  0,
                  "document of more than " + std::to_string(limits.document_bytes) + " bytes",
                  {}}};
  }
  return detail::decode(document);
}

/// Says that the document element is none we know, and which is near.
Finding unknown_root(const Outline& outline, const CategoryRegistry& registry) {
  const auto& root = outline.root();
  std::vector<std::string> names;
  std::string help;
  for (const auto& known : registry.roots) {
    names.push_back(known.name.local);
    if (known.name.local == root.local) {
      help = "element '" + known.name.local + "' is known in namespace '" +
             known.name.namespace_uri + "'";
    }
  }
  if (help.empty()) {
    help = detail::did_you_mean(root.local, names,
                                "'presentity schema list' names the roots; --schema adds others");
  }
  const auto space = root.namespace_uri.empty()
                         ? std::string("without a namespace")
                         : "of namespace " + detail::quoted(root.namespace_uri);
  return {Severity::error,
          "unknown-root",
          0,
          {},
          root.offset,
          "element " + detail::quoted(root.qname) + " " + space + " is no root that is known",
          std::move(help)};
}

bool has_errors(const std::vector<Finding>& findings) {
  return std::ranges::any_of(findings,
                             [](const Finding& f) { return f.severity == Severity::error; });
}

/// Adds what Xerces finds and we did not: identity constraints, for example. Elements
/// without a type, and what is inside of them, are left out: see `check_with_xerces`.
void add_second_opinion(const detail::SchemaSet& schemas, const Outline& outline,
                        detail::Assessment& assessment) {
  const auto counts = [&](NodeId id) { return is_assessed(outline, assessment, id); };
  for (auto& finding : check_with_xerces(schemas, outline, counts)) {
    assessment.findings.push_back({Severity::error,
                                   finding.is_fatal ? "malformed-xml" : "schema-violation",
                                   finding.element,
                                   {},
                                   outline.node(finding.element).offset,
                                   std::move(finding.message),
                                   {}});
  }
}

Verdict verdict_of(const std::vector<Finding>& findings) {
  const auto is_malformed = [](const Finding& f) { return f.rule == "malformed-xml"; };
  if (std::ranges::any_of(findings, is_malformed)) return Verdict::malformed;
  return has_errors(findings) ? Verdict::invalid : Verdict::valid;
}

/// The category of the innermost value that an element is part of.
std::string category_at(const Outline& outline, NodeId id,
                        const std::vector<detail::FoundInstance>& instances) {
  for (; id != no_node; id = outline.node(id).parent) {
    const auto found = std::ranges::find(instances, id, &detail::FoundInstance::value);
    if (found != instances.end()) return found->instance.category;
  }
  return {};
}

void add_instances(const Outline& outline, std::vector<detail::FoundInstance> found,
                   Report& report) {
  PositionCounter positions(outline.source());
  detail::PathWriter paths(outline);
  for (auto& [instance, entry, value] : found) {
    instance.position = positions.at(outline.node(entry).offset);
    instance.path = paths.path(entry);
    report.instances.push_back(std::move(instance));
  }
}

void add_diagnostics(const Outline& outline, std::vector<Finding> findings,
                     const std::vector<detail::FoundInstance>& instances, std::size_t most,
                     Report& report) {
  std::ranges::stable_sort(findings, {}, &Finding::offset);
  PositionCounter positions(outline.source());
  detail::PathWriter paths(outline);
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

/// The outline and assessment of a document, for comparison.
struct Assessed {
  Outline outline;
  detail::Assessment assessment;
};

Assessed assess(const detail::SchemaModel& model, Outline outline, const ReadLimits& limits) {
  const auto& root = outline.root();
  const auto declaration = model.find_element(root.namespace_uri, root.local);
  detail::Assessment assessment;
  if (declaration == none) {
    assessment.elements.resize(outline.size());
  } else {
    assessment = detail::assess(model, outline, declaration, limits);
  }
  return {std::move(outline), std::move(assessment)};
}

/// The report on a document that was accepted, if it is a category value; envelopes must be opened.
std::optional<Report> value_report(const detail::SchemaSet& schemas, std::string_view text,
                                   const detail::AcceptedDocument& document) {
  const auto& name = schemas.program().names[document.root];
  const auto uri = schemas.program().namespaces[name.namespace_id];
  const auto* root = schemas.model().registry.find_root(uri, name.local);
  if (root == nullptr || root->kind != RootKind::category) return std::nullopt;
  Report report;
  report.root = name.local;
  report.instances.push_back(
      detail::bare_instance(schemas.model(), name.local, uri, document.type, document.xml));
  auto& instance = report.instances.back();
  instance.path = "/" + report.root;
  instance.position =
      position_at(text, static_cast<std::size_t>(document.xml.data() - text.data()));
  return report;
}

}  // namespace

Validator::Validator(std::shared_ptr<const State> state) noexcept : state_(std::move(state)) {}

Result<Validator, std::vector<Diagnostic>> Validator::create(const ValidatorOptions& options) {
  auto schemas = detail::SchemaSet::load(options.schemas);
  if (!schemas) return Unexpected{schemas.error()};
  return Validator(std::make_shared<const State>(*std::move(schemas), options.limits));
}

Report Validator::validate(std::string_view document) const {
  const auto& limits = state_->limits;
  const auto& model = state_->schemas->model();
  const auto text = decode(document, limits);
  if (!text) return malformed(document, text.error());
  thread_local detail::AcceptorScratch scratch;
  const auto accepted = 
      detail::accept(state_->schemas->program(), limits, text->view(), scratch);
  if (accepted) {
    if (auto report = value_report(*state_->schemas, text->view(), *accepted)) return *report;
  }
  auto read = Outline::read(text->view(), limits);
  if (!read) return malformed(text->view(), read.error());

  auto [outline, assessment] = assess(model, *std::move(read), limits);
  const auto& root = outline.root();
  const bool is_known = model.registry.find_root(root.namespace_uri, root.local) != nullptr;
  if (!is_known) assessment.findings = {unknown_root(outline, model.registry)};
  auto instances = detail::find_instances(model, outline, assessment, limits);
  if (!accepted && state_->schemas->has_user_schemas() && !has_errors(assessment.findings)) {
    add_second_opinion(*state_->schemas, outline, assessment);
  }

  Report report;
  report.root = root.local;
  report.verdict = verdict_of(assessment.findings);
  add_diagnostics(outline, std::move(assessment.findings), instances, limits.diagnostics, report);
  add_instances(outline, std::move(instances), report);
  return report;
}

std::vector<std::string> Validator::differences(std::string_view before,
                                                std::string_view after) const {
  const auto& limits = state_->limits;
  std::vector<detail::Utf8Text> texts;
  std::vector<Assessed> sides;
  for (const auto document : {before, after}) {
    const auto* const which = texts.empty() ? "/: before: " : "/: after: ";
    auto text = decode(document, limits);
    if (!text) return {which + text.error().message};
    texts.push_back(*std::move(text));
  }
  for (const auto& text : texts) {
    auto outline = Outline::read(text.view(), limits);
    if (!outline) return {(sides.empty() ? "/: before: " : "/: after: ") + outline.error().message};
    sides.push_back(assess(state_->schemas->model(), *std::move(outline), limits));
  }
  return detail::find_differences(state_->schemas->model(), {sides[0].outline, sides[0].assessment},
                                  {sides[1].outline, sides[1].assessment});
}

Result<std::string, Diagnostic> Validator::to_utf8(std::string_view document) const {
  const auto text = decode(document, state_->limits);
  if (!text) return Unexpected{to_diagnostic(document, text.error())};
  return detail::declared_as_utf8(text->view());
}

const CategoryRegistry& Validator::registry() const noexcept {
  return state_->schemas->model().registry;
}

const ReadLimits& Validator::limits() const noexcept { return state_->limits; }

}  // namespace presentity
