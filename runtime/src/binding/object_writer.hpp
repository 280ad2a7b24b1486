// SPDX-License-Identifier: MIT
#pragma once

#include "program/schema_program.hpp"

#include <presentity/binding.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace presentity::detail {

/// Writes plain structs as a document.
class ObjectWriter : public binding::WriteScope {
 public:
  /// Both must outlive the writer.
  ObjectWriter(const SchemaProgram& program, std::string& out);

  /// Returns false if there are too many elements inside of each other.
  bool write(const binding::Root& root, const void* object);

  std::string_view prefix(std::string_view uri) override;

 private:
  /// A namespace that has a prefix, declared on the document element.
  struct Declaration {
    std::string_view uri;
    std::string prefix;
  };

  /// More are no document that a reader takes.
  static constexpr std::size_t deepest = 1000;

  void write_item(const binding::Field& field, const void* item);
  void write_element(const binding::Alternative& alternative, const void* item,
                     const void* content);
  void write_attributes(const binding::Struct& structure, const TypeRow& type, const void* object);
  void write_other_attributes(const binding::Field& field, const void* object);
  void write_content(const binding::Alternative& alternative, const void* content);
  void write_fields(const binding::Struct& structure, const void* object);
  void write_raw(std::string_view xml);
  void write_value(const binding::Value& value, const void* content, bool is_attribute);
  void write_name(const NameRow& name);
  void write_type(const TypeRow& type);
  void write_prefixed(std::string_view uri, std::string_view local);
  void finish_tag();
  void escape_from(std::size_t begin, bool is_attribute);
  void insert_declarations();

  const SchemaProgram& program_;
  std::string& out_;
  std::vector<Declaration> declarations_;
  std::string_view root_uri_;
  std::string_view default_uri_;  ///< What a name without prefix means here.
  std::size_t root_name_end_ = 0;
  std::size_t depth_ = 0;
  bool is_tag_open_ = false;
  bool is_too_deep_ = false;
};

}  // namespace presentity::detail
