// SPDX-License-Identifier: MIT
#include "xml_scanner.hpp"

#include "testing.hpp"

using namespace presentity::detail;
using presentity::testing::repeated;

namespace {

/// The tokens of a text, one letter each with its content: "s:a e:a t:text".
std::string tokens(std::string_view text) {
  using Token = XmlScanner::Token;
  XmlScanner scanner(text, 100, 4);
  std::string result;
  for (;;) {
    const auto token = scanner.next();
    if (token == Token::end) return result;
    if (token == Token::error) return result + "!" + scanner.error().message;
    const auto* const kind = token == Token::start_tag ? (scanner.is_empty_element() ? "E:" : "s:")
                             : token == Token::end_tag ? "e:"
                             : token == Token::text    ? "t:"
                                                       : "c:";
    result += kind + std::string(scanner.content());
    if (token == Token::start_tag) {
      for (const auto& [name, value, offset] : scanner.attributes()) {
        result += "@" + std::string(name) + "=" + std::string(value);
      }
    }
    result += " ";
  }
}

std::string unescaped(std::string_view raw, bool is_attribute) {
  std::string text;
  const auto error = append_unescaped(raw, 0, is_attribute, text);
  return error ? "!" + error->message : text;
}

}  // namespace

TEST_SUITE("XML scanner") {
  TEST_CASE("splits a document into tokens") {
    struct Case {
      std::string_view text;
      std::string_view expected;
    };
    for (const Case& c : {
             Case{"", ""},
             Case{"<a/>", "E:a "},
             Case{"<a  />", "E:a "},
             Case{"<a></a >", "s:a e:a "},
             Case{"<a b='1' c = \"x y\"/>", "E:a@b=1@c=x y "},
             Case{"<a b='>'/>", "E:a@b=> "},
             Case{"x<a>y</a>", "t:x s:a t:y e:a "},
             Case{"<a><![CDATA[<&]]></a>", "s:a c:<& e:a "},
             Case{"<a><![CDATA[]]></a>", "s:a c: e:a "},
             Case{"<!-- - --><a/><!---->", "E:a "},
             Case{"<?pi?><a/><?pi x ?>", "E:a "},
             Case{"<?xml version='1.0'?><a/>", "E:a "},
             Case{"<?xml version=\"1.0\" encoding='utf-8' standalone='no' ?><a/>", "E:a "},
             Case{"<p:a xmlns:p='u'/>", "E:p:a@xmlns:p=u "},
             Case{"<\xC3\xA9/>", "E:\xC3\xA9 "},
         }) {
      CAPTURE(c.text);
      CHECK(tokens(c.text) == c.expected);
    }
  }

  TEST_CASE("refuses what is not well-formed") {
    for (const std::string_view text : {
             "<",
             "<a",
             "<a ",
             "< a/>",
             "<1/>",
             "<a b/>",
             "<a b=c/>",
             "<a b='c/>",
             "<a b='<'/>",
             "<a b='1'c='2'/>",
             "<a / >",
             "</a b='1'>",
             "</>",
             "<a>]]></a>",
             "<a><![CDATA[</a>",
             "<a><![cdata[]]></a>",
             "<!-- -- -->",
             "<!-- --->",
             "<!-->",
             "<!ELEMENT a ANY>",
             "<?"
             "?>",
             "<?pi",
             "<? pi?>",
             "<?a:b?>",
             "<?XML?>",
             " <?xml version='1.0'?><a/>",
             "<?xml?><a/>",
             "<?xml version='1.1'?><a/>",
             "<?xml version='1.0' version='1.0'?><a/>",
             "<?xml encoding='UTF-8'?><a/>",
             "<?xml encoding='UTF-8' version='1.0'?><a/>",
             "<?xml version='1.0' standalone='maybe'?><a/>",
             "<?xml version='1.0' encoding=''?><a/>",
             "<?xml version='1.0' encoding='UTF 8'?><a/>",
             "<?xml version='1.0' other='1'?><a/>",
             "<?xml version='1.0'encoding='UTF-8'?><a/>",
             "<?xml version='1.0'?",
         }) {
      CAPTURE(text);
      CHECK(tokens(text).find('!') != std::string::npos);
    }
  }

  TEST_CASE("bounds names and attributes") {
    using Token = XmlScanner::Token;
    const auto rule = [](const std::string& text) {
      XmlScanner scanner(text, 10, 2);
      return scanner.next() == Token::error ? scanner.error().rule : "";
    };

    CHECK(rule("<aaaaaaaaaa/>").empty());
    CHECK(rule("<aaaaaaaaaaa/>") == "limit-exceeded");
    CHECK(rule("<a b='' c=''/>").empty());
    CHECK(rule("<a b='' c='' d=''/>") == "limit-exceeded");
    CHECK(rule("<?" + repeated("a", 11) + "?>") == "limit-exceeded");
    CHECK(rule("<!DOCTYPE a>") == "doctype-forbidden");
  }

  TEST_CASE("replaces references and line ends") {
    CHECK(unescaped("a&lt;&gt;&amp;&apos;&quot;b", false) == "a<>&'\"b");
    CHECK(unescaped("&#65;&#x42;&#x1F600;", false) == "AB\xF0\x9F\x98\x80");
    CHECK(unescaped("a\r\nb\rc\n", false) == "a\nb\nc\n");
    CHECK(unescaped("a\r\nb\tc\n", true) == "a b c ");
    CHECK(unescaped("&#13;&#10;&#9;", true) == "\r\n\t");  // written as references: kept
    CHECK(unescaped("&amp;lt;", false) == "&lt;");
  }

  TEST_CASE("knows the number behind a reference, be it that of a character or not") {
    CHECK(referenced_code("lt") == U'<');
    CHECK(referenced_code("#65") == U'A');
    CHECK(referenced_code("#x10FFFF") == char32_t{0x10FFFF});
    CHECK(referenced_code("#0") == char32_t{0});
    for (const std::string_view none : {"", "#", "#x", "#X41", "#x110000", "#-1", "nbsp", "LT"}) {
      CAPTURE(none);
      CHECK_FALSE(referenced_code(none));
    }
  }

  TEST_CASE("refuses references to nothing") {
    for (const std::string_view raw :
         {"&", "&;", "&a", "a & b", "&nbsp;", "&#;", "&#x;", "&#X41;", "&#0;", "&#1;", "&#xD800;",
          "&#xFFFE;", "&#x110000;", "&#-1;", "&# 65;", "&#99999999999999999999;", "&LT;"}) {
      CAPTURE(raw);
      CHECK(unescaped(raw, false).starts_with("!"));
    }
    CHECK(unescaped("&nbsp;", false) == "!entity '&nbsp;' is not defined");
  }

  TEST_CASE("escapes so that reading gives the same again") {
    const std::string_view text = "a<b>&\"'\t\r\n c";
    CHECK(unescaped(escaped(text), true) == text);
  }
}
