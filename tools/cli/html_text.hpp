// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

/// \file
/// Text for HTML pages.

namespace presentity::cli {

/// Returns `text` as it may stand between tags and in quoted attributes: no markup, and everything
/// that `terminal_text` escapes is escaped. Line ends stay.
[[nodiscard]] std::string html_text(std::string_view text);

}  // namespace presentity::cli
