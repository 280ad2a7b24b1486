// SPDX-License-Identifier: MIT
#include "binding/escape.hpp"

#include "binding/text_buffer.hpp"

#include <doctest/doctest.h>

#include <string>

using presentity::detail::copy_plain;
using presentity::detail::escape_of;
using presentity::detail::Place;
using presentity::detail::TextBuffer;

namespace {

constexpr std::size_t longest = 70;  // some blocks of 16 bytes and a rest

template <Place place>
void find_at_every_place(char c) {
  const bool is_expected = escape_of<place>(c).empty();
  for (std::size_t size = 1; size <= longest; ++size) {
    for (std::size_t i = 0; i < size; ++i) {
      std::string text(size, ' ');
      for (std::size_t at = 0; at < size; ++at) text[at] = static_cast<char>('A' + at % 26);
      text[i] = c;
      CAPTURE(c);
      CAPTURE(size);
      CAPTURE(i);
      std::string to(size + 1, '!');
      const auto* const end = copy_plain<place>(text, to.data());
      REQUIRE((end != nullptr) == is_expected);
      if (!is_expected) continue;
      REQUIRE(end == to.data() + size);
      REQUIRE(to == text + '!');
    }
  }
}

}  // namespace

TEST_CASE("text is copied unless something in it has to be escaped, wherever it stands") {
  for (const char c : {'<', '>', '&', '\r', '"', '\n', '\t', ' ', '=', '?', '\'', '\x7F', '\xFE'}) {
    find_at_every_place<Place::text>(c);
    find_at_every_place<Place::attribute>(c);
  }
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
