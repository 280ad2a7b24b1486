// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/raw.hpp>

#include <string>
#include <string_view>

/// \file
/// Values in a few words.

namespace presentity::cli {

/// Says what the value of a category holds, such as `Busy 6900, urgent-interruptions-only`. Text of
/// the value stands in it as it is: escape it before it is shown. `empty` for a value that hides.
[[nodiscard]] std::string summarize(std::string_view category, const RawElement& value);

}  // namespace presentity::cli
