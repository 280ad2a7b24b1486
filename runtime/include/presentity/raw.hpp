// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/qname.hpp>

#include <string>

/// \file
/// Open content: what a wildcard of a schema (`xs:any`, `xs:anyAttribute`) allows.

namespace presentity {

/// An element as XML.
struct RawElement {
  /// One element in UTF-8, without an XML declaration. It declares all prefixes that it uses.
  std::string xml;

  friend bool operator==(const RawElement&, const RawElement&) = default;
};

/// An attribute.
struct RawAttribute {
  QName name;
  std::string value;  ///< As read, references replaced: `&` and not `&amp;`.

  friend bool operator==(const RawAttribute&, const RawAttribute&) = default;
};

}  // namespace presentity
