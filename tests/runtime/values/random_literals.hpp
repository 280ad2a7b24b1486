// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>
#include <string_view>

/// \file
/// Literals for tests that write what they read. The same seed gives the same ones everywhere.

namespace presentity::testing {

inline std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const auto part : parts) text += part;
  return text;
}

class RandomLiterals {
 public:
  explicit RandomLiterals(std::uint32_t seed) : random_(seed) {}

  /// A number from 0 to `most`. Not a standard distribution: those differ between libraries.
  std::uint32_t number(std::uint32_t most) {
    return static_cast<std::uint32_t>(random_() % (std::uint64_t{most} + 1));
  }

  bool coin() { return number(1) == 1; }

  /// One of `least` to `most` digits, and as many more.
  std::string digits(std::uint32_t least, std::uint32_t most) {
    std::string text(least + number(most - least), '0');
    for (char& c : text) c = static_cast<char>('0' + number(9));
    return text;
  }

  std::string two_digits(std::uint32_t least, std::uint32_t most) {
    const auto value = least + number(most - least);
    return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
  }

  std::string year() {
    auto text = std::string(1, static_cast<char>('1' + number(8))) + digits(3, 17);
    if (text.size() == 4 && coin()) text = "0" + two_digits(1, 99) + digits(1, 1);
    return (number(3) == 0 ? "-" : "") + text;
  }

  std::string month() { return two_digits(1, 12); }
  std::string day() { return two_digits(1, 28); }

  std::string time() {
    if (number(9) == 0) return coin() ? "24:00:00" : "24:00:00.000";
    auto text = two_digits(0, 23) + ":" + two_digits(0, 59) + ":" + two_digits(0, 60);
    return coin() ? text : text + "." + digits(1, 18);
  }

  std::string offset() {
    switch (number(5)) {
      case 0:
        return "";
      case 1:
        return "Z";
      case 2:
        return coin() ? "+00:00" : "-00:00";
      case 3:
        return coin() ? "+14:00" : "-14:00";
      default:
        return (coin() ? "+" : "-") + two_digits(0, 13) + ":" + two_digits(0, 59);
    }
  }

 private:
  std::mt19937 random_;
};

}  // namespace presentity::testing
