// SPDX-License-Identifier: MIT
#include "generator/cpp/lower.hpp"

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

/// The bindings of the built-in schemas are finished: they cannot hold types of a user.
void check_derivations(const TypeTable& types, std::vector<Diagnostic>& diagnostics) {
  const auto& model = types.model();
  for (detail::TypeId id = 0; id < model.types.size(); ++id) {
    const auto& type = model.type(id);
    const bool is_candidate = !type.is_simple && types[id].place && !types.is_built_in(id) &&
                              !type.name.local.empty() && type.base != detail::none;
    if (!is_candidate || types.is_any_type(type.base) || model.type(type.base).is_simple) continue;
    if (!types.is_built_in(type.base)) continue;
    const auto place = *types[id].place;
    diagnostics.push_back(
        {Severity::warning, "unsupported-derivation", types.sources().position(place),
         types.sources().file(place.file).path, "",
         "type '" + std::string(type.name.local) + "' is derived from the built-in type '" +
             std::string(model.type(type.base).name.local) + "'",
         "elements of built-in schemas cannot hold it; elements of your own can"});
  }
}

/// Their tables have no place for more elements either.
void check_substitutes(const TypeTable& types, std::vector<Diagnostic>& diagnostics) {
  const auto& model = types.model();
  const auto& sources = types.sources();
  for (const auto& head : model.elements) {
    const auto home = sources.global(ComponentKind::element, head.name);
    if (!home || !sources.file(home->file).is_built_in) continue;
    for (const auto id : head.substitutes) {
      const auto place = sources.global(ComponentKind::element, model.element(id).name);
      if (!place || sources.file(place->file).is_built_in) continue;
      diagnostics.push_back({Severity::error, "unsupported-substitution", sources.position(*place),
                             sources.file(place->file).path, "",
                             "element '" + std::string(model.element(id).name.local) +
                                 "' would stand for the built-in element '" +
                                 std::string(head.name.local) + "'",
                             "put it into ct:extension instead"});
    }
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
    check_derivations(types, diagnostics);
    check_substitutes(types, diagnostics);
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
