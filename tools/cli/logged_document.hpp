// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/diagnostic.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace presentity::cli {

/// A document of a log, or something in it of which there is no document.
struct LoggedDocument {
  Position position;                  ///< In the log.
  std::string xml;                    ///< UTF-8, without an XML declaration.
  std::optional<Diagnostic> finding;  ///< Why there is no document; then the rest is empty.
  /// Returns where in the log a byte of `xml` stands.
  std::function<Position(std::size_t offset)> place = {};
};

}  // namespace presentity::cli
