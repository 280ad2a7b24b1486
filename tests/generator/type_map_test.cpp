// SPDX-License-Identifier: MIT
#include "generator/cpp/type_map.hpp"

#include <doctest/doctest.h>

#include <string_view>

using presentity::generator::cpp::built_in;

TEST_SUITE("type map") {
  TEST_CASE("holds built-in types in C++ types that have all of their values") {
    struct Case {
      std::string_view xsd;
      std::string_view type;
    };
    for (const Case& c : {
             Case{"string", "std::string"},
             Case{"anyURI", "std::string"},
             Case{"boolean", "bool"},
             Case{"byte", "std::int8_t"},
             Case{"unsignedLong", "std::uint64_t"},
             Case{"integer", "::presentity::Decimal"},  // has no limits
             Case{"positiveInteger", "::presentity::Decimal"},
             Case{"dateTime", "::presentity::DateTime"},
             Case{"gMonthDay", "::presentity::GMonthDay"},
             Case{"QName", "::presentity::QName"},
             Case{"NOTATION", "::presentity::QName"},
             Case{"base64Binary", "::presentity::Base64Binary"},
         }) {
      CAPTURE(c.xsd);
      CHECK(built_in(c.xsd).xsd == c.xsd);
      CHECK(built_in(c.xsd).type == c.type);
    }
  }

  TEST_CASE("makes enumerations of text only") {
    CHECK(built_in("token").is_text);
    CHECK_FALSE(built_in("int").is_text);
    CHECK_FALSE(built_in("QName").is_text);
  }
}
