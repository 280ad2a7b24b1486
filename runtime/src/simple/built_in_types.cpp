// SPDX-License-Identifier: MIT
#include "built_in_types.hpp"

#include <algorithm>
#include <array>

namespace presentity::detail {
namespace {

constexpr SimpleType primitive(std::string_view name, Primitive primitive) {
  SimpleType type;
  type.built_in = name;
  type.primitive = primitive;
  const bool is_text = primitive == Primitive::any_simple || primitive == Primitive::string;
  type.white_space = is_text ? WhiteSpace::preserve : WhiteSpace::collapse;
  return type;
}

constexpr SimpleType text(std::string_view name, WhiteSpace white_space,
                          LexicalClass lexical_class = LexicalClass::none) {
  SimpleType type = primitive(name, Primitive::string);
  type.white_space = white_space;
  type.lexical_class = lexical_class;
  return type;
}

constexpr SimpleType token(std::string_view name, LexicalClass lexical_class) {
  return text(name, WhiteSpace::collapse, lexical_class);
}

constexpr SimpleType integer(std::string_view name, std::string_view least = {},
                             std::string_view most = {}) {
  SimpleType type = primitive(name, Primitive::decimal);
  type.is_integer = true;
  type.fraction_digits = 0;
  type.min.text = least;
  type.max.text = most;
  return type;
}

constexpr SimpleType list(std::string_view name, std::span<const std::uint32_t> item) {
  SimpleType type;
  type.built_in = name;
  type.variety = Variety::list;
  type.white_space = WhiteSpace::collapse;
  type.min_length = 1;
  type.members = item;
  return type;
}

/// The first three types are the items of the lists.
constexpr std::array<std::uint32_t, 1> nmtoken{0};
constexpr std::array<std::uint32_t, 1> idref{1};
constexpr std::array<std::uint32_t, 1> entity{2};

constexpr auto types = [] {
  std::array rows{
      token("NMTOKEN", LexicalClass::nmtoken),
      token("IDREF", LexicalClass::ncname),
      token("ENTITY", LexicalClass::ncname),
      list("NMTOKENS", nmtoken),
      list("IDREFS", idref),
      list("ENTITIES", entity),
      primitive("anySimpleType", Primitive::any_simple),
      primitive("string", Primitive::string),
      primitive("boolean", Primitive::boolean),
      primitive("decimal", Primitive::decimal),
      primitive("float", Primitive::float_),
      primitive("double", Primitive::double_),
      primitive("duration", Primitive::duration),
      primitive("dateTime", Primitive::date_time),
      primitive("time", Primitive::time),
      primitive("date", Primitive::date),
      primitive("gYearMonth", Primitive::g_year_month),
      primitive("gYear", Primitive::g_year),
      primitive("gMonthDay", Primitive::g_month_day),
      primitive("gDay", Primitive::g_day),
      primitive("gMonth", Primitive::g_month),
      primitive("hexBinary", Primitive::hex_binary),
      primitive("base64Binary", Primitive::base64_binary),
      primitive("anyURI", Primitive::any_uri),
      primitive("QName", Primitive::qname),
      primitive("NOTATION", Primitive::notation),
      text("normalizedString", WhiteSpace::replace),
      text("token", WhiteSpace::collapse),
      token("language", LexicalClass::language),
      token("Name", LexicalClass::name),
      token("NCName", LexicalClass::ncname),
      token("ID", LexicalClass::ncname),
      integer("integer"),
      integer("nonPositiveInteger", {}, "0"),
      integer("negativeInteger", {}, "-1"),
      integer("long", "-9223372036854775808", "9223372036854775807"),
      integer("int", "-2147483648", "2147483647"),
      integer("short", "-32768", "32767"),
      integer("byte", "-128", "127"),
      integer("nonNegativeInteger", "0"),
      integer("unsignedLong", "0", "18446744073709551615"),
      integer("unsignedInt", "0", "4294967295"),
      integer("unsignedShort", "0", "65535"),
      integer("unsignedByte", "0", "255"),
      integer("positiveInteger", "1"),
  };
  for (auto& row : rows) row = with_shortcut(row);
  return rows;
}();

}  // namespace

SimpleTypes built_in_types() noexcept { return {types}; }

std::uint32_t find_built_in_type(std::string_view name) noexcept {
  const auto* const found = std::ranges::find(types, name, &SimpleType::built_in);
  return found == types.end() ? no_built_in : static_cast<std::uint32_t>(found - types.begin());
}

}  // namespace presentity::detail
