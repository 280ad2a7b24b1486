// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace presentity::generator::cpp {

/// How a built-in type of XML Schema is held in C++.
struct BuiltIn {
  std::string_view xsd;          ///< Without prefix.
  std::string_view type;         ///< As generated code writes it.
  std::string_view header;       ///< With brackets; empty for none.
  std::string_view value;        ///< In `presentity::binding::values`.
  std::string_view initializer;  ///< Of a member; empty if the type has one.
  bool is_text = false;          ///< Whether enumerations of it become enum classes.
};

/// The row of the built-in type `xsd`; that of `anySimpleType` if it has none. The last place of
/// the mapping: a table.
[[nodiscard]] const BuiltIn& built_in(std::string_view xsd);

}  // namespace presentity::generator::cpp
