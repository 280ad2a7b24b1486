// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace presentity::cli {

/// Returns the names and versions of the program, of the libraries and of the schema set.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> versions();

/// Returns the same as lines of text.
[[nodiscard]] std::string versions_text();

}  // namespace presentity::cli
