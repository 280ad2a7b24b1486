// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

namespace presentity {

/// A file of `schemas/`, compiled into the library.
struct EmbeddedFile {
  std::string_view name;  ///< Relative to `schemas/`, as `grammars/lync2013-containers.xml`.
  std::string_view text;
};

/// Returns the built-in schemas, the XML catalog and the grammars, in the order of their names.
[[nodiscard]] std::span<const EmbeddedFile> embedded_schemas() noexcept;

/// Returns the text of the file with this name; empty if there is none.
[[nodiscard]] std::string_view embedded_schema(std::string_view name) noexcept;

}  // namespace presentity
