// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/categories.hpp>
#include <presentity/detail/schema_rows.hpp>
#include <presentity/detail/simple_types.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Not for users; may change at any time. Public only because generated tables consist of it.
///
/// What the schemas say, as plain data: the view that diagnostics are made from. No row owns what
/// it refers to, so that a model can be constant data of the program, as that of the built-in
/// schemas is, as well as made in memory.

namespace presentity::detail {

using TypeId = std::uint32_t;
using ElementId = std::uint32_t;
inline constexpr std::uint32_t none = ~std::uint32_t{0};
inline constexpr std::size_t unbounded = std::numeric_limits<std::uint32_t>::max();

using Words = std::span<const std::string_view>;

/// `xs:any` or `xs:anyAttribute`.
struct Wildcard {
  enum class Namespaces : std::uint8_t { any, all_but, only };
  enum class Process : std::uint8_t { strict, lax, skip };

  Namespaces constraint = Namespaces::any;
  Process process = Process::strict;
  Words namespaces;  ///< "" stands for no namespace.

  [[nodiscard]] bool allows(std::string_view namespace_uri) const;
};

/// A part of a content model. Source: XML Schema Part 1, section 3.9.
struct Particle {
  enum class Kind : std::uint8_t { element, wildcard, sequence, choice, all };

  Kind kind = Kind::sequence;
  bool has_empty_content = false;  ///< Of a group: one occurrence may consist of nothing.
  std::uint32_t min = 1;
  std::uint32_t max = 1;  ///< `unbounded` for no limit.
  ElementId element = none;
  const Wildcard* wildcard = nullptr;
  std::span<const Particle> particles;

  [[nodiscard]] bool is_optional() const noexcept { return min == 0 || has_empty_content; }
};

/// Remarks of the vocabulary `urn:presentity:schema`; see schemas/README.md.
struct Remarks {
  bool is_undocumented = false;
  bool is_open_enumeration = false;   ///< Of a simple type.
  std::uint16_t extension_block = 0;  ///< From 1; 0 for none.
  Words order;                        ///< Documented order of children.
  Words required;                     ///< Documented as required; "@" marks attributes.
  Words one_of;                       ///< Exactly one is documented as required.
};

/// `default` or `fixed` of an attribute or element.
struct ValueConstraint {
  enum class Kind : std::uint8_t { absent, standard, fixed };

  Kind kind = Kind::absent;
  std::string_view value;
};

struct AttributeUse {
  ExpandedName name;
  TypeId type = none;
  bool is_required = false;
  ValueConstraint constraint;
  Remarks remarks;
};

/// Ways in which a type or an element may not be replaced: `block` in the schema. Combined with |.
namespace blocking {
inline constexpr std::uint8_t extension = 1;
inline constexpr std::uint8_t restriction = 2;
inline constexpr std::uint8_t substitution = 4;
}  // namespace blocking

/// A simple type: its facets for messages, and where the table has it.
struct SimpleFacts : SimpleTypeFacts {
  bool is_open_enumeration = false;        ///< A union of known tokens and any token.
  std::uint32_t index = 0;                 ///< In `SchemaModel::simple_types`.
  std::span<const TypeId> member_types;    ///< Of a union; the item of a list.
  std::uint32_t pattern_bytes = no_limit;  ///< Longest value that its patterns are tried on.
};

struct SchemaType {
  enum class Content : std::uint8_t { empty, simple, elements, mixed };

  ExpandedName name;  ///< Local part empty for an anonymous type.
  TypeId base = none;
  bool is_simple = false;
  bool is_abstract = false;
  std::uint8_t blocked = 0;     ///< Derived in these ways, no type may stand in its place.
  std::uint8_t derivation = 0;  ///< How it is derived from `base`: a constant of `blocking`.
  Content content = Content::simple;
  const Particle* particle = nullptr;  ///< Null if there is none, as of a simple type.
  std::span<const AttributeUse> attributes;
  const Wildcard* any_attribute = nullptr;
  SimpleFacts simple;  ///< Of a simple type or of simple content.
  Remarks remarks;
};

struct ElementDeclaration {
  ExpandedName name;
  TypeId type = none;
  bool is_global = false;
  bool is_nillable = false;
  bool is_abstract = false;
  bool has_identity_constraints = false;  ///< `xs:unique`, `xs:key` or `xs:keyref`.
  std::uint8_t blocked = 0;               ///< As in `SchemaType`, and `substitution`.
  ValueConstraint constraint;
  Remarks remarks;
  std::span<const ElementId> substitutes;  ///< Of the substitution group this one heads.
};

/// Immutable; safe to read from any number of threads. Whoever makes it keeps the rows.
struct SchemaModel {
  std::span<const SchemaType> types;
  std::span<const ElementDeclaration> elements;
  std::span<const AttributeUse> global_attributes;
  SimpleTypes simple_types;
  CategoryRegistry registry;
  SchemaProgram program;  ///< Made from the rest by `compile_program`; its names are the index.

  [[nodiscard]] const SchemaType& type(TypeId id) const { return types[id]; }
  [[nodiscard]] const ElementDeclaration& element(ElementId id) const { return elements[id]; }

  /// The global element or named type with this expanded name, or `none`.
  [[nodiscard]] ElementId find_element(std::string_view namespace_uri,
                                       std::string_view local) const;
  [[nodiscard]] TypeId find_type(std::string_view namespace_uri, std::string_view local) const;

  /// The global attribute with this expanded name, or null.
  [[nodiscard]] const AttributeUse* find_attribute(std::string_view namespace_uri,
                                                   std::string_view local) const;

  /// Whether `derived` is `base` or derived from it in any number of steps.
  [[nodiscard]] bool is_derived(TypeId derived, TypeId base) const;

  /// Named types that are not abstract and derived from `base`, by name.
  [[nodiscard]] std::vector<std::string> concrete_types(TypeId base) const;
};

}  // namespace presentity::detail
