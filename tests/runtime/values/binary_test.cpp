// SPDX-License-Identifier: MIT
#include "random_literals.hpp"

#include <presentity/binary.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

using namespace presentity;
using Reason = ValueError::Reason;

namespace {

std::vector<std::byte> bytes(std::string_view text) {
  std::vector<std::byte> result;
  for (const char c : text) result.push_back(static_cast<std::byte>(c));
  return result;
}

}  // namespace

TEST_SUITE("binary") {
  TEST_CASE("base64 is read and written as RFC 4648, section 10, says") {
    struct Case {
      std::string_view octets;
      std::string_view text;
    };
    for (const Case& c : {
             Case{"", ""},
             Case{"f", "Zg=="},
             Case{"fo", "Zm8="},
             Case{"foo", "Zm9v"},
             Case{"foob", "Zm9vYg=="},
             Case{"fooba", "Zm9vYmE="},
             Case{"foobar", "Zm9vYmFy"},
             Case{"\xFB\xFF\xBF", "+/+/"},
         }) {
      CAPTURE(c.text);
      const auto value = parse_base64_binary(c.text);
      REQUIRE(value);
      CHECK(value->bytes == bytes(c.octets));
      CHECK(to_string(*value) == c.text);
    }
  }

  TEST_CASE("spaces in base64 are read and not written") {
    const auto value = parse_base64_binary("Zm9v YmE =");
    REQUIRE(value);
    CHECK(to_string(*value) == "Zm9vYmE=");
  }

  TEST_CASE("what is not base64 is refused") {
    for (const std::string_view text :
         {"Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Z===", "=", "Zm9v=", "Zm9*", "Zm-_", " Zm9v",
          "Zm9v ", "Zm9v  YmFy", "Zm9v\nYmFy", "Zg==Zg=="}) {
      CAPTURE(text);
      REQUIRE_FALSE(parse_base64_binary(text));
      CHECK(parse_base64_binary(text).error() ==
            ValueError{Reason::not_a_literal, "xs:base64Binary"});
    }
  }

  TEST_CASE("hexadecimal digits of either case are read, and written in upper case") {
    const auto value = parse_hex_binary("00fFa5");
    REQUIRE(value);
    CHECK(value->bytes == std::vector{std::byte{0}, std::byte{0xFF}, std::byte{0xA5}});
    CHECK(to_string(*value) == "00FFA5");
    CHECK(parse_hex_binary("")->bytes.empty());
    for (const std::string_view text : {"0", "0g", "00 00", " 00", "0x00"}) {
      CAPTURE(text);
      REQUIRE_FALSE(parse_hex_binary(text));
      CHECK(parse_hex_binary(text).error() == ValueError{Reason::not_a_literal, "xs:hexBinary"});
    }
  }

  TEST_CASE("any octets are read as they were written") {
    testing::RandomLiterals random(5);
    for (std::size_t size = 0; size < 300; ++size) {
      std::vector<std::byte> octets(size);
      for (auto& octet : octets) octet = static_cast<std::byte>(random.number(255));
      CAPTURE(size);
      const auto base64 = parse_base64_binary(to_string(Base64Binary{octets}));
      const auto hex = parse_hex_binary(to_string(HexBinary{octets}));
      REQUIRE(base64);
      REQUIRE(hex);
      CHECK(base64->bytes == octets);
      CHECK(hex->bytes == octets);
    }
  }

  TEST_CASE("what is written goes behind what is there") {
    std::string out = "x";
    append_to(out, Base64Binary{bytes("foo")});
    append_to(out, HexBinary{bytes("A")});
    CHECK(out == "xZm9v41");
    static_assert(!std::is_convertible_v<HexBinary, Base64Binary>);
  }
}
