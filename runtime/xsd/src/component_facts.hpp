// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/detail/schema_model.hpp>

#include <xercesc/framework/psvi/XSSimpleTypeDefinition.hpp>

#include <string>
#include <string_view>
#include <vector>

/// \file
/// What is asked of single schema components of Xerces.

namespace presentity::detail {

/// The strings of a list, which may be null.
[[nodiscard]] std::vector<std::string> strings(xercesc::StringList* list);

/// The name of a facet that limits values; empty for others.
[[nodiscard]] std::string_view facet_name(xercesc::XSSimpleTypeDefinition::FACET facet);

[[nodiscard]] WhiteSpace white_space(xercesc::XSSimpleTypeDefinition& definition);

/// The patterns of the type's own and of the types it restricts: a value must match all of them.
[[nodiscard]] std::vector<std::string> patterns(xercesc::XSTypeDefinition* definition);

/// The nearest built-in type, without prefix.
[[nodiscard]] std::string built_in_name(xercesc::XSTypeDefinition* definition);

}  // namespace presentity::detail
