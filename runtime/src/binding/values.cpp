// SPDX-License-Identifier: MIT
#include "outline.hpp"
#include "simple/check_simple.hpp"
#include "unicode.hpp"
#include "values/moment_text.hpp"
#include "values/number_text.hpp"

#include <presentity/binary.hpp>
#include <presentity/calendar.hpp>
#include <presentity/date_time.hpp>
#include <presentity/decimal.hpp>
#include <presentity/duration.hpp>
#include <presentity/qname.hpp>
#include <presentity/values.hpp>

#include <algorithm>
#include <array>
#include <cstdint>

namespace presentity::binding {

namespace d = ::presentity::detail;

namespace {

template <class T, auto Parse>
bool parse(void* value, const Text& text, const Value& /*self*/, const ReadScope& /*scope*/) {
  auto parsed = Parse(text.text);
  if (!parsed) return false;
  *static_cast<T*>(value) = *std::move(parsed);
  return true;
}

/// A type with a function that parses and one that appends.
template <class T, auto Parse,
          auto Append = [](std::string& out, const T& value) { append_to(out, value); }>
constexpr Value appended() {
  Value result;
  result.parse = &parse<T, Parse>;
  result.format = [](const void* value, std::string& scratch, const Value&,
                     WriteScope&) -> std::string_view {
    Append(scratch, *static_cast<const T*>(value));
    return scratch;
  };
  return result;
}

/// A type with a function that parses and one that writes, as `Value::write` does.
template <class T, auto Parse, auto Write>
constexpr Value written() {
  Value result;
  result.parse = &parse<T, Parse>;
  result.write = [](const void* value, char* to) {
    return Write(to, *static_cast<const T*>(value));
  };
  result.format = [](const void* value, std::string& scratch, const Value& self,
                     WriteScope&) -> std::string_view {
    std::array<char, Value::most_written> text;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    return scratch.append(text.data(), self.write(value, text.data()));
  };
  return result;
}

/// One of the dates and times.
template <class T, auto Parse, d::Primitive primitive>
constexpr Value moment() {
  static_assert(d::most_moment_characters <= Value::most_written);
  return written<T, Parse, [](char* to, const T& value) {
    return d::write_moment(to, primitive, d::to_moment(value));
  }>();
}

/// A type with more than one literal for a value, which `IsCanonical` tells apart by their texts.
template <bool (*IsCanonical)(std::string_view)>
constexpr Value spelled(Value value) {
  value.is_canonical = [](const void*, std::string_view text, const Value&) {
    return IsCanonical(text);
  };
  return value;
}

bool is_canonical_boolean(std::string_view text) { return text.size() > 1; }

bool is_canonical_hex(std::string_view text) {
  return text.find_first_of("abcdef") == std::string_view::npos;
}

bool is_canonical_base64(std::string_view text) { return text.find(' ') == std::string_view::npos; }

/// Without a superfluous sign or zero.
bool is_canonical_integer(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  const auto digits = text.substr(is_negative ? 1 : 0);
  if (digits.starts_with('0')) return digits.size() == 1 && !is_negative;
  return !digits.starts_with('+');
}

template <class Int>
constexpr Value number() {
  return spelled<&is_canonical_integer>(
      written<Int, &d::parse_number<Int>, &d::write_number<Int>>());
}

template <class Float, auto Parse, auto Write>
constexpr Value floating() {
  auto result = written<Float, Parse, Write>();
  result.is_canonical = [](const void* value, std::string_view text, const Value& self) {
    std::array<char, Value::most_written> canonical;  // NOLINT(*-member-init)
    return std::string_view(canonical.data(), self.write(value, canonical.data())) == text;
  };
  return result;
}

bool parse_qname(void* value, const Text& text, const Value& /*self*/, const ReadScope& scope) {
  const auto [prefix, local] = d::split_name(text.text);
  const auto uri = scope.resolve(prefix);
  if (!uri) return false;
  *static_cast<QName*>(value) = {std::string(*uri), std::string(local)};
  return true;
}

std::string_view format_qname(const void* value, std::string& scratch, const Value& /*self*/,
                              WriteScope& scope) {
  const auto& name = *static_cast<const QName*>(value);
  const auto prefix = scope.prefix(name.namespace_uri);
  if (!prefix.empty()) scratch.append(prefix) += ':';
  return scratch += name.local;
}

bool parse_tokens(void* value, const Text& text, const Value& /*self*/,
                  const ReadScope& /*scope*/) {
  auto& tokens = *static_cast<List<std::string>*>(value);
  auto rest = text.text;
  for (auto word = detail::next_item(rest); !word.empty(); word = detail::next_item(rest)) {
    tokens.emplace_back(word);
  }
  return true;
}

std::string_view format_tokens(const void* value, std::string& scratch, const Value& /*self*/,
                               WriteScope& /*scope*/) {
  const auto& tokens = *static_cast<const List<std::string>*>(value);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    scratch.append(i == 0 ? "" : " ").append(tokens[i]);
  }
  return scratch;
}

}  // namespace

namespace values {

constexpr Value boolean =
    spelled<&is_canonical_boolean>(written<bool, &d::parse_bool, &d::write_bool>());
constexpr Value int8 = number<std::int8_t>();
constexpr Value uint8 = number<std::uint8_t>();
constexpr Value int16 = number<std::int16_t>();
constexpr Value uint16 = number<std::uint16_t>();
constexpr Value int32 = number<std::int32_t>();
constexpr Value uint32 = number<std::uint32_t>();
constexpr Value int64 = number<std::int64_t>();
constexpr Value uint64 = number<std::uint64_t>();
constexpr Value float32 = floating<float, &d::parse_float, &d::write_float>();
constexpr Value float64 = floating<double, &d::parse_double, &d::write_double>();
constexpr Value decimal =
    appended<Decimal, &parse_decimal,
             [](std::string& out, const Decimal& value) { out += value.text(); }>();
constexpr Value string = [] {
  Value result;
  result.parse = [](void* value, const Text& text, const Value&, const ReadScope&) {
    static_cast<std::string*>(value)->assign(text.text);
    return true;
  };
  result.format = [](const void* value, std::string&, const Value&,
                     WriteScope&) -> std::string_view {
    return *static_cast<const std::string*>(value);
  };
  return result;
}();
constexpr Value date_time = moment<DateTime, &parse_date_time, d::Primitive::date_time>();
constexpr Value date = moment<Date, &parse_date, d::Primitive::date>();
constexpr Value time_of_day = moment<TimeOfDay, &parse_time_of_day, d::Primitive::time>();
constexpr Value duration = appended<Duration, &parse_duration>();
constexpr Value g_year_month =
    moment<GYearMonth, &parse_g_year_month, d::Primitive::g_year_month>();
constexpr Value g_year = moment<GYear, &parse_g_year, d::Primitive::g_year>();
constexpr Value g_month_day = moment<GMonthDay, &parse_g_month_day, d::Primitive::g_month_day>();
constexpr Value g_day = moment<GDay, &parse_g_day, d::Primitive::g_day>();
constexpr Value g_month = moment<GMonth, &parse_g_month, d::Primitive::g_month>();
constexpr Value hex_binary = spelled<&is_canonical_hex>(appended<HexBinary, &parse_hex_binary>());
constexpr Value base64_binary =
    spelled<&is_canonical_base64>(appended<Base64Binary, &parse_base64_binary>());
constexpr Value qname = {.parse = &parse_qname, .format = &format_qname};
constexpr Value tokens = {.parse = &parse_tokens, .format = &format_tokens};

}  // namespace values

namespace detail {

std::string_view next_item(std::string_view& rest) { return d::next_item(rest); }

bool parse_item(void* value, std::string_view item, const Text& list, const Value::Member& held_as,
                const ReadScope& scope) {
  std::string scratch;
  const auto member = d::accepting_type(list.types, held_as.simple_type, item, scratch);
  if (member == d::no_member) return false;
  return held_as.value->parse(value, {item, member, list.types}, *held_as.value, scope);
}

std::size_t taken_member(const Text& text, const Value& self) {
  const auto found = std::ranges::find(self.members, text.member, &Value::Member::simple_type);
  return static_cast<std::size_t>(found - self.members.begin());
}

const Value& member_of(const Value& self, std::size_t index) {
  return *std::ranges::find(self.members, index, &Value::Member::alternative)->value;
}

}  // namespace detail

}  // namespace presentity::binding
