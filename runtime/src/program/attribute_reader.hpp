// SPDX-License-Identifier: MIT
#pragma once

#include "program/open_element.hpp"
#include "program/wildcard.hpp"
#include "program/xsi_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// \file
/// Attributes against the types of their elements.

namespace presentity::detail {

/// Checks the attributes of the last tag, and tells a sink of them: see `Engine`. Every function
/// returns false on a mistake and, unless the sink tolerates remarks, where there is something to
/// warn about.
class AttributeReader : protected XsiReader {
 protected:
  using XsiReader::XsiReader;

  /// Those of an element that no schema knows.
  bool check_unknown_attributes() {
    return std::ranges::all_of(scratch_.attributes, [&](const Attribute& attribute) {
      if (attribute.kind == Attribute::Kind::declaration) return true;
      if (is_schema_location(attribute)) return false;
      if (!is_unknown_name(attribute.local())) return false;
      if (attribute.needs_unescape) {
        return unescape(attribute.raw_value, true) && values_.value.size() <= limits_.value_bytes;
      }
      return true;
    });
  }

  template <class Sink>
  bool check_attributes(PlacedElement<Sink>& element, Sink& sink) {
    const auto& type = *element.type;
    if (scratch_.attributes.empty()) return type.required_attributes == 0;
    const auto uses = program_.attributes.subspan(type.attributes.begin, type.attributes.count);
    std::size_t required_seen = 0;
    std::size_t expected = 0;  // they are mostly in the order of the schema
    for (const auto& attribute : scratch_.attributes) {
      if (attribute.kind == Attribute::Kind::declaration) continue;
      if (attribute.kind == Attribute::Kind::schema) {
        if (attribute.local() != "type" && attribute.local() != "nil") return false;
        continue;
      }
      std::string_view value = attribute.raw_value;
      if (attribute.needs_unescape) {
        if (!unescape(value, true)) return false;
        value = values_.value;
      }
      const SoughtName name{attribute.namespace_id, attribute.local(), key_of(attribute.local())};
      NameId name_id = no_row;
      auto index = expected;
      if (index >= uses.size() || !is_named(program_.names[uses[index].name], name)) {
        if (!identify(name, name_id)) return false;
        index = find_use(uses, name_id);
      }
      if (index == uses.size()) {
        if (!other_attribute(element, attribute, name_id, value, sink)) return false;
        continue;
      }
      if (!declared_attribute(element, uses[index], index, value, sink)) return false;
      required_seen += uses[index].is_required ? 1U : 0U;
      expected = index + 1;
    }
    return required_seen == type.required_attributes;
  }

  /// `use` is the use `index` of the element's type.
  template <class Sink>
  bool declared_attribute(PlacedElement<Sink>& element, const AttributeRow& use, std::size_t index,
                          std::string_view value, Sink& sink) {
    if (!Sink::tolerates_remarks && use.is_undocumented) return false;
    std::uint32_t member = 0;
    if (!is_valid<Sink::tolerates_remarks>(use, value, member)) return false;
    if (use.bit != 0) element.bits |= std::uint64_t{1} << (use.bit - 1U);
    if (!note_category(element, use.name, value, Sink::tolerates_remarks)) return false;
    return sink.attribute(element.place, index, value, member);
  }

  /// Of envelopes.
  [[nodiscard]] std::size_t entries() const noexcept { return entries_; }

 private:
  static std::size_t find_use(std::span<const AttributeRow> uses, NameId name) {
    if (name == no_row) return uses.size();
    const auto found = std::ranges::find(uses, name, &AttributeRow::name);
    return static_cast<std::size_t>(found - uses.begin());
  }

  template <bool ToleratesRemarks>
  bool is_valid(const AttributeRow& use, std::string_view value, std::uint32_t& member) {
    const auto& type = program_.types[use.type];
    return check_value<ToleratesRemarks>(type, value, member) &&
           (!use.is_fixed || is_fixed_value(type, value, use.fixed));
  }

  /// An attribute that the type does not name.
  template <class Sink>
  bool other_attribute(PlacedElement<Sink>& element, const Attribute& attribute, NameId name,
                       std::string_view value, Sink& sink) {
    const auto& type = *element.type;
    if (type.any_attribute == no_row || value.size() > limits_.value_bytes) return false;
    const auto& wildcard = program_.wildcards[type.any_attribute];
    if (!allows(program_, wildcard, attribute.namespace_id)) return false;
    if (wildcard.process != WildcardRow::Process::skip) {
      const auto global = name == no_row ? no_row : program_.names[name].attribute;
      std::uint32_t member = 0;
      if (global == no_row) {
        if (wildcard.process == WildcardRow::Process::strict) return false;
        if (!Sink::tolerates_remarks && attribute.namespace_id == 0) return false;
      } else if (!is_valid<Sink::tolerates_remarks>(program_.attributes[global], value, member)) {
        return false;
      }
    }
    return sink.other_attribute(element.place, attribute, value);
  }

  /// Remembers the category that an envelope's entry names: its value must be one of that category.
  bool note_category(OpenElement& element, NameId attribute, std::string_view value,
                     bool tolerates_remarks) {
    if (attribute != program_.category_attributes[0] &&
        attribute != program_.category_attributes[1]) {
      return true;
    }
    for (std::size_t i = 0; i < program_.category_entries.size(); ++i) {
      if (program_.category_entries[i] != element.name) continue;
      if (program_.category_attributes[i] != attribute) continue;
      ++entries_;
      const auto category = trimmed(value);
      const auto row = std::ranges::find(program_.categories, category, &CategoryRow::name);
      if (row == program_.categories.end()) return tolerates_remarks;
      element.category = static_cast<std::uint32_t>(row - program_.categories.begin());
      return true;
    }
    return true;
  }

  std::size_t entries_ = 0;
};

}  // namespace presentity::detail
