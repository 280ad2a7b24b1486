// SPDX-License-Identifier: MIT
// Schemas of a user: any text is loaded or refused with diagnostics, and documents can be checked
// against what was loaded.
#include "finding.hpp"
#include "xml_scanner.hpp"

#include <presentity/load_schemas.hpp>

#include <cstdint>

using namespace presentity;
using presentity::fuzz::require;

namespace {

/// Empty elements are against most declarations; what counts is that there is an answer.
void check_roots(const Schemas& schemas) {
  const Validator validator(schemas);
  constexpr std::size_t most = 8;
  std::size_t count = 0;
  const auto built_in = Schemas::built_in();
  for (const auto& root : schemas.registry().roots) {
    const auto& name = root.name;
    if (built_in.registry().find_root(name.namespace_uri, name.local) != nullptr) continue;
    if (++count > most) return;
    const auto document =
        "<" + std::string(name.local) + " xmlns=\"" + detail::escaped(name.namespace_uri) + "\"/>";
    const auto report = validator.validate(document);
    require(report.verdict != Verdict::malformed, "a root cannot be read", document);
    require(report.root == name.local, "another root was read", document);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<SchemaSource> sources{
      {"fuzz.xsd", std::string(reinterpret_cast<const char*>(data), size)}};
  const auto schemas = load_schemas(sources);
  if (schemas) {
    check_roots(*schemas);
    return 0;
  }
  require(!schemas.error().empty(), "a schema is refused without a reason");
  for (const auto& diagnostic : schemas.error()) {
    require(diagnostic.severity == Severity::error, "not an error", diagnostic.message);
    require(diagnostic.position.offset <= size, "outside of the schema", diagnostic.message);
  }
  return 0;
}
