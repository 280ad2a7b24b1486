// SPDX-License-Identifier: MIT
#pragma once

#include "row_store.hpp"

#include <presentity/categories.hpp>

#include <xercesc/util/XercesDefs.hpp>

#include <set>
#include <string>
#include <vector>

XERCES_CPP_NAMESPACE_BEGIN
class XSElementDeclaration;
XERCES_CPP_NAMESPACE_END

namespace presentity::detail {

/// Collects what the remarks on global elements say about categories and other documents.
class RegistryBuilder {
 public:
  /// A global element is a document root if its remarks say so, or if its namespace is not one of
  /// `built_in`. Both must outlive the builder, `store` also the registry.
  RegistryBuilder(RowStore& store, const std::set<std::string>& built_in)
      : store_(store), built_in_(built_in) {}

  void add(xercesc::XSElementDeclaration& declaration, const ExpandedName& name);

  [[nodiscard]] CategoryRegistry take();

 private:
  struct Entry {
    Category category;
    std::vector<InstanceInfo> instances;
  };

  RowStore& store_;
  const std::set<std::string>& built_in_;
  std::vector<Entry> entries_;
  std::vector<RootInfo> roots_;
};

}  // namespace presentity::detail
