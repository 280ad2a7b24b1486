// SPDX-License-Identifier: MIT
#include "program/schema_program.hpp"

#include "program/byte_scan.hpp"

#include <cstddef>

namespace presentity::detail {
namespace {

/// Little-endian everywhere: tables may be made on another machine. Compilers make one load of it.
template <std::size_t Size>
std::uint64_t load(const char* bytes) noexcept {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < Size; ++i) {
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  }
  return value;
}

/// All bytes of a short text and the first and last eight of a longer one, mixed.
std::uint64_t digest(std::string_view text) noexcept {
  const auto* const begin = text.data();
  const auto size = text.size();
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
  if (size >= 8) {
    return load<8>(begin) ^ load<8>(begin + size - 8) * odd;
  }
  if (size >= 4) {
    return load<4>(begin) ^ load<4>(begin + size - 4) * odd;
  }
  if (size == 0) return 0;
  const auto byte = [&](std::size_t at) { return load<1>(begin + at); };
  return byte(0) | byte(size / 2) << 8U | byte(size - 1) << 16U;
}

}  // namespace

std::uint32_t name_hash(NamespaceId namespace_id, std::string_view local) noexcept {
  auto hash = digest(local) + local.size() + (std::uint64_t{namespace_id} << 32U);
  hash *= 0xD6E8FEB86659FD93U;
  return static_cast<std::uint32_t>(hash >> 32U);
}

NamespaceId find_namespace(const SchemaProgram& program, std::string_view uri) noexcept {
  const auto mask = static_cast<std::uint32_t>(program.namespace_slots.size() - 1);
  for (auto slot = name_hash(0, uri) & mask;; slot = (slot + 1) & mask) {
    const auto entry = program.namespace_slots[slot];
    if (entry == 0) return no_row;
    if (program.namespaces[entry - 1] == uri) return entry - 1;
  }
}

NameId find_name(const SchemaProgram& program, NamespaceId namespace_id,
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
