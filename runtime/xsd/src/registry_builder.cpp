// SPDX-License-Identifier: MIT
#include "registry_builder.hpp"

#include "annotation.hpp"

#include <xercesc/framework/psvi/XSElementDeclaration.hpp>

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace presentity::detail {
namespace {

std::string joined_words(std::string_view text) {
  std::string result;
  for (const auto& word : words(text)) result += result.empty() ? word : " " + word;
  return result;
}

}  // namespace

void RegistryBuilder::add(xercesc::XSElementDeclaration& declaration, const ExpandedName& name) {
  const Annotation annotation(declaration.getAnnotation());
  const auto schema = store_.keep(annotation.schema());
  std::optional<RootKind> kind;
  annotation.for_each_remark([&](const Outline& outline, NodeId id) {
    const auto remark = outline.node(id).local;
    const auto value = [&](std::string_view key) { return store_.keep(outline.value_of(id, key)); };
    if (remark == "envelope") kind = RootKind::envelope;
    if (remark == "manifest") kind = RootKind::manifest;
    if (remark == "category") {
      kind = RootKind::category;
      entries_.push_back({{value("name"), name, schema, {}}, {}});
    }
    if (remark == "instance" && !entries_.empty()) {
      entries_.back().instances.push_back({value("id"), value("type"), value("expires"),
                                           value("containers"), value("publisher"),
                                           store_.keep(joined_words(outline.direct_text(id)))});
    }
  });
  if (!kind && built_in_.contains(std::string(name.namespace_uri))) return;
  if (!kind && !declaration.getAbstract()) {
    kind = RootKind::category;
    entries_.push_back({{name.local, name, schema, {}}, {}});
  }
  if (kind) roots_.push_back({name, *kind, schema, store_.keep(annotation.documentation())});
}

CategoryRegistry RegistryBuilder::take() {
  std::vector<Category> categories;
  for (auto& [category, instances] : entries_) {
    category.instances = store_.keep(std::move(instances));
    categories.push_back(category);
  }
  std::ranges::sort(categories, {}, [](const Category& category) {
    return std::tuple(category.name, category.name != category.root.local, category.root);
  });
  std::ranges::sort(roots_, {}, [](const RootInfo& root) {
    return std::tuple(root.name.local, root.name.namespace_uri);
  });
  return {store_.keep(std::move(categories)), store_.keep(std::move(roots_))};
}

}  // namespace presentity::detail
