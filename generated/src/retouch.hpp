// SPDX-License-Identifier: MIT
#pragma once

#include <xercesc/dom/DOMElement.hpp>

/// \file
/// What the round trip does to the DOM on both sides of the typed objects.

namespace presentity::tree::detail {

/// Marks every element below `root`. The mark is a namespace declaration, the one kind of attribute
/// that bindings never bind: it survives where a wildcard copies an element, and nowhere else.
void mark_descendants(xercesc::DOMElement& root);
void unmark_descendants(xercesc::DOMElement& root);
[[nodiscard]] bool is_marked(const xercesc::DOMElement& element);

/// Returns a new element with the name and the namespace declarations of `element`, without mark.
[[nodiscard]] xercesc::DOMElement& same_element(const xercesc::DOMElement& element);

/// Gives `after` what C++/Tree does not represent though it is no data: `xsi:` attributes that
/// change no type (a redundant `xsi:type`, `xsi:schemaLocation`), and the white space between the
/// items of a list. Elements correspond by position, as far as their names are the same.
void restore_unbound(const xercesc::DOMElement& before, xercesc::DOMElement& after);

}  // namespace presentity::tree::detail
