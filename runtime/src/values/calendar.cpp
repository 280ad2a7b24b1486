// SPDX-License-Identifier: MIT
#include "values/moment_text.hpp"

#include <presentity/calendar.hpp>

namespace presentity {
namespace {

constexpr detail::MomentType g_year_month_type{detail::Primitive::g_year_month, "xs:gYearMonth"};
constexpr detail::MomentType g_year_type{detail::Primitive::g_year, "xs:gYear"};
constexpr detail::MomentType g_month_day_type{detail::Primitive::g_month_day, "xs:gMonthDay"};
constexpr detail::MomentType g_day_type{detail::Primitive::g_day, "xs:gDay"};
constexpr detail::MomentType g_month_type{detail::Primitive::g_month, "xs:gMonth"};

}  // namespace

Result<GYearMonth, ValueError> parse_g_year_month(std::string_view text) noexcept {
  return detail::parse_as<GYearMonth>(g_year_month_type, text);
}

Result<GYear, ValueError> parse_g_year(std::string_view text) noexcept {
  return detail::parse_as<GYear>(g_year_type, text);
}

Result<GMonthDay, ValueError> parse_g_month_day(std::string_view text) noexcept {
  return detail::parse_as<GMonthDay>(g_month_day_type, text);
}

Result<GDay, ValueError> parse_g_day(std::string_view text) noexcept {
  return detail::parse_as<GDay>(g_day_type, text);
}

Result<GMonth, ValueError> parse_g_month(std::string_view text) noexcept {
  return detail::parse_as<GMonth>(g_month_type, text);
}

std::string to_string(const GYearMonth& value) { return detail::text_of(g_year_month_type, value); }
std::string to_string(const GYear& value) { return detail::text_of(g_year_type, value); }
std::string to_string(const GMonthDay& value) { return detail::text_of(g_month_day_type, value); }
std::string to_string(const GDay& value) { return detail::text_of(g_day_type, value); }
std::string to_string(const GMonth& value) { return detail::text_of(g_month_type, value); }

void append_to(std::string& out, const GYearMonth& value) {
  detail::append_moment(out, g_year_month_type.primitive, detail::to_moment(value));
}

void append_to(std::string& out, const GYear& value) {
  detail::append_moment(out, g_year_type.primitive, detail::to_moment(value));
}

void append_to(std::string& out, const GMonthDay& value) {
  detail::append_moment(out, g_month_day_type.primitive, detail::to_moment(value));
}

void append_to(std::string& out, const GDay& value) {
  detail::append_moment(out, g_day_type.primitive, detail::to_moment(value));
}

void append_to(std::string& out, const GMonth& value) {
  detail::append_moment(out, g_month_type.primitive, detail::to_moment(value));
}

bool is_valid(const GYearMonth& value) { return detail::has_literal(g_year_month_type, value); }
bool is_valid(const GYear& value) { return detail::has_literal(g_year_type, value); }
bool is_valid(const GMonthDay& value) { return detail::has_literal(g_month_day_type, value); }
bool is_valid(const GDay& value) { return detail::has_literal(g_day_type, value); }
bool is_valid(const GMonth& value) { return detail::has_literal(g_month_type, value); }

std::partial_ordering compare(const GYearMonth& a, const GYearMonth& b) noexcept {
  return detail::compare_as(g_year_month_type, a, b);
}

std::partial_ordering compare(const GYear& a, const GYear& b) noexcept {
  return detail::compare_as(g_year_type, a, b);
}

std::partial_ordering compare(const GMonthDay& a, const GMonthDay& b) noexcept {
  return detail::compare_as(g_month_day_type, a, b);
}

std::partial_ordering compare(const GDay& a, const GDay& b) noexcept {
  return detail::compare_as(g_day_type, a, b);
}

std::partial_ordering compare(const GMonth& a, const GMonth& b) noexcept {
  return detail::compare_as(g_month_type, a, b);
}

}  // namespace presentity
