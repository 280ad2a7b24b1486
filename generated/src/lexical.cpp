// SPDX-License-Identifier: MIT
#include <presentity/tree/lexical.hpp>
#include <presentity/xml_platform.hpp>

#include <xsd/cxx/tree/date-time-ostream.txx>
#include <xsd/cxx/tree/text.hxx>
#include <xsd/cxx/xml/string.hxx>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <locale>
#include <ostream>
#include <sstream>
#include <system_error>

namespace presentity::tree {

void LexicalError::print(std::ostream& out) const { out << message_; }

namespace detail {

StartedPlatform::StartedPlatform() {
  static const auto* const never_stopped = new XmlPlatform;
  static_cast<void>(never_stopped);
}

namespace {

constexpr std::string_view white_space = " \t\n\r";

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

[[noreturn]] void reject(std::string_view lexical, std::string_view what) {
  constexpr std::size_t longest = 60;
  std::string message = "'";
  message += lexical.substr(0, longest);
  if (lexical.size() > longest) message += "...";
  message += "' is ";
  message += what;
  throw LexicalError(message);
}

/// std::from_chars does not read the plus sign that XML Schema allows.
std::string_view without_plus(std::string_view lexical) {
  if (lexical.size() > 1 && lexical[0] == '+' && lexical[1] != '-') lexical.remove_prefix(1);
  return lexical;
}

template <class T>
T integer_of(std::string_view lexical) {
  auto digits = without_plus(lexical);
  // An unsigned type has a "-0".
  if (std::is_unsigned_v<T> && digits.starts_with('-') &&
      digits.find_first_not_of('0', 1) == std::string_view::npos && digits.size() > 1) {
    digits.remove_prefix(1);
  }
  T value{};
  const auto* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (error == std::errc::result_out_of_range && stop == end) reject(lexical, "out of range");
  if (error != std::errc{} || stop != end) reject(lexical, "not an integer of this type");
  return value;
}

template <class T>
T floating_of(std::string_view lexical) {
  constexpr auto infinity = std::numeric_limits<T>::infinity();
  if (lexical == "INF" || lexical == "+INF") return infinity;
  if (lexical == "-INF") return -infinity;
  if (lexical == "NaN") return std::numeric_limits<T>::quiet_NaN();

  const auto text = without_plus(lexical);
  if (text.find_first_not_of("0123456789+-.eE") != std::string_view::npos) {
    reject(lexical, "not a number");
  }
  T value{};
  const auto* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  // A tiny or huge number rounds to zero or infinity (XML Schema Part 2, 3.2.4); the form is kept.
  if (error == std::errc::result_out_of_range && stop == end) {
    const auto is_tiny = text.find("e-") != std::string_view::npos ||
                         text.find("E-") != std::string_view::npos || text.starts_with("0.") ||
                         text.starts_with("-0.");
    const T rounded = is_tiny ? T{0} : infinity;
    return text.starts_with('-') ? -rounded : rounded;
  }
  if (error != std::errc{} || stop != end) reject(lexical, "not a number");
  return value;
}

template <class T>
std::string digits_of(T value, bool is_decimal) {
  // The longest fixed form of a double has 309 digits before the point or 1,077 behind it.
  std::array<char, 1100> text{};
  const auto result = [&] {
    if constexpr (std::is_floating_point_v<T>) {
      if (is_decimal) {
        return std::to_chars(text.begin(), text.end(), value, std::chars_format::fixed);
      }
      return std::to_chars(text.begin(), text.end(), value);
    } else {
      return std::to_chars(text.begin(), text.end(), value);
    }
  }();
  return {text.data(), result.ptr};
}

/// Matches the front of `text` against `pattern`, in which 9 stands for a digit; removes it.
bool take(std::string_view& text, std::string_view pattern) {
  if (text.size() < pattern.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '9' ? !is_digit(text[i]) : text[i] != pattern[i]) return false;
  }
  text.remove_prefix(pattern.size());
  return true;
}

bool take_year(std::string_view& text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  // Ten digits would not fit the int of the value.
  if (digits < 4 || digits > 9) return false;
  text.remove_prefix(digits);
  return true;
}

bool take_time(std::string_view& text) {
  if (!take(text, "99:99:99")) return false;
  if (!text.starts_with('.')) return true;
  text.remove_prefix(1);
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  text.remove_prefix(digits);
  return digits > 0;
}

bool is_zone(std::string_view text) {
  return text.empty() || text == "Z" || (take(text, "+99:99") && text.empty()) ||
         (take(text, "-99:99") && text.empty());
}

bool is_duration(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (!text.starts_with('P') || text.size() < 3 || !text.ends_with('S')) {
    return text.starts_with('P') && text.size() >= 3 &&
           text.find_first_not_of("0123456789YMDTHP", 1) == std::string_view::npos &&
           !is_digit(text.back()) && text.back() != 'T';
  }
  return text.find_first_not_of("0123456789YMDTHS.", 1) == std::string_view::npos;
}

bool is_base64(std::string_view text) {
  std::size_t digits = 0;
  std::size_t padding = 0;
  for (const char c : text) {
    if (white_space.find(c) != std::string_view::npos) continue;
    const bool is_letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (c == '=') {
      ++padding;
    } else if (padding > 0 || !(is_letter || is_digit(c) || c == '+' || c == '/')) {
      return false;
    } else {
      ++digits;
    }
  }
  return padding <= 2 && (digits + padding) % 4 == 0;
}

bool is_hex(std::string_view text) {
  return text.size() % 2 == 0 &&
         text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

bool has_form(std::string_view text, Form form) {
  switch (form) {
    case Form::text:
      return true;
    case Form::date_time:
      return take_year(text) && take(text, "-99-99T") && take_time(text) && is_zone(text);
    case Form::date:
      return take_year(text) && take(text, "-99-99") && is_zone(text);
    case Form::time:
      return take_time(text) && is_zone(text);
    case Form::duration:
      return is_duration(text);
    case Form::year:
      return take_year(text) && is_zone(text);
    case Form::year_month:
      return take_year(text) && take(text, "-99") && is_zone(text);
    case Form::month:
      return take(text, "--99") && is_zone(text);
    case Form::month_day:
      return take(text, "--99-99") && is_zone(text);
    case Form::day:
      return take(text, "---99") && is_zone(text);
    case Form::base64:
      return is_base64(text);
    case Form::hex:
      return is_hex(text);
  }
  return false;
}

std::string canonical_of(const std::string& value) { return value; }

std::string canonical_of(const xsd::cxx::tree::base64_binary<char, SimpleType>& value) {
  auto text = value.encode();
  // Xerces breaks the lines; the canonical form has no white space.
  std::erase_if(text, [](char c) { return white_space.find(c) != std::string_view::npos; });
  return text;
}

std::string canonical_of(const xsd::cxx::tree::hex_binary<char, SimpleType>& value) {
  return value.encode();
}

/// "7.500000+05:30" becomes "7.5+05:30".
std::string without_final_zeros(std::string text) {
  const auto point = text.find('.');
  if (point == std::string::npos) return text;
  const auto end = std::min(text.find_first_not_of("0123456789", point + 1), text.size());
  const auto last = text.find_last_not_of('0', end - 1);
  const auto kept = last == point ? point : last + 1;
  return text.erase(kept, end - kept);
}

/// Dates and durations: libxsd can print them, but by default in the global locale.
template <class Value>
std::string canonical_of(const Value& value) requires(!std::is_base_of_v<std::string, Value>) {
  std::ostringstream text;
  text.imbue(std::locale::classic());
  text << value;
  return without_final_zeros(text.str());
}

bool is_same(const std::string& left, const std::string& right) { return left == right; }

template <class Value>
bool is_same(const Value& left,
             const Value& right) requires(!std::is_base_of_v<std::string, Value>) {
  return left == right;
}

}  // namespace

std::string_view trimmed(std::string_view text) noexcept {
  const auto begin = text.find_first_not_of(white_space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(white_space) - begin + 1);
}

template <class T>
T value_of(std::string_view lexical) {
  if constexpr (std::is_same_v<T, bool>) {
    if (lexical == "true" || lexical == "1") return true;
    if (lexical == "false" || lexical == "0") return false;
    reject(lexical, "not a boolean");
  } else if constexpr (std::is_same_v<T, BigInteger>) {
    return BigInteger::parse(lexical);
  } else if constexpr (std::is_floating_point_v<T>) {
    return floating_of<T>(lexical);
  } else {
    return integer_of<T>(lexical);
  }
}

template <class T>
std::string canonical(const T& value, bool is_decimal) {
  if constexpr (std::is_same_v<T, bool>) {
    return value ? "true" : "false";
  } else if constexpr (std::is_same_v<T, BigInteger>) {
    return value.to_string();
  } else {
    if constexpr (std::is_floating_point_v<T>) {
      if (std::isnan(value)) return "NaN";
      if (std::isinf(value)) return value < 0 ? "-INF" : "INF";
    }
    return digits_of(value, is_decimal);
  }
}

template bool value_of(std::string_view);
template std::int8_t value_of(std::string_view);
template std::uint8_t value_of(std::string_view);
template std::int16_t value_of(std::string_view);
template std::uint16_t value_of(std::string_view);
template std::int32_t value_of(std::string_view);
template std::uint32_t value_of(std::string_view);
template std::int64_t value_of(std::string_view);
template std::uint64_t value_of(std::string_view);
template float value_of(std::string_view);
template double value_of(std::string_view);
template BigInteger value_of(std::string_view);

template std::string canonical(const bool&, bool);
template std::string canonical(const std::int8_t&, bool);
template std::string canonical(const std::uint8_t&, bool);
template std::string canonical(const std::int16_t&, bool);
template std::string canonical(const std::uint16_t&, bool);
template std::string canonical(const std::int32_t&, bool);
template std::string canonical(const std::uint32_t&, bool);
template std::string canonical(const std::int64_t&, bool);
template std::string canonical(const std::uint64_t&, bool);
template std::string canonical(const float&, bool);
template std::string canonical(const double&, bool);
template std::string canonical(const BigInteger&, bool);

void require_form(std::string_view lexical, Form form) {
  if (has_form(lexical, form)) return;
  static constexpr std::array names{
      "text",   "a date and time",  "a date",  "a time",          "a duration",
      "a year", "a year and month", "a month", "a month and day", "a day of a month",
      "base64", "hexadecimal"};
  reject(lexical, std::string("not ") + names.at(static_cast<std::size_t>(form)));
}

std::string element_text(const xercesc::DOMElement& element) {
  return xsd::cxx::tree::text_content<char>(element);
}

std::string attribute_text(const xercesc::DOMAttr& attribute) {
  return xsd::cxx::xml::transcode<char>(attribute.getValue());
}

}  // namespace detail

BigInteger BigInteger::parse(std::string_view lexical) {
  auto digits = lexical;
  const bool is_negative = digits.starts_with('-');
  if (is_negative || digits.starts_with('+')) digits.remove_prefix(1);
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) {
    detail::reject(lexical, "not an integer");
  }
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
  BigInteger result;
  result.digits_ = (is_negative && digits != "0" ? "-" : "") + std::string(digits);
  return result;
}

std::optional<std::int64_t> BigInteger::to_int64() const noexcept {
  std::int64_t value = 0;
  const auto* const end = digits_.data() + digits_.size();
  if (std::from_chars(digits_.data(), end, value).ec != std::errc{}) return std::nullopt;
  return value;
}

template <class Base, detail::Form Kind>
std::string Kept<Base, Kind>::lexical() const {
  const Base& value = *this;
  if (!kept_.empty() && detail::is_same(Base(kept_, nullptr), value)) return kept_;
  return detail::canonical_of(value);
}

template class Kept<detail::StockNormalizedString, detail::Form::text>;
template class Kept<xsd::cxx::tree::token<char, NormalizedString>, detail::Form::text>;
template class Kept<xsd::cxx::tree::uri<char, detail::SimpleType>, detail::Form::text>;
template class Kept<xsd::cxx::tree::date_time<char, detail::SimpleType>, detail::Form::date_time>;
template class Kept<xsd::cxx::tree::date<char, detail::SimpleType>, detail::Form::date>;
template class Kept<xsd::cxx::tree::time<char, detail::SimpleType>, detail::Form::time>;
template class Kept<xsd::cxx::tree::duration<char, detail::SimpleType>, detail::Form::duration>;
template class Kept<xsd::cxx::tree::gyear<char, detail::SimpleType>, detail::Form::year>;
template class Kept<xsd::cxx::tree::gyear_month<char, detail::SimpleType>,
                    detail::Form::year_month>;
template class Kept<xsd::cxx::tree::gmonth<char, detail::SimpleType>, detail::Form::month>;
template class Kept<xsd::cxx::tree::gmonth_day<char, detail::SimpleType>, detail::Form::month_day>;
template class Kept<xsd::cxx::tree::gday<char, detail::SimpleType>, detail::Form::day>;
template class Kept<xsd::cxx::tree::base64_binary<char, detail::SimpleType>, detail::Form::base64>;
template class Kept<xsd::cxx::tree::hex_binary<char, detail::SimpleType>, detail::Form::hex>;

}  // namespace presentity::tree
