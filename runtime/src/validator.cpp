// SPDX-License-Identifier: MIT
#include "assessment.hpp"
#include "equivalence.hpp"
#include "instances.hpp"
#include "names.hpp"
#include "program/acceptor.hpp"
#include "report_builder.hpp"
#include "schema_set.hpp"

#include <presentity/validator.hpp>

#include <algorithm>
#include <utility>

namespace presentity {

using detail::Finding;
using detail::NodeId;
using detail::none;
using detail::Outline;

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
  Schemas schemas;
  ReadLimits limits;

  [[nodiscard]] const detail::SchemaSet& set() const noexcept {
    return *detail::SchemaAccess::set(schemas);
  }
};

namespace {

/// Says that the document element is none we know, and which is near.
Finding unknown_root(const Outline& outline, const CategoryRegistry& registry) {
  const auto& root = outline.root();
  std::vector<std::string> names;
  std::string help;
  for (const auto& known : registry.roots) {
    names.emplace_back(known.name.local);
    if (known.name.local == root.local) {
      help = "element " + detail::quoted(known.name.local) + " is known in namespace '" +
             std::string(known.name.namespace_uri) + "'";
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

/// Adds what the reference engine finds and we did not: identity constraints, for example. Elements
/// without a type, and what is inside of them, are left out: see `ReferenceEngine`.
void add_second_opinion(const detail::SchemaSet& schemas, const Outline& outline,
                        detail::Assessment& assessment) {
  const auto counts = [&](NodeId id) { return is_assessed(outline, assessment, id); };
  add_findings(outline, schemas.reference->check(outline, counts), assessment.findings);
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
std::optional<Report> value_report(const detail::SchemaModel& model, std::string_view text,
                                   const detail::AcceptedDocument& document) {
  const auto& name = model.program.names[document.root];
  const auto uri = model.program.namespaces[name.namespace_id];
  const auto* root = model.registry.find_root(uri, name.local);
  if (root == nullptr || root->kind != RootKind::category) return std::nullopt;
  Report report;
  report.root = name.local;
  report.instances.push_back(
      detail::bare_instance(model, name.local, uri, document.type, document.xml));
  auto& instance = report.instances.back();
  instance.path = "/" + report.root;
  instance.position =
      position_at(text, static_cast<std::size_t>(document.xml.data() - text.data()));
  return report;
}

/// Whether `validate` would find the document valid. No: perhaps it would all the same.
bool is_quickly_valid(const detail::SchemaModel& model, const ReadLimits& limits,
                      std::string_view text) {
  // A longer document may have more to warn about than is looked at, which is an error.
  constexpr std::size_t small = 4 * detail::most_findings;
  if (text.size() < small) {
    thread_local detail::VerdictScratch scratch;
    return detail::is_surely_valid(model.program, limits, text, scratch);
  }
  thread_local detail::AcceptorScratch scratch;
  return detail::accept(model.program, limits, text, scratch).has_value();
}

}  // namespace

Validator::Validator(Schemas schemas, const ReadLimits& limits)
    : state_(std::make_shared<const State>(State{std::move(schemas), limits})) {}

Report Validator::validate(std::string_view document) const {
  const auto& limits = state_->limits;
  const auto& schemas = state_->set();
  const auto& model = schemas.model;
  const auto text = detail::decode_within(document, limits);
  if (!text) return detail::malformed(document, text.error());
  thread_local detail::AcceptorScratch scratch;
  const auto accepted = detail::accept(model.program, limits, text->view(), scratch);
  if (accepted) {
    if (auto report = value_report(model, text->view(), *accepted)) return *report;
  }
  auto read = Outline::read(text->view(), limits);
  if (!read) return detail::malformed(text->view(), read.error());

  auto [outline, assessment] = assess(model, *std::move(read), limits);
  const auto& root = outline.root();
  const bool is_known = model.registry.find_root(root.namespace_uri, root.local) != nullptr;
  auto& findings = assessment.findings;
  if (!is_known) findings = {unknown_root(outline, model.registry)};
  auto instances = detail::find_instances(model, outline, assessment, limits);
  if (!accepted && schemas.needs_second_opinion && !detail::has_errors(findings)) {
    add_second_opinion(schemas, outline, assessment);
  }
  return detail::make_report(outline, std::move(findings), std::move(instances), limits);
}

Verdict Validator::verdict(std::string_view document) const {
  const auto& limits = state_->limits;
  const auto& model = state_->set().model;
  const auto text = detail::decode_within(document, limits);
  if (text && is_quickly_valid(model, limits, text->view())) return Verdict::valid;
  return validate(document).verdict;
}

std::vector<std::string> Validator::differences(std::string_view before,
                                                std::string_view after) const {
  const auto& limits = state_->limits;
  const auto& model = state_->set().model;
  std::vector<detail::Utf8Text> texts;
  std::vector<Assessed> sides;
  for (const auto document : {before, after}) {
    const auto* const which = texts.empty() ? "/: before: " : "/: after: ";
    auto text = detail::decode_within(document, limits);
    if (!text) return {which + text.error().message};
    texts.push_back(*std::move(text));
  }
  for (const auto& text : texts) {
    auto outline = Outline::read(text.view(), limits);
    if (!outline) return {(sides.empty() ? "/: before: " : "/: after: ") + outline.error().message};
    sides.push_back(assess(model, *std::move(outline), limits));
  }
  return detail::find_differences(model, {sides[0].outline, sides[0].assessment},
                                  {sides[1].outline, sides[1].assessment});
}

Result<std::string, Diagnostic> Validator::to_utf8(std::string_view document) const {
  const auto text = detail::decode_within(document, state_->limits);
  if (!text) return Unexpected{detail::to_diagnostic(document, text.error())};
  return detail::declared_as_utf8(text->view());
}

const CategoryRegistry& Validator::registry() const noexcept { return state_->schemas.registry(); }

const ReadLimits& Validator::limits() const noexcept { return state_->limits; }

}  // namespace presentity
