// SPDX-License-Identifier: MIT
#include "simple_values.hpp"

#include "names.hpp"
#include "simple/check_simple.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace presentity::detail {
namespace {

/// How the values of a built-in type are described, and its bounds where it has some.
struct BuiltIn {
  std::string_view name;
  std::string_view noun;
  std::string_view least;
  std::string_view most;
};

/// Source: XML Schema Part 2, sections 3.2 and 3.3.
constexpr std::array built_ins{
    BuiltIn{"anyURI", "a URI", "", ""},
    BuiltIn{"base64Binary", "base64 text", "", ""},
    BuiltIn{"boolean", "true, false, 1 or 0", "", ""},
    BuiltIn{"byte", "a whole number", "-128", "127"},
    BuiltIn{"date", "a date such as 2013-06-01", "", ""},
    BuiltIn{"dateTime", "a date and time such as 2013-06-01T12:00:00Z", "", ""},
    BuiltIn{"decimal", "a decimal number", "", ""},
    BuiltIn{"double", "a number", "", ""},
    BuiltIn{"duration", "a duration such as PT30M", "", ""},
    BuiltIn{"float", "a number", "", ""},
    BuiltIn{"hexBinary", "pairs of hexadecimal digits", "", ""},
    BuiltIn{"int", "a whole number", "-2147483648", "2147483647"},
    BuiltIn{"integer", "a whole number", "", ""},
    BuiltIn{"language", "a language tag such as en-US", "", ""},
    BuiltIn{"long", "a whole number", "-9223372036854775808", "9223372036854775807"},
    BuiltIn{"negativeInteger", "a whole number", "", "-1"},
    BuiltIn{"nonNegativeInteger", "a whole number", "0", ""},
    BuiltIn{"nonPositiveInteger", "a whole number", "", "0"},
    BuiltIn{"positiveInteger", "a whole number", "1", ""},
    BuiltIn{"short", "a whole number", "-32768", "32767"},
    BuiltIn{"time", "a time such as 12:00:00", "", ""},
    BuiltIn{"unsignedByte", "a whole number", "0", "255"},
    BuiltIn{"unsignedInt", "a whole number", "0", "4294967295"},
    BuiltIn{"unsignedLong", "a whole number", "0", "18446744073709551615"},
    BuiltIn{"unsignedShort", "a whole number", "0", "65535"},
};

const BuiltIn* find_built_in(std::string_view name) {
  const auto* const found = std::ranges::find(built_ins, name, &BuiltIn::name);
  return found == built_ins.end() ? nullptr : found;
}

/// The members of a union and the item of a list are tried on the text too, so their limits count.
std::size_t longest_value(const SchemaModel& model, const SimpleFacts& type,
                          const ReadLimits& limits) {
  const auto size = size_class(type.built_in);
  const auto by_type = size == number_size   ? limits.number_bytes
                       : size == binary_size ? limits.binary_bytes
                                             : limits.value_bytes;
  auto longest = std::min<std::size_t>(by_type, type.pattern_bytes);
  for (const auto member : type.member_types) {
    longest = std::min(longest, longest_value(model, model.type(member).simple, limits));
  }
  return longest;
}

std::string describe_facets(const SimpleFacts& type, std::string_view least,
                            std::string_view most) {
  std::string above;
  std::string below;
  std::string more;
  for (const auto& [name, literal] : type.facets) {
    const std::string value(literal);
    if (name == "minInclusive") least = literal;
    if (name == "maxInclusive") most = literal;
    if (name == "minExclusive") above = " greater than " + value;
    if (name == "maxExclusive") below = " less than " + value;
    if (name == "length") more += " of " + value + " characters";
    if (name == "minLength" && value != "0") more += " of at least " + value + " characters";
    if (name == "maxLength") more += " of at most " + value + " characters";
    if (name == "totalDigits") more += " of at most " + value + " digits";
    if (name == "fractionDigits" && value != "0") {
      more += " with at most " + value + " digits after the point";
    }
  }
  for (const auto& pattern : type.patterns) more += " that matches " + std::string(pattern);
  // An exclusive bound replaces the inclusive one of the built-in type.
  if (above.empty() && !least.empty()) above = " from " + std::string(least);
  if (below.empty() && !most.empty()) below = " to " + std::string(most);
  return above + below + more;
}

std::vector<std::string> strings(Words words) { return {words.begin(), words.end()}; }

void append_tokens(const SchemaModel& model, const SimpleFacts& type,
                   std::vector<std::string>& tokens) {
  tokens.insert(tokens.end(), type.enumeration.begin(), type.enumeration.end());
  for (const auto member : type.member_types)
    append_tokens(model, model.type(member).simple, tokens);
}

}  // namespace

std::uint8_t size_class(std::string_view built_in) noexcept {
  if (built_in == "base64Binary" || built_in == "hexBinary") return binary_size;
  const auto* const found = find_built_in(built_in);
  return found != nullptr && found->noun.ends_with("number") ? number_size : text_size;
}

std::optional<ValueProblem> check_value(const SchemaModel& model, const SimpleFacts& type,
                                        std::string_view text, const ReadLimits& limits) {
  const auto longest = longest_value(model, type, limits);
  if (text.size() > longest) {
    return ValueProblem{
        "limit-exceeded", "is longer than " + std::to_string(longest) + " bytes", {}};
  }
  std::string scratch;
  if (accepts(model.simple_types, type.index, text, scratch)) return std::nullopt;
  const auto value = normalized(type, text);
  return ValueProblem{"invalid-value", "is not valid: expected " + describe(model, type),
                      did_you_mean(value, known_tokens(model, type), {})};
}

std::string normalized(const SimpleFacts& type, std::string_view text) {
  std::string scratch;
  return std::string(normalized(type.white_space, text, scratch));
}

std::vector<std::string> known_tokens(const SchemaModel& model, const SimpleFacts& type) {
  std::vector<std::string> tokens;
  append_tokens(model, type, tokens);
  return tokens;
}

std::string describe(const SchemaModel& model, const SimpleFacts& type) {
  if (type.enumeration.size() == 1) return quoted(type.enumeration.front());
  if (!type.enumeration.empty()) return "one of " + listed(strings(type.enumeration));
  if (type.variety == Variety::list && !type.member_types.empty()) {
    return "a list, each item " + describe(model, model.type(type.member_types.front()).simple);
  }
  if (type.is_open_enumeration) return "a token such as " + listed(known_tokens(model, type));
  if (type.variety == Variety::any_of) {
    std::vector<std::string> choices;
    for (const auto member : type.member_types) {
      choices.push_back(describe(model, model.type(member).simple));
    }
    return listed(choices);
  }
  const auto* const built_in = find_built_in(type.built_in);
  if (built_in == nullptr) return "text" + describe_facets(type, {}, {});
  return std::string(built_in->noun) + describe_facets(type, built_in->least, built_in->most);
}

}  // namespace presentity::detail
