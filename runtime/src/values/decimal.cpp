// SPDX-License-Identifier: MIT
#include "simple/datatype_numbers.hpp"
#include "simple/datatypes.hpp"
#include "values/number_text.hpp"

#include <presentity/decimal.hpp>

namespace presentity {

bool Decimal::is_integer() const noexcept { return detail::count_digits(text_).fraction == 0; }

std::optional<std::int64_t> Decimal::to_int64() const noexcept {
  if (!is_integer()) return std::nullopt;
  const auto integer = std::string_view(text_).substr(0, text_.find('.'));
  // ".0" and "-.0" are zero.
  if (integer.empty() || !detail::is_digit(integer.back())) return 0;
  const auto value = detail::parse_number<std::int64_t>(integer);
  return value ? std::optional(*value) : std::nullopt;
}

double Decimal::to_double() const noexcept { return *detail::parse_double(text_); }

std::weak_ordering operator<=>(const Decimal& a, const Decimal& b) noexcept {
  switch (detail::compare_decimals(a.text_, b.text_)) {
    case detail::Order::less:
      return std::weak_ordering::less;
    case detail::Order::greater:
      return std::weak_ordering::greater;
    default:
      return std::weak_ordering::equivalent;
  }
}

Result<Decimal, ValueError> parse_decimal(std::string_view text) {
  if (detail::is_decimal(text)) return Decimal(std::string(text));
  return Unexpected{ValueError{ValueError::Reason::not_a_literal, "xs:decimal"}};
}

Result<Decimal, ValueError> parse_integer(std::string_view text) {
  if (detail::is_integer_literal(text)) return Decimal(std::string(text));
  return Unexpected{ValueError{ValueError::Reason::not_a_literal, "xs:integer"}};
}

}  // namespace presentity
