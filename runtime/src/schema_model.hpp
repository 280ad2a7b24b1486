// SPDX-License-Identifier: MIT
#pragma once

#include "simple/simple_type_store.hpp"

#include <presentity/categories.hpp>

#include <xercesc/util/XercesDefs.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

XERCES_CPP_NAMESPACE_BEGIN
class XSModel;
XERCES_CPP_NAMESPACE_END

/// \file
/// What the loaded schemas say, as plain data: the view that diagnostics are made from.

namespace presentity::detail {

using TypeId = std::uint32_t;
using ElementId = std::uint32_t;
inline constexpr std::uint32_t none = ~std::uint32_t{0};
inline constexpr std::size_t unbounded = std::numeric_limits<std::size_t>::max();

/// `xs:any` or `xs:anyAttribute`.
struct Wildcard {
  enum class Namespaces : std::uint8_t { any, all_but, only };
  enum class Process : std::uint8_t { strict, lax, skip };

  Namespaces constraint = Namespaces::any;
  Process process = Process::strict;
  std::vector<std::string> namespaces;  ///< "" stands for no namespace.

  [[nodiscard]] bool allows(std::string_view namespace_uri) const;
};

/// A part of a content model. Source: XML Schema Part 1, section 3.9.
struct Particle {
  enum class Kind : std::uint8_t { element, wildcard, sequence, choice, all };

  Kind kind = Kind::sequence;
  std::size_t min = 1;
  std::size_t max = 1;  ///< `unbounded` for no limit.
  ElementId element = none;
  Wildcard wildcard;
  std::vector<Particle> particles;
  bool has_empty_content = false;  ///< Of a group: one occurrence may consist of nothing.

  [[nodiscard]] bool is_optional() const noexcept { return min == 0 || has_empty_content; }
};

/// Remarks of the vocabulary `urn:presentity:schema`; see schemas/README.md.
struct Remarks {
  bool is_undocumented = false;
  bool is_open_enumeration = false;            ///< Of a simple type.
  std::optional<std::size_t> extension_block;  ///< From 1.
  std::vector<std::string> order;              ///< Documented order of children.
  std::vector<std::string> required;           ///< Documented as required; "@" marks attributes.
  std::vector<std::string> one_of;             ///< Exactly one is documented as required.
};

/// `default` or `fixed` of an attribute or element.
struct ValueConstraint {
  enum class Kind : std::uint8_t { absent, standard, fixed };

  Kind kind = Kind::absent;
  std::string value;
};

struct AttributeUse {
  QName name;
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
  bool is_open_enumeration = false;       ///< A union of known tokens and any token.
  std::uint32_t index = 0;                ///< In `SchemaModel::simple_types`.
  std::vector<TypeId> member_types;       ///< Of a union; the item of a list.
  std::size_t pattern_bytes = unbounded;  ///< Longest value that its patterns are tried on.
};

struct SchemaType {
  enum class Content : std::uint8_t { empty, simple, elements, mixed };

  QName name;  ///< Local part empty for an anonymous type.
  TypeId base = none;
  bool is_simple = false;
  bool is_abstract = false;
  std::uint8_t blocked = 0;     ///< Derived in these ways, no type may stand in its place.
  std::uint8_t derivation = 0;  ///< How it is derived from `base`: a constant of `blocking`.
  Content content = Content::simple;
  std::optional<Particle> particle;
  std::vector<AttributeUse> attributes;
  std::optional<Wildcard> any_attribute;
  SimpleFacts simple;  ///< Of a simple type or of simple content.
  Remarks remarks;
};

struct ElementDeclaration {
  QName name;
  TypeId type = none;
  bool is_nillable = false;
  bool is_abstract = false;
  bool has_identity_constraints = false;  ///< `xs:unique`, `xs:key` or `xs:keyref`.
  std::uint8_t blocked = 0;               ///< As in `SchemaType`, and `substitution`.
  ValueConstraint constraint;
  Remarks remarks;
  std::vector<ElementId> substitutes;  ///< Members of the substitution group this one heads.
};

/// Immutable after `build`; safe to read from any number of threads.
class SchemaModel {
 public:
  /// Copies what is needed from `components`, which must outlive the model. A global element is a
  /// document root if its remarks say so, or if its namespace is not one of `built_in`.
  void build(xercesc::XSModel& components, const std::set<std::string>& built_in);

  [[nodiscard]] const SchemaType& type(TypeId id) const { return types_[id]; }
  [[nodiscard]] const ElementDeclaration& element(ElementId id) const { return elements_[id]; }
  [[nodiscard]] std::span<const SchemaType> types() const noexcept { return types_; }
  [[nodiscard]] std::span<const ElementDeclaration> elements() const noexcept { return elements_; }
  [[nodiscard]] std::span<const AttributeUse> global_attributes() const noexcept {
    return global_attributes_;
  }

  /// The global element or named type with this expanded name, or `none`.
  [[nodiscard]] ElementId find_element(std::string_view namespace_uri,
                                       std::string_view local) const;
  [[nodiscard]] TypeId find_type(std::string_view namespace_uri, std::string_view local) const;
  [[nodiscard]] const AttributeUse* find_attribute(std::string_view namespace_uri,
                                                   std::string_view local) const;

  /// Whether `derived` is `base` or derived from it in any number of steps.
  [[nodiscard]] bool is_derived(TypeId derived, TypeId base) const;

  /// Named types that are not abstract and derived from `base`, by name.
  [[nodiscard]] std::vector<std::string> concrete_types(TypeId base) const;

  [[nodiscard]] SimpleTypes simple_types() const noexcept { return simple_types_.types(); }

  CategoryRegistry registry;

 private:
  friend class SchemaModelBuilder;

  using Index = std::unordered_map<std::string, std::uint32_t>;
  static std::string key(std::string_view namespace_uri, std::string_view local);

  std::vector<SchemaType> types_;
  SimpleTypeStore simple_types_;
  std::vector<ElementDeclaration> elements_;
  std::vector<AttributeUse> global_attributes_;
  Index element_index_;
  Index type_index_;
  Index attribute_index_;
};

}  // namespace presentity::detail
