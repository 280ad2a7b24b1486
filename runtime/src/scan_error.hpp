// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/diagnostic.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace presentity::detail {

/// Why a document could not be read; becomes a diagnostic once lines are counted.
struct ScanError {
  std::string_view rule;
  std::size_t offset = 0;  ///< Byte of the UTF-8 text.
  std::string message;
  std::string help;
  std::optional<Position> position = {};  ///< Where the text that `offset` counts in is lost.
};

}  // namespace presentity::detail
