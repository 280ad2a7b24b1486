// SPDX-License-Identifier: MIT
#pragma once

#include "generator/cpp/naming.hpp"
#include "generator/cpp/plan_content.hpp"
#include "generator/schema_sources.hpp"

#include <presentity/detail/schema_model.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace presentity::generator::cpp {

/// Which C++ type holds the values of a simple type.
enum class SimpleKind : std::uint8_t { built_in, enumeration, open_enumeration, list, one_of };

/// What the generator knows of a type beside the model.
struct TypeEntry {
  std::optional<Place> place;     ///< Where it is declared; nothing for types of XML Schema itself.
  std::vector<std::string> path;  ///< What an anonymous type is named after.
  std::string name;               ///< In C++; empty if it has no declaration of its own.
  std::string family_name;        ///< Of the variant of the type and those derived from it, if any.
};

/// C++ namespace of each schema file.
using Namespaces = std::vector<std::string>;

/// All types: where they come from, what they are called in C++, what can stand for what.
class TypeTable {
 public:
  /// `model` and `sources` must outlive the table.
  TypeTable(const detail::SchemaModel& model, const SchemaSources& sources, Namespaces namespaces);

  [[nodiscard]] const TypeEntry& operator[](detail::TypeId id) const { return entries_[id]; }
  [[nodiscard]] const detail::SchemaModel& model() const noexcept { return model_; }
  [[nodiscard]] const SchemaSources& sources() const noexcept { return sources_; }
  [[nodiscard]] const std::string& namespace_of(FileId file) const { return namespaces_[file]; }
  [[nodiscard]] Scope& scope(FileId file) { return scopes_[namespaces_[file]]; }

  [[nodiscard]] bool is_any_type(detail::TypeId id) const;
  /// Whether the type, or the values of a complex type, are declared in a built-in schema.
  [[nodiscard]] bool is_built_in(detail::TypeId id) const;

  /// The type whose C++ type holds values of `id`, a simple type or one with simple content.
  [[nodiscard]] detail::TypeId value_type(detail::TypeId id) const;
  [[nodiscard]] SimpleKind kind(detail::TypeId value_type) const;
  /// The members of a union, unions among them taken apart.
  [[nodiscard]] std::vector<detail::TypeId> members(detail::TypeId id) const;

  /// Types of a file that have C++ declarations, in the order of the text.
  [[nodiscard]] std::vector<detail::TypeId> types_of(FileId file) const;

  /// `base` and the types derived from it, those that can be named in a document and are not
  /// abstract: the base first, then in the order of the texts.
  [[nodiscard]] std::vector<detail::TypeId> family(detail::TypeId base) const;
  /// Those of the family that the bindings of the base know: a built-in schema knows no user's.
  [[nodiscard]] std::vector<detail::TypeId> own_family(detail::TypeId base) const;
  [[nodiscard]] Substitutions substitutions() const;

  /// The declaration of a child or attribute that `owner`'s content has.
  [[nodiscard]] std::optional<Place> declaration(detail::TypeId owner, ComponentKind kind,
                                                 const ExpandedName& name) const;

 private:
  void find_places();
  void visit(detail::TypeId id);
  void visit_particle(detail::TypeId owner, const detail::Particle& particle);
  void visit_declaration(detail::TypeId type, const std::optional<Place>& place);
  void visit_part(detail::TypeId owner, detail::TypeId part, const std::string& name);
  void name_types();
  void name_families(const std::vector<detail::TypeId>& order);
  [[nodiscard]] bool may_stand_for(detail::TypeId id, detail::TypeId base, unsigned blocked) const;
  [[nodiscard]] bool has_declaration(detail::TypeId id) const;
  [[nodiscard]] bool is_of_xsd(detail::TypeId id) const;
  [[nodiscard]] std::vector<PlannedAlternative> of_element(detail::ElementId id) const;
  [[nodiscard]] std::vector<PlannedAlternative> of_wildcard(const detail::Wildcard& wildcard) const;
  [[nodiscard]] std::optional<Place> element_place(detail::ElementId id) const;

  const detail::SchemaModel& model_;
  const SchemaSources& sources_;
  Namespaces namespaces_;
  std::map<std::string, Scope> scopes_;
  std::vector<TypeEntry> entries_;
};

}  // namespace presentity::generator::cpp
