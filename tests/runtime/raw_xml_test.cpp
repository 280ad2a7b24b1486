// SPDX-License-Identifier: MIT
#include "binding/raw_xml.hpp"

#include <doctest/doctest.h>

#include <string_view>

using presentity::detail::needs_no_default;

TEST_SUITE("raw XML") {
  TEST_CASE(
      "an element needs to be told of no default namespace if it has names without a prefix") {
    for (const auto* const xml :
         {"<a/>", "<a></a>", "<a xmlns:p='urn:p'/>", "<p:a xmlns:p='urn:p'><b/></p:a>",
          "<p:a xmlns:p='urn:p' xsi:type='b'/>", "<a>text xmlns=\"\"</a>", "<a><b xmlns=\"\"/></a>",
          "<xmlns/>", "<a", "<", "<a b=' xmlns='/>", "<a b=\" xmlns='' \"/>", "<a xmlnsx=''/>"}) {
      CAPTURE(std::string_view(xml));
      CHECK(needs_no_default(xml));
    }
    for (const auto* const xml :
         {"<a xmlns=\"\"/>", "<a xmlns=\"urn:a\"><b/></a>", "<a xmlns = 'urn:a'/>",
          "<a\n\txmlns='urn:a'/>", "<a b='>' xmlns='urn:a'/>", "<a b=' xmlns=' xmlns='urn:a'/>",
          "<p:a xmlns=\"urn:a\" xmlns:p='urn:p'/>", "<p:a xmlns:p='urn:p'><p:b/></p:a>", ""}) {
      CAPTURE(std::string_view(xml));
      CHECK_FALSE(needs_no_default(xml));
    }
  }
}
