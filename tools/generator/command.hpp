// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

namespace presentity::generator {

/// Exit statuses: 0 done, 1 the schemas have errors or files are stale, 2 wrong usage, 3 a file
/// cannot be read or written.
[[nodiscard]] int run_command(int argc, const char* const* argv, std::ostream& out,
                              std::ostream& err);

}  // namespace presentity::generator
