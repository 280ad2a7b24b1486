// SPDX-License-Identifier: MIT
#include "generator/cpp/type_map.hpp"

#include <algorithm>
#include <array>

namespace presentity::generator::cpp {
namespace {

constexpr std::string_view text = "std::string";
constexpr std::string_view string = "<string>";
constexpr std::string_view integers = "<cstdint>";
constexpr std::string_view decimal = "::presentity::Decimal";
constexpr std::string_view decimal_header = "<presentity/decimal.hpp>";
constexpr std::string_view dates = "<presentity/date_time.hpp>";
constexpr std::string_view calendar = "<presentity/calendar.hpp>";

// Types that are missing have no values of their own: NMTOKENS and its like are lists.
constexpr auto table = std::to_array<BuiltIn>({
    {"anySimpleType", text, string, "string", "", true},
    {"string", text, string, "string", "", true},
    {"normalizedString", text, string, "string", "", true},
    {"token", text, string, "string", "", true},
    {"language", text, string, "string", "", true},
    {"NMTOKEN", text, string, "string", "", true},
    {"Name", text, string, "string", "", true},
    {"NCName", text, string, "string", "", true},
    {"ID", text, string, "string", "", false},
    {"IDREF", text, string, "string", "", false},
    {"ENTITY", text, string, "string", "", false},
    {"anyURI", text, string, "string", "", true},
    {"boolean", "bool", "", "boolean", "false"},
    {"decimal", decimal, decimal_header, "decimal", ""},
    {"integer", decimal, decimal_header, "decimal", ""},
    {"nonPositiveInteger", decimal, decimal_header, "decimal", ""},
    {"negativeInteger", decimal, decimal_header, "decimal", ""},
    {"nonNegativeInteger", decimal, decimal_header, "decimal", ""},
    {"positiveInteger", decimal, decimal_header, "decimal", ""},
    {"long", "std::int64_t", integers, "int64", "0"},
    {"int", "std::int32_t", integers, "int32", "0"},
    {"short", "std::int16_t", integers, "int16", "0"},
    {"byte", "std::int8_t", integers, "int8", "0"},
    {"unsignedLong", "std::uint64_t", integers, "uint64", "0"},
    {"unsignedInt", "std::uint32_t", integers, "uint32", "0"},
    {"unsignedShort", "std::uint16_t", integers, "uint16", "0"},
    {"unsignedByte", "std::uint8_t", integers, "uint8", "0"},
    {"float", "float", "", "float32", "0"},
    {"double", "double", "", "float64", "0"},
    {"duration", "::presentity::Duration", "<presentity/duration.hpp>", "duration", ""},
    {"dateTime", "::presentity::DateTime", dates, "date_time", ""},
    {"time", "::presentity::TimeOfDay", dates, "time_of_day", ""},
    {"date", "::presentity::Date", dates, "date", ""},
    {"gYearMonth", "::presentity::GYearMonth", calendar, "g_year_month", ""},
    {"gYear", "::presentity::GYear", calendar, "g_year", ""},
    {"gMonthDay", "::presentity::GMonthDay", calendar, "g_month_day", ""},
    {"gDay", "::presentity::GDay", calendar, "g_day", ""},
    {"gMonth", "::presentity::GMonth", calendar, "g_month", ""},
    {"hexBinary", "::presentity::HexBinary", "<presentity/binary.hpp>", "hex_binary", ""},
    {"base64Binary", "::presentity::Base64Binary", "<presentity/binary.hpp>", "base64_binary", ""},
    {"QName", "::presentity::QName", "<presentity/qname.hpp>", "qname", ""},
    {"NOTATION", "::presentity::QName", "<presentity/qname.hpp>", "qname", ""},
});

}  // namespace

const BuiltIn& built_in(std::string_view xsd) {
  const auto* found = std::ranges::find(table, xsd, &BuiltIn::xsd);
  return found == table.end() ? table.front() : *found;
}

}  // namespace presentity::generator::cpp
