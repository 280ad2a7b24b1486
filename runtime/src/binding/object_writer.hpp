// SPDX-License-Identifier: MIT
#pragma once

#include "binding/escape.hpp"
#include "binding/text_buffer.hpp"
#include "program/schema_program.hpp"

#include <presentity/binding.hpp>

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

namespace presentity::detail {

/// What a writer needs memory for. Kept for the next document.
struct WriteScratch {
  /// A namespace that has a prefix, declared on the document element.
  struct Declaration {
    std::string_view uri;
    NamespaceId id = no_row;  ///< If an element or attribute of the schema has asked for it.
    std::string prefix;       ///< With the colon.
  };

  TextBuffer text;
  std::deque<Declaration> declarations;  ///< They do not move: end tags need the prefix again.
  std::string value;                     ///< For `Value::format`.
};

/// Writes plain structs as a document.
class ObjectWriter : public binding::WriteScope {
 public:
  /// Both must outlive the writer. What is in `scratch` is lost.
  ObjectWriter(const SchemaProgram& program, WriteScratch& scratch);

  /// Returns false if there are too many elements inside of each other.
  bool write(const binding::Root& root, const void* object);

  /// What has been written.
  [[nodiscard]] std::string document();

  std::string_view prefix(std::string_view uri) override;

 private:
  /// What remembers how an item was written.
  struct Origin {
    const Spellings* spellings = nullptr;
    const binding::Field* field = nullptr;
    std::size_t index = 0;

    [[nodiscard]] const Spellings::Entry* find(Spellings::Entry::Of of) const noexcept {
      return spellings == nullptr ? nullptr : spellings->find(of, field, index);
    }
  };

  /// More are no document that a reader takes.
  static constexpr std::size_t deepest = 1000;

  void write_item(const binding::Field& field, const void* item, const Origin& origin);
  void write_element(const binding::Alternative& alternative, const void* item, const void* content,
                     const Origin& origin);
  bool write_schema_attributes(const binding::Alternative& alternative, const void* item,
                               const Origin& element);
  void write_attributes(const binding::Struct& structure, const TypeRow& type, const void* object,
                        const Spellings* spellings);
  void write_other_attributes(const binding::Field& field, const void* object);
  void write_attribute(std::string_view prefix, std::string_view local, std::string_view value);
  void write_content(const binding::Struct& structure, const void* content,
                     const Spellings* spellings);
  void write_fields(const binding::Struct& structure, const void* object,
                    const Spellings* spellings);
  void write_raw(std::string_view xml);
  void write_text(std::string_view text);
  void write_type(const TypeRow& type);
  void finish_tag();
  template <Place place>
  void write_escaped(std::string_view text);

  [[nodiscard]] std::string_view text_of(const binding::Value& value, const void* content,
                                         const Origin& origin);
  [[nodiscard]] static std::string_view as_read(std::string_view canonical, const Origin& origin,
                                                Spellings::Entry::Of of);
  [[nodiscard]] std::string_view prefix_here(NamespaceId id);
  [[nodiscard]] std::string_view prefix_of(NamespaceId id);
  [[nodiscard]] std::string_view prefix_of(std::string_view uri);
  WriteScratch::Declaration& declaration_of(std::string_view uri);

  const SchemaProgram& program_;
  TextBuffer& out_;
  WriteScratch& scratch_;
  NamespaceId root_namespace_ = 0;
  NamespaceId default_namespace_ = 0;  ///< What a name without prefix means here.
  std::size_t root_name_end_ = 0;
  std::size_t depth_ = 0;
  bool is_tag_open_ = false;
  bool is_too_deep_ = false;
};

}  // namespace presentity::detail
