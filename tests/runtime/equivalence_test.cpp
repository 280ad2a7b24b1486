// SPDX-License-Identifier: MIT
#include "testing.hpp"

using namespace presentity;
using namespace presentity::testing;

namespace {

using Lines = std::vector<std::string>;

const Validator& validator() {
  static const auto result = with_schema(
      "<xs:element name='r'><xs:complexType><xs:choice minOccurs='0' maxOccurs='unbounded'>"
      "<xs:element name='text' type='xs:string'/><xs:element name='token' type='xs:token'/>"
      "<xs:element name='number'><xs:complexType><xs:simpleContent><xs:extension base='xs:int'>"
      "<xs:attribute name='k' type='xs:token'/></xs:extension></xs:simpleContent></xs:complexType>"
      "</xs:element>"
      "<xs:element name='mixed'><xs:complexType mixed='true'><xs:sequence>"
      "<xs:any minOccurs='0' processContents='skip'/></xs:sequence></xs:complexType></xs:element>"
      "<xs:any namespace='##other' processContents='lax'/></xs:choice>"
      "<xs:attribute name='a' type='xs:string'/><xs:attribute name='b' type='xs:int'/>"
      "</xs:complexType></xs:element>");
  return result;
}

Lines compare(std::string_view a, std::string_view b) { return validator().differences(a, b); }

struct Pair {
  std::string a, b;
};

}  // namespace

TEST_SUITE("equivalence") {
  TEST_CASE("ignores what does not count, both ways") {
    const auto other = [](std::string_view content) {
      return root("<o xmlns='urn:o'>" + std::string(content) + "</o>");
    };
    for (const Pair& c : {
             Pair{root(""), "<x:r xmlns:x='urn:test'/>"},                      // prefixes
             Pair{root("", "a='1' b='2'"), root("", "b='2' a='1'")},           // attribute order
             Pair{root("", "a='x\"'"), root("", "a=\"x&quot;\"")},             // quotes
             Pair{root("", "b=' 2 '"), root("", "b='2'")},                     // collapsed
             Pair{root("<token> a  b </token>"), root("<token>a b</token>")},  // collapsed
             Pair{root("<token> </token>"), root("<token/>")},                 // collapsed to none
             Pair{root("<number k=' x '> 1 </number>"), root("<number k='x'>1</number>")},
             Pair{root("<!-- c --><token/><?pi x?>"), root("<token/>")},  // comments
             Pair{root("\n  <token/>\n"), root("<token/>")},              // white space between
             Pair{root("<text>a&lt;b</text>"), root("<text><![CDATA[a<b]]></text>")},
             Pair{root("<text>a<!-- x -->b</text>"), root("<text>ab</text>")},
             Pair{root("<text>&#97;</text>"), root("<text>a</text>")},      // references
             Pair{root("<text>a\r\nb</text>"), root("<text>a\nb</text>")},  // line ends
             Pair{other("<p> <q/> </p>"), other("<p><q/></p>")},            // not declared
             Pair{"<?xml version='1.0'?>" + root(""), "\xEF\xBB\xBF" + root("")},
             Pair{utf16("<r xmlns='urn:test'/>", true), "<r xmlns='urn:test'/>"},
             Pair{root("<token xmlns:z='urn:z'/>"), root("<token/>")},  // declarations
             Pair{root("<o:x xmlns:o='urn:o' xsi:type='o:t'/>"),
                  root("<p:x xmlns:p='urn:o' xsi:type=' p:t '/>")},  // QNames
         }) {
      CAPTURE(c.a);
      CAPTURE(c.b);
      CHECK(compare(c.a, c.b) == Lines{});
      CHECK(compare(c.b, c.a) == Lines{});
    }
  }

  TEST_CASE("names what counts, both ways") {
    const auto other = [](std::string_view content) {
      return root("<o xmlns='urn:o'>" + std::string(content) + "</o>");
    };
    for (const Pair& c : {
             Pair{root(""), "<r/>"},                                  // namespace
             Pair{root("<token/>"), root("<text/>")},                 // name
             Pair{root("<token/>"), root("")},                        // number
             Pair{root("<token/><text/>"), root("<text/><token/>")},  // order
             Pair{root("", "a='1'"), root("")},                       // attribute
             Pair{root("", "a='1'"), root("", "a=' 1'")},             // xs:string keeps
             Pair{root("<text> </text>"), root("<text/>")},           // xs:string keeps
             Pair{root("<text>a</text>"), root("<text>A</text>")},    // case
             Pair{root("<number>1</number>"), root("<number>2</number>")},
             Pair{root("<number>1</number>"), root("<number>+01</number>")},  // spelling
             Pair{root("", "b='1'"), root("", "b='01'")},
             Pair{root("<text xsi:type='x:string' xmlns:x='http://www.w3.org/2001/XMLSchema'/>"),
                  root("<text/>")},
             Pair{root("<token>a b</token>"), root("<token>ab</token>")},
             Pair{root("<mixed>a <i/></mixed>"), root("<mixed>a<i/></mixed>")},
             Pair{root("<mixed> <i/></mixed>"), root("<mixed><i/></mixed>")},
             Pair{root("<mixed>a<i/></mixed>"), root("<mixed><i/>a</mixed>")},
             Pair{other("<p> </p>"), other("<p/>")},               // may be a value
             Pair{other("<p>a <q/></p>"), other("<p>a<q/></p>")},  // may be mixed
             Pair{other("<p k='1'/>"), other("<p xmlns:k='u' k:k='1'/>")},
             Pair{root("<o:x xmlns:o='urn:o' xsi:type='o:t'/>"),
                  root("<o:x xmlns:o='urn:o' xmlns:p='urn:p' xsi:type='p:t'/>")},
         }) {
      CAPTURE(c.a);
      CAPTURE(c.b);
      CHECK_FALSE(compare(c.a, c.b).empty());
      CHECK_FALSE(compare(c.b, c.a).empty());
    }
  }

  TEST_CASE("says what happened, and where") {
    CHECK(compare(root("<token/><token>a</token>", "a='1'"), root("<token/><token>b</token>")) ==
          Lines{"/r: attribute 'a' is lost", "/r/token[2]: text 'a' became 'b'"});
    CHECK(compare(root(""), root("<token/>", "b='1'")) ==
          Lines{"/r: attribute 'b' is added, with the value '1'",
                "/r: element '{urn:test}token' is added"});
    CHECK(compare(root("", "b='1'"), root("", "b='2'")) ==
          Lines{"/r: attribute 'b' was '1', became '2'"});
    CHECK(compare("<a/>", "<b/>") == Lines{"/a: element '{}a' became '{}b'"});
  }

  TEST_CASE("keeps rewritten text of both sides alive") {
    const auto a = root("<text>" + repeated("&amp;", 100) + "</text>", "a='&lt;&#10;'");
    CHECK(compare(a, a) == Lines{});
    CHECK(compare(a, root("<text>x</text>", "a='&lt;'")).size() == 2);
  }

  TEST_CASE("says why a side cannot be read") {
    CHECK(compare("<a>", "<a/>") == Lines{"/: before: the document ends inside of element 'a'"});
    CHECK(compare("<a/>", "\xFF") == Lines{"/: after: invalid UTF-8"});
    CHECK(compare("<a/>", "<!DOCTYPE a><a/>") ==
          Lines{"/: after: a document type declaration is not allowed"});
  }

  TEST_CASE("stops after twenty sentences") {
    CHECK(compare(root(repeated("<text>a</text>", 100)), root(repeated("<text>b</text>", 100)))
              .size() == 20);
  }

  TEST_CASE("finds each sample equivalent to itself") {
    for (const auto& path : files_in(source_folder() / "tests/samples/valid/envelopes", ".xml")) {
      CAPTURE(path.filename());
      const auto text = read_file(path);
      CHECK(built_in().differences(text, text) == Lines{});
    }
  }
}
