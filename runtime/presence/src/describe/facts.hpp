// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/native/commontypes.hpp>
#include <presentity/open.hpp>
#include <presentity/presence/describe.hpp>
#include <presentity/raw.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// \file
/// How facts are made. Each function adds one, or none if there is nothing to say.

namespace presentity::presence::describing {

using Facts = std::vector<Fact>;

/// What a describer knows beside the value.
struct Scope {
  const DescribeOptions& options;
  std::string_view category = {};  ///< As the envelope has it, or empty.
  int nesting = 0;                 ///< How many envelopes are around.
};

/// Values are not looked for deeper: roamingData, categories, the value. Each level is read anew.
inline constexpr int most_nesting = 2;

inline Fact& add(Facts& facts, std::string label, std::string text = {}) {
  facts.push_back({std::move(label), std::move(text), {}});
  return facts.back();
}

inline std::string to_text(const std::string& value) { return value; }
inline std::string to_text(bool value) { return value ? "yes" : "no"; }
inline std::string to_text(std::uint32_t value) { return std::to_string(value); }
template <class E>
std::string to_text(const Open<E>& value) {
  return std::string(value.text()) + (value.is_known() ? "" : " (unknown)");
}

template <class T>
void add(Facts& facts, std::string label, const std::optional<T>& value) {
  if (value) add(facts, std::move(label), to_text(*value));
}

/// Such as `3 notes`, `1 note`.
std::string count_of(std::size_t count, std::string_view one);

/// The items with `separator` between them.
std::string joined(const std::vector<std::string>& items, std::string_view separator = ", ");

/// The same; `nothing` if there are none.
std::string joined_or_nothing(const std::vector<std::string>& items);

/// Such as `6500, Busy`.
std::string availability_text(std::optional<std::uint32_t> availability);

/// Such as `0x38563B13 (machine-state)`, or `3`.
std::string instance_text(std::uint32_t instance, std::string_view category);

/// Texts in several languages: `Lunch (1033), Mittag (1031)`.
template <class Text>
std::string in_languages(const std::vector<Text>& texts) {
  std::vector<std::string> items;
  for (const auto& text : texts) {
    const bool names_language = text.lcid && texts.size() > 1;
    items.push_back(text.value + (names_language ? " (" + std::to_string(*text.lcid) + ')' : ""));
  }
  return joined(items);
}

template <class Text>
void add_texts(Facts& facts, std::string label, const std::vector<Text>& texts) {
  if (!texts.empty()) add(facts, std::move(label), in_languages(texts));
}

/// The name of an element as it is written.
std::string_view name_of(const RawElement& element);

void add_unknown(Facts& facts, const RawElement& element);
void add_unknown(Facts& facts, const std::vector<RawElement>& elements);
void add_unknown(Facts& facts, const std::vector<RawAttribute>& attributes);

/// Says nothing about a block of a later release: the default of `add_tail`.
struct NothingKnown {
  template <class T>
  void operator()(const T&) const {}
};

/// Adds what a type ends with: content behind delimiters, of which `known` gets what the schema
/// declares; the extension; attributes that no schema names.
template <class T, class Known = NothingKnown>
void add_tail(Facts& facts, const T& value, const Known& known = {}) {
  const auto item = [&](const auto& element) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(element)>, RawElement>) {
      add_unknown(facts, element);
    } else {
      known(element);
    }
  };
  if constexpr (requires { value.delimiter_group; }) {
    for (const auto& group : value.delimiter_group) {
      for (const auto& element : group.any) {
        if constexpr (requires { element.index(); }) {
          std::visit(item, element);
        } else {
          item(element);
        }
      }
    }
  }
  const auto extension = [&](const auto& member) {
    if (member) {
      for (const auto& element : member->any) {
        add(facts, "extension", "<" + std::string(name_of(element)) + ">");
      }
    }
  };
  if constexpr (requires { value.extension; }) extension(value.extension);
  if constexpr (requires { value.extension_2; }) extension(value.extension_2);
  if constexpr (requires { value.other_attributes; }) add_unknown(facts, value.other_attributes);
}

/// Describes an element of an envelope, whose scope this is; nothing if there is no built-in schema
/// for it, or too many envelopes are around.
std::optional<Result<Description, std::vector<Diagnostic>>> describe_element(
    const RawElement& element, const Scope& envelope, std::string_view category = {});

/// The same; what cannot be described has a headline that says so.
Description describe_value(const RawElement& value, const Scope& envelope,
                           std::string_view category);

}  // namespace presentity::presence::describing
