// SPDX-License-Identifier: MIT
#include "generator/tables/emit_tables.hpp"

#include "generator/tables/table_writer.hpp"

#include <vector>

namespace presentity::generator {
namespace {

constexpr std::size_t line_width = 100;

/// Fills lines with as many rows as fit.
void append_rows(std::string& text, const std::vector<std::string>& rows) {
  std::string line = "   ";
  for (const auto& row : rows) {
    if (line.size() + row.size() + 2 > line_width && line.size() > 3) {
      text += line + '\n';
      line = "   ";
    }
    line += ' ' + row + ',';
  }
  text += line + '\n';
}

std::string arrays_text(TableWriter& writer) {
  std::string text;
  for (const auto& name : array_order) {
    const auto& rows = writer.rows(name.array);
    if (rows.empty()) continue;
    text += "constexpr " + std::string(name.type) + ' ' + std::string(name.array) + '[' +
            std::to_string(rows.size()) + "] = {\n";
    append_rows(text, rows);
    text += "};\n\n";
  }
  return text;
}

}  // namespace

std::string emit_tables(const SchemaSet& schemas, std::string_view name) {
  TableWriter writer;
  const auto model = writer.value(schemas.model);
  const auto colon = name.rfind("::");
  const std::string scope(name.substr(0, colon));
  const std::string variable(name.substr(colon + 2));
  return "// Made from schemas by presentity. Do not edit: the next build writes it again.\n"
         "#include <presentity/detail/schema_tables.hpp>\n\n"
         "static_assert(::presentity::detail::tables_version == 2, \"made by another presentity; "
         "regenerate\");\n\n"
         "namespace " +
         scope +
         " {\nnamespace {\n\n"
         "using namespace ::presentity;\nusing namespace ::presentity::detail;\n"
         "using namespace std::string_view_literals;\n\n" +
         arrays_text(writer) + "}  // namespace\n\nextern const SchemaSet " + variable +
         ";\nconstinit const SchemaSet " + variable + "{" + model + "};\n\n}  // namespace " +
         scope + "\n";
}

}  // namespace presentity::generator
