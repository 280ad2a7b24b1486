// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/binding.hpp>
#include <presentity/diagnostic.hpp>
#include <presentity/read_limits.hpp>
#include <presentity/result.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// \file
/// Reads documents into plain structs and writes them. Generated code declares a `read_...` and a
/// `write_...` for each document element, which are made of what is here.

namespace presentity {

/// The value of a document, or what is wrong with the document: at least one diagnostic, all of
/// them errors, the same as `Validator::validate` gives.
template <class T>
using ReadResult = Result<T, std::vector<Diagnostic>>;

/// A document in UTF-8, or what would be wrong with it.
using WriteResult = Result<std::string, std::vector<Diagnostic>>;

enum class WriteCheck : std::uint8_t {
  on,   ///< The document is validated before it is returned.
  off,  ///< It is valid if the value is: required parts are there, texts keep to their facets.
};

namespace binding {

/// The declaration of the document element of `xml`, as in `Root::element`; `no_id` if it cannot be
/// told or is no element that `schemas` declare.
[[nodiscard]] std::uint32_t find_root(const Schemas& schemas, std::string_view xml,
                                      const ReadLimits& limits = {});

/// Reads `xml` into `object`, which is one of `root` in its initial state. Returns the errors; if
/// there are any, `object` is to be thrown away.
///
/// The document is validated as it is read. Parts that no schema knows are kept as they are.
[[nodiscard]] std::vector<Diagnostic> read_document(const Root& root, std::string_view xml,
                                                    const ReadLimits& limits, void* object);

template <class T>
[[nodiscard]] ReadResult<T> read(const Root& root, std::string_view xml, const ReadLimits& limits) {
  T object{};
  auto errors = read_document(root, xml, limits, &object);
  if (!errors.empty()) return Unexpected{std::move(errors)};
  return object;
}

/// Writes `object`, which is one of `root`. Never white space between elements; namespaces are
/// declared on the document element, that of the document element as the default one.
[[nodiscard]] WriteResult write(const Root& root, const void* object,
                                WriteCheck check = WriteCheck::on);

}  // namespace binding
}  // namespace presentity
