// SPDX-License-Identifier: MIT
#include "datatypes.hpp"

#include "datatype_dates.hpp"
#include "datatype_durations.hpp"
#include "datatype_numbers.hpp"
#include "datatype_strings.hpp"

#include <algorithm>

namespace presentity::detail {
namespace {

bool is_true(std::string_view boolean) noexcept { return boolean == "true" || boolean == "1"; }

Order equal_if(bool is_equal) noexcept { return is_equal ? Order::equal : Order::incomparable; }

}  // namespace

bool is_boolean(std::string_view literal) noexcept {
  return literal == "true" || literal == "false" || literal == "1" || literal == "0";
}

bool is_literal(Primitive primitive, std::string_view literal) noexcept {
  switch (primitive) {
    case Primitive::any_simple:
    case Primitive::string:
      return true;
    case Primitive::boolean:
      return is_boolean(literal);
    case Primitive::decimal:
      return is_decimal(literal);
    case Primitive::float_:
    case Primitive::double_:
      return is_float(literal);
    case Primitive::duration:
      return is_duration(literal);
    case Primitive::hex_binary:
      return is_hex_binary(literal);
    case Primitive::base64_binary:
      return is_base64_binary(literal);
    case Primitive::any_uri:
      return is_any_uri(literal);
    case Primitive::qname:
    case Primitive::notation:
      return is_qname(literal);
    default:
      return is_date_or_time(primitive, literal);
  }
}

Order compare(Primitive primitive, std::string_view a, std::string_view b) noexcept {
  switch (primitive) {
    case Primitive::boolean:
      return equal_if(is_true(a) == is_true(b));
    case Primitive::decimal:
      return compare_decimals(a, b);
    case Primitive::float_:
      return compare_floats(a, b);
    case Primitive::double_:
      return compare_doubles(a, b);
    case Primitive::duration:
      return compare_durations(a, b);
    case Primitive::hex_binary:
      return equal_if(are_equal_hex(a, b));
    case Primitive::base64_binary:
      return equal_if(are_equal_base64(a, b));
    case Primitive::any_simple:
    case Primitive::string:
    case Primitive::any_uri:
    case Primitive::qname:
    case Primitive::notation:
      return equal_if(a == b);
    default:
      return compare_dates(primitive, a, b);
  }
}

std::size_t value_length(Primitive primitive, std::string_view literal) noexcept {
  if (primitive == Primitive::hex_binary) return literal.size() / 2;
  if (primitive == Primitive::base64_binary) return base64_octets(literal);
  const auto begins_character = [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  };
  return static_cast<std::size_t>(std::ranges::count_if(literal, begins_character));
}

}  // namespace presentity::detail
