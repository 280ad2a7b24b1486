// SPDX-License-Identifier: MIT
#include "generator/cpp/lower.hpp"

#include "generator/cpp/check_types.hpp"
#include "generator/cpp/lower_file.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace presentity::generator::cpp {
namespace {

using Includes = std::map<FileId, std::set<FileId>>;

bool includes(const Includes& graph, FileId from, FileId to, std::set<FileId>& seen) {
  const auto found = graph.find(from);
  if (found == graph.end() || !seen.insert(from).second) return false;
  return std::ranges::any_of(
      found->second, [&](FileId next) { return next == to || includes(graph, next, to, seen); });
}

/// Headers cannot include each other in circles.
void check_circles(const Includes& graph, const SchemaSources& sources,
                   std::vector<Diagnostic>& diagnostics) {
  for (const auto& [file, others] : graph) {
    std::set<FileId> seen;
    if (!includes(graph, file, file, seen)) continue;
    diagnostics.push_back({Severity::error,
                           "unsupported-circular-schemas",
                           {},
                           sources.file(file).path,
                           "",
                           "types of this schema and of another one are made of each other",
                           "put them into one file"});
    return;
  }
}

}  // namespace

Module lower(TypeTable& types, const detail::ProgramStorage& rows, const LowerOptions& options,
             std::vector<Diagnostic>& diagnostics) {
  Module module;
  const bool is_built_in = options.tables_stem.empty();
  if (!is_built_in) {
    module.tables_stem = options.tables_stem;
    module.tables_namespace = types.namespace_of(options.files.front());
    check_types(types, rows, diagnostics);
  }
  const auto schemas = is_built_in ? "::presentity::Schemas::built_in"
                                   : "::" + module.tables_namespace + "::schemas";
  Includes graph;
  for (const auto file : options.files) {
    FileLowering lowering(types, rows, file, diagnostics);
    module.files.push_back(lowering.run(schemas));
    graph[file] = lowering.homes();
    if (!is_built_in) module.files.back().declares_schemas = module.tables_namespace;
  }
  if (!is_built_in) module.files.front().has_schemas_function = true;
  check_circles(graph, types.sources(), diagnostics);
  return module;
}

}  // namespace presentity::generator::cpp
