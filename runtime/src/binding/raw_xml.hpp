// SPDX-License-Identifier: MIT
#pragma once

#include "program/markup_reader.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace presentity::detail {

/// Returns `xml`, an element of a document, with the declarations that it needs from around it. The
/// first `outer` bindings of `markup` are those; the rest it declares itself.
///
/// A prefix counts as needed if it stands before a colon anywhere in the element: it may be part of
/// a value that is a QName, and nobody knows its type. What is in `scratch` does not matter; kept
/// between calls, it is not allocated again.
[[nodiscard]] std::string self_contained(std::string_view xml, const MarkupScratch& markup,
                                         std::size_t outer, std::string& scratch);

/// Where the name of the first tag of `xml`, an element, ends: the place for further declarations.
[[nodiscard]] std::size_t tag_name_end(std::string_view xml);

/// Whether `xml`, an element, has names that mean another namespace where there is a default one
/// around it: names without a prefix, and no declaration of its own for them.
[[nodiscard]] bool needs_no_default(std::string_view xml);

}  // namespace presentity::detail
