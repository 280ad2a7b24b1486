// SPDX-License-Identifier: MIT
#include "program/schema_program.hpp"

#include <algorithm>

namespace presentity::detail {
namespace {

/// Up to eight bytes, the first in the lowest place. Compilers make one load of the full case.
std::uint64_t load(const char* bytes, std::size_t count) noexcept {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  }
  return value;
}

}  // namespace

std::uint32_t name_hash(NamespaceId namespace_id, std::string_view local) noexcept {
  const auto size = local.size();
  const auto head = size >= 8 ? load(local.data(), 8) : load(local.data(), size);
  const auto tail = size > 8 ? load(local.data() + size - 8, 8) : 0;
  auto hash = (head ^ (tail * 0x9E3779B97F4A7C15U)) + size + (std::uint64_t{namespace_id} << 32U);
  hash *= 0xD6E8FEB86659FD93U;
  return static_cast<std::uint32_t>(hash >> 32U);
}

NamespaceId find_namespace(const SchemaProgram& program, std::string_view uri) noexcept {
  const auto found = std::ranges::find(program.namespaces, uri);
  return found == program.namespaces.end()
             ? no_row
             : static_cast<NamespaceId>(found - program.namespaces.begin());
}

NameId find_name(const SchemaProgram& program, NamespaceId namespace_id,
                 std::string_view local) noexcept {
  const auto mask = static_cast<std::uint32_t>(program.name_slots.size() - 1);
  for (auto slot = name_hash(namespace_id, local) & mask;; slot = (slot + 1) & mask) {
    const auto entry = program.name_slots[slot];
    if (entry == 0) return no_row;
    const auto& name = program.names[entry - 1];
    if (name.namespace_id == namespace_id && name.local == local) return entry - 1;
  }
}

}  // namespace presentity::detail
