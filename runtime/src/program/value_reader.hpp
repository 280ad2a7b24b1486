// SPDX-License-Identifier: MIT
#pragma once

#include "program/markup_reader.hpp"
#include "simple/check_simple.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// The values of documents: are they allowed by their types, and by the rest of the document.

namespace presentity::detail {

/// Memory that one document after another is read in.
struct ValueScratch {
  std::string value;      ///< An attribute's value, unescaped.
  std::string text;       ///< The value of the innermost simple element, if it has parts.
  std::string collapsed;  ///< For `accepting_type`.
  std::vector<std::string> ids;
  std::vector<std::string> references;  ///< To ids.
};

/// What `MarkupReader` is to markup. Every function returns false on a mistake and, unless remarks
/// are tolerated, where there is something to warn about.
class ValueReader : protected MarkupReader {
 protected:
  ValueReader(const SchemaProgram& program, const ReadLimits& limits, std::string_view text,
              MarkupScratch& markup, ValueScratch& values)
      : MarkupReader(program, limits, text, markup),
        values_(values),
        least_limit_(std::min({limits.value_bytes, limits.number_bytes, limits.binary_bytes})) {
    values_.ids.clear();
    values_.references.clear();
  }

  bool unescape(std::string_view raw, bool is_attribute) {
    values_.value.clear();
    return !append_unescaped(raw, 0, is_attribute, values_.value);
  }

  bool is_fixed_value(const TypeRow& type, std::string_view value, std::string_view fixed) {
    return value == fixed ||
           are_equal_values(program_.simple_types, type.simple, value, fixed, values_.collapsed);
  }

  template <bool ToleratesRemarks>
  bool check_value(const TypeRow& type, std::string_view value, std::uint32_t& member) {
    const auto surely_short = std::min<std::size_t>(least_limit_, type.pattern_bytes);
    if (value.size() > surely_short && value.size() > longest(type)) return false;
    member = accepting_type(program_.simple_types, type.simple, value, values_.collapsed);
    if (member == no_member) return false;
    if (type.context != TypeRow::Context::free && !note_context(type, trimmed(value))) return false;
    if constexpr (ToleratesRemarks) return true;
    if (type.is_open_enumeration) return is_known_token(member);
    return !type.has_open_items ||
           has_known_items(program_.simple_types[type.simple].members.front(), value);
  }

  [[nodiscard]] std::size_t longest(const TypeRow& type) const {
    std::size_t longest = type.pattern_bytes;
    if ((type.sizes & text_size) != 0) longest = std::min(longest, limits_.value_bytes);
    if ((type.sizes & number_size) != 0) longest = std::min(longest, limits_.number_bytes);
    if ((type.sizes & binary_size) != 0) longest = std::min(longest, limits_.binary_bytes);
    return longest;
  }

  /// Looks at a value that depends on the rest of the document.
  bool note_context(const TypeRow& type, std::string_view value) {
    switch (type.context) {
      case TypeRow::Context::qname: {
        NamespaceId id = 0;
        return resolve(split_name(value).prefix, id);
      }
      case TypeRow::Context::id:
        values_.ids.emplace_back(value);
        return true;
      case TypeRow::Context::idref:
        values_.references.emplace_back(value);
        return true;
      case TypeRow::Context::idrefs:
        for (auto item = next_item(value); !item.empty(); item = next_item(value)) {
          values_.references.emplace_back(item);
        }
        return true;
      default:
        return false;
    }
  }

  /// Source: XML Schema Part 1, section 3.3.4, Validation Root Valid (ID/IDREF).
  bool has_sound_ids() {
    auto& ids = values_.ids;
    if (ids.empty() && values_.references.empty()) return true;
    std::ranges::sort(ids);
    if (std::ranges::adjacent_find(ids) != ids.end()) return false;
    return std::ranges::all_of(values_.references, [&](const std::string& reference) {
      return std::ranges::binary_search(ids, reference);
    });
  }

  /// Whether the member of an open enumeration that took the value lists it.
  [[nodiscard]] bool is_known_token(std::uint32_t member) const {
    return !program_.simple_types[member].enumeration.empty();
  }

  bool has_known_items(std::uint32_t item, std::string_view list) {
    for (auto word = next_item(list); !word.empty(); word = next_item(list)) {
      const auto taken = accepting_type(program_.simple_types, item, word, values_.collapsed);
      if (taken == no_member || !is_known_token(taken)) return false;
    }
    return true;
  }

  ValueScratch& values_;
  std::size_t least_limit_;  ///< Of those in `longest`.
};

}  // namespace presentity::detail
