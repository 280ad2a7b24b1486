// SPDX-License-Identifier: MIT
#include "unicode.hpp"
#include "xsd_pattern.hpp"

#include <algorithm>

namespace presentity::detail {
namespace {

std::uint16_t class_of(const PatternTable& table, char32_t code) noexcept {
  const auto after = std::ranges::upper_bound(table.range_first, static_cast<std::uint32_t>(code));
  return table.range_classes[static_cast<std::size_t>(after - table.range_first.begin()) - 1];
}

}  // namespace

bool match(const PatternTable& table, std::string_view text) noexcept {
  std::size_t state = table.start;
  for (std::size_t at = 0; at < text.size() && state != 0;) {
    const auto byte = static_cast<unsigned char>(text[at]);
    std::uint16_t next_class = 0;
    if (byte < 0x80) {
      next_class = table.ascii_classes[byte];
      ++at;
    } else {
      const auto [code, length] = decode_utf8(text, at);
      if (length == 0) return false;
      next_class = class_of(table, code);
      at += length;
    }
    state = table.transitions[state * table.class_count + next_class];
  }
  return state >= table.first_accepting;
}

}  // namespace presentity::detail
