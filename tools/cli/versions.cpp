// SPDX-License-Identifier: MIT
#include "cli/versions.hpp"

#include <presentity/embedded_schemas.hpp>

#include <CLI/Version.hpp>

#include <array>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <string_view>

namespace presentity::cli {
namespace {

// FNV-1a, 64 bits: tells schema sets apart; it proves nothing.
std::uint64_t mixed(std::uint64_t digest, std::string_view text) {
  for (const char byte : text) {
    digest = (digest ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
  }
  return (digest ^ 0xFFU) * 0x100000001B3U;  // Ends the text: 0xFF is in no UTF-8.
}

std::string schema_set() {
  std::uint64_t digest = 0xCBF29CE484222325U;
  for (const auto& file : embedded_schemas()) digest = mixed(mixed(digest, file.name), file.text);

  std::array<char, 17> hexadecimal{};
  std::snprintf(hexadecimal.data(), hexadecimal.size(), "%016" PRIx64, digest);
  return std::to_string(embedded_schemas().size()) + " files, digest " + hexadecimal.data();
}

}  // namespace

std::vector<std::pair<std::string, std::string>> versions() {
  return {{"presentity", PRESENTITY_VERSION},
          {"CLI11", CLI11_VERSION},
          {"nlohmann-json", PRESENTITY_JSON_VERSION},
          {"schemas", schema_set()}};
}

std::string versions_text() {
  std::string text;
  for (const auto& [name, version] : versions()) {
    text.append(name).append(1, ' ').append(version).append(1, '\n');
  }
  return text;
}

}  // namespace presentity::cli
