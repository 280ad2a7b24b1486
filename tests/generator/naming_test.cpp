// SPDX-License-Identifier: MIT
#include "generator/cpp/naming.hpp"

#include <doctest/doctest.h>

#include <string_view>

using namespace presentity::generator::cpp;

TEST_SUITE("naming") {
  TEST_CASE("makes identifiers of XML names") {
    struct Case {
      std::string_view xml;
      std::string_view type;
      std::string_view member;
    };
    for (const Case& c : {
             Case{"noteTypeBody", "NoteTypeBody", "note_type_body"},
             Case{"LCIDType", "LCIDType", "lcid_type"},
             Case{"displayADPhoto", "DisplayADPhoto", "display_ad_photo"},
             Case{"flag-valuesEnum", "FlagValuesEnum", "flag_values_enum"},
             Case{"utf8Text", "Utf8Text", "utf8_text"},
             Case{"custom1", "Custom1", "custom1"},
             Case{"a.b:c_d", "ABCD", "a_b_c_d"},
             Case{"default", "Default", "default_"},  // a keyword
             Case{"NULL", "NULL_", "null"},           // a macro
             Case{"errno", "Errno", "errno_"},
             Case{"caf\u00e9", "Cafu00e9", "cafu00e9"},
             Case{"_", "U005f", "u005f"},
             Case{"42", "X42", "value_42"},  // a token, not a name
             Case{"", "X", "empty"},
             Case{"+", "U002b", "u002b"},
         }) {
      CAPTURE(c.xml);
      CHECK(type_name(c.xml) == c.type);
      CHECK(member_name(c.xml) == c.member);
    }
  }

  TEST_CASE("takes a namespace from the end of a URI") {
    CHECK(namespace_name("http://example.com/2006/09/sip/note") == "note");
    CHECK(namespace_name("urn:example:rich-presence") == "rich_presence");
    CHECK(namespace_name("http://example.com/orders/2024") == "orders");  // no identifier
    CHECK(namespace_name("urn:example:std") == "std_");
    CHECK(namespace_name("urn:example:presentity") == "presentity_");
    CHECK(namespace_name("urn:example:time") == "time_");  // ::time is a function
    CHECK(namespace_name("").empty());
  }

  TEST_CASE("knows what a C++ namespace is") {
    CHECK(is_namespace("acme::orders"));
    for (const auto* name : {"", "acme::", "::acme", "a b", "class", "acme::std", "_x", "a__b"}) {
      CAPTURE(name);
      CHECK_FALSE(is_namespace(name));
    }
  }

  TEST_CASE("numbers names that are taken, however they are written") {
    Scope scope;

    CHECK(scope.add("LCIDType") == "LCIDType");
    CHECK(scope.add("LcidType") == "LcidType2");
    CHECK(scope.add("foo_bar") == "foo_bar");
    CHECK(scope.add("foo_bar") == "foo_bar_2");
    CHECK(scope.add("foo_bar") == "foo_bar_3");
    CHECK(scope.add("int_") == "int_");
    CHECK(scope.add("int_") == "int_2");
  }
}
