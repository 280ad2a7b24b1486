// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Undoes what logs do to XML.

namespace presentity::presence::log {

/// Text made from a part of a log, and where each of its bytes came from.
struct Unwrapped {
  std::string text;
  std::vector<std::size_t> origins;  ///< Offset in the log, one a byte of `text`.
  std::size_t end = 0;               ///< Offset in the log behind what was used.
};

/// Returns `log` as UTF-8 of characters that XML allows; others become U+FFFD. Line ends stay.
[[nodiscard]] std::string readable(std::string_view log);

/// Replaces the five named and all numeric character references in `text`, from `begin` to the next
/// `<` or the end.
[[nodiscard]] Unwrapped without_references(std::string_view text, std::size_t begin);

/// Replaces the escapes of JSON and C in `text`, from `begin` to the quote that ends the literal,
/// or the end of the line.
[[nodiscard]] Unwrapped without_escapes(std::string_view text, std::size_t begin);

/// Takes the prefix of the line of `begin` off the lines that follow and have one of the same
/// shape: any digit stands for any other. Nothing if there is no prefix or no such line.
[[nodiscard]] Unwrapped without_prefixes(std::string_view text, std::size_t begin);

}  // namespace presentity::presence::log
