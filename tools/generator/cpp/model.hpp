// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// \file
/// What will be written, decided to the last word: final identifiers, types and order. Made by
/// `lower`; emitters only spell it.

namespace presentity::generator::cpp {

/// Documentation from the schema.
struct Doc {
  std::string text;    ///< One paragraph; may be empty.
  std::string origin;  ///< `state.xsd:12, complexType "userState"`; may be empty.
};

struct Enumerator {
  std::string name;
  std::string token;
  std::string doc;
};

struct Enum {
  std::string name;
  std::string underlying;  ///< `std::uint8_t`
  std::vector<Enumerator> enumerators;
  Doc doc;
};

/// `using name = head<arguments>;`
struct Alias {
  std::string name;
  std::string head;
  std::vector<std::string> arguments;
  Doc doc;
};

struct Member {
  std::string type;
  std::string name;
  std::string initializer;  ///< Without '='; may be empty.
  std::string doc;
};

struct Struct {
  std::string name;
  std::vector<Member> members;
  Doc doc;
};

using Declaration = std::variant<Alias, Struct>;

/// A constant `binding::Value`.
struct Value {
  struct Member {
    std::uint32_t simple_type = 0;
    std::string value;  ///< Expression.
    std::string type;   ///< For readers.
    std::size_t alternative = 0;
  };
  std::string name;   ///< In the namespace `bindings`.
  std::string maker;  ///< `enumeration<Token>`
  std::vector<Member> members;
  bool is_union = false;
};

/// An entry of `binding::Field::alternatives`.
struct Alternative {
  std::string maker;        ///< `value`, `structure`, `group`, `raw` or `text`.
  bool is_wrapped = false;  ///< The thing itself is a member `value` of what the item holds.
  std::size_t index = 0;    ///< In the item's variant.
  std::vector<std::string> arguments;
};

struct FieldBinding {
  std::string member;
  bool is_variant = false;
  std::vector<Alternative> alternatives;
};

struct AttributeBinding {
  std::string member;
  std::string value;  ///< Expression.
};

struct LeafBinding {
  std::vector<std::pair<std::size_t, std::size_t>> groups;
  std::size_t field = 0;
  bool is_start = false;
  std::string comment;  ///< What stands there, for readers.
};

/// The constant `binding::Struct` of a struct.
struct StructBinding {
  std::string type;
  std::string name;  ///< In the namespace `bindings`.
  std::vector<FieldBinding> fields;
  std::vector<AttributeBinding> attributes;
  std::vector<AttributeBinding> content;  ///< Simple content; one or none.
  std::string other_attributes;           ///< Member; empty if there is none.
  std::string spellings;                  ///< Member; empty if there is none.
  bool is_mixed = false;                  ///< The only field takes text.
  std::vector<LeafBinding> leaves;
  std::vector<std::vector<unsigned>> kept_groups;  ///< By state; empty if all are 0.
};

struct Root {
  std::string name;  ///< Of the functions, behind `read_`.
  std::string type;
  std::string schemas;  ///< Function that returns the schemas.
  std::uint32_t element = 0;
  FieldBinding field;
  Doc doc;
};

/// What becomes of one schema.
struct File {
  std::string stem;
  std::string source;        ///< File name of the schema.
  std::string include_name;  ///< Of the header, with quotes or brackets.
  std::string cpp_namespace;
  std::vector<std::string> includes;         ///< Of the header: own ones, with quotes or brackets.
  std::vector<std::string> system_includes;  ///< With brackets.
  std::vector<Enum> enums;
  std::vector<std::string> forward;  ///< Structs that are named before they are declared.
  std::vector<Declaration> declarations;
  std::vector<Value> values;
  std::vector<StructBinding> bindings;
  std::vector<Root> roots;
  std::string documents;                ///< Function that lists `roots`; empty if there are none.
  std::vector<std::string> namespaces;  ///< Other namespaces that the source refers to.
  std::string declares_schemas;       ///< Namespace of the function that returns a user's schemas.
  bool has_schemas_function = false;  ///< Whether the header declares it.
};

struct Module {
  std::vector<File> files;
  std::string tables_stem;  ///< Of the file with the tables; empty for the built-in schemas.
  std::string tables_namespace;
};

}  // namespace presentity::generator::cpp
