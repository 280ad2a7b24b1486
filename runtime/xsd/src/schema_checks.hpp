// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/diagnostic.hpp>
#include <presentity/load_schemas.hpp>

#include <span>
#include <string>
#include <vector>

namespace presentity::detail {

/// An `xs:import`, `xs:include` or `xs:redefine`.
struct SchemaReference {
  bool is_import = false;
  std::string namespace_uri;  ///< Of an import; empty for none.
  std::string file;           ///< Without folder; empty if not stated.
  Position position;
};

/// What an XSD says of itself, read before the schema processor sees it.
struct SchemaHead {
  std::string name;              ///< Last part of the source's name.
  std::string target_namespace;  ///< Empty for none.
  std::vector<SchemaReference> references;
};

/// Reads the head of `schema` and refuses what would harm the schema processor: a document type
/// declaration, something that is not a schema, dangerous patterns.
///
/// Errors are appended to `diagnostics` as `bad-schema`.
SchemaHead check_schema(const SchemaSource& schema, std::vector<Diagnostic>& diagnostics);

/// Refuses too many schemas, too much text, and content models of more than 1,000 particles, or of
/// more than 10,000 when occurrences are written out (2,000 where a group is repeated). Call with
/// schemas that passed `check_schema`.
void check_size(std::span<const SchemaSource> schemas, std::vector<Diagnostic>& diagnostics);

/// Returns what stands behind the last '/' or '\'.
[[nodiscard]] std::string file_name(std::string_view path);

}  // namespace presentity::detail
