// SPDX-License-Identifier: MIT
#include "cli/command_roundtrip.hpp"

#include "cli/check_documents.hpp"
#include "cli/json_lines.hpp"
#include "cli/options.hpp"
#include "cli/results.hpp"
#include "cli/session.hpp"

#include <presentity/embedded_schemas.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace presentity::cli {
namespace {

struct RoundTripOptions {
  DocumentOptions documents;
  std::string bindings = "native";
  bool check_only = false;
};

// The bindings are made from the built-in schemas: what another schema declares has no type there.
bool is_built_in(std::string_view schema) { return !embedded_schema(schema).empty(); }

// Names a value in the document that comes from a schema of the user; empty if none does.
std::string user_defined_value(const Validator& validator, const Report& report) {
  const CategoryRegistry& registry = validator.registry();
  const auto is_of_user = [](const auto& entry) { return !is_built_in(entry.schema); };
  for (const auto& instance : report.instances) {
    const auto declares = [&](const Category& category) {
      return category.name == instance.category && is_of_user(category);
    };
    const auto& categories = registry.categories;
    if (std::any_of(categories.begin(), categories.end(), declares)) return instance.category;
  }

  const auto is_root = [&](const RootInfo& root) { return root.name.local == report.root; };
  const auto is_built_in_root = [&](const RootInfo& root) {
    return is_root(root) && !is_of_user(root);
  };
  const auto& roots = registry.roots;
  const bool is_user_root = std::any_of(roots.begin(), roots.end(), is_root) &&
                            std::none_of(roots.begin(), roots.end(), is_built_in_root);
  return is_user_root ? report.root : std::string();
}

void fail(CheckedDocument& document, std::string problem) {
  document.outcome = Outcome::unsupported;
  document.problem = std::move(problem);
}

void round_trip(Resources::RoundTrip bindings, const Validator& validator, const std::string& bytes,
                CheckedDocument& document) {
  document.report.diagnostics.clear();  // Warnings are the business of `validate`.
  if (const std::string name = user_defined_value(validator, document.report); !name.empty()) {
    return fail(document, "cannot round-trip: the bindings have no type for '" + name +
                              "' of a schema given with --schema");
  }
  const auto utf8 = validator.to_utf8(bytes);
  if (!utf8) return fail(document, "cannot round-trip: " + utf8.error().message);
  auto after = bindings(*utf8);
  if (!after) return fail(document, "cannot round-trip: " + after.error());

  // Against the document itself: a mistake in its conversion to UTF-8 shows, too.
  document.differences = validator.differences(bytes, *after);
  document.outcome = document.differences.empty() ? Outcome::equivalent : Outcome::different;
  document.serialized = *std::move(after);
}

// Null if this program does not have them.
Resources::RoundTrip bindings_named(std::string_view name, const Resources& resources) {
  return name == "tree" ? resources.tree_bindings : resources.native_bindings;
}

ExitStatus run(const RoundTripOptions& options, Session& session) {
  const auto bindings = bindings_named(options.bindings, session.resources);
  if (session.delegate_without(bindings != nullptr)) return ExitStatus::ok;
  if (bindings == nullptr) {
    print_error(session.console.err,
                "this build has no " + options.bindings + " bindings, which roundtrip needs");
    return ExitStatus::failure;
  }

  const DocumentCheck check{.finish =
                                [bindings](const Validator& validator, const std::string& bytes,
                                           CheckedDocument& document) {
                                  round_trip(bindings, validator, bytes, document);
                                },
                            .print_json = &print_round_trip,
                            .json_lacks_diagnostics = true,
                            .is_filter = !options.check_only};
  return check_documents(options.documents, check, session);
}

}  // namespace

void add_roundtrip_command(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand(
      "roundtrip", "Parse into typed objects, serialize, and prove that nothing was lost");
  const auto options = std::make_shared<RoundTripOptions>();
  add_document_options(*command, options->documents);
  command->add_flag("--check", options->check_only,
                    "Print findings only, even for a single document");
  add_variant_option(*command, "--bindings", {"native", "tree"}, options->bindings,
                     "Typed objects to use");
  command->footer(
      "With one file or -, and without --check or --format ndjson, prints the document\n"
      "that was written; otherwise findings.\n"
      "The native bindings are plain structs; tree are those of CodeSynthesis XSD.\n"
      "Examples:\n"
      "  presentity roundtrip state.xml > written.xml\n"
      "  presentity roundtrip --check samples/");
  command->callback([options, &session] { session.status = run(*options, session); });
}

}  // namespace presentity::cli
