// SPDX-License-Identifier: MIT
#pragma once

#include "simple/simple_type.hpp"

#include <cstdint>
#include <span>
#include <string_view>

/// \file
/// A schema as tables, for the reader that checks documents at memory speed.
///
/// All rows are plain data without ownership and refer to each other by index, so that they can be
/// constant data of a program as well as made in memory by `compile_program`.

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

/// An expanded name, and what is declared under it globally.
struct NameRow {
  std::string_view local;
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
  bool is_required = false;
  bool is_undocumented = false;
  bool has_default = false;  ///< Or a fixed value.
  std::uint8_t bit = 0;      ///< As in `EdgeRow`.
};

struct ElementRow {
  /// Elements with a meaning of their own to the reader.
  enum class Role : std::uint8_t { plain, delimiter, end };

  NameId name = no_row;
  std::uint32_t type = no_row;
  Role role = Role::plain;
  bool is_abstract = false;
  bool is_undocumented = false;
  bool has_constraints = false;  ///< Such as identity constraints: left to the schema processor.
  std::uint16_t block = 0;  ///< Number of the ct:delimiter it is documented behind; 0 for none.
};

struct TypeRow {
  enum class Content : std::uint8_t { empty, simple, elements, mixed };

  std::uint32_t base = no_row;
  Content content = Content::simple;
  bool is_abstract = false;
  bool has_blocked_types = false;
  bool is_open_enumeration = false;
  bool is_contextual = false;     ///< Values depend on the rest of the document: ID, QName.
  bool has_open_items = false;    ///< A list of an open enumeration.
  bool remarks_children = false;  ///< Order or presence of children is documented.
  std::uint32_t longest_value =
      0;                     ///< Bytes that a value may have to be taken without a second look.
  std::uint32_t simple = 0;  ///< In `simple_types`: of a simple type or simple content.
  StateId start = no_row;    ///< Of the content automaton; `no_row` if there is none.
  Rows attributes;
  std::uint32_t any_attribute = no_row;
  std::uint64_t required_bits = 0;  ///< Parts documented as required.
  std::uint64_t one_of_bits = 0;    ///< Parts of which exactly one is documented as required.
};

/// A category, once for each root its values may have.
struct CategoryRow {
  std::string_view name;
  NameId root = no_row;
};

/// All tables of a set of schemas. Refers to rows that must outlive it.
struct SchemaProgram {
  std::span<const std::string_view> namespaces;  ///< [0] is "".
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
  SimpleTypes simple_types;
};

/// The namespace's id, or `no_row`. Namespaces are few, so they are searched in order.
[[nodiscard]] NamespaceId find_namespace(const SchemaProgram& program,
                                         std::string_view uri) noexcept;

/// The id of an expanded name, or `no_row`.
[[nodiscard]] NameId find_name(const SchemaProgram& program, NamespaceId namespace_id,
                               std::string_view local) noexcept;

/// Where the search for a name begins. The same on every machine: tables may be made elsewhere.
[[nodiscard]] std::uint32_t name_hash(NamespaceId namespace_id, std::string_view local) noexcept;

}  // namespace presentity::detail
