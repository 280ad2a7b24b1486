// SPDX-License-Identifier: MIT
#include <presentity/presence/log.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace presentity::presence {
namespace {

std::optional<TimePoint> read_date_time(std::string_view text) {
  const auto time = parse_date_time(text);
  return time ? to_instant(*time) : std::nullopt;
}

// Up to the second point: trace records write a counter behind the fraction.
std::string_view without_counter(std::string_view text) {
  const auto point = text.find('.');
  return point == text.npos ? text : text.substr(0, text.find('.', point + 1));
}

bool has_shape(std::string_view text, std::string_view shape) {
  const auto fits = [](char form, char c) {
    return form == '0' ? c >= '0' && c <= '9' : form == '?' || form == c;
  };
  return text.size() >= shape.size() &&
         std::ranges::equal(shape, text.substr(0, shape.size()), fits);
}

std::string joined(std::string_view year, std::string_view month, std::string_view day,
                   std::string_view time) {
  return std::string(year) + "-" + std::string(month) + "-" + std::string(day) + "T" +
         std::string(time);
}

// `10/28/2009|13:11:55.123`: the month comes first.
std::optional<TimePoint> read_debug_time(std::string_view text) {
  if (!has_shape(text, "00/00/0000?00:00:00")) return std::nullopt;
  return read_date_time(joined(text.substr(6, 4), text.substr(0, 2), text.substr(3, 2),
                               without_counter(text.substr(11))));
}

// `Wed, 28 Oct 2009 13:11:55 GMT`
std::optional<TimePoint> read_date_field(std::string_view text) {
  constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (!has_shape(text, "???, 00 ??? 0000 00:00:00 GMT")) return std::nullopt;
  const auto* const month = std::ranges::find(months, text.substr(8, 3));
  if (month == months.end()) return std::nullopt;
  auto number = std::to_string(month - months.begin() + 1);
  if (number.size() < 2) number.insert(0, "0");
  return read_date_time(joined(text.substr(12, 4), number, text.substr(5, 2), text.substr(17, 8)) +
                        "Z");
}

}  // namespace

std::optional<TimePoint> parse_logged_time(std::string_view time) {
  if (auto read = read_date_time(time)) return read;
  if (auto read = read_debug_time(time)) return read;
  return read_date_field(time);
}

}  // namespace presentity::presence
