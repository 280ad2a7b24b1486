// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

/// \file
/// Words for messages.

namespace presentity::detail {

/// Returns `text` in single quotes, cut after 80 bytes at a character boundary.
[[nodiscard]] std::string quoted(std::string_view text);

/// Returns "a, b or c"; after `most` names, "a, b, ... (12 in all)".
[[nodiscard]] std::string listed(std::span<const std::string> names, std::size_t most = 12);

/// Returns the name that `word` is most likely meant to be: few letters differ, or only the case.
/// Empty if none is near.
[[nodiscard]] std::string nearest(std::string_view word, std::span<const std::string> names);

/// Returns "did you mean 'x'?", or `otherwise` if nothing is near.
[[nodiscard]] std::string did_you_mean(std::string_view word, std::span<const std::string> names,
                                       std::string otherwise);

}  // namespace presentity::detail
