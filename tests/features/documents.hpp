// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/native.hpp>
#include <presentity/schemas.hpp>

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Puts the documents of a feature folder through its generated code.

namespace presentity::testing {

/// What generated code makes of a document.
struct Passage {
  std::vector<Diagnostic> errors;  ///< Of reading. If there are any, the rest means nothing.
  WriteResult written = std::string();
  bool is_same = false;  ///< Whether what was written is read as an equal value.
};

/// Reads a document, writes the value and reads that.
using Passing = std::function<Passage(std::string_view xml)>;

template <class T>
Passing document(ReadResult<T> (*read)(std::string_view, const ReadLimits&),
                 WriteResult (*write)(const T&)) {
  return [=](std::string_view xml) {
    Passage passage;
    const auto value = read(xml, {});
    if (!value) {
      passage.errors = value.error();
      return passage;
    }
    passage.written = write(*value);
    if (!passage.written) return passage;
    const auto again = read(*passage.written, {});
    passage.is_same = again && *again == *value;
    return passage;
  };
}

/// Checks all documents of a feature, whose generated code has these document elements and schemas.
///
/// `valid_*.xml`: is read; what is written is valid, read as an equal value, and differs in nothing
/// that counts. `invalid_*.xml`: reading and validating give the errors of the `.txt` beside it.
/// Xerces-C++ agrees about each; what begins with `valid_but_` or `invalid_but_` it does not see
/// that way.
///
/// With PRESENTITY_UPDATE in the environment, the `.txt` files are written instead.
void check_documents(std::string_view feature, const Schemas& schemas,
                     std::initializer_list<Passing> documents);

/// The rules of the errors, in their order: what a use test asks for.
[[nodiscard]] std::vector<std::string> rules_of(const std::vector<Diagnostic>& errors);

}  // namespace presentity::testing
