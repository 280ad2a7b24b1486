// SPDX-License-Identifier: MIT
#include "cli/load_validator.hpp"

#include "cli/files.hpp"
#include "cli/print_text.hpp"

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

std::optional<Validator> load_validator(const DocumentOptions& options, Session& session) {
  const bool is_default = options.max_bytes == 0 && options.schemas.empty();
  if (is_default && session.resources.validator != nullptr) return *session.resources.validator;

  std::ostream& err = session.console.err;
  ValidatorOptions validator_options;
  if (options.max_bytes != 0) validator_options.limits.document_bytes = options.max_bytes;
  if (!read_schemas(options.schemas, validator_options.schemas, err)) return std::nullopt;

  auto validator = Validator::create(validator_options);
  if (validator) return *std::move(validator);

  for (Diagnostic diagnostic : validator.error()) {
    // The path of such a diagnostic is the name of the schema.
    const std::string name = std::exchange(diagnostic.path, {});
    print_diagnostic(err, name.empty() ? "(schemas)" : name, diagnostic, Palette{});
  }
  return std::nullopt;
}

}  // namespace presentity::cli
