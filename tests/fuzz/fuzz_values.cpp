// SPDX-License-Identifier: MIT
// Values: what can be read is written as the same text, and the validator has the same literals and
// the same order. An input is two literals, one in a line.
#include "finding.hpp"
#include "simple/datatypes.hpp"
#include "values/moment_text.hpp"
#include "values/number_text.hpp"

#include <presentity/binary.hpp>
#include <presentity/calendar.hpp>
#include <presentity/date_time.hpp>
#include <presentity/decimal.hpp>
#include <presentity/duration.hpp>

#include <algorithm>
#include <array>
#include <cmath>

using namespace presentity;
using namespace presentity::detail;
using presentity::fuzz::require;

namespace {

/// White space collapsed, and ASCII: no other text is a literal of these types.
bool is_collapsed(std::string_view text) {
  const auto is_good = [](char c) { return c >= ' ' && c < 0x7F; };
  if (text.starts_with(' ') || text.ends_with(' ')) return false;
  return text.find("  ") == text.npos && std::ranges::all_of(text, is_good);
}

/// Reads `text`; `is_expected` says whether it is a literal.
template <class Value>
std::optional<Value> take(Result<Value, ValueError> result, bool is_expected,
                          std::string_view text) {
  if (!result) {
    const bool has_form = result.error().reason != ValueError::Reason::not_a_literal;
    require(!is_expected || has_form, "a literal is not read", text);
    return std::nullopt;
  }
  require(is_expected, "what is read is not a literal", text);
  return *std::move(result);
}

/// A type whose values are written as they were read.
template <class Parse>
void check_exact(Parse parse, Primitive primitive, std::string_view a, std::string_view b) {
  const auto value = take(parse(a), is_literal(primitive, a), a);
  if (!value) return;
  require(to_string(*value) == a, "is written as another text", a);
  if constexpr (requires { is_valid(*value); }) require(is_valid(*value), "is not valid", a);
  require(*value == *parse(a), "is another value when read again", a);
  const auto other = parse(b);
  if (!other) return;
  const auto expected = to_partial_ordering(compare(primitive, a, b));
  if constexpr (requires { compare(*value, *other); }) {
    require(compare(*value, *other) == expected, "is ordered in another way", a);
  } else {
    require((*value <=> *other) == expected, "is ordered in another way", a);
  }
}

/// A type whose values have one text: what is written is read as the same value.
template <class Parse, class Write>
void check_canonical(Parse parse, Write write, bool is_expected, std::string_view text) {
  const auto value = take(parse(text), is_expected, text);
  if (!value) return;
  std::string written;
  write(written, *value);
  const auto again = parse(written);
  require(again.has_value(), "what is written cannot be read", text);
  if constexpr (std::is_floating_point_v<std::decay_t<decltype(*value)>>) {
    const bool is_same = *again == *value && std::signbit(*again) == std::signbit(*value);
    require(is_same || (std::isnan(*again) && std::isnan(*value)), "is another number", text);
  } else {
    require(*again == *value, "is another value when read again", text);
  }
}

/// What appends to a text, of what writes to memory.
template <class Write>
auto appended(Write write) {
  return [=](std::string& out, const auto& value) {
    std::array<char, 32> text{};
    out.append(text.data(), write(text.data(), value));
  };
}

template <class... Int>
void check_integers(std::string_view text) {
  const bool is_expected = is_integer_literal(text);
  (check_canonical(parse_number<Int>, appended(write_number<Int>), is_expected, text), ...);
}

void check_binaries(std::string_view text) {
  const auto append = [](std::string& out, const auto& value) { append_to(out, value); };
  check_canonical(parse_hex_binary, append, is_literal(Primitive::hex_binary, text), text);
  check_canonical(parse_base64_binary, append, is_literal(Primitive::base64_binary, text), text);
  if (const auto value = parse_base64_binary(text)) {
    require(value->bytes.size() == value_length(Primitive::base64_binary, text), "length", text);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto line = std::min(input.find('\n'), size);
  const auto a = input.substr(0, line);
  const auto b = input.substr(std::min(line + 1, size));
  if (!is_collapsed(a) || !is_collapsed(b)) return 0;
  check_exact(parse_date_time, Primitive::date_time, a, b);
  check_exact(parse_date, Primitive::date, a, b);
  check_exact(parse_time_of_day, Primitive::time, a, b);
  check_exact(parse_g_year_month, Primitive::g_year_month, a, b);
  check_exact(parse_g_year, Primitive::g_year, a, b);
  check_exact(parse_g_month_day, Primitive::g_month_day, a, b);
  check_exact(parse_g_day, Primitive::g_day, a, b);
  check_exact(parse_g_month, Primitive::g_month, a, b);
  check_exact(parse_duration, Primitive::duration, a, b);
  check_exact(parse_decimal, Primitive::decimal, a, b);
  check_integers<std::int8_t, std::uint8_t, std::int16_t, std::uint16_t, std::int32_t,
                 std::uint32_t, std::int64_t, std::uint64_t>(a);
  check_canonical(parse_bool, appended(write_bool), is_literal(Primitive::boolean, a), a);
  check_canonical(parse_float, appended(write_float), is_literal(Primitive::float_, a), a);
  check_canonical(parse_double, appended(write_double), is_literal(Primitive::double_, a), a);
  check_binaries(a);
  return 0;
}
