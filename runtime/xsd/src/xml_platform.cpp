// SPDX-License-Identifier: MIT
#include "xerces_text.hpp"

#include <presentity/xml_platform.hpp>

#include <xercesc/util/PlatformUtils.hpp>
#include <xercesc/util/XMLException.hpp>

#include <cstddef>
#include <mutex>
#include <stdexcept>

namespace presentity {
namespace {

/// The only state of the library that is shared by all: how many owners Xerces has.
std::mutex& platform_mutex() {
  static std::mutex mutex;
  return mutex;
}

std::size_t& platform_owners() {
  static std::size_t owners = 0;
  return owners;
}

}  // namespace

XmlPlatform::XmlPlatform() {
  const std::scoped_lock lock(platform_mutex());
  if (platform_owners() == 0) {
    try {
      xercesc::XMLPlatformUtils::Initialize();
    } catch (const xercesc::XMLException& e) {
      throw std::runtime_error("Xerces-C++ cannot start: " + detail::to_utf8(e.getMessage()));
    }
  }
  ++platform_owners();
}

XmlPlatform::XmlPlatform(const XmlPlatform& /*other*/) : XmlPlatform() {}

XmlPlatform::~XmlPlatform() {
  const std::scoped_lock lock(platform_mutex());
  if (--platform_owners() == 0) xercesc::XMLPlatformUtils::Terminate();
}

}  // namespace presentity
