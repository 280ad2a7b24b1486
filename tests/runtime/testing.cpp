// SPDX-License-Identifier: MIT
#include "testing.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace presentity::testing {
namespace {

std::string join(const Diagnostic& d) {
  return std::string(to_string(d.severity)) + " " + std::string(d.rule) + " " +
         std::to_string(d.position.line) + ":" + std::to_string(d.position.column) + " " + d.path +
         ": " + d.message + (d.help.empty() ? "" : " | " + d.help);
}

}  // namespace

const Validator& built_in() {
  static const Validator validator;
  return validator;
}

std::filesystem::path source_folder() { return PRESENTITY_SOURCE_DIR; }

std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE_MESSAGE(stream.good(), path.string());
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder,
                                            std::string_view extension) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

std::string line(const Diagnostic& diagnostic) { return join(diagnostic); }

std::vector<std::string> lines(const Report& report) {
  std::vector<std::string> result;
  for (const auto& diagnostic : report.diagnostics) result.push_back(line(diagnostic));
  return result;
}

std::vector<std::string> rules_of(const Report& report) {
  std::vector<std::string> result;
  for (const auto& diagnostic : report.diagnostics) result.emplace_back(diagnostic.rule);
  return result;
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  result.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

std::string utf16(std::string_view ascii, bool is_little) {
  std::string result = is_little ? "\xFF\xFE" : "\xFE\xFF";
  for (const char c : ascii) {
    result += is_little ? c : '\0';
    result += is_little ? '\0' : c;
  }
  return result;
}

std::string state(std::string_view content, std::string_view start) {
  return R"(<state xmlns="http://schemas.microsoft.com/2006/09/sip/state")"
         R"( xmlns:ct="http://schemas.microsoft.com/2006/09/sip/commontypes")"
         R"( xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" )" +
         std::string(start) + ">" + std::string(content) + "</state>";
}

std::string schema(std::string_view content) {
  return R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:test")"
         R"( targetNamespace="urn:test" elementFormDefault="qualified">)" +
         std::string(content) + "</xs:schema>";
}

std::string root(std::string_view content, std::string_view start) {
  return R"(<r xmlns="urn:test" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" )" +
         std::string(start) + ">" + std::string(content) + "</r>";
}

Validator with_schema(std::string_view content) {
  const std::vector<SchemaSource> sources{{"test.xsd", schema(content)}};
  const auto schemas = load_schemas(sources);
  if (!schemas) FAIL(line(schemas.error().front()));
  return Validator(*schemas);
}

std::vector<std::string> schema_errors(std::string_view text) {
  const std::vector<SchemaSource> sources{{"folder/test.xsd", std::string(text)}};
  std::vector<std::string> result;
  const auto schemas = load_schemas(sources);
  if (schemas) return result;
  for (const auto& diagnostic : schemas.error()) result.push_back(line(diagnostic));
  return result;
}

}  // namespace presentity::testing
