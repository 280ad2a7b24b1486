// SPDX-License-Identifier: MIT
#include "generator/generator.hpp"

#include "generator/built_in_namespaces.hpp"
#include "generator/cpp/emit.hpp"
#include "generator/cpp/lower.hpp"
#include "generator/cpp/naming.hpp"
#include "generator/schema_sources.hpp"
#include "generator/schema_support.hpp"
#include "generator/tables_file.hpp"
#include "schema_set.hpp"

#include <presentity/embedded_schemas.hpp>
#include <presentity/load_schemas.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace presentity::generator {
namespace {

SchemaSources sources_of(std::span<const SchemaSource> schemas) {
  SchemaSources sources;
  for (const auto& file : embedded_schemas()) {
    // presentity.xsd only imports the others.
    if (!file.name.ends_with(".xsd") || file.name == "presentity.xsd") continue;
    sources.add({std::string(file.name), std::string(file.text)}, true);
  }
  for (const auto& schema : schemas) sources.add(schema, false);
  return sources;
}

std::string namespace_of(const SchemaFile& file, const GenerateOptions& options) {
  if (file.is_built_in) return built_in_namespace(file.stem);
  const auto stated = options.namespaces.find(file.target_namespace);
  if (stated != options.namespaces.end()) return stated->second;
  const auto name = cpp::namespace_name(file.target_namespace);
  return name.empty() ? cpp::namespace_name(file.stem) : name;
}

cpp::Namespaces namespaces_of(const SchemaSources& sources, const GenerateOptions& options) {
  cpp::Namespaces result;
  for (const auto& file : sources.files()) result.push_back(namespace_of(file, options));
  return result;
}

Generation run(const GenerateOptions& options, bool is_built_in) {
  Generation result;
  const auto schemas = load_schemas(options.schemas);
  if (!schemas) return {{}, schemas.error()};
  const auto& set = *detail::SchemaAccess::set(*schemas);
  const auto& model = set.model;

  const auto sources = sources_of(options.schemas);
  check_support(sources, result.diagnostics);
  if (result.has_errors()) return result;

  cpp::LowerOptions lowering;
  for (FileId file = 0; file < sources.files().size(); ++file) {
    if (sources.file(file).is_built_in == is_built_in) lowering.files.push_back(file);
  }
  if (!is_built_in) {
    const auto& first = sources.file(lowering.files.front()).stem;
    lowering.tables_stem = (options.name.empty() ? first : options.name) + "_tables";
  }
  const auto rows = detail::compile_program(model);
  cpp::TypeTable types(model, sources, namespaces_of(sources, options));
  const auto module = cpp::lower(types, rows, lowering, result.diagnostics);
  if (result.has_errors()) return result;

  for (const auto& file : module.files) {
    result.files.push_back({file.stem + ".hpp", cpp::emit_header(file)});
    result.files.push_back({file.stem + ".cpp", cpp::emit_source(file)});
  }
  if (!is_built_in && !options.bindings_only) {
    result.files.push_back(
        {module.tables_stem + ".cpp", tables_file(set, module.tables_namespace)});
  }
  return result;
}

}  // namespace

bool Generation::has_errors() const {
  return std::ranges::any_of(diagnostics, [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::error;
  });
}

Generation generate(const GenerateOptions& options) { return run(options, false); }

Generation generate_built_in() { return run({}, true); }

}  // namespace presentity::generator
