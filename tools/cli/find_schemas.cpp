// SPDX-License-Identifier: MIT
#include "cli/find_schemas.hpp"

#include "cli/files.hpp"
#include "cli/print_text.hpp"
#include "cli/results.hpp"

#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace presentity::cli {
namespace {

constexpr std::size_t most_schema_bytes = 16U << 20U;

bool read_schemas(const std::vector<std::string>& paths, std::vector<SchemaSource>& schemas,
                  std::ostream& err) {
  bool all_read = true;
  for (const auto& path : paths) {
    auto text = read_file(path, most_schema_bytes + 1);
    if (text && text->size() <= most_schema_bytes) {
      schemas.push_back({path, *std::move(text)});
      continue;
    }
    const std::string reason = text ? "larger than 16 MiB" : text.error();
    err << terminal_text(path) << ": error: cannot read the schema: " << terminal_text(reason)
        << '\n';
    all_read = false;
  }
  return all_read;
}

}  // namespace

std::optional<Schemas> find_schemas(const DocumentOptions& options, Session& session) {
  if (options.engine == "native" && options.schemas.empty()) return Schemas::built_in();

  std::ostream& err = session.console.err;
  if (session.resources.load_schemas == nullptr) {
    print_error(err, "this build cannot load schemas: it has no Xerces-C++");
    return std::nullopt;
  }
  std::vector<SchemaSource> sources;
  if (!read_schemas(options.schemas, sources, err)) return std::nullopt;

  const auto schemas = session.resources.load_schemas(sources);
  if (schemas) return *schemas;

  for (Diagnostic diagnostic : schemas.error()) {
    // The path of such a diagnostic is the name of the schema.
    const std::string name = std::exchange(diagnostic.path, {});
    print_diagnostic(err, name.empty() ? "(schemas)" : name, diagnostic, Palette{});
  }
  return std::nullopt;
}

}  // namespace presentity::cli
