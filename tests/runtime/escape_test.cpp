// SPDX-License-Identifier: MIT
#include "binding/escape.hpp"

#include "binding/text_buffer.hpp"

#include <doctest/doctest.h>

#include <string>

using presentity::detail::escape_of;
using presentity::detail::is_plain;
using presentity::detail::Place;
using presentity::detail::TextBuffer;

namespace {

constexpr std::size_t longest = 70;  // some blocks of 16 bytes and a rest

template <Place place>
void find_at_every_place(char c) {
  const bool is_expected = escape_of<place>(c).empty();
  for (std::size_t size = 1; size <= longest; ++size) {
    for (std::size_t i = 0; i < size; ++i) {
      std::string text(size, 'x');
      text[i] = c;
      CAPTURE(c);
      CAPTURE(size);
      CAPTURE(i);
      REQUIRE(is_plain<place>(text) == is_expected);
    }
  }
}

}  // namespace

TEST_CASE("what has to be escaped is found wherever it stands") {
  for (const char c : {'<', '>', '&', '\r', '"', '\n', '\t', ' ', '=', '?', '\'', '\x7F', '\xFE'}) {
    find_at_every_place<Place::text>(c);
    find_at_every_place<Place::attribute>(c);
  }
  CHECK(is_plain<Place::text>(""));
  CHECK(is_plain<Place::attribute>(""));
}

TEST_CASE("a buffer appends parts of every size") {
  const std::string all(longest, 'x');
  TextBuffer buffer;
  std::string expected;
  for (std::size_t size = 0; size <= longest; ++size) {
    std::string part;
    for (std::size_t i = 0; i < size; ++i) part += static_cast<char>('a' + i % 26);
    buffer.append("<", part, ">", part.substr(0, size / 2));
    expected += '<' + part + '>' + part.substr(0, size / 2);
  }
  CHECK(buffer.view() == expected);
  while (buffer.size() < 100'000) {
    buffer.append(all);
    expected += all;
  }
  CHECK(buffer.view() == expected);
  buffer.clear();
  CHECK(buffer.view().empty());
}
