// SPDX-License-Identifier: MIT
#include "check_simple.hpp"

#include "datatypes.hpp"
#include "program/byte_scan.hpp"
#include "unicode.hpp"
#include "xsd_pattern.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace presentity::detail {
namespace {

/// Whether collapsing would change `text`, which is trimmed.
bool is_irregular(std::string_view text) noexcept {
  const auto* const end = text.data() + text.size();
  for (const auto* at = skip_word(text.data(), end); at != end; at = skip_word(at + 1, end)) {
    if (is_space(*at) && (*at != ' ' || at[1] == ' ')) return true;
  }
  return false;
}

bool has_length(const SimpleType& type, std::size_t length) noexcept {
  return length >= type.min_length && (type.max_length == no_limit || length <= type.max_length) &&
         (type.length == no_limit || length == type.length);
}

bool limits_length(const SimpleType& type) noexcept {
  // Section 4.3.1.3: of a QName or NOTATION every length is valid.
  if (type.primitive == Primitive::qname || type.primitive == Primitive::notation) return false;
  return type.length != no_limit || type.min_length != 0 || type.max_length != no_limit;
}

bool matches_patterns(const SimpleType& type, std::string_view value) noexcept {
  return std::ranges::all_of(type.patterns, [value](PatternAlternatives step) {
    return std::ranges::any_of(step,
                               [value](const auto& pattern) { return match(pattern, value); });
  });
}

bool is_within(const SimpleType& type, std::string_view value) noexcept {
  const auto is_beyond = [&](const Bound& bound, Order wanted) {
    if (!bound.is_present()) return false;
    const auto order = compare(type.primitive, value, bound.text);
    return order != wanted && !(order == Order::equal && bound.is_inclusive);
  };
  return !is_beyond(type.min, Order::greater) && !is_beyond(type.max, Order::less);
}

bool has_digits(const SimpleType& type, std::string_view value) noexcept {
  const bool limits_fraction = type.fraction_digits != no_limit && !type.is_integer;
  if (type.total_digits == no_limit && !limits_fraction) return true;
  const auto digits = count_digits(value);
  return digits.total() <= type.total_digits && digits.fraction <= type.fraction_digits;
}

/// Whether the literals of a type that are equal are the same text.
bool is_compared_as_text(Primitive primitive) noexcept {
  return primitive == Primitive::string || primitive == Primitive::any_uri ||
         primitive == Primitive::any_simple;
}

bool is_listed(const SimpleType& type, std::string_view text) noexcept {
  return std::ranges::any_of(type.enumeration,
                             [&](std::string_view literal) { return is_same(literal, text); });
}

bool is_enumerated(const SimpleType& type, std::string_view value) noexcept {
  const auto& literals = type.enumeration;
  if (literals.empty()) return true;
  if (is_compared_as_text(type.primitive)) return is_listed(type, value);
  return std::ranges::any_of(literals, [&](std::string_view literal) {
    return compare(type.primitive, value, literal) == Order::equal;
  });
}

bool has_atomic_facets(const SimpleType& type, std::string_view value) noexcept {
  if (limits_length(type) && !has_length(type, value_length(type.primitive, value))) return false;
  return is_within(type, value) && has_digits(type, value) && matches_patterns(type, value) &&
         is_enumerated(type, value);
}

/// Whether `literal` is a number from `least` to `most`; nothing if that takes a closer look.
std::optional<bool> is_quick_integer(const SimpleType& type, std::string_view literal) noexcept {
  const bool is_negative = literal.starts_with('-');
  if (is_negative || literal.starts_with('+')) literal.remove_prefix(1);
  if (literal.empty() || literal.size() > most_quick_digits) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : literal) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  if (is_negative) value = -value;
  return value >= type.least && value <= type.most;
}

/// White space inside of a literal of these types is an error whatever it is, so that trimming is
/// enough to find out.
bool has_no_inner_space(Primitive primitive) noexcept {
  return primitive != Primitive::string && primitive != Primitive::any_simple &&
         primitive != Primitive::any_uri && primitive != Primitive::base64_binary;
}

/// Whether `text` is a value as far as a shortcut says; nothing if that takes a closer look.
std::optional<bool> quick_answer(const SimpleType& type, std::string_view text) noexcept {
  using Shortcut = SimpleType::Shortcut;
  if (type.shortcut == Shortcut::integer) return is_quick_integer(type, trimmed(text));
  const bool is_value = (type.shortcut == Shortcut::tokens && is_listed(type, text)) ||
                        (type.shortcut == Shortcut::boolean && is_boolean(text));
  return is_value ? std::optional(true) : std::nullopt;
}

bool accepts_atomic(const SimpleType& type, std::string_view text, std::string& scratch) {
  if (const auto answer = quick_answer(type, text)) return *answer;
  const auto value = literal_of(type, text, scratch);
  if (type.primitive == Primitive::string) {
    if (!has_lexical_class(type.lexical_class, value)) return false;
  } else if (type.is_integer) {
    if (!is_integer_literal(value)) return false;
  } else if (!is_literal(type.primitive, value)) {
    return false;
  }
  return has_atomic_facets(type, value);
}

/// The type that takes a value of union `type`, which has not been checked against its own facets.
std::uint32_t find_member(const SimpleTypes& table, const SimpleType& type, std::string_view text,
                          std::string& scratch) {
  for (const auto member : type.members) {
    const auto found = accepting_type(table, member, text, scratch);
    if (found != no_member) return found;
  }
  return no_member;
}

/// Whether two items, both valid for type `item`, have the same value.
bool are_equal_items(const SimpleTypes& table, std::uint32_t item, std::string_view a,
                     std::string_view b, std::string& scratch) {
  const auto first = table[accepting_type(table, item, a, scratch)].primitive;
  const auto second = table[accepting_type(table, item, b, scratch)].primitive;
  return first == second && compare(first, a, b) == Order::equal;
}

bool are_equal_lists(const SimpleTypes& table, std::uint32_t item, std::string_view a,
                     std::string_view b, std::string& scratch) {
  for (;;) {
    const auto first = next_item(a);
    const auto second = next_item(b);
    if (first.empty() || second.empty()) return first.empty() && second.empty();
    if (!are_equal_items(table, item, first, second, scratch)) return false;
  }
}

bool accepts_list(const SimpleTypes& table, const SimpleType& type, std::string_view text,
                  std::string& scratch) {
  const auto item_type = type.members.front();
  std::size_t count = 0;
  auto rest = text;
  for (auto item = next_item(rest); !item.empty(); item = next_item(rest)) {
    if (accepting_type(table, item_type, item, scratch) == no_member) return false;
    ++count;
  }
  if (!has_length(type, count)) return false;
  if (!type.patterns.empty() &&
      !matches_patterns(type, normalized(WhiteSpace::collapse, text, scratch))) {
    return false;
  }
  return type.enumeration.empty() ||
         std::ranges::any_of(type.enumeration, [&](std::string_view literal) {
           return are_equal_lists(table, item_type, text, literal, scratch);
         });
}

/// A value and the type that takes it.
struct TakenValue {
  std::uint32_t type;
  std::string_view text;
};

bool are_equal_members(const SimpleTypes& table, TakenValue a, TakenValue b, std::string& scratch) {
  const auto& first = table[a.type];
  const auto& second = table[b.type];
  if (first.variety != second.variety) return false;
  if (first.variety == Variety::list) {
    return are_equal_lists(table, first.members.front(), a.text, b.text, scratch);
  }
  return first.primitive == second.primitive &&
         compare(first.primitive, normalized(first.white_space, a.text, scratch), b.text) ==
             Order::equal;
}

/// Checks the facets of a union. Section 4.3.6: white space is treated as the member says that took
/// the value.
bool has_union_facets(const SimpleTypes& table, const SimpleType& type, std::uint32_t member,
                      std::string_view text, std::string& scratch) {
  if (!type.patterns.empty()) {
    const auto& taken = table[member];
    const auto rule = taken.variety == Variety::list ? WhiteSpace::collapse : taken.white_space;
    if (!matches_patterns(type, normalized(rule, text, scratch))) return false;
  }
  return type.enumeration.empty() ||
         std::ranges::any_of(type.enumeration, [&](std::string_view literal) {
           const auto other = find_member(table, type, literal, scratch);
           return other != no_member &&
                  are_equal_members(table, {member, text}, {other, literal}, scratch);
         });
}

}  // namespace

std::string_view next_item(std::string_view& rest) noexcept {
  while (!rest.empty() && is_space(rest.front())) rest.remove_prefix(1);
  const auto length = static_cast<std::size_t>(std::ranges::find_if(rest, is_space) - rest.begin());
  const auto item = rest.substr(0, length);
  rest.remove_prefix(length);
  return item;
}

std::string_view normalized(WhiteSpace rule, std::string_view text, std::string& scratch) {
  if (rule == WhiteSpace::preserve) return text;
  if (rule == WhiteSpace::replace) {
    if (text.find_first_of("\t\n\r") == std::string_view::npos) return text;
    scratch.assign(text);
    std::ranges::replace_if(scratch, is_space, ' ');
    return scratch;
  }
  const auto* const end = text.data() + text.size();
  if (skip_word(text.data(), end) == end) return text;
  auto rest = trimmed(text);
  if (!is_irregular(rest)) return rest;
  scratch.clear();
  for (auto item = next_item(rest); !item.empty(); item = next_item(rest)) {
    if (!scratch.empty()) scratch += ' ';
    scratch += item;
  }
  return scratch;
}

std::string_view literal_of(const SimpleType& type, std::string_view text, std::string& scratch) {
  if (type.variety == Variety::list) return normalized(WhiteSpace::collapse, text, scratch);
  return has_no_inner_space(type.primitive) ? trimmed(text)
                                            : normalized(type.white_space, text, scratch);
}

std::uint32_t type_by_facets(const SimpleTypes& table, std::uint32_t type, std::string_view text,
                             std::string& scratch) {
  const auto& facets = table[type];
  if (facets.variety == Variety::atomic) {
    return accepts_atomic(facets, text, scratch) ? type : no_member;
  }
  if (facets.variety == Variety::list) {
    return accepts_list(table, facets, text, scratch) ? type : no_member;
  }
  const auto member = find_member(table, facets, text, scratch);
  if (member == no_member || !has_union_facets(table, facets, member, text, scratch)) {
    return no_member;
  }
  return member;
}

bool accepts(const SimpleTypes& table, std::uint32_t type, std::string_view text,
             std::string& scratch) {
  return accepting_type(table, type, text, scratch) != no_member;
}

bool are_equal_values(const SimpleTypes& table, std::uint32_t type, std::string_view a,
                      std::string_view b, std::string& scratch) {
  const auto first = accepting_type(table, type, a, scratch);
  const auto second = accepting_type(table, type, b, scratch);
  if (first == no_member || second == no_member) return false;
  const auto& rule = table[second];
  std::string kept;
  return are_equal_members(table, {first, a}, {second, normalized(rule.white_space, b, kept)},
                           scratch);
}

}  // namespace presentity::detail
