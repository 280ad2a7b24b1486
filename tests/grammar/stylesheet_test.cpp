// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <thread>
#include <vector>

using namespace presentity;
using namespace presentity::grammar;
using namespace presentity::grammar::test;

namespace {

std::string applied(std::string_view sheet, std::string_view value) {
  const auto compiled = compile_stylesheet(sheet);
  REQUIRE_MESSAGE(compiled.has_value(), ids(compiled.error()));
  const auto result = apply_stylesheet(*compiled, value);
  REQUIRE_MESSAGE(result.has_value(), result.error().message);
  return *result;
}

/// The first thing that is wrong with a stylesheet: `line:column rule`.
std::string first_problem(std::string_view sheet) {
  const auto compiled = compile_stylesheet(sheet);
  if (compiled) return "none";
  const auto& first = compiled.error().front();
  return std::to_string(first.position.line) + ":" + std::to_string(first.position.column) + " " +
         std::string(first.rule);
}

}  // namespace

TEST_SUITE("stylesheets") {
  TEST_CASE("the result is the document element, without a declaration") {
    CHECK(applied(root_template("<a><xsl:value-of select='//n:body'/></a>"), note_value) ==
          "<a>Away today</a>");
  }

  TEST_CASE("only the document element of the value is seen") {
    const auto sheet =
        stylesheet("<xsl:template match='/'><a x='{count(node())}'/></xsl:template>");
    CHECK(applied(sheet, "<?xml version='1.0'?><!-- c --><?p i?><b/><!-- d -->") == "<a x=\"1\"/>");
  }

  TEST_CASE("comments and instructions around the element of a result are dropped") {
    CHECK(applied(root_template("<xsl:comment>c</xsl:comment><a/>"), note_value) == "<a/>");
  }

  TEST_CASE("a result that is not one element is an error") {
    for (const auto* const content : {"", "text", "<a/><b/>", "<xsl:comment>c</xsl:comment>"}) {
      CAPTURE(content);
      CHECK(outcome(root_template(content)) == "stylesheet-broken");
    }
  }

  TEST_CASE("values in other encodings are read, and results are UTF-8") {
    const auto sheet = root_template("<a><xsl:value-of select='.'/></a>");
    CHECK(applied(sheet, "<?xml version='1.0' encoding='ISO-8859-1'?><b>\xE9</b>") ==
          "<a>\xC3\xA9</a>");
  }

  TEST_CASE("variables, parameters, keys, sorting and numbers work") {
    const auto sheet = stylesheet(
        "<xsl:key name='k' match='b' use='@i'/>"
        "<xsl:template match='/'><xsl:variable name='v'><c/>x</xsl:variable><a>"
        "<xsl:for-each select='//b'><xsl:sort select='@i' data-type='number'/>"
        "<xsl:value-of select='@i'/></xsl:for-each>|<xsl:value-of select=\"key('k','2')\"/>|"
        "<xsl:value-of select=\"concat($v, format-number(2, '0.0'))\"/><xsl:copy-of select='$v'/>"
        "</a></xsl:template>");
    CHECK(applied(sheet, "<z><b i='10'/><b i='2'>two</b></z>") == "<a>210|two|x2.0<c/>x</a>");
  }

  TEST_CASE("problems are reported where they are") {
    const std::string head = root_template("");
    const auto sheet = [](const std::string& line) {
      return stylesheet("\n<xsl:template match='/'>\n" + line + "\n</xsl:template>");
    };
    CHECK(first_problem(sheet("<a x='{foo(1)}'/>")) == "3:4 stylesheet-broken");
    CHECK(first_problem(sheet("<xsl:if test='1 &gt;= 0'/>")) == "none");
    CHECK(first_problem(sheet("<a/><xsl:if test='1 \xE2\x89\xA5 0'/>")) ==
          "3:13 typographic-operator");
    CHECK(first_problem(sheet("<xsl:foreach/>")) == "3:1 stylesheet-broken");
    CHECK(first_problem(sheet("<a/><xsl:value-of/>")) == "3:5 stylesheet-broken");
    CHECK(first_problem(sheet("<a/>\n<xsl:if test='1 +'/>")) == "4:1 stylesheet-broken");
    CHECK(first_problem("<a/>") == "1:1 stylesheet-broken");
    CHECK(first_problem("<a>") == "1:4 malformed-xml");
  }

  TEST_CASE("all problems that can be found before compiling are reported") {
    const auto sheet = stylesheet(
        "<xsl:include href='x'/><xsl:output method='html'/>"
        "<xsl:template match='/'><a x='{document(1)}'/></xsl:template>");
    const auto compiled = compile_stylesheet(sheet);
    REQUIRE_FALSE(compiled);
    CHECK(ids(compiled.error()) == "stylesheet-unsafe stylesheet-unsafe stylesheet-unsafe");
  }

  TEST_CASE("XSLT 2.0 is refused") {
    auto sheet = root_template("<a/>");
    sheet.replace(sheet.find("version=\"1.0\""), 13, "version=\"2.0\"");
    CHECK(outcome(sheet) == "stylesheet-broken");
  }

  TEST_CASE("a message that ends the run is in the error") {
    const auto compiled = compile_stylesheet(
        root_template("<xsl:message terminate='yes'>no such mood</xsl:message><a/>"));
    REQUIRE(compiled);
    const auto result = apply_stylesheet(*compiled, note_value);
    REQUIRE_FALSE(result);
    CHECK(result.error().message.find("no such mood") != std::string::npos);
  }

  TEST_CASE("limits are those it was compiled with") {
    StylesheetLimits limits;
    limits.instructions = 3;
    const auto compiled = compile_stylesheet(root_template("<a><b/><b/><b/><b/></a>"), limits);
    REQUIRE(compiled);
    CHECK(grammar::limits(*compiled).instructions == 3);
    const auto result = apply_stylesheet(*compiled, note_value);
    REQUIRE_FALSE(result);
    CHECK(result.error().rule == "stylesheet-limit");
  }

  TEST_CASE("threads share a stylesheet, and one that is stopped does not stop another") {
    const auto good = compile_stylesheet(
        root_template("<a><xsl:value-of select=\"concat(//n:body, '!')\"/></a>"));
    const auto endless = compile_stylesheet(
        stylesheet("<xsl:template match='/'><xsl:apply-templates select='/'/></xsl:template>"));
    REQUIRE(good);
    REQUIRE(endless);
    std::array<int, 4> right{};
    std::vector<std::thread> threads;
    for (auto& count : right) {
      threads.emplace_back([&] {
        for (int i = 0; i < 200; ++i) {
          const auto stopped = apply_stylesheet(*endless, note_value);
          const auto result = apply_stylesheet(*good, note_value);
          const bool is_right = !stopped && stopped.error().rule == "stylesheet-limit" && result &&
                                *result == "<a>Away today!</a>";
          count += is_right ? 1 : 0;
        }
      });
    }
    for (auto& thread : threads) thread.join();
    for (const int count : right) CHECK(count == 200);
  }
}
