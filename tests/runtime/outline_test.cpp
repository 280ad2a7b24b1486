// SPDX-License-Identifier: MIT
#include "outline.hpp"

#include "testing.hpp"

#include <type_traits>

using namespace presentity;
using namespace presentity::detail;
using presentity::testing::repeated;

namespace {

Outline read(std::string_view text) {
  auto outline = Outline::read(text, {});
  REQUIRE_MESSAGE(outline, std::string(text));
  return std::move(*outline);
}

std::string refused(std::string_view text, const ReadLimits& limits = {}) {
  const auto outline = Outline::read(text, limits);
  return outline ? "" : std::string(outline.error().rule);
}

/// The element with this local name.
NodeId find(const Outline& outline, std::string_view local) {
  for (NodeId id = 0; id < outline.size(); ++id) {
    if (!outline.node(id).is_text && outline.node(id).local == local) return id;
  }
  return no_node;
}

}  // namespace

TEST_SUITE("outline") {
  TEST_CASE("splits names and resolves prefixes, the innermost declaration first") {
    const std::string_view text =
        "<a xmlns='u' xmlns:p='v'><p:b p:x='1' y='2' xml:lang='en' xmlns:p='w'/><c xmlns=''/></a>";

    const auto outline = read(text);

    const auto b = find(outline, "b");
    CHECK(outline.root().namespace_uri == "u");
    CHECK(outline.node(b).namespace_uri == "w");
    CHECK(outline.node(find(outline, "c")).namespace_uri.empty());
    CHECK(outline.find_attribute(b, "w", "x")->value == "1");
    CHECK(outline.find_attribute(b, "", "y")->value == "2");  // no default namespace
    CHECK(outline.find_attribute(b, xml_namespace, "lang")->value == "en");
    CHECK(*outline.resolve_prefix(b, "p") == "w");
    CHECK(*outline.resolve_prefix(0, "p") == "v");
    CHECK(outline.resolve_prefix(b, "q") == nullptr);
  }

  TEST_CASE("joins text, CDATA and references into one run") {
    const auto outline = read("<a> x&amp;<!-- c --><![CDATA[<y>]]><?p?>\r\nz<b/>tail</a>");

    CHECK(outline.size() == 4);
    CHECK(outline.node(1).text == " x&<y>\nz");
    CHECK(outline.node(1).offset == 3);
    CHECK(outline.direct_text(0) == " x&<y>\nztail");
  }

  TEST_CASE("keeps the text of many runs that had to be rewritten") {
    const auto outline = read("<a>" + repeated("<b c='&lt;'>&amp;</b>", 1000) + "</a>");

    for (NodeId id = 1; id < outline.size(); id += 2) {
      REQUIRE(outline.attributes(id).front().value == "<");
      REQUIRE(outline.node(id + 1).text == "&");
    }
  }

  TEST_CASE("can be moved, but not copied: its parts refer to each other") {
    static_assert(!std::is_copy_constructible_v<Outline>);
    static_assert(!std::is_copy_assignable_v<Outline>);
    std::vector<Outline> outlines;
    for (int i = 0; i < 20; ++i) outlines.push_back(read("<a b='&amp;'>x&lt;y</a>"));

    for (const auto& outline : outlines) {
      CHECK(outline.attributes(0).front().value == "&");
      CHECK(outline.direct_text(0) == "x<y");
    }
  }

  TEST_CASE("refuses what is not well-formed with respect to namespaces or nesting") {
    for (const std::string_view text : {
             "",
             " ",
             "<!-- only -->",
             "x",
             "<a>",
             "<a></b>",
             "<a><b></a></b>",
             "</a>",
             "<a/><b/>",
             "<a/>x",
             "<a/>&#32;",
             "x<a/>",
             "<a/><![CDATA[]]>",
             "<a b='1' b='2'/>",
             "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>",
             "<a xmlns='u' xmlns='v'/>",
             "<a xmlns:p='u' xmlns:p='u'/>",
             "<p:a/>",
             "<a p:b='1'/>",
             "<a:b:c xmlns:a='u'/>",
             "<:a/>",
             "<a:/>",
             "<a xmlns:p='u'><p:1/></a>",
             "<a xmlns:p=''/>",
             "<a xmlns:='u'/>",
             "<a xmlns:p:q='u'/>",
             "<a xmlns:xml='u'/>",
             "<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>",
             "<a xmlns:xmlns='u'/>",
             "<a xmlns='http://www.w3.org/2000/xmlns/'/>",
             "<xmlns:a/>",
             "<a b='&x;'/>",
             "<a>&x;</a>",
         }) {
      CAPTURE(text);
      CHECK(refused(text) == "malformed-xml");
    }
    CHECK(refused("<a xmlns:xml='http://www.w3.org/XML/1998/namespace'/>").empty());
    CHECK(refused("<a xmlns='u'><b xmlns=''/></a>").empty());
  }

  TEST_CASE("keeps to each limit") {
    struct Case {
      std::string within, beyond;
      ReadLimits limits;
    };
    const auto limits = [](std::size_t ReadLimits::*member, std::size_t value) {
      ReadLimits result;
      result.*member = value;
      return result;
    };
    for (const Case& c : {
             Case{"<a/>", "<ab/>", limits(&ReadLimits::document_bytes, 4)},
             Case{"<a><b/></a>", "<a><b><c/></b></a>", limits(&ReadLimits::depth, 2)},
             Case{"<a b='' c=''/>", "<a b='' c='' xmlns='u'/>", limits(&ReadLimits::attributes, 2)},
             Case{"<a xmlns:p='u'/>", "<a xmlns:p='u'><b xmlns:q='u'/></a>",
                  limits(&ReadLimits::namespaces_in_scope, 1)},
             Case{"<ab/>", "<abc/>", limits(&ReadLimits::name_bytes, 2)},
             Case{"<a xmlns='uu'/>", "<a xmlns='uuu'/>", limits(&ReadLimits::uri_bytes, 2)},
             Case{"<a b='cc'/>", "<a b='ccc'/>", limits(&ReadLimits::value_bytes, 2)},
             Case{"<a><b/><a/></a>", "<a><b/><c/></a>", limits(&ReadLimits::distinct_names, 2)},
         }) {
      CAPTURE(c.beyond);
      CHECK(refused(c.within, c.limits).empty());
      CHECK(refused(c.beyond, c.limits) == "limit-exceeded");
    }
    // Declarations out of scope do not count.
    CHECK(
        refused("<a><b xmlns='u'/><b xmlns='u'/></a>", limits(&ReadLimits::namespaces_in_scope, 1))
            .empty());
  }

  TEST_CASE("writes paths with an index where siblings share the name") {
    const auto outline = read("<a><b/><c><d/></c><b><d/>x<d/></b></a>");
    PathWriter writer(outline);

    std::vector<std::string> paths;
    for (NodeId id = 0; id < outline.size(); ++id) {
      paths.push_back(outline.path(id));
      CHECK(writer.path(id) == paths.back());
    }

    CHECK(paths == std::vector<std::string>{"/a", "/a/b[1]", "/a/c", "/a/c/d", "/a/b[2]",
                                            "/a/b[2]/d[1]", "/a/b[2]", "/a/b[2]/d[2]"});
  }

  TEST_CASE("cuts out an element with the namespaces it needs") {
    const auto outline =
        read("<a xmlns='u' xmlns:p='v&amp;\"w' ><b xmlns='x'> <c  p:y='1' />\n</b></a>");

    const auto b = outline.self_contained(find(outline, "b"));
    const auto c = outline.self_contained(find(outline, "c"));

    CHECK(b == "<b xmlns:p=\"v&amp;&quot;w\" xmlns='x'> <c  p:y='1' />\n</b>");
    CHECK(c == "<c xmlns=\"x\" xmlns:p=\"v&amp;&quot;w\"  p:y='1' />");
    CHECK(read(c).root().namespace_uri == "x");
    CHECK(outline.self_contained(0) == outline.source());
  }
}
