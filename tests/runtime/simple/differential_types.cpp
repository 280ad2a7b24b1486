// SPDX-License-Identifier: MIT
#include "differential_values.hpp"

namespace presentity::detail::testing {
namespace {

using Kind = TypeSpec::Kind;

TypeSpec restricted(std::string name, std::string base,
                    std::vector<std::pair<std::string, std::string>> facets) {
  return {std::move(name), Kind::restriction, {std::move(base)}, std::move(facets)};
}

void add_atomic(std::vector<TypeSpec>& types) {
  types.push_back(restricted("decimal_range", "xs:decimal",
                             {{"minInclusive", "-1.5"}, {"maxExclusive", "100"}}));
  types.push_back(
      restricted("decimal_open", "xs:decimal", {{"minExclusive", "0"}, {"maxInclusive", "12.00"}}));
  types.push_back(
      restricted("decimal_digits", "xs:decimal", {{"totalDigits", "4"}, {"fractionDigits", "2"}}));
  types.push_back(restricted("decimal_total", "xs:decimal", {{"totalDigits", "3"}}));
  types.push_back(
      restricted("decimal_enum", "xs:decimal",
                 {{"enumeration", "1.0"}, {"enumeration", "-0"}, {"enumeration", "12"}}));
  types.push_back(restricted("int_total", "xs:integer", {{"totalDigits", "2"}}));
  types.push_back(
      restricted("byte_range", "xs:byte", {{"minInclusive", "1"}, {"maxInclusive", "100"}}));
  types.push_back(
      restricted("int_pattern", "xs:int", {{"pattern", "\\d{2}"}, {"pattern", "-\\d+"}}));
  types.push_back(restricted("boolean_pattern", "xs:boolean", {{"pattern", "true|1"}}));
  types.push_back(
      restricted("double_range", "xs:double", {{"minInclusive", "-1E1"}, {"maxExclusive", "1E2"}}));
  types.push_back(
      restricted("double_nan", "xs:double",
                 {{"enumeration", "NaN"}, {"enumeration", "0"}, {"enumeration", "1E1"}}));
  types.push_back(
      restricted("float_range", "xs:float", {{"minExclusive", "0"}, {"maxInclusive", "INF"}}));
  types.push_back(
      restricted("float_enum", "xs:float", {{"enumeration", "1.5"}, {"enumeration", "-INF"}}));
  types.push_back(restricted("duration_range", "xs:duration",
                             {{"minInclusive", "P1M"}, {"maxInclusive", "P1Y"}}));
  types.push_back(restricted("duration_enum", "xs:duration",
                             {{"enumeration", "P1Y"}, {"enumeration", "PT1H"}}));
  types.push_back(restricted(
      "datetime_range", "xs:dateTime",
      {{"minInclusive", "2000-01-01T00:00:00Z"}, {"maxExclusive", "2013-06-01T12:34:56.789Z"}}));
  types.push_back(
      restricted("datetime_local", "xs:dateTime", {{"minExclusive", "2000-01-15T12:00:00"}}));
  types.push_back(restricted(
      "datetime_enum", "xs:dateTime",
      {{"enumeration", "2000-01-01T00:00:00Z"}, {"enumeration", "2000-02-29T24:00:00"}}));
  types.push_back(restricted("time_range", "xs:time",
                             {{"minInclusive", "10:00:00Z"}, {"maxInclusive", "20:00:00Z"}}));
  types.push_back(restricted("time_enum", "xs:time",
                             {{"enumeration", "00:00:00"}, {"enumeration", "10:00:00Z"}}));
  types.push_back(restricted("date_range", "xs:date",
                             {{"minInclusive", "2000-01-01"}, {"maxExclusive", "2000-03-01"}}));
  types.push_back(restricted("date_enum", "xs:date",
                             {{"enumeration", "2000-01-01Z"}, {"enumeration", "2000-02-29"}}));
  types.push_back(
      restricted("year_range", "xs:gYear", {{"minInclusive", "1999"}, {"maxInclusive", "2000"}}));
  types.push_back(restricted("year_month_range", "xs:gYearMonth", {{"minInclusive", "1999-12"}}));
  types.push_back(restricted("month_day_range", "xs:gMonthDay",
                             {{"minInclusive", "--01-15"}, {"maxInclusive", "--02-29"}}));
  types.push_back(
      restricted("day_range", "xs:gDay", {{"minInclusive", "---10"}, {"maxInclusive", "---20"}}));
  types.push_back(
      restricted("month_range", "xs:gMonth", {{"minInclusive", "--02"}, {"maxInclusive", "--10"}}));
}

void add_strings(std::vector<TypeSpec>& types) {
  types.push_back(restricted("hex_length", "xs:hexBinary", {{"length", "2"}}));
  types.push_back(
      restricted("hex_enum", "xs:hexBinary", {{"enumeration", "0FB7"}, {"enumeration", "00"}}));
  types.push_back(
      restricted("base64_length", "xs:base64Binary", {{"minLength", "1"}, {"maxLength", "5"}}));
  types.push_back(restricted("base64_enum", "xs:base64Binary",
                             {{"enumeration", "QUJD"}, {"enumeration", "aGVsbG8="}}));
  types.push_back(restricted("uri_length", "xs:anyURI", {{"maxLength", "5"}}));
  types.push_back(
      restricted("uri_enum", "xs:anyURI", {{"enumeration", "urn:a:b"}, {"enumeration", "#a"}}));
  types.push_back(restricted("qname_length", "xs:QName", {{"maxLength", "2"}}));
  types.push_back(restricted("string_length", "xs:string", {{"length", "3"}}));
  types.push_back(
      restricted("string_enum", "xs:string", {{"enumeration", "red"}, {"enumeration", "a  b"}}));
  types.push_back(
      restricted("normalized_enum", "xs:normalizedString", {{"enumeration", "red green"}}));
  types.push_back(restricted("token_length", "xs:token", {{"minLength", "2"}, {"maxLength", "4"}}));
  types.push_back(
      restricted("token_enum", "xs:token",
                 {{"enumeration", "red"}, {"enumeration", "red green"}, {"enumeration", ""}}));
  types.push_back(restricted("token_pattern", "xs:token", {{"pattern", "[a-z]+( [a-z]+)*"}}));
  types.push_back(
      restricted("token_two_steps", "token_pattern", {{"pattern", "a.*"}, {"pattern", ".*n"}}));
  types.push_back(
      restricted("collapsed", "xs:string", {{"whiteSpace", "collapse"}, {"maxLength", "3"}}));
  types.push_back(restricted("language_enum", "xs:language",
                             {{"enumeration", "en"}, {"enumeration", "en-US"}}));
  types.push_back(restricted("nmtoken_length", "xs:NMTOKEN", {{"maxLength", "2"}}));
  types.push_back(restricted("ncname_pattern", "xs:NCName", {{"pattern", "\\i\\c?"}}));
}

void add_composed(std::vector<TypeSpec>& types) {
  types.push_back({"int_list", Kind::list, {"xs:int"}, {}});
  types.push_back(
      restricted("int_list_length", "int_list", {{"minLength", "1"}, {"maxLength", "3"}}));
  types.push_back(
      restricted("int_list_enum", "int_list", {{"enumeration", "1 2"}, {"enumeration", "12"}}));
  types.push_back(restricted("int_list_pattern", "int_list", {{"pattern", "1( 1)*"}}));
  types.push_back({"token_list", Kind::list, {"token_enum"}, {}});
  types.push_back(restricted("nmtokens_length", "xs:NMTOKENS", {{"length", "2"}}));
  types.push_back({"int_or_token", Kind::any_of, {"byte_range", "token_enum"}, {}});
  types.push_back(
      restricted("union_enum", "int_or_token", {{"enumeration", "12"}, {"enumeration", "red"}}));
  types.push_back(
      restricted("union_pattern", "int_or_token", {{"pattern", ".."}, {"pattern", "red"}}));
  types.push_back({"boolean_or_decimal", Kind::any_of, {"xs:boolean", "xs:decimal"}, {}});
  types.push_back(restricted("value_enum", "boolean_or_decimal",
                             {{"enumeration", "true"}, {"enumeration", "12"}}));
  types.push_back({"union_list", Kind::list, {"int_or_token"}, {}});
  types.push_back({"nested_union", Kind::any_of, {"int_or_token", "xs:boolean", "xs:date"}, {}});
  types.push_back({"union_of_lists", Kind::any_of, {"int_list", "xs:NMTOKENS"}, {}});
}

}  // namespace

std::vector<TypeSpec> derived_types() {
  std::vector<TypeSpec> types;
  add_atomic(types);
  add_strings(types);
  add_composed(types);
  return types;
}

}  // namespace presentity::detail::testing
