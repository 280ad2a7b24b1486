// SPDX-License-Identifier: MIT
#pragma once

#include "simple_type.hpp"

#include <cstdint>
#include <string>
#include <string_view>

/// \file
/// Checks values against simple types. Source: XML Schema Part 2, second edition, section 4.1.4.

namespace presentity::detail {

/// Whether `text`, as it stands in the document after entities are resolved, is a value of type
/// number `type`.
///
/// `scratch` is where text with irregular white space is copied to, if a pattern, a length or an
/// enumeration needs it without; its contents do not matter. Keep it between calls: once it is
/// large enough, nothing is allocated. Linear in the text, apart from bounds and enumerations.
[[nodiscard]] bool accepts(const SimpleTypes& table, std::uint32_t type, std::string_view text,
                           std::string& scratch);

/// Returns `text` with its white space treated as `rule` says: `text` itself or a part of it if
/// that will do, or a view of `scratch`.
[[nodiscard]] std::string_view normalized(WhiteSpace rule, std::string_view text,
                                          std::string& scratch);

/// Returns `text`, a value of `type`, which is no union, with its white space treated as the type
/// says. What is no value may keep some.
[[nodiscard]] std::string_view literal_of(const SimpleType& type, std::string_view text,
                                          std::string& scratch);

/// Removes the first item of a list from `rest` and returns it; empty at the end.
[[nodiscard]] std::string_view next_item(std::string_view& rest) noexcept;

inline constexpr std::uint32_t no_member = ~std::uint32_t{0};

/// Checks like `accepts`. Returns the type that took the value: `type` itself or, of a union, its
/// first member that did, members of members included; `no_member` if the value is not accepted.
[[nodiscard]] std::uint32_t type_by_facets(const SimpleTypes& table, std::uint32_t type,
                                           std::string_view text, std::string& scratch);
[[nodiscard]] inline std::uint32_t accepting_type(const SimpleTypes& table, std::uint32_t type,
                                                  std::string_view text, std::string& scratch) {
  const bool is_any_text = table[type].shortcut == SimpleType::Shortcut::any_text;
  return is_any_text ? type : type_by_facets(table, type, text, scratch);
}

/// Whether `a` and `b`, both accepted by type number `type`, are the same value.
[[nodiscard]] bool are_equal_values(const SimpleTypes& table, std::uint32_t type,
                                    std::string_view a, std::string_view b, std::string& scratch);

}  // namespace presentity::detail
