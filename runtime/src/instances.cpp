// SPDX-License-Identifier: MIT
#include "instances.hpp"

#include "names.hpp"
#include "unicode.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

namespace presentity::detail {
namespace {

const EntryForm* find_form(const OutlineNode& node) {
  if (node.is_text) return nullptr;
  const auto* const found = std::ranges::find_if(entry_forms, [&](const EntryForm& form) {
    return form.local == node.local && form.namespace_uri == node.namespace_uri;
  });
  return found == entry_forms.end() ? nullptr : found;
}

template <class Number>
std::optional<Number> number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  Number value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string type_of(const Outline& outline, NodeId value) {
  const auto* type = outline.find_attribute(value, xsi_namespace, "type");
  if (type == nullptr) return {};
  return std::string(split_name(trimmed(type->value)).local);
}

NodeId first_element(const Outline& outline, NodeId parent) {
  auto id = outline.node(parent).first_child;
  while (id != no_node && outline.node(id).is_text) id = outline.node(id).next_sibling;
  return id;
}

FoundInstance open_entry(const Outline& outline, NodeId entry, const EntryForm& form) {
  const auto value = first_element(outline, entry);
  Instance instance;
  instance.category = trimmed(outline.value_of(entry, form.name_attribute));
  instance.instance = number<std::uint64_t>(trimmed(outline.value_of(entry, "instance")));
  instance.container = number<std::uint32_t>(trimmed(outline.value_of(entry, "container")));
  instance.version = number<std::uint32_t>(trimmed(outline.value_of(entry, "version")));
  instance.expire_type = trimmed(outline.value_of(entry, "expireType"));
  instance.expires = number<std::uint32_t>(trimmed(outline.value_of(entry, "expires")));
  instance.publish_time = trimmed(outline.value_of(entry, "publishTime"));
  if (value != no_node) instance.type = type_of(outline, value);
  return {std::move(instance), entry, value};
}

/// Holds the category that an entry states against the value it holds.
void check_category(const SchemaModel& model, const Outline& outline, const FoundInstance& found,
                    std::vector<Finding>& findings) {
  const auto& name = found.instance.category;
  if (name.empty()) return;  // the attribute that names it is missing, or names nothing
  std::vector<std::string> names;
  std::vector<ExpandedName> roots;
  for (const auto& category : model.registry.categories) {
    names.emplace_back(category.name);
    if (category.name == name) roots.push_back(category.root);
  }
  if (findings.size() >= most_findings) return;
  if (roots.empty()) {
    findings.push_back({Severity::warning,
                        "unknown-category",
                        found.entry,
                        {},
                        outline.node(found.entry).offset,
                        "category " + quoted(name) + " is not known; its value is not checked",
                        did_you_mean(name, names, "a schema of your own can declare it")});
    return;
  }
  if (found.value == no_node) return;
  const auto& value = outline.node(found.value);
  const ExpandedName root{value.namespace_uri, value.local};
  if (std::ranges::find(roots, root) != roots.end()) return;
  findings.push_back(
      {Severity::error,
       "category-mismatch",
       found.value,
       {},
       value.offset,
       "element " + quoted(value.qname) + " is not a value of category " + quoted(name),
       "expected element '" + std::string(roots.front().local) + "' of namespace '" +
           std::string(roots.front().namespace_uri) + "'"});
}

/// Leaves of two findings about the same value the one that names what is expected.
void drop_repeated(std::vector<Finding>& findings) {
  std::set<NodeId> mismatches;
  for (const auto& finding : findings) {
    if (finding.rule == "category-mismatch") mismatches.insert(finding.element);
  }
  if (mismatches.empty()) return;
  std::erase_if(findings, [&](const Finding& finding) {
    return finding.rule == "unexpected-element" && mismatches.contains(finding.element);
  });
}

/// The category that a bare value belongs to: the one named like its root, else the first.
std::string_view category_of(const SchemaModel& model, std::string_view local,
                             std::string_view namespace_uri) {
  std::string_view name;
  for (const auto& category : model.registry.categories) {
    if (category.root.local != local || category.root.namespace_uri != namespace_uri) continue;
    if (name.empty() || category.name == local) name = category.name;
  }
  return name;
}

}  // namespace

Instance bare_instance(const SchemaModel& model, std::string_view local,
                       std::string_view namespace_uri, std::string_view type,
                       std::string_view xml) {
  Instance instance;
  instance.category = category_of(model, local, namespace_uri);
  instance.type = type;
  instance.value = xml;
  return instance;
}

std::vector<FoundInstance> find_instances(const SchemaModel& model, const Outline& outline,
                                          Assessment& assessment, const ReadLimits& limits) {
  const auto& root = outline.root();
  const auto* info = model.registry.find_root(root.namespace_uri, root.local);
  if (info == nullptr) return {};
  std::vector<FoundInstance> found;
  if (info->kind == RootKind::category) {
    found.push_back({bare_instance(model, root.local, root.namespace_uri, type_of(outline, 0),
                                   outline.self_contained(0)),
                     0, 0});
    return found;
  }
  if (info->kind != RootKind::envelope) return found;
  std::size_t bytes = 0;
  for (NodeId id = 0; id < outline.size(); ++id) {
    const auto* form = find_form(outline.node(id));
    const bool is_assessed = assessment.elements[id].type != none;
    if (form == nullptr || !is_assessed) continue;
    found.push_back(open_entry(outline, id, *form));
    check_category(model, outline, found.back(), assessment.findings);
    if (found.back().value == no_node || bytes > limits.document_bytes) continue;
    found.back().instance.value = outline.self_contained(found.back().value);
    bytes += found.back().instance.value.size();
    if (bytes <= limits.document_bytes) continue;
    found.back().instance.value.clear();
    assessment.findings.push_back({Severity::error,
                                   "limit-exceeded",
                                   id,
                                   {},
                                   outline.node(id).offset,
                                   "the values of the document, each with the namespaces it needs, "
                                   "are longer than a document may be",
                                   {}});
  }
  drop_repeated(assessment.findings);
  return found;
}

}  // namespace presentity::detail
