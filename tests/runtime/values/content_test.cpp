// SPDX-License-Identifier: MIT
#include <presentity/nillable.hpp>
#include <presentity/raw.hpp>
#include <presentity/value_error.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace presentity;

TEST_SUITE("content") {
  TEST_CASE("a nil value is not an empty one") {
    CHECK(Nillable<std::string>{} == Nillable<std::string>{"", false});
    CHECK(Nillable<std::string>{} != Nillable<std::string>{"", true});
    CHECK(Nillable<int>{}.value == 0);
  }

  TEST_CASE("raw content is compared as text") {
    CHECK(RawElement{"<a/>"} == RawElement{"<a/>"});
    CHECK(RawElement{"<a/>"} != RawElement{"<a></a>"});
    CHECK(RawAttribute{{"urn:x", "a"}, "1"} != RawAttribute{{"urn:y", "a"}, "1"});
  }

  TEST_CASE("a reason stands between the text and the type") {
    CHECK(to_string(ValueError::Reason::not_a_literal) == "is not a literal of");
    CHECK(to_string(ValueError::Reason::out_of_range) == "is out of the range of");
    CHECK(to_string(ValueError::Reason::too_many_digits) ==
          "has more digits than are supported of");
  }
}
