// SPDX-License-Identifier: MIT
#include "values/number_text.hpp"

#include "simple/datatype_numbers.hpp"

#include <array>
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

template <class Float>
void append_floating(std::string& out, Float value) {
  if (std::isnan(value)) {
    out += "NaN";
  } else if (std::isinf(value)) {
    out += value < 0 ? "-INF" : "INF";
  } else {
    std::array<char, 32> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    out.append(buffer.data(), end);
  }
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

void append_bool(std::string& out, bool value) { out += value ? "true" : "false"; }

template <class Int>
void append_number(std::string& out, Int value) {
  std::array<char, 20> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  out.append(buffer.data(), end);
}

void append_padded(std::string& out, std::uint64_t value, std::size_t width) {
  std::array<char, 20> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  const auto* const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  const auto length = static_cast<std::size_t>(end - buffer.data());
  if (length < width) out.append(width - length, '0');
  out.append(buffer.data(), length);
}

void append_float(std::string& out, float value) { append_floating(out, value); }
void append_double(std::string& out, double value) { append_floating(out, value); }

template Result<std::int8_t, ValueError> parse_number(std::string_view) noexcept;
template Result<std::int16_t, ValueError> parse_number(std::string_view) noexcept;
template Result<std::int32_t, ValueError> parse_number(std::string_view) noexcept;
template Result<std::int64_t, ValueError> parse_number(std::string_view) noexcept;
template Result<std::uint8_t, ValueError> parse_number(std::string_view) noexcept;
template Result<std::uint16_t, ValueError> parse_number(std::string_view) noexcept;
template Result<std::uint32_t, ValueError> parse_number(std::string_view) noexcept;
template Result<std::uint64_t, ValueError> parse_number(std::string_view) noexcept;

template void append_number(std::string&, std::int8_t);
template void append_number(std::string&, std::int16_t);
template void append_number(std::string&, std::int32_t);
template void append_number(std::string&, std::int64_t);
template void append_number(std::string&, std::uint8_t);
template void append_number(std::string&, std::uint16_t);
template void append_number(std::string&, std::uint32_t);
template void append_number(std::string&, std::uint64_t);

}  // namespace presentity::detail
