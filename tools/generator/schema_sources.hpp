// SPDX-License-Identifier: MIT
#pragma once

#include "outline.hpp"

#include <presentity/categories.hpp>
#include <presentity/validator.hpp>

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// \file
/// Where the schemas say what: the files, lines and documentation that the schema model leaves out.

namespace presentity::generator {

/// One XSD file.
struct SchemaFile {
  std::string path;  ///< As it was given; of a built-in schema, its file name.
  std::string stem;  ///< File name without folder and extension.
  std::string target_namespace;
  bool is_built_in = false;
};

/// What stands behind the last '/' or '\'.
[[nodiscard]] std::string file_name(std::string_view path);

/// Index in `SchemaSources::files`.
using FileId = std::uint32_t;

/// A component as it stands in a file.
struct Place {
  FileId file = 0;
  detail::NodeId node = 0;

  friend auto operator<=>(const Place&, const Place&) = default;
};

enum class ComponentKind : std::uint8_t {
  element,
  complex_type,
  simple_type,
  group,
  attribute_group,
  attribute,
};

/// The texts of all loaded schemas, by component.
class SchemaSources {
 public:
  /// Adds a schema that was loaded without errors. Files are numbered in the order of the calls.
  void add(const SchemaSource& schema, bool is_built_in);

  [[nodiscard]] const std::vector<SchemaFile>& files() const noexcept { return files_; }
  [[nodiscard]] const SchemaFile& file(FileId id) const { return files_[id]; }

  [[nodiscard]] std::optional<Place> global(ComponentKind kind, const ExpandedName& name) const;
  /// The global complex or simple type of this name.
  [[nodiscard]] std::optional<Place> type(const ExpandedName& name) const;

  /// What `type`, a complex type, declares for its child `name`: itself, in a group or in its base.
  /// The global declaration, if it refers to one.
  [[nodiscard]] std::optional<Place> child(Place type, ComponentKind kind,
                                           const ExpandedName& name) const;

  /// The anonymous type inside of an element or attribute.
  [[nodiscard]] std::optional<Place> anonymous_type(Place declaration) const;

  /// The names of the components around `place`, from the outside: a group and an element in it.
  [[nodiscard]] std::vector<std::string> path(Place place) const;

  /// The text of `xs:documentation`, white space collapsed.
  [[nodiscard]] std::string documentation(Place place) const;
  /// That of the enumeration value `token` of a simple type.
  [[nodiscard]] std::string token_documentation(Place type, std::string_view token) const;

  /// What the declaration says in the attribute `name`, such as "default"; empty if nothing.
  [[nodiscard]] std::string_view stated(Place declaration, std::string_view name) const {
    return value(declaration, name);
  }

  /// `state.xsd:12, complexType "userState"`.
  [[nodiscard]] std::string origin(Place place) const;
  [[nodiscard]] Position position(Place place) const;

  struct Reference {
    std::string file;
    Position position;
  };
  /// What a schema includes, imports and redefines, by file name.
  [[nodiscard]] std::vector<Reference> references(FileId file) const;
  /// Where elements of this kind stand, such as "key".
  [[nodiscard]] std::vector<Place> all(FileId file, std::string_view xsd_element) const;

 private:
  [[nodiscard]] const detail::Outline& outline(Place place) const { return outlines_[place.file]; }
  [[nodiscard]] const detail::OutlineNode& node(Place place) const {
    return outline(place).node(place.node);
  }
  [[nodiscard]] std::string_view value(Place place, std::string_view attribute) const {
    return outline(place).value_of(place.node, attribute);
  }
  [[nodiscard]] ExpandedName resolve(Place place, std::string_view attribute) const;
  [[nodiscard]] std::optional<Place> search(Place part, ComponentKind kind,
                                            const ExpandedName& name, int depth) const;
  [[nodiscard]] std::optional<Place> follow(Place part, ComponentKind kind,
                                            const ExpandedName& name, int depth) const;

  std::vector<SchemaFile> files_;
  std::deque<std::string> texts_;
  std::vector<detail::Outline> outlines_;
  std::map<std::pair<ComponentKind, ExpandedName>, Place> globals_;
};

}  // namespace presentity::generator
