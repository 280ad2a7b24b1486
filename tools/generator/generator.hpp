// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/diagnostic.hpp>
#include <presentity/validator.hpp>

#include <map>
#include <string>
#include <vector>

namespace presentity::generator {

struct GenerateOptions {
  /// The schemas to bind; their names are paths. Each one's stem becomes the name of two files.
  std::vector<SchemaSource> schemas;
  /// C++ namespaces by XML namespace, before the rule of docs/generated-code.md.
  std::map<std::string, std::string> namespaces;
  /// Stem of the file with the tables; empty: that of the first schema.
  std::string name;
  /// Without the file with the tables.
  bool bindings_only = false;
};

struct GeneratedFile {
  std::string name;
  std::string text;
};

struct Generation {
  std::vector<GeneratedFile> files;
  std::vector<Diagnostic> diagnostics;  ///< `path` is the schema. Warnings do not keep files back.

  [[nodiscard]] bool has_errors() const;
};

/// Generates native bindings for schemas of a user.
///
/// Errors: `bad-schema`, `unsupported-...`, `unlisted-schema`.
[[nodiscard]] Generation generate(const GenerateOptions& options);

/// Generates the bindings of the built-in schemas.
[[nodiscard]] Generation generate_built_in();

}  // namespace presentity::generator
