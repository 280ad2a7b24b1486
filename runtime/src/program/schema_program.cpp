// SPDX-License-Identifier: MIT
#include "program/schema_program.hpp"

namespace presentity::detail {

NamespaceId find_namespace(const SchemaProgram& program, std::string_view uri) noexcept {
  const auto mask = static_cast<std::uint32_t>(program.namespace_slots.size() - 1);
  for (auto slot = name_hash(sought(0, uri)) & mask;; slot = (slot + 1) & mask) {
    const auto entry = program.namespace_slots[slot];
    if (entry == 0) return no_row;
    if (program.namespaces[entry - 1] == uri) return entry - 1;
  }
}

}  // namespace presentity::detail
