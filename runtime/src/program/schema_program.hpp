// SPDX-License-Identifier: MIT
#pragma once

#include "program/byte_scan.hpp"
#include "simple/simple_type.hpp"

#include <presentity/detail/schema_rows.hpp>

#include <cstdint>
#include <string_view>

/// \file
/// How names are found in the tables of a schema.

namespace presentity::detail {

/// Where the search for a name begins. The same on every machine: tables may be made elsewhere. All
/// bytes of a short name count, and the first and last eight of a longer one.
inline std::uint32_t name_hash(NamespaceId namespace_id, std::string_view local) noexcept {
  const auto* const begin = local.data();
  const auto size = local.size();
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = size + (std::uint64_t{namespace_id} << 32U);
  if (size >= 8) {
    hash += load<std::uint64_t>(begin) ^ load<std::uint64_t>(begin + size - 8) * odd;
  } else if (size >= 4) {
    hash += load<std::uint32_t>(begin) ^ load<std::uint32_t>(begin + size - 4) * odd;
  } else if (size > 0) {
    hash += load<std::uint8_t>(begin) | load<std::uint8_t>(begin + size / 2) << 8U |
            load<std::uint8_t>(begin + size - 1) << 16U;
  }
  return static_cast<std::uint32_t>((hash * 0xD6E8FEB86659FD93U) >> 32U);
}

/// The namespace's id, or `no_row`.
[[nodiscard]] NamespaceId find_namespace(const SchemaProgram& program,
                                         std::string_view uri) noexcept;

/// The id of an expanded name, or `no_row`.
inline NameId find_name(const SchemaProgram& program, NamespaceId namespace_id,
                        std::string_view local) noexcept {
  const auto mask = static_cast<std::uint32_t>(program.name_slots.size() - 1);
  for (auto slot = name_hash(namespace_id, local) & mask;; slot = (slot + 1) & mask) {
    const auto entry = program.name_slots[slot];
    if (entry == 0) return no_row;
    const auto& name = program.names[entry - 1];
    if (name.namespace_id == namespace_id && is_same(name.local, local)) return entry - 1;
  }
}

}  // namespace presentity::detail
