// SPDX-License-Identifier: MIT
#pragma once

namespace presentity {

/// Keeps the process-wide state of Xerces-C++ alive.
///
/// Xerces must be initialized before and terminated after every use of it; its own counting is not
/// thread-safe. Every object of this library that uses Xerces holds an `XmlPlatform`, and so must
/// code that keeps Xerces objects (a DOM node of a tree binding, say) beyond them. Construction
/// and destruction are thread-safe. Throws `std::runtime_error` if Xerces cannot start.
class XmlPlatform {
 public:
  XmlPlatform();
  XmlPlatform(const XmlPlatform& other);
  XmlPlatform& operator=(const XmlPlatform&) = default;
  ~XmlPlatform();
};

}  // namespace presentity
