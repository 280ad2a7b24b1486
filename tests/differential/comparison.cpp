// SPDX-License-Identifier: MIT
#include "comparison.hpp"

#include "positions.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace presentity::differential {
namespace {

using detail::no_node;
using detail::none;

constexpr std::array<std::string_view, 5> own_rules{"category-mismatch", "doctype-forbidden",
                                                    "limit-exceeded", "schema-location-forbidden",
                                                    "unsupported-encoding"};

bool is_own(const Diagnostic& diagnostic) {
  return std::ranges::find(own_rules, diagnostic.rule) != own_rules.end();
}

/// What stands between the first quotation marks; libxml2 names the element in such marks first.
std::string quoted_value(std::string_view message) {
  if (message.starts_with("Element '")) {
    const auto behind = message.find("': ");
    if (behind == message.npos) return {};
    message.remove_prefix(behind + 2);
  }
  const auto begin = message.find('\'');
  if (begin == message.npos) return {};
  auto end = std::min(message.find("' is not", begin + 1), message.find("' of ", begin + 1));
  if (end == message.npos) end = message.find('\'', begin + 1);
  return std::string(message.substr(begin + 1, end - begin - 1));
}

/// What is known about the element at `offset`.
Evidence evidence_at(const Document& document, std::size_t offset) {
  Evidence evidence;
  const auto& outline = document.outline;
  const auto element = element_at(document, offset);
  evidence.is_typed = document.assessment.elements[element].type != none;
  for (auto id = element; id != no_node; id = outline.node(id).parent) {
    evidence.is_lax |= document.assessment.elements[id].declaration == none &&
                       outline.find_attribute(id, detail::xsi_namespace, "type") != nullptr;
    evidence.is_inside_unknown |= id != element && document.assessment.elements[id].type == none;
  }
  const auto parent = outline.node(element).parent;
  if (parent == no_node) return evidence;
  for (const auto sibling : document.child_elements(parent)) {
    evidence.is_behind_foreign |= sibling < element && outline.node(sibling).namespace_uri !=
                                                           outline.node(element).namespace_uri;
  }
  return evidence;
}

bool has_unused_type(const Document& document) {
  return std::ranges::any_of(document.elements(), [&](detail::NodeId id) {
    return document.assessment.elements[id].type == none &&
           document.outline.find_attribute(id, detail::xsi_namespace, "type") != nullptr;
  });
}

Evidence evidence_of(const Document& document, const PeerError& error) {
  Evidence evidence;
  if (error.column > 0) {
    const auto offset = offset_of(*document.text, error.line, error.column);
    evidence = evidence_at(document, offset == 0 ? 0 : offset - 1);
  }
  evidence.has_unused_type = has_unused_type(document);
  evidence.message = error.message;
  evidence.value = quoted_value(error.message);
  return evidence;
}

std::vector<Evidence> our_evidence(const Document& document, const Report& report) {
  std::vector<Evidence> list;
  for (const auto& diagnostic : report.diagnostics) {
    if (diagnostic.severity != Severity::error || is_own(diagnostic)) continue;
    list.push_back(evidence_at(document, diagnostic.position.offset));
    list.back().rule = diagnostic.rule;
    list.back().message = diagnostic.message;
    list.back().value = quoted_value(diagnostic.message);
  }
  return list;
}

Comparison explained(Side side, std::vector<Evidence> evidence) {
  for (std::size_t i = 1; i < evidence.size(); ++i) evidence[i].before = evidence[i - 1].message;
  Comparison comparison{false, {}, {}};
  for (auto& one : evidence) {
    if (const auto* const reason = explain(side, one)) {
      comparison.reasons.push_back(reason);
    } else {
      comparison.unexplained.push_back(std::move(one));
    }
  }
  return comparison;
}

/// Every text with one part less, the largest parts first.
std::vector<Edit> removals(const Document& document) {
  std::vector<Edit> edits;
  for (const auto id : document.elements()) {
    if (id != 0) edits.push_back({document.whole(id), ""});
    for (const auto& attribute : document.outline.attributes(id)) {
      edits.push_back({document.attribute(attribute), ""});
    }
  }
  for (detail::NodeId id = 0; id < document.outline.size(); ++id) {
    if (document.outline.node(id).is_text) edits.push_back({document.whole(id), ""});
  }
  const auto root = document.outline.root().offset;
  if (root > 0) edits.push_back({{0, root}, ""});
  return edits;
}

}  // namespace

bool has_own_errors(const Report& report) {
  return std::ranges::any_of(report.diagnostics, is_own);
}

bool has_only_own_errors(const detail::SchemaModel& model, const Document& document,
                         const Report& report) {
  const auto& root = document.outline.root();
  const bool is_global = model.find_element(root.namespace_uri, root.local) != none;
  std::size_t errors = 0;
  for (const auto& diagnostic : report.diagnostics) {
    if (diagnostic.severity != Severity::error) continue;
    ++errors;
    if (!is_own(diagnostic) && (diagnostic.rule != "unknown-root" || !is_global)) return false;
  }
  return errors > 0;
}

Comparison compare(const Document& document, const Report& report, const Peer& peer,
                   const std::vector<PeerError>& errors) {
  const bool is_valid = report.verdict == Verdict::valid;
  if (is_valid == errors.empty()) return {};
  const bool is_xerces = peer.name() == "Xerces";
  if (!is_valid) {
    return explained(is_xerces ? Side::xerces_accepts : Side::libxml2_accepts,
                     our_evidence(document, report));
  }
  std::vector<Evidence> evidence;
  for (const auto& error : errors) evidence.push_back(evidence_of(document, error));
  return explained(is_xerces ? Side::xerces_refuses : Side::libxml2_refuses, std::move(evidence));
}

Comparison compare_form(const Document& document, const Report& report) {
  if (report.verdict != Verdict::malformed || has_own_errors(report)) return {};
  return explained(Side::malformed, our_evidence(document, report));
}

std::string shrunk(const detail::SchemaModel& model, std::string text,
                   const std::function<bool(const std::string&)>& holds) {
  for (bool is_smaller = true; is_smaller;) {
    is_smaller = false;
    const auto document = read_document(model, {}, text);
    if (!document) return text;
    for (const auto& edit : removals(*document)) {
      auto candidate = document->with({edit});
      if (candidate.size() >= text.size() || !holds(candidate)) continue;
      text = std::move(candidate);
      is_smaller = true;
      break;
    }
  }
  return text;
}

}  // namespace presentity::differential
