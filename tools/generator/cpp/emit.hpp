// SPDX-License-Identifier: MIT
#pragma once

#include "generator/cpp/model.hpp"
#include "generator/cpp/source_writer.hpp"

#include <string>

/// \file
/// C++ text from decisions. Nothing here decides or fails; same input, same bytes.

namespace presentity::generator::cpp {

[[nodiscard]] std::string emit_header(const File& file);
[[nodiscard]] std::string emit_source(const File& file);

// The parts of these.
void emit_banner(const File& file, SourceWriter& out);
void emit_doc(const Doc& doc, SourceWriter& out);
void emit_enum(const Enum& type, SourceWriter& out);
void emit_enum_tokens_declaration(const Enum& type, const File& file, SourceWriter& out);
void emit_enum_tokens(const Enum& type, const File& file, SourceWriter& out);
void emit_to_string(const Enum& type, SourceWriter& out);
void emit_alias(const Alias& alias, SourceWriter& out);
void emit_struct(const Struct& type, SourceWriter& out);
void emit_root_declaration(const Root& root, SourceWriter& out);
void emit_root(const Root& root, SourceWriter& out);
void emit_tables(const StructBinding& binding, SourceWriter& out);
void emit_struct_binding(const StructBinding& binding, SourceWriter& out);
void emit_value_members(const Value& value, SourceWriter& out);
void emit_value(const Value& value, SourceWriter& out);

/// A function of one statement.
struct ShortFunction {
  std::string result;
  std::string name;
  std::string parameter = {};  ///< One or none.
  std::string qualifier = {};
};
void emit_short_function(const ShortFunction& head, const std::string& body, SourceWriter& out);

/// One of `binding::value`, `binding::structure` and so on. `item` is what they are instantiated
/// with: a member pointer or a type.
void emit_alternatives(const std::string& name, const std::string& item, const FieldBinding& field,
                       SourceWriter& out);

}  // namespace presentity::generator::cpp
