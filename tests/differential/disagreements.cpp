// SPDX-License-Identifier: MIT
#include "disagreements.hpp"

#include "unicode.hpp"

#include <algorithm>
#include <array>

namespace presentity::differential {
namespace {

bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

// libxml2 refuses

bool is_value_error(const Evidence& e) { return has(e.message, "is not a valid value of the "); }

bool has_space_around(const Evidence& e) {
  return is_value_error(e) && e.value != detail::trimmed(e.value);
}

/// Also in a union, where the message does not name the member.
bool has_sign(const Evidence& e) {
  const bool is_unsigned = has(e.message, "'xs:unsigned") || has(e.message, "of the union type") ||
                           has(e.message, "'xs:nonNegativeInteger'");
  return is_unsigned && is_value_error(e) && (e.value.starts_with('+') || e.value.starts_with('-'));
}

bool has_many_digits(const Evidence& e) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return is_value_error(e) && std::ranges::count_if(e.value, is_digit) > 24;
}

bool has_leap_second(const Evidence& e) {
  return is_value_error(e) && (has(e.message, "'xs:dateTime'") || has(e.message, "'xs:time'")) &&
         has(e.value, ":60");
}

bool is_uri(const Evidence& e) { return is_value_error(e) && has(e.message, "'xs:anyURI'"); }

bool is_long_duration(const Evidence& e) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return is_value_error(e) && has(e.message, "'xs:duration'") &&
         std::ranges::count_if(e.value, is_digit) > 9;
}

/// The message quotes the expanded name with its white space; an unresolved type has none.
bool has_space_around_type(const Evidence& e) {
  if (!has(e.message, "of the xsi:type attribute does not resolve")) return false;
  constexpr std::string_view start = "The QName value '";
  const auto begin = e.message.find(start);
  if (begin == e.message.npos) return false;
  const auto name = e.message.substr(begin + start.size(),
                                     e.message.find("' of the", begin) - begin - start.size());
  return name.find_first_of(" \t\r\n") != name.npos;
}

/// Where xmlns="" takes the default namespace away.
bool is_type_without_namespace(const Evidence& e) { return has(e.message, "The QName value '{}"); }

bool follows_unresolved_type(const Evidence& e) {
  return has(e.message, "The type definition is abs") &&
         has(e.before, "of the xsi:type attribute does not resolve");
}

// libxml2 accepts

bool is_schema_attribute(const Evidence& e) {
  return e.rule == "unexpected-attribute" && e.message.ends_with("does not exist");
}

bool is_behind_foreign(const Evidence& e) {
  return e.rule == "unexpected-element" && e.is_behind_foreign &&
         has(e.message, "stands too late or too often");
}

bool is_base64(const Evidence& e) {
  constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n";
  return e.rule == "invalid-value" && e.message.ends_with("expected base64 text") &&
         e.value.find_first_not_of(alphabet) != std::string::npos;
}

// Xerces refuses

bool is_untyped(const Evidence& e) { return !e.is_typed; }

bool is_late_nil(const Evidence& e) {
  return e.message.starts_with("'xsi:nil' specified for non-nillable element");
}

// Xerces accepts

bool is_unknown_root(const Evidence& e) { return e.rule == "unknown-root"; }

bool is_union_type(const Evidence& e) {
  return e.rule == "unknown-type" && has(e.message, "is not a type for element");
}

bool is_lax_type(const Evidence& e) { return e.is_lax && e.rule != "unknown-type"; }

bool is_inside_unknown(const Evidence& e) { return e.is_inside_unknown; }

/// A point must have a digit behind it.
bool has_point_without_digits(const Evidence& e) {
  const auto point = e.value.rfind('.');
  if (e.rule != "invalid-value" || point == std::string::npos) return false;
  const bool has_digit =
      point + 1 < e.value.size() && e.value[point + 1] >= '0' && e.value[point + 1] <= '9';
  return !has_digit && (has(e.message, "a date and time") || has(e.message, "a time such"));
}

/// In parts of dates, times and durations, or all of a decimal. The words are those of `describe`.
bool has_number_without_digits(const Evidence& e) {
  const auto value = detail::trimmed(e.value);
  if (e.rule != "invalid-value") return false;
  if (has(e.message, "a decimal number")) return value == "." || value == "-." || value == "+.";
  if (!has(e.message, "a duration")) return false;
  for (std::size_t i = 1; i < value.size(); ++i) {
    const bool needs_digit = std::string_view("YMDHS.").find(value[i]) != std::string_view::npos;
    if (needs_digit && (value[i - 1] < '0' || value[i - 1] > '9')) return true;
  }
  return false;
}

// Xerces keeps what it did not use

bool is_stray_type(const Evidence& e) {
  return has(e.message, "specified in 'xsi:type'") ||
         has(e.message, "grammar not found for namespace");
}

bool is_stray_nil(const Evidence& e) { return e.message.ends_with("is nil and must be empty"); }

bool is_repeated_attribute(const Evidence& e) {
  return has(e.message, "is already specified for element");
}

bool is_stray_prefix(const Evidence& e) {
  return has(e.message, "can not be resolved to namespace URI");
}

bool is_length_in_units(const Evidence& e) { return has(e.message, "which exceeds maxLength"); }

bool is_unknown_open_type(const Evidence& e) {
  return e.has_unused_type && (has(e.message, "of the xsi:type attribute does not resolve") ||
                               has(e.message, "has no corresponding namespace declaration") ||
                               has(e.message, "of the atomic type 'xs:QName'") ||
                               has(e.message, "The type definition is absent"));
}

/// A CDATA section of white space, or of nothing; text that is not blank is refused by all.
bool is_blank_cdata(const Evidence& e) {
  return e.message == "no character data is allowed by content model" ||
         has(e.message, "is not allowed because the content type is 'element-only'") ||
         has(e.message, "is not allowed, because the content type is empty");
}

constexpr std::array table{
    Disagreement{"white-space-around-values", Side::libxml2_refuses, has_space_around,
                 "libxml2 does not collapse white space around numbers, dates and times",
                 "Part 2, 4.3.6: whiteSpace of these types is collapse"},
    Disagreement{"sign-of-unsigned", Side::libxml2_refuses, has_sign,
                 "libxml2 takes no sign on unsigned numbers",
                 "Part 2, 3.3.21: derived by maxInclusive alone, which removes no literal of the "
                 "base; the words of the section speak of digits only"},
    Disagreement{"many-digits", Side::libxml2_refuses, has_many_digits,
                 "libxml2 takes no numbers of more than 24 digits, leading zeros included",
                 "Part 2, 3.2.3: a processor must take 18 digits and may have a limit"},
    Disagreement{"long-duration", Side::libxml2_refuses, is_long_duration,
                 "libxml2 takes no durations beyond the range of its numbers",
                 "Part 2, 3.2.6.1: any number of digits"},
    Disagreement{"leap-second", Side::libxml2_refuses, has_leap_second,
                 "libxml2 takes no 60th second", "Part 2, D.1: leap seconds are written as 60"},
    Disagreement{"uri", Side::libxml2_refuses, is_uri, "libxml2 wants a number for a port",
                 "Part 2, 3.2.17: RFC 2396, whose registry-based names take any such authority"},
    Disagreement{"white-space-around-type", Side::libxml2_refuses, has_space_around_type,
                 "libxml2 does not collapse white space around xsi:type",
                 "Part 2, 3.2.18: whiteSpace of QName is collapse"},
    Disagreement{"white-space-around-type", Side::libxml2_refuses, follows_unresolved_type,
                 "follows from the type that was not resolved", "as before"},

    Disagreement{"type-without-namespace", Side::libxml2_refuses, is_type_without_namespace,
                 "libxml2 finds no type without namespace below xmlns=\"\"",
                 "Namespaces in XML, 6.2: an empty value is as if there were no declaration"},

    Disagreement{"xsi-attribute", Side::libxml2_accepts, is_schema_attribute,
                 "libxml2 takes any attribute of the xsi namespace",
                 "Part 1, 3.4.4 clause 3: four names are excepted, no others"},
    Disagreement{"behind-foreign", Side::libxml2_accepts, is_behind_foreign,
                 "libxml2 goes back to a named element behind an element that ##other let in",
                 "Part 1, 3.8.4: the particles of a sequence match in their order"},
    Disagreement{"base64-alphabet", Side::libxml2_accepts, is_base64,
                 "libxml2 passes over characters that are not of the base64 alphabet",
                 "Part 2, 3.2.16: the grammar Base64Binary"},

    Disagreement{"number-without-digits", Side::libxml2_accepts, has_number_without_digits,
                 "libxml2 takes fractions of seconds without digits on one side of the point",
                 "Part 2, 3.2.6.1: [0-9]+(\\.[0-9]+)?"},

    Disagreement{"late-nil", Side::xerces_refuses, is_late_nil,
                 "Xerces keeps xsi:nil of an element for the next one",
                 "Part 1, 3.3.4 clause 3: nil is about the element that bears it"},
    Disagreement{"lax-local-declaration", Side::xerces_refuses, is_untyped,
                 "Xerces holds an element that a lax wildcard lets in against a local declaration",
                 "Part 1, 3.10.4: only global declarations count"},

    Disagreement{"root-by-type", Side::xerces_accepts, is_unknown_root,
                 "a root without declaration is held against its xsi:type; it is no root of ours",
                 "Part 1, 5.2: the processor decides what it starts from"},
    Disagreement{"union-as-type", Side::xerces_accepts, is_union_type,
                 "Xerces ignores an xsi:type that names a union and is not derived",
                 "Part 1, 3.3.4 clause 4.3: the type must be derived from the declared one"},
    Disagreement{"lax-type", Side::xerces_accepts, is_lax_type,
                 "Xerces ignores xsi:type where a lax wildcard lets in an undeclared element",
                 "Part 1, 3.3.4, Schema-Validity Assessment, clause 1.2"},

    Disagreement{"inside-unknown", Side::xerces_accepts, is_inside_unknown,
                 "Xerces looks at nothing inside of an element that a lax wildcard lets in",
                 "Part 1, 3.3.4: lax assessment is that of the ur-type, whose content is lax"},
    Disagreement{"point-without-digits", Side::xerces_accepts, has_point_without_digits,
                 "Xerces takes seconds with a point and no digits behind it",
                 "Part 2, 3.2.7.1: '.' s+"},
    Disagreement{"number-without-digits", Side::xerces_accepts, has_number_without_digits,
                 "Xerces takes '.' as a decimal, and designators of durations without a number",
                 "Part 2, 3.2.3.1 and 3.2.6.1"},

    Disagreement{"unknown-open-type", Side::libxml2_refuses, is_unknown_open_type,
                 "libxml2 refuses an element of open content whose xsi:type is unknown",
                 "Part 1, 3.3.4: without declaration and type the element is assessed laxly"},
    Disagreement{"stray-type", Side::xerces_refuses, is_stray_type,
                 "Xerces keeps an xsi:type inside of unknown content for the next declared element",
                 "Part 1, 3.3.4 clause 4: xsi:type is about the element that bears it"},
    Disagreement{"stray-nil", Side::xerces_refuses, is_stray_nil,
                 "Xerces holds xsi:nil of an undeclared child against its parent",
                 "Part 1, 3.3.4 clause 3: nil is about the element that bears it"},
    Disagreement{"repeated-attribute", Side::xerces_refuses, is_repeated_attribute,
                 "Xerces takes an unknown attribute of the xsi namespace for a repeated one",
                 "Namespaces in XML, 6.3: the document is namespace-well-formed"},
    Disagreement{"stray-prefix", Side::xerces_refuses, is_stray_prefix,
                 "Xerces stops at an xsi:type whose prefix is not declared in open content",
                 "Part 1, 3.10.1: what skip lets in is not looked at"},
    Disagreement{"blank-cdata", Side::libxml2_refuses, is_blank_cdata,
                 "libxml2 refuses CDATA sections without a character that counts",
                 "Part 1, 3.4.4 clause 2.3: white space is allowed, however it is written"},
    Disagreement{"blank-cdata", Side::xerces_refuses, is_blank_cdata,
                 "Xerces refuses CDATA sections without a character that counts",
                 "Part 1, 3.4.4 clause 2.3: white space is allowed, however it is written"},
    Disagreement{"length-in-units", Side::xerces_refuses, is_length_in_units,
                 "Xerces counts UTF-16 units for maxLength",
                 "Part 2, 4.3.1: units of length are characters"},
};

}  // namespace

std::string_view to_string(Side side) noexcept {
  switch (side) {
    case Side::xerces_refuses:
      return "Xerces refuses";
    case Side::libxml2_refuses:
      return "libxml2 refuses";
    case Side::xerces_accepts:
      return "Xerces accepts";
    case Side::libxml2_accepts:
      return "libxml2 accepts";
    case Side::malformed:
      return "we call it malformed";
  }
  return {};
}

std::span<const Disagreement> disagreements() noexcept { return table; }

const Disagreement* explain(Side side, const Evidence& evidence) {
  const auto* const found = std::ranges::find_if(
      table, [&](const Disagreement& row) { return row.side == side && row.explains(evidence); });
  return found == table.end() ? nullptr : found;
}

}  // namespace presentity::differential
