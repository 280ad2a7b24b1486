// SPDX-License-Identifier: MIT
#pragma once

#include "program/byte_scan.hpp"
#include "simple/simple_type.hpp"

#include <presentity/detail/schema_rows.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// \file
/// How names are found in the tables of a schema.

namespace presentity::detail {

/// The key of any name.
inline NameKey name_key(std::string_view name) noexcept {
  const auto* const begin = name.data();
  const auto size = name.size();
  if (size >= 8) return {load<std::uint64_t>(begin), load<std::uint64_t>(begin + size - 8)};
  std::uint64_t whole = 0;
  if (size >= 4) {
    whole = load<std::uint32_t>(begin) | load<std::uint32_t>(begin + size - 4) << 8U * (size - 4);
  } else if (size > 0) {
    whole = load<std::uint8_t>(begin) | load<std::uint8_t>(begin + size / 2) << 8U * (size / 2) |
            load<std::uint8_t>(begin + size - 1) << 8U * (size - 1);
  }
  return {whole, whole};
}

/// The key of a name that is not empty, where eight bytes can be read. Without a branch: what
/// length the next name has is hard to predict.
inline NameKey name_key_within(const char* name, std::size_t size) noexcept {
  const auto is_long = size >= 8;
  const auto mask = ~std::uint64_t{0} >> (is_long ? 0 : 64 - 8 * size);
  const auto* const last = name + (is_long ? size - 8 : 0);
  return {load<std::uint64_t>(name) & mask, load<std::uint64_t>(last) & mask};
}

/// An expanded name to look for.
struct SoughtName {
  NamespaceId namespace_id = 0;
  std::string_view local;
  NameKey key;  ///< Of `local`.
};

[[gnu::always_inline]] inline bool is_named(const NameRow& row, const SoughtName& name) noexcept {
  const auto size = name.local.size();
  return row.key == name.key && row.local.size() == size && row.namespace_id == name.namespace_id &&
         (size <= 16 || std::memcmp(row.local.data(), name.local.data(), size) == 0);
}

/// Where the search for a name begins.
inline std::uint32_t name_hash(const SoughtName& name) noexcept {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
  const auto begin = name.local.size() + (std::uint64_t{name.namespace_id} << 32U);
  const auto hash = begin + (name.key.first ^ name.key.last * odd);
  return static_cast<std::uint32_t>((hash * 0xD6E8FEB86659FD93U) >> 32U);
}

inline SoughtName sought(NamespaceId namespace_id, std::string_view local) noexcept {
  return {namespace_id, local, name_key(local)};
}

/// The namespace's id, or `no_row`.
[[nodiscard]] NamespaceId find_namespace(const SchemaProgram& program,
                                         std::string_view uri) noexcept;

/// The id of an expanded name, or `no_row`.
inline NameId find_name(const SchemaProgram& program, const SoughtName& name) noexcept {
  const auto mask = static_cast<std::uint32_t>(program.name_slots.size() - 1);
  for (auto slot = name_hash(name) & mask;; slot = (slot + 1) & mask) {
    const auto entry = program.name_slots[slot];
    if (entry == 0) return no_row;
    if (is_named(program.names[entry - 1], name)) return entry - 1;
  }
}

}  // namespace presentity::detail
