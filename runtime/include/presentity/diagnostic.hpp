// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// \file
/// What is said about a document: a severity, a rule, a place, a sentence.

namespace presentity {

/// How much a diagnostic weighs. A document with an error is not valid; one with warnings is.
enum class Severity : std::uint8_t { error, warning };

[[nodiscard]] std::string_view to_string(Severity severity) noexcept;

/// A place in a document.
struct Position {
  std::size_t line = 1;    ///< From 1.
  std::size_t column = 1;  ///< From 1, in Unicode characters.
  std::size_t offset = 0;  ///< From 0, in bytes of the document's UTF-8 form.

  friend bool operator==(const Position&, const Position&) = default;
};

/// Returns the line and column of byte `offset` in the UTF-8 text `utf8`.
/// An offset past the end means the end. Cost: linear in `offset`.
[[nodiscard]] Position position_at(std::string_view utf8, std::size_t offset) noexcept;

/// One finding about a document or a schema.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string_view rule;  ///< Stable id, one of `rules()`. Points to static storage.
  Position position;      ///< Of the offending thing: attribute, start tag or text.
  std::string path;       ///< `/state/@manual`; empty where no element is concerned.
  std::string category;   ///< Category whose value is concerned; empty outside of values.
  std::string message;    ///< One sentence, lower case, no full stop.
  std::string help;       ///< What would be right, or empty.

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

}  // namespace presentity
