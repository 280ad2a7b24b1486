// SPDX-License-Identifier: MIT
#include "generator/tables_file.hpp"

#include "generator/cpp/source_writer.hpp"
#include "generator/tables/emit_tables.hpp"

namespace presentity::generator {

std::string tables_file(const detail::SchemaSet& schemas, const std::string& cpp_namespace) {
  cpp::SourceWriter out;
  out.emit({{"name", cpp_namespace}}, R"(

             namespace $name$ {

             ::presentity::Schemas schemas() {
               return ::presentity::detail::schemas_of(schema_tables);
             }

             }  // namespace $name$
           )");
  return emit_tables(schemas, cpp_namespace + "::schema_tables") + out.take();
}

}  // namespace presentity::generator
