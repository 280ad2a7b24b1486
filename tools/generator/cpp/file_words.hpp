// SPDX-License-Identifier: MIT
#pragma once

#include "generator/cpp/model.hpp"
#include "generator/cpp/naming.hpp"
#include "generator/cpp/type_table.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace presentity::generator::cpp {

/// What values of a simple type are, as one file writes it.
struct ValueWords {
  std::string type;
  std::string value;        ///< Expression for the `binding::Value`.
  std::string initializer;  ///< Of a member; may be empty.
};

/// Spells references to types as one file needs them, and remembers what the file has to include.
class FileWords {
 public:
  /// `types` must outlive this.
  FileWords(const TypeTable& types, FileId file);

  /// A type with a C++ declaration: `Note`, or `::presentity::native::note::Note`.
  std::string type(detail::TypeId id);
  /// Its constant in `bindings`.
  std::string binding(detail::TypeId id);
  /// The same for anything that file `home` declares as `name`.
  std::string type_in(FileId home, const std::string& name);
  std::string binding_in(FileId home, const std::string& name);

  /// `id` is a simple type or has simple content.
  ValueWords value(detail::TypeId id);

  /// Whether the members of a union are held by one C++ type in the same way.
  [[nodiscard]] bool is_one_value(const std::vector<detail::TypeId>& members);
  /// The C++ type of a value without the names that the schema gives it: two types with the same
  /// one cannot both be alternatives of a variant.
  [[nodiscard]] std::string plain_type(detail::TypeId id);
  /// Those of the members of a union, each once.
  [[nodiscard]] std::vector<std::string> plain_alternatives(
      const std::vector<detail::TypeId>& members);

  /// A runtime type such as `Box`.
  std::string runtime(std::string_view name, std::string_view header);
  /// A standard header, with brackets.
  void use(std::string_view header);

  /// `std::variant` and so on of `item`.
  std::string optional(const std::string& item);
  std::string many(const std::string& item);

  /// Moves what is to be included into `file`.
  void finish(File& file) const;
  [[nodiscard]] const std::set<FileId>& homes() const noexcept { return homes_; }

 private:
  void use_home(FileId home);

  const TypeTable& types_;
  FileId file_;
  std::set<std::string> includes_;
  std::set<std::string> system_includes_;
  std::set<FileId> homes_;
  std::map<std::string, std::string> aliases_;  ///< Of namespaces.
  Scope alias_scope_;
};

/// `"note.hpp"`, or `<presentity/native/note.hpp>` for a built-in schema.
[[nodiscard]] std::string include_name(const SchemaFile& file);

}  // namespace presentity::generator::cpp
