// SPDX-License-Identifier: MIT
#include "binding/prefixes.hpp"

#include "outline.hpp"
#include "program/byte_scan.hpp"

#include <utility>

namespace presentity::detail {

std::string_view Prefixes::of(NamespaceId id) {
  for (const auto& declaration : declarations_) {
    if (declaration.id == id) return declaration.prefix;
  }
  const auto uri = program_->namespaces[id];
  if (uri.empty()) return {};
  if (uri == xml_namespace) return "xml:";
  auto& declaration = declaration_of(uri);
  declaration.id = id;
  return declaration.prefix;
}

std::string_view Prefixes::of(std::string_view uri) {
  if (uri.empty()) return {};
  if (uri == xml_namespace) return "xml:";
  return declaration_of(uri).prefix;
}

std::string_view Prefixes::prefix(std::string_view uri) {
  const auto prefix = of(uri);
  return prefix.substr(0, prefix.find(':'));
}

Prefixes::Declaration& Prefixes::declaration_of(std::string_view uri) {
  for (auto& declaration : declarations_) {
    if (is_same(declaration.uri, uri)) return declaration;
  }
  auto prefix = uri == xsi_namespace ? std::string("xsi:")
                                     : "n" + std::to_string(declarations_.size() + 1) + ":";
  return declarations_.emplace_back(Declaration{uri, no_row, std::move(prefix)});
}

}  // namespace presentity::detail
