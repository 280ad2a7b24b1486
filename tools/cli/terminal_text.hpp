// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// \file
/// Text for people: harmless on a terminal, coloured if asked for.

namespace presentity::cli {

/// Returns `text` with everything escaped that a terminal could obey or show misleadingly: control
/// characters and direction overrides as `\u{9B}`, bytes that are not UTF-8 as `\xFF`.
/// Line ends are escaped too, so the result is one line.
[[nodiscard]] std::string terminal_text(std::string_view text);

enum class Color : std::uint8_t { bold, red, yellow, cyan };

/// Colours text, or leaves it alone.
struct Palette {
  bool enabled = false;

  [[nodiscard]] std::string paint(Color color, std::string_view text) const;
};

}  // namespace presentity::cli
