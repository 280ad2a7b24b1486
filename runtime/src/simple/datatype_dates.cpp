// SPDX-License-Identifier: MIT
#include "datatype_dates.hpp"

#include "datatype_numbers.hpp"

#include <compare>
#include <cstdint>
#include <optional>

namespace presentity::detail {
namespace {

constexpr int minutes_per_day = 24 * 60;
constexpr int largest_zone = 14 * 60;
constexpr std::size_t most_year_digits = 18;

/// A starting instant. Unset parts have the value that the comparison needs: a leap year, and a
/// month of 31 days.
struct Moment {
  std::int64_t year = 2000;
  int month = 1;
  int day = 1;
  int minute = 0;  ///< Of the day.
  int second = 0;
  std::int64_t fraction = 0;  ///< Of the second, in units of 10^-18.
  std::optional<int> zone;    ///< Minutes east of UTC.
};

/// Reads a literal from left to right. Every function returns false if what it reads is not there.
class MomentReader {
 public:
  explicit MomentReader(std::string_view text) : text_(text) {}

  bool sign(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }

  /// Reads two digits from `least` to `most`.
  bool two_digits(int least, int most, int& value) {
    if (text_.size() < 2 || !is_digit(text_[0]) || !is_digit(text_[1])) return false;
    value = (text_[0] - '0') * 10 + (text_[1] - '0');
    text_.remove_prefix(2);
    return value >= least && value <= most;
  }

  bool year() {
    const bool is_negative = sign('-');
    std::size_t count = 0;
    std::int64_t value = 0;
    const bool has_zero = text_.starts_with('0');
    for (; count < text_.size() && is_digit(text_[count]); ++count) {
      if (count == most_year_digits) return false;
      value = value * 10 + (text_[count] - '0');
    }
    text_.remove_prefix(count);
    moment.year = is_negative ? -value : value;
    return count >= 4 && value != 0 && !(count > 4 && has_zero);
  }

  bool month() { return two_digits(1, 12, moment.month); }
  bool day() { return two_digits(1, 31, moment.day); }

  bool time() {
    int hour = 0;
    int minute = 0;
    const bool is_read = two_digits(0, 24, hour) && sign(':') && two_digits(0, 59, minute) &&
                         sign(':') && two_digits(0, 60, moment.second) && fraction();
    moment.minute = hour * 60 + minute;
    const bool is_midnight = minute == 0 && moment.second == 0 && is_whole_second_;
    return is_read && (hour < 24 || is_midnight);
  }

  /// Reads the end of the literal: nothing, or a time zone.
  bool zone() {
    if (text_.empty()) return true;
    if (sign('Z')) {
      moment.zone = 0;
      return text_.empty();
    }
    const bool is_negative = sign('-');
    int hours = 0;
    int minutes = 0;
    if (!is_negative && !sign('+')) return false;
    if (!two_digits(0, 14, hours) || !sign(':') || !two_digits(0, 59, minutes)) return false;
    const int offset = hours * 60 + minutes;
    moment.zone = is_negative ? -offset : offset;
    return text_.empty() && offset <= largest_zone;
  }

  Moment moment;

 private:
  bool fraction() {
    if (!sign('.')) return true;
    std::size_t count = 0;
    std::int64_t unit = 100'000'000'000'000'000;
    for (; count < text_.size() && is_digit(text_[count]); ++count, unit /= 10) {
      moment.fraction += unit * (text_[count] - '0');
      is_whole_second_ = is_whole_second_ && text_[count] == '0';
    }
    text_.remove_prefix(count);
    return count > 0;
  }

  std::string_view text_;
  bool is_whole_second_ = true;
};

int days_in_month(std::int64_t year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool read_parts(Primitive primitive, MomentReader& in) {
  switch (primitive) {
    case Primitive::date_time:
      return in.year() && in.sign('-') && in.month() && in.sign('-') && in.day() && in.sign('T') &&
             in.time();
    case Primitive::time:
      return in.time();
    case Primitive::date:
      return in.year() && in.sign('-') && in.month() && in.sign('-') && in.day();
    case Primitive::g_year_month:
      return in.year() && in.sign('-') && in.month();
    case Primitive::g_year:
      return in.year();
    case Primitive::g_month_day:
      return in.sign('-') && in.sign('-') && in.month() && in.sign('-') && in.day();
    case Primitive::g_day:
      return in.sign('-') && in.sign('-') && in.sign('-') && in.day();
    case Primitive::g_month:
      return in.sign('-') && in.sign('-') && in.month();
    default:
      return false;
  }
}

std::optional<Moment> parse_moment(Primitive primitive, std::string_view literal) {
  MomentReader in(literal);
  if (!read_parts(primitive, in) || !in.zone()) return std::nullopt;
  if (in.moment.day > days_in_month(in.moment.year, in.moment.month)) return std::nullopt;
  return in.moment;
}

void next_day(Moment& moment) {
  if (++moment.day <= days_in_month(moment.year, moment.month)) return;
  moment.day = 1;
  if (++moment.month <= 12) return;
  moment.month = 1;
  if (++moment.year == 0) moment.year = 1;  // Section 3.2.7: there is no year 0.
}

void previous_day(Moment& moment) {
  if (--moment.day > 0) return;
  if (--moment.month == 0) {
    moment.month = 12;
    if (--moment.year == 0) moment.year = -1;
  }
  moment.day = days_in_month(moment.year, moment.month);
}

/// Returns `moment`, whose zone is `zone`, in UTC.
Moment in_utc(Moment moment, int zone) {
  if (moment.second == 60) {
    moment.second = 0;
    ++moment.minute;
  }
  moment.minute -= zone;
  while (moment.minute >= minutes_per_day) {
    moment.minute -= minutes_per_day;
    next_day(moment);
  }
  while (moment.minute < 0) {
    moment.minute += minutes_per_day;
    previous_day(moment);
  }
  return moment;
}

std::strong_ordering compare_fields(const Moment& a, const Moment& b) {
  if (const auto order = a.year <=> b.year; std::is_neq(order)) return order;
  if (const auto order = a.month <=> b.month; std::is_neq(order)) return order;
  if (const auto order = a.day <=> b.day; std::is_neq(order)) return order;
  if (const auto order = a.minute <=> b.minute; std::is_neq(order)) return order;
  if (const auto order = a.second <=> b.second; std::is_neq(order)) return order;
  return a.fraction <=> b.fraction;
}

/// Compares `zoned` with `local`, which has no time zone.
Order compare_with_local(const Moment& zoned, const Moment& local) {
  const auto instant = in_utc(zoned, *zoned.zone);
  if (std::is_lt(compare_fields(instant, in_utc(local, largest_zone)))) return Order::less;
  if (std::is_gt(compare_fields(instant, in_utc(local, -largest_zone)))) return Order::greater;
  return Order::incomparable;
}

}  // namespace

bool is_date_or_time(Primitive primitive, std::string_view literal) noexcept {
  return parse_moment(primitive, literal).has_value();
}

Order compare_dates(Primitive primitive, std::string_view a, std::string_view b) noexcept {
  auto first = parse_moment(primitive, a);
  auto second = parse_moment(primitive, b);
  if (!first || !second) return Order::incomparable;
  for (auto* moment : {&*first, &*second}) {
    // Section 3.2.8.2: 24:00:00 is the same time of day as 00:00:00.
    if (primitive == Primitive::time) moment->minute %= minutes_per_day;
  }
  if (first->zone && !second->zone) return compare_with_local(*first, *second);
  if (second->zone && !first->zone) return reversed(compare_with_local(*second, *first));
  const auto order = compare_fields(in_utc(*first, first->zone.value_or(0)),
                                    in_utc(*second, second->zone.value_or(0)));
  return to_order(order);
}

}  // namespace presentity::detail
