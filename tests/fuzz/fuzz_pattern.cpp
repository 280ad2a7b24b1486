// SPDX-License-Identifier: MIT
// Patterns: the first line of an input is an expression, the rest a value to match. What a pattern
// costs is limited, so that libFuzzer's limit of time for an input shows what is not linear.
#include "finding.hpp"
#include "simple/xsd_pattern.hpp"
#include "unicode.hpp"

#include <algorithm>
#include <cstdint>

using namespace presentity::detail;
using presentity::fuzz::require;

namespace {

constexpr PatternLimits limits{500, 1'000, 100'000, 300'000, 50};

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto length = decode_utf8(text, at).length;
    if (length == 0) return false;
    at += length;
  }
  return true;
}

void check_table(const Pattern& pattern) {
  const auto states = pattern.state_count();
  const auto is_class = [&](std::uint16_t c) { return c < pattern.class_count; };
  require(states <= limits.states, "too many states");
  require(pattern.transitions.size() <= limits.cells, "too many cells");
  require(pattern.transitions.size() == states * pattern.class_count, "a state is not whole");
  require(pattern.start < states && pattern.first_accepting <= states, "a state is not there");
  require(pattern.ascii_classes.size() == 128, "not as many classes as ASCII has characters");
  require(std::ranges::all_of(pattern.ascii_classes, is_class), "a class is not there");
  require(std::ranges::all_of(pattern.range_classes, is_class), "a class is not there");
  require(pattern.range_first.size() == pattern.range_classes.size(), "a range has no class");
  require(!pattern.range_first.empty() && pattern.range_first.front() == 0, "no range from 0");
  require(std::ranges::is_sorted(pattern.range_first), "ranges are not in order");
  require(
      std::ranges::all_of(pattern.transitions, [&](std::uint16_t next) { return next < states; }),
      "a next state is not there");
}

/// Another way to write an expression: it matches the same, or is beyond a limit.
void compare(const std::string& other, std::string_view value, bool matches) {
  const auto compiled = compile_pattern(other, limits);
  if (!compiled.error.empty()) {
    require(compiled.error.find("limit") != std::string::npos ||
                compiled.error.find("too") != std::string::npos,
            "an expression in parentheses is none", compiled.error);
    return;
  }
  require(match(compiled.pattern.table(), value) == matches, "does not match the same", other);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto line = std::min(input.find('\n'), input.size());
  const auto expression = input.substr(0, line);
  const auto value = input.substr(std::min(line + 1, size));
  if (!is_utf8(expression)) return 0;

  const auto compiled = compile_pattern(expression, limits);
  if (!compiled.error.empty()) {
    require(compiled.error_at <= expression.size(), "an error is outside of the expression");
    return 0;
  }
  check_table(compiled.pattern);
  const bool matches = match(compiled.pattern.table(), value);
  require(!matches || is_utf8(value), "matches what is not UTF-8");
  const std::string same(expression);
  compare("(" + same + ")", value, matches);
  compare("(" + same + "){1}|" + same, value, matches);
  return 0;
}
