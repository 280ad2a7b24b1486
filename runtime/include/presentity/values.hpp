// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/binding.hpp>
#include <presentity/enum_tokens.hpp>
#include <presentity/list.hpp>
#include <presentity/open.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

/// \file
/// How simple types are held: the built-in ones, and how generated code makes others.

namespace presentity::binding {

namespace values {

extern const Value boolean;
extern const Value int8;
extern const Value uint8;
extern const Value int16;
extern const Value uint16;
extern const Value int32;
extern const Value uint32;
extern const Value int64;
extern const Value uint64;
extern const Value float32;
extern const Value float64;
extern const Value decimal;
extern const Value string;
extern const Value date_time;
extern const Value date;
extern const Value time_of_day;
extern const Value duration;
extern const Value g_year_month;
extern const Value g_year;
extern const Value g_month_day;
extern const Value g_day;
extern const Value g_month;
extern const Value hex_binary;
extern const Value base64_binary;
extern const Value qname;
extern const Value tokens;  ///< `List<std::string>`: NMTOKENS, IDREFS and ENTITIES.

}  // namespace values

namespace detail {

/// Removes the first item of a list from `rest` and returns it; empty at the end.
std::string_view next_item(std::string_view& rest);

/// Reads an item of a list into `value`.
bool parse_item(void* value, std::string_view item, const Text& list, const Value::Member& held_as,
                const ReadScope& scope);

/// Index of the member that took a union's value.
std::size_t taken_member(const Text& text, const Value& self);

/// The first member that alternative `index` of the variant holds.
const Value& member_of(const Value& self, std::size_t index);

template <class Variant, std::size_t... Index>
void* emplace_at(Variant& variant, std::size_t index, std::index_sequence<Index...> /*all*/) {
  using Emplace = void* (*)(Variant&);
  constexpr std::array<Emplace, sizeof...(Index)> table{
      [](Variant& all) -> void* { return &all.template emplace<Index>(); }...};
  return table[index](variant);
}

}  // namespace detail

/// An enumeration, of which `EnumTokens` knows the tokens.
template <class E>
constexpr Value enumeration() {
  Value result;
  result.parse = [](void* value, const Text& text, const Value&, const ReadScope&) {
    const auto known = from_token<E>(text.text);
    if (known) *static_cast<E*>(value) = *known;
    return known.has_value();
  };
  result.format = [](const void* value, std::string&, const Value&, WriteScope&) {
    return to_token(*static_cast<const E*>(value));
  };
  return result;
}

/// An enumeration that other tokens may join.
template <class E>
constexpr Value open_enumeration() {
  Value result;
  result.parse = [](void* value, const Text& text, const Value&, const ReadScope&) {
    auto& token = *static_cast<Open<E>*>(value);
    const auto known = from_token<E>(text.text);
    token = known ? Open<E>(*known) : Open<E>(std::string(text.text));
    return true;
  };
  result.format = [](const void* value, std::string&, const Value&, WriteScope&) {
    return static_cast<const Open<E>*>(value)->text();
  };
  return result;
}

/// A `List<T>`; `members` holds how an item is held.
template <class T>
constexpr Value list(std::span<const Value::Member> members) {
  Value result;
  result.members = members;
  result.parse = [](void* value, const Text& text, const Value& self, const ReadScope& scope) {
    auto& items = *static_cast<List<T>*>(value);
    auto rest = text.text;
    for (auto word = detail::next_item(rest); !word.empty(); word = detail::next_item(rest)) {
      T item{};
      if (!detail::parse_item(&item, word, text, self.members.front(), scope)) return false;
      items.push_back(std::move(item));
    }
    return true;
  };
  result.format = [](const void* value, std::string& scratch, const Value& self,
                     WriteScope& scope) -> std::string_view {
    const auto& held_as = *self.members.front().value;
    bool is_first = true;
    for (const T& item : *static_cast<const List<T>*>(value)) {
      if (!is_first) scratch += ' ';
      is_first = false;
      std::string item_scratch;
      scratch += held_as.format(&item, item_scratch, held_as, scope);
    }
    return scratch;
  };
  result.is_canonical = [](const void* value, std::string_view text, const Value& self) {
    const auto& held_as = *self.members.front().value;
    if (held_as.is_canonical == nullptr) return true;
    for (const T& item : *static_cast<const List<T>*>(value)) {
      if (!held_as.is_canonical(&item, detail::next_item(text), held_as)) return false;
    }
    return true;
  };
  return result;
}

/// A union as a `std::variant`; its members say which alternative holds them.
template <class Variant>
constexpr Value one_of(std::span<const Value::Member> members) {
  Value result;
  result.members = members;
  result.parse = [](void* value, const Text& text, const Value& self, const ReadScope& scope) {
    const auto index = detail::taken_member(text, self);
    if (index >= self.members.size()) return false;
    auto* const content =
        detail::emplace_at(*static_cast<Variant*>(value), self.members[index].alternative,
                           std::make_index_sequence<std::variant_size_v<Variant>>());
    const auto& held_as = *self.members[index].value;
    return held_as.parse(content, text, held_as, scope);
  };
  result.format = [](const void* value, std::string& scratch, const Value& self,
                     WriteScope& scope) {
    const auto& variant = *static_cast<const Variant*>(value);
    const auto& held_as = detail::member_of(self, variant.index());
    return std::visit(
        [&](const auto& content) { return held_as.format(&content, scratch, held_as, scope); },
        variant);
  };
  result.is_canonical = [](const void* value, std::string_view text, const Value& self) {
    const auto& variant = *static_cast<const Variant*>(value);
    const auto& held_as = detail::member_of(self, variant.index());
    if (held_as.is_canonical == nullptr) return true;
    return std::visit(
        [&](const auto& content) { return held_as.is_canonical(&content, text, held_as); },
        variant);
  };
  return result;
}

}  // namespace presentity::binding
