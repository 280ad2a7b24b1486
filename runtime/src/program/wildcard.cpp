// SPDX-License-Identifier: MIT
#include "program/wildcard.hpp"

#include <algorithm>

namespace presentity::detail {

bool allows(const SchemaProgram& program, const WildcardRow& wildcard, NamespaceId id) noexcept {
  using Namespaces = WildcardRow::Namespaces;
  if (wildcard.constraint == Namespaces::any) return true;
  const auto listed =
      program.namespace_lists.subspan(wildcard.namespaces.begin, wildcard.namespaces.count);
  const bool is_listed = std::ranges::find(listed, id) != listed.end();
  // "not" excludes absent as well: XML Schema Part 1, section 3.10.4, item 2 of Wildcard allows.
  if (wildcard.constraint == Namespaces::all_but) return !is_listed && id != 0;
  return is_listed;
}

}  // namespace presentity::detail
