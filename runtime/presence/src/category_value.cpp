// SPDX-License-Identifier: MIT
#include "category_value.hpp"

#include "names.hpp"
#include "outline.hpp"
#include "report_builder.hpp"

#include <algorithm>
#include <utility>

namespace presentity::presence {
namespace {

using detail::Outline;
using detail::quoted;

std::vector<Diagnostic> one(Diagnostic diagnostic) {
  std::vector<Diagnostic> all;
  all.push_back(std::move(diagnostic));
  return all;
}

/// Whether the root is one of the category; a category may have several (`CategoryRegistry::find`).
bool is_root_of(const CategoryRegistry& registry, std::string_view category,
                const detail::OutlineNode& root) {
  return std::ranges::any_of(registry.categories, [&](const Category& one) {
    return one.name == category && one.root == ExpandedName{root.namespace_uri, root.local};
  });
}

Diagnostic mismatch(const Outline& outline, std::string_view category, const Category& expected) {
  const auto& root = outline.root();
  return {Severity::error,
          "category-mismatch",
          position_at(outline.source(), root.offset),
          outline.path(0),
          std::string(category),
          "element " + quoted(root.qname) + " is not a value of category " + quoted(category),
          "expected element '" + std::string(expected.root.local) + "' of namespace '" +
              std::string(expected.root.namespace_uri) + "'"};
}

}  // namespace

Diagnostic unregistered(std::string_view category, const CategoryNames& names, std::string path) {
  const auto near = names.suggest(category);
  return {Severity::error,
          "unregistered-category",
          {},
          std::move(path),
          std::string(category),
          "category " + quoted(category) + " is not registered",
          near.empty() ? "servers refuse names that no administrator has registered; register it "
                         "here, too"
                       : "did you mean '" + near + "'?"};
}

Result<CheckedValue, std::vector<Diagnostic>> check_value(std::string_view document,
                                                          std::string_view category,
                                                          const Validator& validator) {
  const auto text = detail::decode_within(document, validator.limits());
  if (!text) return Unexpected{one(detail::to_diagnostic(document, text.error()))};
  const auto outline = Outline::read(text->view(), validator.limits());
  if (!outline) {
    return Unexpected{one(detail::to_diagnostic(text->view(), outline.error()))};
  }
  const auto* const declared = validator.registry().find(category);
  if (declared != nullptr) {
    if (!is_root_of(validator.registry(), category, outline->root())) {
      return Unexpected{one(mismatch(*outline, category, *declared))};
    }
    if (validator.verdict(document) != Verdict::valid) {
      return Unexpected{detail::errors_of(validator.validate(document))};
    }
  }
  return CheckedValue{outline->self_contained(0), outline->root().first_child == detail::no_node};
}

}  // namespace presentity::presence
