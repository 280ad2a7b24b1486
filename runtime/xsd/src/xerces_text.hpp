// SPDX-License-Identifier: MIT
#pragma once

#include <xercesc/util/XercesDefs.hpp>

#include <string>
#include <string_view>

namespace presentity::detail {

/// Converts between UTF-8 and the UTF-16 of Xerces. Ill-formed input gives U+FFFD, never a failure;
/// a null pointer gives "".
[[nodiscard]] std::string to_utf8(const XMLCh* text);
[[nodiscard]] std::basic_string<XMLCh> to_utf16(std::string_view utf8);

}  // namespace presentity::detail
