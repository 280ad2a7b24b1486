// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/diagnostic.hpp>
#include <presentity/presence/category_names.hpp>
#include <presentity/result.hpp>
#include <presentity/validator.hpp>

#include <string>
#include <string_view>
#include <vector>

/// \file
/// Whether a document is a value of a category. For this library and presentity::grammar.

namespace presentity::presence {

/// A value that was found to be one of its category.
struct CheckedValue {
  std::string xml;        ///< Its element, self-contained, in UTF-8.
  bool is_empty = false;  ///< Neither elements nor text in it.
};

/// Checks that `document` is a valid value of `category`. One of a category that no schema declares
/// must be well-formed, no more.
///
/// Errors: those of `validate`, `category-mismatch`.
[[nodiscard]] Result<CheckedValue, std::vector<Diagnostic>> check_value(std::string_view document,
                                                                        std::string_view category,
                                                                        const Validator& validator);

/// `unregistered-category` at `path`, with the name that was probably meant.
[[nodiscard]] Diagnostic unregistered(std::string_view category, const CategoryNames& names,
                                      std::string path = {});

}  // namespace presentity::presence
