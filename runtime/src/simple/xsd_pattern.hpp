// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/detail/simple_types.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Regular expressions of XML Schema as deterministic automata.
///
/// Source: XML Schema Part 2, second edition, appendix F. `{` and `}` are metacharacters, as the
/// prose of that appendix says and its production 10 forgets. Categories are those of the Unicode
/// version in unicode_tables.hpp; `\i` and `\c` follow XML 1.0, fifth edition, as the scanner does.

namespace presentity::detail {

/// Owns the tables of a pattern.
struct Pattern {
  std::vector<std::uint16_t> ascii_classes;
  std::vector<std::uint32_t> range_first;
  std::vector<std::uint16_t> range_classes;
  std::vector<std::uint16_t> transitions;
  std::uint16_t class_count = 0;
  std::uint16_t start = 0;
  std::uint16_t first_accepting = 0;

  /// Valid as long as this object is neither changed nor destroyed; moving it is allowed.
  [[nodiscard]] PatternTable table() const noexcept {
    return {ascii_classes, range_first, range_classes,  transitions,
            class_count,   start,       first_accepting};
  }
  [[nodiscard]] std::size_t state_count() const noexcept {
    return class_count == 0 ? 0 : transitions.size() / class_count;
  }
};

/// What a pattern may cost to compile. A pattern beyond a limit is an error, never a slow build.
struct PatternLimits {
  std::size_t states = 10'000;     ///< Of the automaton; at most 65,535.
  std::size_t positions = 20'000;  ///< Characters and classes after `{n,m}` is written out.
  std::size_t cells = 4'000'000;   ///< States times classes.
  std::size_t work = 25'000'000;   ///< Elementary steps: a fraction of a second, 100 MB at worst.
  std::size_t depth = 200;         ///< Groups and class subtractions inside of each other.
};

/// A pattern or, if `error` is not empty, the reason why there is none.
struct PatternResult {
  Pattern pattern;
  std::string error;         ///< "unknown block 'IsKlingon'"; lower case, no full stop.
  std::size_t error_at = 0;  ///< Byte of the expression.
};

/// Compiles `expression`, which must be UTF-8. The whole of a value must match: there is no anchor.
///
/// Errors: the text is not a regular expression of appendix F; it names an unknown category or
/// block; it exceeds a limit. Throws std::bad_alloc only.
[[nodiscard]] PatternResult compile_pattern(std::string_view expression,
                                            const PatternLimits& limits = {});

/// Whether the whole of `text` matches. Text that is not UTF-8 does not. Linear in `text`;
/// allocates nothing.
[[nodiscard]] bool match(const PatternTable& table, std::string_view text) noexcept;

}  // namespace presentity::detail
