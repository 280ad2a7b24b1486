// SPDX-License-Identifier: MIT
#pragma once

#include "generator/cpp/file_words.hpp"
#include "generator/cpp/lower.hpp"
#include "generator/cpp/struct_nodes.hpp"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace presentity::generator::cpp {

/// Lowers one schema file.
class FileLowering {
 public:
  /// The arguments must outlive this.
  FileLowering(TypeTable& types, const detail::ProgramStorage& rows, FileId file,
               std::vector<Diagnostic>& diagnostics);

  [[nodiscard]] File run(const std::string& schemas_function);

  /// The files that this one includes. Call after `run`.
  [[nodiscard]] const std::set<FileId>& homes() const noexcept { return words_.homes(); }

 private:
  /// One item of a field: its C++ type and how the tables see it.
  struct Item {
    std::string type;
    std::string initializer;
    FieldBinding binding;
  };
  /// Whether an alternative is boxed; null for never.
  using Boxes = std::function<bool(std::size_t alternative)>;

  // lower_simple.cpp
  void add_simple(detail::TypeId id);
  void add_enum(detail::TypeId id);
  void add_alias(detail::TypeId id);
  [[nodiscard]] std::vector<Value::Member> value_members(detail::TypeId id);
  [[nodiscard]] Doc doc_of(detail::TypeId id) const;
  [[nodiscard]] std::string value_note(detail::TypeId id) const;
  [[nodiscard]] std::string member_doc(const std::optional<Place>& place, detail::TypeId type,
                                       bool with_default) const;

  // lower_struct.cpp
  void add_struct(std::size_t index);
  void add_wrapper(std::size_t index);
  void add_content(const StructNode& node, std::size_t index, Scope& names, Struct& out,
                   StructBinding& binding);
  void add_attributes(const StructNode& node, Scope& names, Struct& out, StructBinding& binding);
  void add_spellings(Scope& names, Struct& out, StructBinding& binding);
  void add_simple_content(const StructNode& node, Scope& names, Struct& out,
                          StructBinding& binding);
  [[nodiscard]] std::string field_name(const StructNode& node, const PlannedField& field) const;
  [[nodiscard]] std::string field_doc(const StructNode& node, const PlannedField& field) const;
  [[nodiscard]] std::string container(const PlannedField& field, const std::string& item);
  void forward(const std::vector<std::string>& structs);

  // lower_item.cpp
  [[nodiscard]] Item item(const PlannedField& field, detail::TypeId owner,
                          const std::string& alias_name, const Boxes& is_boxed);
  [[nodiscard]] std::string boxed(const std::string& type, bool is_boxed);
  [[nodiscard]] Alternative alternative(const PlannedAlternative& one, detail::TypeId owner,
                                        bool is_wrapped);
  [[nodiscard]] std::string held_type(const PlannedAlternative& one, detail::TypeId owner,
                                      bool is_wrapped);
  [[nodiscard]] std::string variant_alias(const PlannedField& field, const std::string& alias_name,
                                          const std::vector<std::string>& arguments);
  void add_family(detail::TypeId base);
  void add_root(detail::ElementId element, const std::string& schemas_function);

  // lower_leaves.cpp
  void add_leaves(const StructNode& node, StructBinding& binding);

  TypeTable& types_;
  const detail::SchemaModel& model_;
  const SchemaSources& sources_;
  const detail::ProgramStorage& rows_;
  FileId file_;
  std::vector<Diagnostic>& diagnostics_;
  StructNodes nodes_;
  FileWords words_;
  File out_;
  std::set<std::string> declared_;  ///< Structs that stand in `out_` already.
  std::set<detail::TypeId> families_;
};

}  // namespace presentity::generator::cpp
