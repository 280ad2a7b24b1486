// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/detail/simple_types.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

/// \file
/// Not for users; may change at any time. Public only because generated tables consist of it.
///
/// A schema as tables, for the reader that checks documents at memory speed. All rows are plain
/// data without ownership and refer to each other by index, so that they can be constant data of a
/// program as well as made in memory by `compile_program`.

namespace presentity::detail {

using NameId = std::uint32_t;
using NamespaceId = std::uint32_t;
using StateId = std::uint32_t;
inline constexpr std::uint32_t no_row = ~std::uint32_t{0};

/// Consecutive rows of a table.
struct Rows {
  std::uint32_t begin = 0;
  std::uint32_t count = 0;
};

/// The first eight and the last eight bytes of a name as numbers, little-endian everywhere: tables
/// may be made on another machine. Of a shorter name both are the whole name, with zeros behind it.
struct NameKey {
  std::uint64_t first = 0;
  std::uint64_t last = 0;

  friend bool operator==(const NameKey&, const NameKey&) = default;
};

/// An expanded name, and what is declared under it globally.
struct NameRow {
  std::string_view local;
  NameKey key;                   ///< Of `local`.
  NamespaceId namespace_id = 0;  ///< 0 is no namespace.
  std::uint32_t element = no_row;
  std::uint32_t type = no_row;
  std::uint32_t attribute = no_row;
  bool is_root = false;  ///< May be a document.
};

/// `xs:any` or `xs:anyAttribute`.
struct WildcardRow {
  enum class Namespaces : std::uint8_t { any, all_but, only };
  enum class Process : std::uint8_t { strict, lax, skip };

  Namespaces constraint = Namespaces::any;
  Process process = Process::strict;
  Rows namespaces;  ///< In `namespace_lists`.
};

/// A transition of a content automaton on an element.
struct EdgeRow {
  NameId name = no_row;
  std::uint32_t element = no_row;
  StateId target = 0;
  std::uint16_t rank = 0;  ///< Place in the documented order of the parent's children; 0 for none.
  std::uint8_t bit = 0;    ///< In the parent's masks of documented parts, from 1; 0 for none.
};

/// A transition of a content automaton on whatever a wildcard allows.
struct WildEdgeRow {
  std::uint32_t wildcard = no_row;
  StateId target = 0;
};

struct StateRow {
  Rows edges;
  Rows wild_edges;
  bool is_final = false;
};

struct AttributeRow {
  NameId name = no_row;
  std::uint32_t type = no_row;
  std::string_view fixed;  ///< The value that it must have, if `is_fixed`.
  bool is_fixed = false;
  bool is_required = false;
  bool is_undocumented = false;
  std::uint8_t bit = 0;  ///< As in `EdgeRow`.
};

struct ElementRow {
  /// Elements with a meaning of their own to the reader.
  enum class Role : std::uint8_t { plain, delimiter, end };

  NameId name = no_row;
  std::uint32_t type = no_row;
  Role role = Role::plain;
  bool is_abstract = false;
  bool is_undocumented = false;
  bool is_nillable = false;
  bool has_identity_constraints = false;  ///< Left to the schema processor.
  bool has_default = false;               ///< A value that it has if it is empty.
  bool is_fixed = false;                  ///< That value is the only one it may have.
  std::uint8_t blocked = 0;               ///< As in `ElementDeclaration`.
  std::uint16_t block = 0;  ///< Number of the ct:delimiter it is documented behind; 0 for none.
  std::string_view default_value;
};

struct TypeRow {
  enum class Content : std::uint8_t { empty, simple, elements, mixed };
  /// Values that depend on the rest of the document.
  enum class Context : std::uint8_t { free, qname, id, idref, idrefs, other };

  NameId name = no_row;  ///< `no_row` for an anonymous type.
  std::uint32_t base = no_row;
  Content content = Content::simple;
  Context context = Context::free;
  bool is_abstract = false;
  std::uint8_t blocked = 0;     ///< As in `SchemaType`.
  std::uint8_t derivation = 0;  ///< As in `SchemaType`.
  bool is_open_enumeration = false;
  bool has_open_items = false;      ///< A list of an open enumeration.
  bool remarks_children = false;    ///< Order or presence of children is documented.
  std::uint32_t pattern_bytes = 0;  ///< Longest value that its patterns are tried on.
  std::uint8_t sizes = 0;           ///< Which limits hold for values: `text_size` and the like.
  std::uint32_t simple = 0;         ///< In `simple_types`: of a simple type or simple content.
  /// Of the content automaton: the start, then one for each way to match a child. Without any, the
  /// content has none, or is beyond what the tables can say.
  Rows states;
  /// Of an `xs:all`: a child of state n, counted behind the start, has bit n; each at most once.
  bool is_all = false;
  std::uint64_t all_required = 0;
  Rows attributes;
  std::uint32_t required_attributes = 0;  ///< How many of them.
  std::uint32_t any_attribute = no_row;
  std::uint64_t required_bits = 0;  ///< Parts documented as required.
  std::uint64_t one_of_bits = 0;    ///< Parts of which exactly one is documented as required.
};

inline constexpr std::uint8_t text_size = 1;    ///< `ReadLimits::value_bytes`.
inline constexpr std::uint8_t number_size = 2;  ///< `ReadLimits::number_bytes`.
inline constexpr std::uint8_t binary_size = 4;  ///< `ReadLimits::binary_bytes`.

/// A category, once for each root its values may have.
struct CategoryRow {
  std::string_view name;
  NameId root = no_row;
};

/// All tables of a set of schemas. Refers to rows that must outlive it.
struct SchemaProgram {
  std::span<const std::string_view> namespaces;    ///< [0] is "".
  std::span<const std::uint32_t> namespace_slots;  ///< As `name_slots`.
  std::span<const NameRow> names;
  std::span<const std::uint32_t> name_slots;  ///< Hash table: name + 1, or 0. Power of two.
  std::span<const ElementRow> elements;
  std::span<const TypeRow> types;
  std::span<const AttributeRow> attributes;  ///< Those of types, then global ones.
  std::span<const WildcardRow> wildcards;
  std::span<const NamespaceId> namespace_lists;
  std::span<const StateRow> states;
  std::span<const EdgeRow> edges;
  std::span<const WildEdgeRow> wild_edges;
  std::span<const CategoryRow> categories;
  /// Elements of envelopes that hold one value, and their attributes with the category's name.
  std::array<NameId, 2> category_entries = {no_row, no_row};
  std::array<NameId, 2> category_attributes = {no_row, no_row};
  SimpleTypes simple_types;
};

}  // namespace presentity::detail
