// SPDX-License-Identifier: MIT
#include "character_classes.hpp"

#include "unicode.hpp"
#include "unicode_tables.hpp"

#include <cstddef>

namespace presentity::detail {
namespace {

/// All code points whose category begins with `prefix`, of one or two letters.
CodePointSet category_class(std::string_view prefix) {
  CodePointSet set;
  std::uint32_t begin = 0;
  for (const auto run : category_runs()) {
    const auto end = begin + run / 32;
    const std::size_t category = run % 32;
    if (category_names.substr(category * 2, 2).starts_with(prefix)) set.add(begin, end - 1);
    begin = end;
  }
  set.normalize();
  return set;
}

/// Whether `name` is a category. Cs is not: surrogates are not characters.
bool is_category(std::string_view name) {
  if (name.empty() || name.size() > 2 || name == "Cs") return false;
  for (std::size_t at = 0; at < category_names.size(); at += 2) {
    if (category_names.substr(at, name.size()) == name) return true;
  }
  return false;
}

std::optional<CodePointSet> block_class(std::string_view name) {
  CodePointSet set;
  for (const auto& block : unicode_blocks()) {
    if (block.name == name) set.add(block.first, block.last);
  }
  if (set.ranges().empty()) return std::nullopt;
  set.normalize();
  return set;
}

CodePointSet where(bool (*has)(char32_t) noexcept) {
  CodePointSet set;
  for (std::uint32_t code = 0; code <= last_code_point; ++code) {
    if (has(code)) set.add(code, code);
  }
  set.normalize();
  return set;
}

/// Kept because they take milliseconds to find.
const CodePointSet& name_start_class() {
  static const auto set = where(is_name_start);
  return set;
}

const CodePointSet& name_class() {
  static const auto set = where(is_name_character);
  return set;
}

CodePointSet word_class() {
  CodePointSet others = category_class("P");
  others.add(category_class("Z"));
  others.add(category_class("C"));
  others.normalize();
  return others.complement();
}

CodePointSet space_class() {
  CodePointSet set;
  for (const auto code : {U'\t', U'\n', U'\r', U' '}) set.add(code, code);
  set.normalize();
  return set;
}

}  // namespace

std::optional<CodePointSet> property_class(std::string_view property) {
  if (is_category(property)) return category_class(property);
  if (property.starts_with("Is")) return block_class(property.substr(2));
  return std::nullopt;
}

std::optional<CodePointSet> letter_class(char32_t letter) {
  switch (letter) {
    case 's':
      return space_class();
    case 'i':
      return name_start_class();
    case 'c':
      return name_class();
    case 'd':
      return category_class("Nd");
    case 'w':
      return word_class();
    case 'S':
    case 'I':
    case 'C':
    case 'D':
    case 'W':
      return letter_class(letter - 'A' + 'a')->complement();
    default:
      return std::nullopt;
  }
}

}  // namespace presentity::detail
