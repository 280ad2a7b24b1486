// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/binding.hpp>
#include <presentity/result.hpp>

#include <string>
#include <string_view>
#include <vector>

/// \file
/// Documents of any kind, for programs that take whatever comes.

namespace presentity::native {

/// Every document element that the built-in schemas declare. Made at the first call.
[[nodiscard]] const std::vector<binding::Document>& documents();

/// Reads a document into plain structs and writes them.
///
/// Errors: a sentence saying why there is no such object, or why it cannot be written. May be
/// called from any number of threads.
[[nodiscard]] Result<std::string, std::string> round_trip(std::string_view xml);

}  // namespace presentity::native
