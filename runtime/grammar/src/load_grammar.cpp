// SPDX-License-Identifier: MIT
#include "grammar_state.hpp"
#include "names.hpp"
#include "outline.hpp"
#include "read_rule.hpp"
#include "report_builder.hpp"

#include <presentity/grammar/publication_grammar.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace presentity::grammar {
namespace {

using presentity::detail::Finding;
using presentity::detail::NodeId;
using presentity::detail::Outline;
using presentity::detail::quoted;

constexpr std::string_view manifest_namespace =
    "http://schemas.microsoft.com/2008/09/sip/categoryPublicationManifest";

bool is_manifest(const presentity::detail::OutlineNode& node) {
  return !node.is_text && node.local == "categoryPublicationManifest" &&
         node.namespace_uri == manifest_namespace;
}

/// The manifests in a document: its root, or those that groups of a provisionGroupList hold.
std::vector<NodeId> find_manifests(const Outline& outline) {
  if (is_manifest(outline.root())) return {0};
  std::vector<NodeId> found;
  for (NodeId id = 0; id < outline.size(); ++id) {
    const auto& node = outline.node(id);
    if (!is_manifest(node)) continue;
    const auto& group = outline.node(node.parent);
    if (group.local == "provisionGroup" && group.parent == 0) found.push_back(id);
  }
  return found;
}

std::vector<NodeId> find_rules(const Outline& outline, NodeId manifest) {
  std::vector<NodeId> found;
  const auto end = outline.node(manifest).end;
  for (NodeId id = manifest; id < outline.size() && outline.node(id).offset < end; ++id) {
    const auto& node = outline.node(id);
    if (node.is_text || node.local != "publicationRule" || node.namespace_uri != manifest_namespace)
      continue;
    const auto list = node.parent;
    if (outline.node(list).local == "publicationList" && outline.node(list).parent == manifest) {
      found.push_back(id);
    }
  }
  return found;
}

/// Two rules of one type for the same instances in one container contradict each other.
void find_duplicates(const Outline& outline, const std::vector<NodeId>& nodes,
                     const std::vector<Rule>& rules, std::vector<Finding>& findings) {
  std::map<std::tuple<std::string, presence::ContainerId, std::optional<std::uint32_t>, RuleType>,
           std::size_t>
      known;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const auto& rule = rules[i];
    if (!rule.type || rule.has_unknown_instance) continue;
    const auto [first, is_new] =
        known.try_emplace({rule.category, rule.container, rule.instance, *rule.type}, i);
    if (is_new) continue;
    const auto instances =
        rule.instance ? "instance " + std::to_string(*rule.instance) : std::string("all instances");
    findings.push_back({Severity::error,
                        "duplicate-rule",
                        nodes[i],
                        {},
                        outline.node(nodes[i]).offset,
                        "a second " + std::string(to_token(*rule.type)) + " rule for " + instances +
                            " of " + quoted(rule.category) + " in container " +
                            std::to_string(rule.container),
                        "the first is rule " + std::to_string(first->second + 1)});
  }
}

GrammarReport failed(Diagnostic diagnostic) {
  GrammarReport report;
  report.diagnostics.push_back(std::move(diagnostic));
  return report;
}

Diagnostic no_manifest(const Outline& outline, std::size_t count) {
  return {Severity::error,
          "unknown-root",
          position_at(outline.source(), outline.root().offset),
          "/" + std::string(outline.root().local),
          {},
          count == 0 ? "the document has no publication grammar"
                     : "the document has more than one publication grammar",
          "expected a categoryPublicationManifest, alone or in a provisionGroupList"};
}

/// Errors of the rules belong beside those of the schema, each at its place.
void merge(std::vector<Diagnostic>& all, std::vector<Diagnostic> more) {
  std::ranges::move(more, std::back_inserter(all));
  std::ranges::stable_sort(all, {}, [](const Diagnostic& one) { return one.position.offset; });
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
  return std::ranges::any_of(diagnostics,
                             [](const Diagnostic& one) { return one.severity == Severity::error; });
}

}  // namespace

GrammarReport load_grammar(std::string_view document, const GrammarOptions& options) {
  const auto& validator = options.validator;
  const auto& limits = validator.limits();
  const auto text = presentity::detail::decode_within(document, limits);
  if (!text) return failed(presentity::detail::to_diagnostic(document, text.error()));
  const auto outline = Outline::read(text->view(), limits);
  if (!outline) return failed(presentity::detail::to_diagnostic(text->view(), outline.error()));
  const auto manifests = find_manifests(*outline);
  if (manifests.size() != 1) return failed(no_manifest(*outline, manifests.size()));

  GrammarReport report;
  report.diagnostics = validator.validate(document).diagnostics;
  if (has_errors(report.diagnostics)) return report;

  const auto nodes = find_rules(*outline, manifests.front());
  PublicationGrammar::State state{{}, {}, validator, options.names};
  std::vector<Finding> findings;
  for (const auto id : nodes) {
    auto read = detail::read_rule(*outline, id, options, findings);
    read.rule.position = position_at(outline->source(), outline->node(id).offset);
    read.compiled.path = outline->path(id);
    state.rules.push_back(std::move(read.rule));
    state.compiled.push_back(std::move(read.compiled));
  }
  find_duplicates(*outline, nodes, state.rules, findings);
  merge(report.diagnostics,
        presentity::detail::make_report(*outline, std::move(findings), {}, limits).diagnostics);
  if (has_errors(report.diagnostics)) return report;
  report.grammar.emplace(std::make_shared<const PublicationGrammar::State>(std::move(state)));
  return report;
}

}  // namespace presentity::grammar
