// SPDX-License-Identifier: MIT
#include "moment.hpp"

#include "datatype_numbers.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace presentity::detail {
namespace {

using Reason = ValueError::Reason;

constexpr int largest_offset = 14 * 60;
constexpr std::size_t most_year_digits = 18;

/// Reads a literal from left to right. Every function returns false if what it reads is not there;
/// numbers that are there but too large are remembered, because a wrong form is the graver error.
class MomentReader {
 public:
  explicit MomentReader(std::string_view text) : text_(text) {}

  bool sign(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }

  bool year() {
    const bool is_negative = sign('-');
    const auto count = digits();
    if (count < 4 || (count > 4 && text_.front() == '0')) return false;
    has_too_many_digits_ = count > most_year_digits;
    const auto value = number(has_too_many_digits_ ? 0 : count);
    text_.remove_prefix(has_too_many_digits_ ? count : 0);
    moment.year = is_negative ? -value : value;
    is_in_range_ = is_in_range_ && (value != 0 || has_too_many_digits_);
    return true;
  }

  bool month() { return two_digits(1, 12, moment.month); }
  bool day() { return two_digits(1, 31, moment.day); }

  bool time() {
    const bool is_read = two_digits(0, 24, moment.hour) && sign(':') &&
                         two_digits(0, 59, moment.minute) && sign(':') &&
                         two_digits(0, 60, moment.second) && fraction();
    const bool is_midnight = moment.minute == 0 && moment.second == 0 && is_whole_second_;
    is_in_range_ = is_in_range_ && (moment.hour < 24 || is_midnight);
    return is_read;
  }

  /// Reads the end of the literal: nothing, or a time zone.
  bool zone() {
    if (text_.empty()) return true;
    auto& offset = moment.offset.emplace();
    if (sign('Z')) return text_.empty();
    const bool is_negative = sign('-');
    int hours = 0;
    int minutes = 0;
    if (!is_negative && !sign('+')) return false;
    if (!two_digits(0, 14, hours) || !sign(':') || !two_digits(0, 59, minutes)) return false;
    const int east = hours * 60 + minutes;
    offset.minutes = std::chrono::minutes(is_negative ? -east : east);
    if (east == 0) offset.zero = is_negative ? UtcOffset::Zero::minus : UtcOffset::Zero::plus;
    is_in_range_ = is_in_range_ && east <= largest_offset;
    return text_.empty();
  }

  /// What is wrong with a literal that has been read to its end, if anything.
  [[nodiscard]] std::optional<Reason> fault() const {
    if (!is_in_range_ || moment.day > days_in_month(moment.year, moment.month)) {
      return Reason::out_of_range;
    }
    return has_too_many_digits_ ? std::optional(Reason::too_many_digits) : std::nullopt;
  }

  Moment moment;

 private:
  [[nodiscard]] std::size_t digits() const {
    std::size_t count = 0;
    while (count < text_.size() && is_digit(text_[count])) ++count;
    return count;
  }

  /// Takes `count` digits, which are there and at most 18.
  std::int64_t number(std::size_t count) {
    std::int64_t value = 0;
    for (const char c : text_.substr(0, count)) value = value * 10 + (c - '0');
    text_.remove_prefix(count);
    return value;
  }

  bool two_digits(int least, int most, int& value) {
    if (text_.size() < 2 || !is_digit(text_[0]) || !is_digit(text_[1])) return false;
    value = (text_[0] - '0') * 10 + (text_[1] - '0');
    text_.remove_prefix(2);
    is_in_range_ = is_in_range_ && value >= least && value <= most;
    return true;
  }

  bool fraction() {
    if (!sign('.')) return true;
    const auto count = digits();
    const auto rest = text_.substr(0, count);
    is_whole_second_ = rest.find_first_not_of('0') == std::string_view::npos;
    const auto kept = std::min<std::size_t>(count, most_fraction_digits);
    moment.fraction_digits = static_cast<int>(kept) + (count > kept ? 1 : 0);
    moment.fraction = number(kept);
    text_.remove_prefix(count - kept);
    return count > 0;
  }

  std::string_view text_;
  bool is_whole_second_ = true;
  bool is_in_range_ = true;
  bool has_too_many_digits_ = false;
};

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

}  // namespace

int days_in_month(std::int64_t year, int month) noexcept {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool is_moment(Primitive primitive, std::string_view literal) noexcept {
  MomentReader in(literal);
  return read_parts(primitive, in) && in.zone() && !in.fault();
}

Result<Moment, Reason> parse_moment(Primitive primitive, std::string_view literal) noexcept {
  MomentReader in(literal);
  if (!read_parts(primitive, in) || !in.zone()) return Unexpected{Reason::not_a_literal};
  if (const auto fault = in.fault()) return Unexpected{*fault};
  return in.moment;
}

}  // namespace presentity::detail
