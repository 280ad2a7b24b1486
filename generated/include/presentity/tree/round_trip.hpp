// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/result.hpp>

#include <string>
#include <string_view>

namespace presentity::tree {

/// Reads a document into the typed objects of the tree bindings and writes those objects.
///
/// `utf8` must be valid; its document element is one of those that presentity declares. A category
/// value inside an envelope is read and written as its own type, too.
///
/// Errors: a sentence saying why there is no such object, or why it cannot be written. No exception
/// escapes but `std::bad_alloc`. May be called from any number of threads.
[[nodiscard]] Result<std::string, std::string> round_trip(std::string_view utf8);

}  // namespace presentity::tree
