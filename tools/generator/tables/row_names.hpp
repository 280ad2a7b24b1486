// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/detail/schema_tables.hpp>

#include <array>
#include <cstdint>
#include <string_view>

/// \file
/// What rows, their arrays and their enumerations are called in C++.

namespace presentity::generator {

using namespace detail;

/// The rows of all tables that have one type stand in one array.
struct RowName {
  std::string_view type;
  std::string_view array;
};

template <class Row>
inline constexpr RowName row_name{};
template <>
inline constexpr RowName row_name<std::string_view>{"std::string_view", "texts"};
template <>
inline constexpr RowName row_name<std::uint16_t>{"std::uint16_t", "cells"};
template <>
inline constexpr RowName row_name<std::uint32_t>{"std::uint32_t", "numbers"};
template <>
inline constexpr RowName row_name<PatternTable>{"PatternTable", "patterns"};
template <>
inline constexpr RowName row_name<PatternAlternatives>{"PatternAlternatives", "steps"};
template <>
inline constexpr RowName row_name<SimpleType>{"SimpleType", "simple_types"};
template <>
inline constexpr RowName row_name<Facet>{"Facet", "facets"};
template <>
inline constexpr RowName row_name<Wildcard>{"Wildcard", "wildcards"};
template <>
inline constexpr RowName row_name<Particle>{"Particle", "particles"};
template <>
inline constexpr RowName row_name<AttributeUse>{"AttributeUse", "attribute_uses"};
template <>
inline constexpr RowName row_name<SchemaType>{"SchemaType", "types"};
template <>
inline constexpr RowName row_name<ElementDeclaration>{"ElementDeclaration", "elements"};
template <>
inline constexpr RowName row_name<InstanceInfo>{"InstanceInfo", "instances"};
template <>
inline constexpr RowName row_name<Category>{"Category", "categories"};
template <>
inline constexpr RowName row_name<RootInfo>{"RootInfo", "roots"};
template <>
inline constexpr RowName row_name<NameRow>{"NameRow", "name_rows"};
template <>
inline constexpr RowName row_name<ElementRow>{"ElementRow", "element_rows"};
template <>
inline constexpr RowName row_name<TypeRow>{"TypeRow", "type_rows"};
template <>
inline constexpr RowName row_name<AttributeRow>{"AttributeRow", "attribute_rows"};
template <>
inline constexpr RowName row_name<WildcardRow>{"WildcardRow", "wildcard_rows"};
template <>
inline constexpr RowName row_name<StateRow>{"StateRow", "state_rows"};
template <>
inline constexpr RowName row_name<EdgeRow>{"EdgeRow", "edge_rows"};
template <>
inline constexpr RowName row_name<WildEdgeRow>{"WildEdgeRow", "wild_edge_rows"};
template <>
inline constexpr RowName row_name<CategoryRow>{"CategoryRow", "category_rows"};

/// The order in which the arrays can be declared: rows refer to their own array and to earlier
/// ones.
inline constexpr std::array array_order{
    row_name<std::string_view>,
    row_name<std::uint16_t>,
    row_name<std::uint32_t>,
    row_name<PatternTable>,
    row_name<PatternAlternatives>,
    row_name<SimpleType>,
    row_name<Facet>,
    row_name<Wildcard>,
    row_name<Particle>,
    row_name<AttributeUse>,
    row_name<SchemaType>,
    row_name<ElementDeclaration>,
    row_name<InstanceInfo>,
    row_name<Category>,
    row_name<RootInfo>,
    row_name<NameRow>,
    row_name<ElementRow>,
    row_name<TypeRow>,
    row_name<AttributeRow>,
    row_name<WildcardRow>,
    row_name<StateRow>,
    row_name<EdgeRow>,
    row_name<WildEdgeRow>,
    row_name<CategoryRow>,
};

template <class Enumeration>
inline constexpr std::string_view enumeration_name{};
template <>
inline constexpr std::string_view enumeration_name<WildcardRow::Namespaces> =
    "WildcardRow::Namespaces";
template <>
inline constexpr std::string_view enumeration_name<WildcardRow::Process> = "WildcardRow::Process";
template <>
inline constexpr std::string_view enumeration_name<ElementRow::Role> = "ElementRow::Role";
template <>
inline constexpr std::string_view enumeration_name<TypeRow::Content> = "TypeRow::Content";
template <>
inline constexpr std::string_view enumeration_name<Wildcard::Namespaces> = "Wildcard::Namespaces";
template <>
inline constexpr std::string_view enumeration_name<Wildcard::Process> = "Wildcard::Process";
template <>
inline constexpr std::string_view enumeration_name<Particle::Kind> = "Particle::Kind";
template <>
inline constexpr std::string_view enumeration_name<SchemaType::Content> = "SchemaType::Content";
template <>
inline constexpr std::string_view enumeration_name<TypeRow::Context> = "TypeRow::Context";
template <>
inline constexpr std::string_view enumeration_name<ValueConstraint::Kind> = "ValueConstraint::Kind";
template <>
inline constexpr std::string_view enumeration_name<SimpleType::Shortcut> = "SimpleType::Shortcut";
template <>
inline constexpr std::string_view enumeration_name<Variety> = "Variety";
template <>
inline constexpr std::string_view enumeration_name<Primitive> = "Primitive";
template <>
inline constexpr std::string_view enumeration_name<WhiteSpace> = "WhiteSpace";
template <>
inline constexpr std::string_view enumeration_name<LexicalClass> = "LexicalClass";
template <>
inline constexpr std::string_view enumeration_name<RootKind> = "RootKind";

}  // namespace presentity::generator
