// SPDX-License-Identifier: MIT
#include "document_part.hpp"

#include "positions.hpp"
#include "report_builder.hpp"

#include <presentity/validator.hpp>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace presentity::presence {

using detail::no_node;
using detail::NodeId;
using detail::Outline;

namespace {

bool is_named(const detail::OutlineNode& node, const ExpandedName& name) noexcept {
  return !node.is_text && node.local == name.local && node.namespace_uri == name.namespace_uri;
}

}  // namespace

Result<PartedDocument, std::vector<Diagnostic>> PartedDocument::open(std::string_view bytes,
                                                                     const ReadLimits& limits) {
  auto report = Validator(Schemas::built_in(), limits).validate(bytes);
  if (report.verdict != Verdict::valid) return Unexpected{detail::errors_of(std::move(report))};

  PartedDocument document;
  document.warnings_ = std::move(report.diagnostics);
  auto text = detail::decode_within(bytes, limits);
  if (!text) return Unexpected{std::vector{detail::to_diagnostic(bytes, text.error())}};
  document.text_ = std::make_unique<const detail::Utf8Text>(*std::move(text));
  auto outline = Outline::read(document.text_->view(), limits);
  if (!outline) {
    return Unexpected{std::vector{detail::to_diagnostic(document.text_->view(), outline.error())}};
  }
  document.outline_ = std::make_unique<const Outline>(*std::move(outline));
  return document;
}

bool PartedDocument::has_root(const ExpandedName& name) const noexcept {
  return is_named(outline_->root(), name);
}

Diagnostic PartedDocument::refusal(std::string_view rule, std::string message,
                                   std::string help) const {
  return {Severity::error,   rule, position_at(outline_->source(), outline_->root().offset),
          outline_->path(0), {},   std::move(message),
          std::move(help)};
}

NodeId PartedDocument::find(const ExpandedName& name, const Condition& condition) const {
  for (NodeId id = 0; id < outline_->size(); ++id) {
    if (is_named(outline_->node(id), name) && (!condition || condition(*outline_, id))) return id;
  }
  return no_node;
}

void PartedDocument::locate(NodeId part, std::vector<Diagnostic>& diagnostics) const {
  if (diagnostics.empty()) return;
  detail::PathWriter writer(*outline_);
  const auto to_part = writer.path(part);
  std::unordered_map<std::string, NodeId> nodes;
  const auto end = outline_->node(part).end;
  for (NodeId id = part; id < outline_->size() && outline_->node(id).offset < end; ++id) {
    if (!outline_->node(id).is_text) nodes.emplace(writer.path(id), id);
  }
  for (auto& diagnostic : diagnostics) {
    const auto rest = diagnostic.path.find('/', 1);
    diagnostic.path = to_part + (rest == std::string::npos ? "" : diagnostic.path.substr(rest));
    const auto at = std::min(diagnostic.path.rfind("/@"), diagnostic.path.size());
    const auto found = nodes.find(diagnostic.path.substr(0, at));
    const auto node = found != nodes.end() ? found->second : part;
    const auto attribute = std::string_view(diagnostic.path).substr(at);
    const auto* const place =
        attribute.empty() ? nullptr : outline_->find_attribute(node, "", attribute.substr(2));
    diagnostic.position.offset = place != nullptr ? place->offset : outline_->node(node).offset;
  }
  std::ranges::stable_sort(diagnostics, {},
                           [](const Diagnostic& one) { return one.position.offset; });
  detail::PositionCounter positions(outline_->source());
  for (auto& diagnostic : diagnostics) {
    diagnostic.position = positions.at(diagnostic.position.offset);
  }
}

std::string path_step(std::string_view name, std::size_t index, std::size_t count) {
  auto step = "/" + std::string(name);
  if (count > 1) step += "[" + std::to_string(index + 1) + "]";
  return step;
}

}  // namespace presentity::presence
