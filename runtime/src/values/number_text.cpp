// SPDX-License-Identifier: MIT
#include "values/number_text.hpp"

#include "simple/datatype_numbers.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>
#include <type_traits>

namespace presentity::detail {
namespace {

using Reason = ValueError::Reason;

template <class Int>
constexpr std::string_view type_name() noexcept {
  constexpr bool is_signed = std::is_signed_v<Int>;
  switch (sizeof(Int)) {
    case 1:
      return is_signed ? "xs:byte" : "xs:unsignedByte";
    case 2:
      return is_signed ? "xs:short" : "xs:unsignedShort";
    case 4:
      return is_signed ? "xs:int" : "xs:unsignedInt";
    default:
      return is_signed ? "xs:long" : "xs:unsignedLong";
  }
}

/// Whether `text`, whose sign has been removed, can be a number: `std::from_chars` also reads
/// "inf", "nan" and a second sign.
bool begins_number(std::string_view text) noexcept {
  return !text.empty() && (is_digit(text.front()) || text.front() == '.');
}

template <class Float>
Result<Float, ValueError> parse_floating(std::string_view text, std::string_view type) noexcept {
  using Limits = std::numeric_limits<Float>;
  const bool is_negative = text.starts_with('-');
  const auto digits = text.substr(is_negative || text.starts_with('+') ? 1 : 0);
  if (!begins_number(digits)) {
    if (text == "INF") return Limits::infinity();
    if (text == "-INF") return -Limits::infinity();
    if (text == "NaN") return Limits::quiet_NaN();
    return Unexpected{ValueError{Reason::not_a_literal, type}};
  }
  Float value = 0;
  const auto* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (stop != end || error == std::errc::invalid_argument) {
    return Unexpected{ValueError{Reason::not_a_literal, type}};
  }
  if (error == std::errc::result_out_of_range) {
    value = is_large_number(digits) ? Limits::infinity() : Float{0};
  }
  return is_negative ? -value : value;
}

/// More than any number has.
constexpr std::size_t most_characters = 32;

char* write_literal(char* to, std::string_view literal) noexcept {
  return to + literal.copy(to, literal.size());
}

template <class Float>
char* write_floating(char* to, Float value) noexcept {
  if (std::isnan(value)) return write_literal(to, "NaN");
  if (std::isinf(value)) return write_literal(to, value < 0 ? "-INF" : "INF");
  return std::to_chars(to, to + most_characters, value).ptr;
}

}  // namespace

Result<bool, ValueError> parse_bool(std::string_view text) noexcept {
  if (text == "true" || text == "1") return true;
  if (text == "false" || text == "0") return false;
  return Unexpected{ValueError{Reason::not_a_literal, "xs:boolean"}};
}

template <class Int>
Result<Int, ValueError> parse_number(std::string_view text) noexcept {
  constexpr auto failed = [](Reason reason) {
    return Unexpected{ValueError{reason, type_name<Int>()}};
  };
  const bool is_negative = text.starts_with('-');
  auto digits = text.substr(is_negative || text.starts_with('+') ? 1 : 0);
  if (digits.empty() || !is_digit(digits.front())) return failed(Reason::not_a_literal);
  // Unsigned types have a literal with this sign: zero.
  if (is_negative && std::is_signed_v<Int>) digits = text;

  Int value = 0;
  const auto* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (stop != end) return failed(Reason::not_a_literal);
  if (error != std::errc{}) return failed(Reason::out_of_range);
  if (is_negative && std::is_unsigned_v<Int> && value != 0) return failed(Reason::out_of_range);
  return value;
}

Result<float, ValueError> parse_float(std::string_view text) noexcept {
  return parse_floating<float>(text, "xs:float");
}

Result<double, ValueError> parse_double(std::string_view text) noexcept {
  return parse_floating<double>(text, "xs:double");
}

char* write_bool(char* to, bool value) noexcept {
  return value ? write_literal(to, "true") : write_literal(to, "false");
}

template <class Int>
char* write_number(char* to, Int value) noexcept {
  return std::to_chars(to, to + most_characters, value).ptr;
}

char* write_padded(char* to, std::uint64_t value, std::size_t width) noexcept {
  std::size_t digits = 1;
  for (auto rest = value; rest >= 10; rest /= 10) ++digits;
  if (digits < width) to = std::fill_n(to, width - digits, '0');
  return std::to_chars(to, to + most_characters, value).ptr;
}

char* write_float(char* to, float value) noexcept { return write_floating(to, value); }
char* write_double(char* to, double value) noexcept { return write_floating(to, value); }

template Result<std::int8_t, ValueError> parse_number(std::string_view) noexcept;
template Result<std::int16_t, ValueError> parse_number(std::string_view) noexcept;
template Result<std::int32_t, ValueError> parse_number(std::string_view) noexcept;
template Result<std::int64_t, ValueError> parse_number(std::string_view) noexcept;
template Result<std::uint8_t, ValueError> parse_number(std::string_view) noexcept;
template Result<std::uint16_t, ValueError> parse_number(std::string_view) noexcept;
template Result<std::uint32_t, ValueError> parse_number(std::string_view) noexcept;
template Result<std::uint64_t, ValueError> parse_number(std::string_view) noexcept;

template char* write_number(char*, std::int8_t) noexcept;
template char* write_number(char*, std::int16_t) noexcept;
template char* write_number(char*, std::int32_t) noexcept;
template char* write_number(char*, std::int64_t) noexcept;
template char* write_number(char*, std::uint8_t) noexcept;
template char* write_number(char*, std::uint16_t) noexcept;
template char* write_number(char*, std::uint32_t) noexcept;
template char* write_number(char*, std::uint64_t) noexcept;

}  // namespace presentity::detail
