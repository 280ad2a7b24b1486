// SPDX-License-Identifier: MIT
#pragma once

#include "program/value_reader.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

/// \file
/// The attributes that XML Schema keeps for itself: xsi:type and xsi:nil.

namespace presentity::detail {

/// What such attributes of the last tag say. Every function that says whether it worked returns
/// false on a mistake.
class XsiReader : protected ValueReader {
 protected:
  using ValueReader::ValueReader;

  /// Null if the tag does not have it.
  [[nodiscard]] const Attribute* xsi_attribute(std::string_view local) const {
    for (const auto& attribute : scratch_.attributes) {
      if (attribute.kind == Attribute::Kind::schema && attribute.local() == local)
        return &attribute;
    }
    return nullptr;
  }

  static bool is_schema_location(const Attribute& attribute) {
    return attribute.kind == Attribute::Kind::schema &&
           (attribute.local() == "schemaLocation" ||
            attribute.local() == "noNamespaceSchemaLocation");
  }

  /// The type that xsi:type names, or `no_row`.
  std::uint32_t find_type(const Attribute& attribute) {
    auto value = attribute.raw_value;
    if (attribute.needs_unescape) {
      if (!unescape(value, true)) return no_row;
      value = values_.value;
    }
    const auto [prefix, local] = split_name(trimmed(value));
    NamespaceId id = 0;
    if (!resolve(prefix, id) || id == no_row) return no_row;
    const auto name = find_name(program_, sought(id, local));
    return name == no_row ? no_row : program_.names[name].type;
  }

  /// Takes the type that xsi:type names, if it may stand for `type`.
  /// Source: XML Schema Part 1, section 3.3.4, item 4, and section 3.4.6, Type Derivation OK.
  bool named_type(const Attribute& attribute, const ElementRow& element, std::uint32_t& type) {
    const auto named = find_type(attribute);
    unsigned used = 0;
    for (auto step = named; step != no_row; step = program_.types[step].base) {
      if (step != type) {
        used |= program_.types[step].derivation;
        continue;
      }
      if ((used & (element.blocked | program_.types[type].blocked)) != 0) return false;
      type = named;
      return true;
    }
    return false;
  }

  /// Reads xsi:nil.
  static bool is_nil(const Attribute& attribute, const ElementRow& element, bool& result) {
    if (!element.is_nillable || attribute.needs_unescape) return false;
    const auto value = trimmed(attribute.raw_value);
    result = value == "true" || value == "1";
    return (result || value == "false" || value == "0") && !(result && element.is_fixed);
  }
};

}  // namespace presentity::detail
