// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/diagnostic.hpp>

#include <cstddef>
#include <string_view>

namespace presentity::detail {

/// The place `offset` bytes behind `base`, where `text` begins.
[[nodiscard]] inline Position position_from(const Position& base, std::string_view text,
                                            std::size_t offset) noexcept {
  const auto step = position_at(text, offset);
  return {base.line + step.line - 1, step.line == 1 ? base.column + step.column - 1 : step.column,
          base.offset + step.offset};
}

/// Counts the lines of a text once for offsets that come in ascending order.
class PositionCounter {
 public:
  /// `text` must outlive the counter.
  explicit PositionCounter(std::string_view text) : text_(text) {}

  [[nodiscard]] Position at(std::size_t offset) noexcept {
    if (offset < last_.offset) last_ = {};
    last_ = position_from(last_, text_.substr(last_.offset), offset - last_.offset);
    return last_;
  }

 private:
  std::string_view text_;
  Position last_;
};

}  // namespace presentity::detail
