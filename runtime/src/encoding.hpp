// SPDX-License-Identifier: MIT
#pragma once

#include "scan_error.hpp"

#include <presentity/result.hpp>

#include <string>
#include <string_view>

/// \file
/// From the bytes of a document to checked UTF-8.
///
/// Source: XML 1.0, fifth edition, section 4.3.3 and appendix F. Only UTF-8, UTF-16, ISO-8859-1 and
/// US-ASCII are read: other encodings let two readers see different text (findings: SECURITY.md).

namespace presentity::detail {

/// UTF-8 text, owned or borrowed from the input.
class Utf8Text {
 public:
  static Utf8Text borrowed(std::string_view text) { return Utf8Text(text, {}); }
  static Utf8Text owned(std::string text) { return Utf8Text({}, std::move(text)); }

  [[nodiscard]] std::string_view view() const noexcept {
    return storage_.empty() ? borrowed_ : std::string_view(storage_);
  }

 private:
  Utf8Text(std::string_view text, std::string storage)
      : borrowed_(text), storage_(std::move(storage)) {}

  std::string_view borrowed_;
  std::string storage_;
};

/// How nearly every document begins: worth a look before it is taken apart.
inline constexpr std::string_view usual_declaration = R"(<?xml version="1.0" encoding="UTF-8"?>)";

/// Returns `bytes` as UTF-8 without a byte order mark; borrowed from `bytes` where they are UTF-8.
/// Every byte is checked: the result is valid UTF-8 and holds only characters XML allows.
///
/// Errors: `unsupported-encoding`, `malformed-xml`.
Result<Utf8Text, ScanError> decode(std::string_view bytes);

/// Returns a decoded document with an XML declaration that says so. No other byte moves: spaces
/// make up for a shorter name.
std::string declared_as_utf8(std::string_view utf8);

}  // namespace presentity::detail
