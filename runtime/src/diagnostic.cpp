// SPDX-License-Identifier: MIT
#include <presentity/diagnostic.hpp>

#include <algorithm>

namespace presentity {

std::string_view to_string(Severity severity) noexcept {
  return severity == Severity::error ? "error" : "warning";
}

Position position_at(std::string_view utf8, std::size_t offset) noexcept {
  offset = std::min(offset, utf8.size());
  Position position{1, 1, offset};
  for (std::size_t at = 0; at < offset; ++at) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    const bool is_line_end =
        byte == '\n' || (byte == '\r' && (at + 1 == utf8.size() || utf8[at + 1] != '\n'));
    if (is_line_end) {
      ++position.line;
      position.column = 1;
    } else if ((byte & 0xC0U) != 0x80U) {
      ++position.column;
    }
  }
  return position;
}

}  // namespace presentity
