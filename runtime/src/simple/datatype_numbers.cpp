// SPDX-License-Identifier: MIT
#include "datatype_numbers.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <compare>
#include <limits>
#include <system_error>

namespace presentity::detail {
namespace {

/// A decimal number: zeros that do not change the value are left out.
struct Decimal {
  bool is_negative = false;
  std::string_view integer;
  std::string_view fraction;
};

bool is_sign(char c) noexcept { return c == '+' || c == '-'; }

std::string_view without_sign(std::string_view text) noexcept {
  return text.empty() || !is_sign(text.front()) ? text : text.substr(1);
}

std::size_t leading_digits(std::string_view text) noexcept {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  return count;
}

Decimal parse_decimal(std::string_view literal) noexcept {
  Decimal result;
  auto rest = without_sign(literal);
  while (rest.starts_with('0')) rest.remove_prefix(1);
  result.integer = rest.substr(0, leading_digits(rest));
  rest.remove_prefix(result.integer.size());
  if (!rest.empty()) result.fraction = rest.substr(1);
  while (result.fraction.ends_with('0')) result.fraction.remove_suffix(1);
  const bool is_zero = result.integer.empty() && result.fraction.empty();
  result.is_negative = literal.starts_with('-') && !is_zero;
  return result;
}

/// The value of a valid literal; numbers that are too large become infinite, as IEEE 754 rounds.
template <class Float>
Float parse_float(std::string_view literal) noexcept {
  using Limits = std::numeric_limits<Float>;
  if (literal == "NaN") return Limits::quiet_NaN();
  const auto digits = without_sign(literal);
  Float value = 0;
  if (digits == "INF") {
    value = Limits::infinity();
  } else {
    const auto* const end = digits.data() + digits.size();
    const auto result = std::from_chars(digits.data(), end, value);
    if (result.ec == std::errc::result_out_of_range) {
      value = is_large_number(digits) ? Limits::infinity() : Float{0};
    }
  }
  return literal.starts_with('-') ? -value : value;
}

template <class Float>
Order compare_as(std::string_view a, std::string_view b) noexcept {
  const auto first = parse_float<Float>(a);
  const auto second = parse_float<Float>(b);
  if (std::isnan(first) && std::isnan(second)) return Order::equal;
  return to_order(first <=> second);
}

}  // namespace

Order to_order(std::partial_ordering ordering) noexcept {
  if (std::is_lt(ordering)) return Order::less;
  if (std::is_gt(ordering)) return Order::greater;
  return std::is_eq(ordering) ? Order::equal : Order::incomparable;
}

Order reversed(Order order) noexcept {
  if (order == Order::less) return Order::greater;
  return order == Order::greater ? Order::less : order;
}

bool is_large_number(std::string_view digits) noexcept {
  const auto mark = std::min(digits.find_first_of("eE"), digits.size());
  const auto mantissa = digits.substr(0, mark);
  auto exponent = digits.substr(std::min(mark + 1, digits.size()));
  const auto first = mantissa.find_first_of("123456789");
  const auto point = std::min(mantissa.find('.'), mantissa.size());
  const auto places = static_cast<long long>(point) - static_cast<long long>(first);
  const bool is_negative = exponent.starts_with('-');
  exponent = without_sign(exponent);
  long long value = 0;
  const auto [end, error] =
      std::from_chars(exponent.data(), exponent.data() + exponent.size(), value);
  constexpr long long beyond_any_mantissa = 1'000'000'000'000;
  if (error == std::errc::result_out_of_range || value > beyond_any_mantissa) return !is_negative;
  return (is_negative ? -value : value) + places > 0;
}

bool is_decimal(std::string_view literal) noexcept {
  auto rest = without_sign(literal);
  const auto before = leading_digits(rest);
  rest.remove_prefix(before);
  if (rest.empty()) return before > 0;
  if (rest.front() != '.') return false;
  const auto after = leading_digits(rest.substr(1));
  return after + 1 == rest.size() && before + after > 0;
}

bool is_integer_literal(std::string_view literal) noexcept {
  const auto digits = without_sign(literal);
  return !digits.empty() && leading_digits(digits) == digits.size();
}

bool is_float(std::string_view literal) noexcept {
  if (literal == "INF" || literal == "-INF" || literal == "NaN") return true;
  const auto mark = literal.find_first_of("eE");
  if (mark == std::string_view::npos) return is_decimal(literal);
  return is_decimal(literal.substr(0, mark)) && is_integer_literal(literal.substr(mark + 1));
}

Order compare_decimals(std::string_view a, std::string_view b) noexcept {
  const auto first = parse_decimal(a);
  const auto second = parse_decimal(b);
  if (first.is_negative != second.is_negative) {
    return first.is_negative ? Order::less : Order::greater;
  }
  auto ordering = first.integer.size() <=> second.integer.size();
  if (std::is_eq(ordering)) ordering = first.integer <=> second.integer;
  if (std::is_eq(ordering)) ordering = first.fraction <=> second.fraction;
  return first.is_negative ? reversed(to_order(ordering)) : to_order(ordering);
}

Order compare_floats(std::string_view a, std::string_view b) noexcept {
  return compare_as<float>(a, b);
}

Order compare_doubles(std::string_view a, std::string_view b) noexcept {
  return compare_as<double>(a, b);
}

DigitCount count_digits(std::string_view literal) noexcept {
  const auto value = parse_decimal(literal);
  return {value.integer.size(), value.fraction.size()};
}

}  // namespace presentity::detail
