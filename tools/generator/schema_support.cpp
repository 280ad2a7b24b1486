// SPDX-License-Identifier: MIT
#include "generator/schema_support.hpp"

#include "names.hpp"

#include <algorithm>
#include <string>

namespace presentity::generator {
namespace {

void report(const SchemaSources& sources, Place place, std::string_view rule, std::string message,
            std::string help, std::vector<Diagnostic>& diagnostics) {
  diagnostics.push_back({Severity::error, rule, sources.position(place),
                         sources.file(place.file).path, "", std::move(message), std::move(help)});
}

void check_references(const SchemaSources& sources, FileId file,
                      std::vector<Diagnostic>& diagnostics) {
  for (const auto& reference : sources.references(file)) {
    const auto stem = reference.file.substr(0, reference.file.rfind('.'));
    const bool is_bound = stem.empty() || std::ranges::any_of(sources.files(), [&](const auto& f) {
                            return f.stem == stem;
                          });
    if (is_bound) continue;
    diagnostics.push_back({Severity::error, "unlisted-schema", reference.position,
                           sources.file(file).path, "",
                           "schema " + detail::quoted(reference.file) + " is not bound",
                           "list it too: each schema becomes a file of its own"});
  }
}

}  // namespace

void check_support(const SchemaSources& sources, std::vector<Diagnostic>& diagnostics) {
  for (FileId file = 0; file < sources.files().size(); ++file) {
    if (sources.file(file).is_built_in) continue;
    for (const auto* word : {"key", "keyref", "unique"}) {
      for (const auto place : sources.all(file, word)) {
        report(sources, place, "unsupported-identity-constraint",
               "xs:" + std::string(word) + " is not checked by native bindings",
               "remove it, or validate documents with the schema before reading them", diagnostics);
      }
    }
    for (const auto place : sources.all(file, "redefine")) {
      report(sources, place, "unsupported-redefine", "xs:redefine has no C++ counterpart",
             "declare the changed types under names of their own", diagnostics);
    }
    check_references(sources, file, diagnostics);
  }
}

}  // namespace presentity::generator
