// SPDX-License-Identifier: MIT
#include "documents.hpp"

#include <presentity/load_schemas.hpp>
#include <presentity/validator.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace presentity::testing {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE_MESSAGE(stream.good(), path.string());
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<fs::path> files_in(const fs::path& folder, std::string_view begin,
                               std::string_view extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const auto name = entry.path().filename().string();
    if (name.starts_with(begin) && name.ends_with(extension)) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

/// One line for each error, as the command line prints them.
std::string text_of(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const auto& one : diagnostics) {
    if (one.severity != Severity::error) continue;
    text += std::to_string(one.position.line) + ":" + std::to_string(one.position.column) + " " +
            one.path + ": " + one.message + (one.help.empty() ? "" : "; " + one.help) + " [" +
            std::string(one.rule) + "]\n";
  }
  return text;
}

Schemas load(const fs::path& folder) {
  std::vector<SchemaSource> sources;
  for (const auto& path : files_in(folder, "", ".xsd")) {
    sources.push_back({path.filename().string(), read_file(path)});
  }
  const auto schemas = load_schemas(sources);
  REQUIRE_MESSAGE(schemas, (schemas ? "" : text_of(schemas.error())));
  return *schemas;
}

/// By the document element that it has, or by the first.
Passage pass(std::string_view xml, std::initializer_list<Passing> documents) {
  for (const auto& document : documents) {
    auto passage = document(xml);
    const bool is_other =
        passage.errors.size() == 1 && passage.errors.front().rule == "unknown-root";
    if (!is_other) return passage;
  }
  return (*documents.begin())(xml);
}

void check_valid(const std::string& xml, const Validator& validator,
                 std::initializer_list<Passing> documents) {
  const auto passage = pass(xml, documents);
  CHECK(text_of(passage.errors).empty());
  if (!passage.errors.empty()) return;
  CHECK((passage.written ? "" : text_of(passage.written.error())) == "");
  if (!passage.written) return;
  CAPTURE(*passage.written);
  CHECK(passage.is_same);
  CHECK(validator.validate(*passage.written).verdict == Verdict::valid);
  for (const auto& difference : validator.differences(xml, *passage.written))
    CHECK(difference == "");
}

void check_invalid(const fs::path& path, const std::string& xml, const Validator& validator,
                   std::initializer_list<Passing> documents) {
  const auto passage = pass(xml, documents);
  const auto errors = text_of(passage.errors);
  const auto expected = fs::path(path).replace_extension(".txt");
  if (std::getenv("PRESENTITY_UPDATE") != nullptr) std::ofstream(expected) << errors;
  CHECK(errors == read_file(expected));
  CHECK(text_of(validator.validate(xml).diagnostics) == errors);
}

}  // namespace

void check_documents(std::string_view feature, const Schemas& schemas,
                     std::initializer_list<Passing> documents) {
  const auto folder = fs::path(PRESENTITY_FEATURES) / feature;
  const auto loaded = load(folder);
  const Validator validator(schemas);
  const auto valid = files_in(folder, "valid_", ".xml");
  const auto invalid = files_in(folder, "invalid_", ".xml");
  CHECK_FALSE(valid.empty());
  for (const auto& path : valid) {
    CAPTURE(path.filename().string());
    const auto xml = read_file(path);
    check_valid(xml, validator, documents);
    const bool is_agreed = !path.filename().string().starts_with("valid_but_");
    const auto report = validate_with_xerces(loaded, xml);
    CHECK_MESSAGE((report.verdict == Verdict::valid) == is_agreed, text_of(report.diagnostics));
  }
  for (const auto& path : invalid) {
    CAPTURE(path.filename().string());
    const auto xml = read_file(path);
    check_invalid(path, xml, validator, documents);
    const bool is_agreed = !path.filename().string().starts_with("invalid_but_");
    CHECK((validate_with_xerces(loaded, xml).verdict != Verdict::valid) == is_agreed);
  }
}

std::vector<std::string> rules_of(const std::vector<Diagnostic>& errors) {
  std::vector<std::string> rules;
  for (const auto& error : errors) rules.emplace_back(error.rule);
  return rules;
}

}  // namespace presentity::testing
