// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace presentity::cli {

/// Returns the name that `typed` was most likely meant to be; empty if none is near.
[[nodiscard]] std::string_view closest(std::string_view typed,
                                       const std::vector<std::string_view>& names);

/// Returns `; did you mean 'NAME'?`, or nothing if no name is near.
[[nodiscard]] std::string did_you_mean(std::string_view typed,
                                       const std::vector<std::string_view>& names);

}  // namespace presentity::cli
