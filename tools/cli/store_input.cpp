// SPDX-License-Identifier: MIT
#include "cli/store_input.hpp"

#include "cli/print_text.hpp"

#include <utility>
#include <variant>
#include <vector>

namespace presentity::cli {
namespace {

Diagnostic missing(std::string message, std::string help) {
  return {Severity::error, "missing-element", {}, {}, {}, std::move(message), std::move(help)};
}

}  // namespace

std::optional<Diagnostic> lack_of(StorePart part, const presence::Store& store) {
  if (part == StorePart::instances && !store.lists_instances()) {
    return missing("the document holds no stored instances",
                   "needed is roamingData with 'categories' in it, or 'categories'");
  }
  if (part == StorePart::members && !store.lists_members()) {
    return missing("the document holds no members of containers",
                   "needed is roamingData with 'containers' in it, or 'containers'");
  }
  return std::nullopt;
}

ReadResult<presence::Store> store_of(std::string_view bytes, const std::vector<StorePart>& needed) {
  auto document = presence::read_store_document(bytes);
  if (!document) return Unexpected{std::move(document.error())};
  auto* const store = std::get_if<presence::Store>(&*document);
  auto result = store != nullptr ? std::move(*store) : presence::Store();
  for (const auto part : needed) {
    if (auto lack = lack_of(part, result)) return Unexpected{std::vector{*std::move(lack)}};
  }
  return result;
}

std::optional<StoreInput> read_store(const std::string& path, std::optional<std::string> text,
                                     const std::vector<StorePart>& needed, Session& session) {
  if (!text) return std::nullopt;
  auto store = store_of(*text, needed);
  if (store) return StoreInput{*std::move(text), *std::move(store)};
  print_diagnostics(session.console.err, path, store.error());
  session.status = worse(session.status, ExitStatus::findings);
  return std::nullopt;
}

}  // namespace presentity::cli
