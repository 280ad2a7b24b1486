// SPDX-License-Identifier: MIT
#include "generator/tables/table_writer.hpp"

#include <utility>

namespace presentity::generator {

std::string literal(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      result += {'\\', c};
    } else if (byte >= 0x20 && byte < 0x7F) {
      result += c;
    } else {  // three octal digits: a digit may follow
      for (const char part :
           {'\\', static_cast<char>('0' + byte / 64), static_cast<char>('0' + byte / 8 % 8),
            static_cast<char>('0' + byte % 8)}) {
        result += part;
      }
    }
  }
  return result + '"';
}

std::string TableWriter::place(std::string_view name, std::vector<std::string> run) {
  auto& array = arrays_[name];
  const auto [found, is_new] = array.places.try_emplace(std::move(run), array.rows.size());
  if (is_new) array.rows.insert(array.rows.end(), found->first.begin(), found->first.end());
  return std::string(name) + " + " + std::to_string(found->second);
}

}  // namespace presentity::generator
