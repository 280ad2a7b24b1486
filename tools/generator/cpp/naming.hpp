// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>

/// \file
/// C++ identifiers from XML names. The rules stand in docs/generated-code.md.

namespace presentity::generator::cpp {

/// `noteTypeBody` gives `NoteTypeBody`, `flag-valuesEnum` gives `FlagValuesEnum`.
[[nodiscard]] std::string type_name(std::string_view xml_name);

/// `displayADPhoto` gives `display_ad_photo`, `default` gives `default_`. Also for enumerators: any
/// text will do.
[[nodiscard]] std::string member_name(std::string_view xml_name);

/// The same for a part of an identifier: keywords are no matter.
[[nodiscard]] std::string snake_name(std::string_view xml_name);

/// The last part of a namespace URI that can be an identifier. Empty if there is none.
[[nodiscard]] std::string namespace_name(std::string_view uri);

/// Whether `name` may be used as C++ namespace, such as `acme::orders`.
[[nodiscard]] bool is_namespace(std::string_view name);

/// The names of one scope. Whoever comes first keeps a name; later ones get a number: `Note2`,
/// `note_2`.
class Scope {
 public:
  /// Returns `wanted` or a numbered variant of it that no other name of this scope equals, not even
  /// when both are written as members are.
  std::string add(const std::string& wanted);
  [[nodiscard]] bool contains(std::string_view name) const;

 private:
  std::set<std::string> used_;
};

}  // namespace presentity::generator::cpp
