// SPDX-License-Identifier: MIT
// Stylesheets that want out, or want everything. Each is refused or stopped, with a rule id.
#include "support.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

using namespace presentity::grammar;
using namespace presentity::grammar::test;

namespace {

std::string repeated(int count, std::string_view text) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

/// Variables v0, v1, ...: `step` makes v(N) of v(P).
std::string chain(std::string_view step, int count) {
  std::string all = "<xsl:variable name='v0' select=\"'xxxxxxxxxx'\"/>";
  for (int i = 1; i < count; ++i) {
    for (const char c : step) {
      if (c == 'N') {
        all += std::to_string(i);
      } else if (c == 'P') {
        all += std::to_string(i - 1);
      } else {
        all += c;
      }
    }
  }
  return all;
}

struct Attack {
  const char* name;
  const char* rule;
  std::string sheet;
  std::string value = std::string(note_value);
};

std::string many_bodies() {
  return "<n:note xmlns:n='http://schemas.microsoft.com/2006/09/sip/note'>" +
         repeated(3000, "<n:body type='personal' a='q'>some text</n:body>") + "</n:note>";
}

std::string call(std::string_view content) {
  return stylesheet(
      "<xsl:template match='/'><a><xsl:call-template name='t'/></a></xsl:template>"
      "<xsl:template name='t'><xsl:param name='d' select='0'/>" +
      std::string(content) + "</xsl:template>");
}

std::string twice_deeper() {
  const std::string deeper =
      "<xsl:call-template name='t'><xsl:with-param name='d' select='$d + 1'/></xsl:call-template>";
  return call("<xsl:if test='$d &lt; 40'>" + deeper + deeper + "</xsl:if>");
}

std::string four_loops(std::string_view content) {
  return root_template("<a>" + repeated(4, "<xsl:for-each select='//node()'>") +
                       std::string(content) + repeated(4, "</xsl:for-each>") + "</a>");
}

std::vector<Attack> outward() {
  const auto text = [](std::string_view select) {
    return root_template("<a><xsl:value-of select=\"" + std::string(select) + "\"/></a>");
  };
  return {
      {"document of a file", "stylesheet-unsafe", text("document('/etc/passwd')")},
      {"document, a space before the bracket", "stylesheet-unsafe",
       text("document ('/etc/passwd')")},
      {"document in an attribute template", "stylesheet-unsafe",
       root_template("<a x=\"{document('/etc/passwd')}\"/>")},
      {"document of itself", "stylesheet-unsafe", text("document('')")},
      {"unparsed-entity-uri", "stylesheet-unsafe", text("unparsed-entity-uri('x')")},
      {"include", "stylesheet-unsafe", stylesheet("<xsl:include href='/etc/passwd'/>")},
      {"import", "stylesheet-unsafe", stylesheet("<xsl:import href='http://example.com/x'/>")},
      {"document element of XSLT 1.1", "stylesheet-unsafe",
       root_template("<xsl:document href='/tmp/x'><a/></xsl:document>")},
      {"script of XSLT 1.1", "stylesheet-unsafe", stylesheet("<xsl:script>1</xsl:script>")},
      {"script of Microsoft", "stylesheet-unsafe",
       stylesheet("<m:script xmlns:m='urn:schemas-microsoft-com:xslt'>1</m:script>")},
      {"extension element", "stylesheet-unsafe",
       root_template("<exsl:document xsl:extension-element-prefixes='exsl' href='/tmp/x'/>")},
      {"function of EXSLT", "stylesheet-unsafe", text("str:padding(1000000000, 'x')")},
      {"node-set of EXSLT", "stylesheet-unsafe", text("exsl:node-set(/)")},
      {"document type", "doctype-forbidden",
       "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + root_template("<a>&e;</a>")},
      {"output as text", "stylesheet-unsafe",
       stylesheet("<xsl:output method='text'/><xsl:template match='/'>x</xsl:template>")},
      {"output without escapes", "stylesheet-unsafe",
       root_template("<a><xsl:value-of select='.' disable-output-escaping='yes'/></a>")},
      {"output with a document type", "stylesheet-unsafe",
       stylesheet("<xsl:output doctype-system='http://example.com/x'/>")},
      {"output in an encoding of a module", "stylesheet-unsafe",
       stylesheet("<xsl:output encoding='EBCDIC-US'/>")},
  };
}

std::vector<Attack> endless() {
  const auto text = [](std::string_view variables, int last) {
    return root_template(std::string(variables) + "<a><xsl:value-of select='$v" +
                         std::to_string(last) + "'/></a>");
  };
  const std::string many_arguments = "$vP" + repeated(200, ",$vP");
  return {
      {"endless recursion", "stylesheet-limit", call("<xsl:call-template name='t'/>")},
      {"exponential calls", "stylesheet-limit", twice_deeper()},
      {"text doubled by concat", "stylesheet-limit",
       text(chain("<xsl:variable name='vN' select='concat($vP,$vP)'/>", 40), 39)},
      {"text times 200 by concat", "stylesheet-limit",
       text(chain("<xsl:variable name='vN' select='concat(" + many_arguments + ")'/>", 20), 19)},
      {"text of the value times 500 by concat", "stylesheet-limit",
       root_template("<a><xsl:value-of select='concat(/" + repeated(500, ",/") + ")'/></a>"),
       "<a>" + std::string(1U << 20U, 'x') + "</a>"},
      {"text doubled by value-of", "stylesheet-limit",
       text(chain("<xsl:variable name='vN'><xsl:value-of select='$vP'/><xsl:value-of "
                  "select='$vP'/></xsl:variable>",
                  40),
            39)},
      {"text doubled in attribute templates", "stylesheet-limit",
       root_template(chain("<xsl:variable name='vN' select='concat($vP,$vP)'/>", 15) + "<a x='" +
                     repeated(3000, "{$v14}") + "'/>")},
      {"trees doubled by copy-of", "stylesheet-unsafe",
       root_template(chain("<xsl:variable name='vN'><xsl:copy-of select='$vP'/><xsl:copy-of "
                           "select='$vP'/></xsl:variable>",
                           40) +
                     "<a><xsl:copy-of select='$v39'/></a>")},
      {"trees doubled by templates", "stylesheet-unsafe",
       call("<xsl:variable name='v'><xsl:call-template name='t'/></xsl:variable>"
            "<xsl:copy-of select='$v'/>")},
      {"huge text in loops", "stylesheet-limit", four_loops("<xsl:value-of select='/'/>"),
       many_bodies()},
      {"huge tree in loops", "stylesheet-limit", four_loops("<xsl:copy-of select='/'/>"),
       many_bodies()},
      {"small instructions in loops", "stylesheet-limit", four_loops("x"), many_bodies()},
      {"steps in steps", "stylesheet-limit",
       root_template("<a x='{count(//node()[count(//node()[count(//node()) > 0]) > 0])}'/>"),
       many_bodies()},
      {"brackets in brackets", "stylesheet-limit",
       root_template("<a x='{" + repeated(900, "(") + "1" + repeated(900, ")") + "}'/>")},
      {"long expression", "stylesheet-limit",
       root_template("<a x='{1" + repeated(2000, "+1") + "}'/>")},
      {"nodes times nodes in a key", "stylesheet-limit",
       stylesheet("<xsl:key name='k' match='node()' use='//node()'/>"
                  "<xsl:template match='/'><a x=\"{count(key('k','x'))}\"/></xsl:template>"),
       many_bodies()},
      {"nodes times nodes in a sort", "stylesheet-limit",
       root_template("<a><xsl:for-each select='//node()'><xsl:sort select='//*'/>"
                     "<xsl:sort select='/'/>x</xsl:for-each></a>"),
       many_bodies()},
      {"value of many nodes", "stylesheet-limit", root_template("<a/>"),
       "<a>" + repeated(30'000, "<b/>") + "</a>"},
      {"value with large elements in each other", "stylesheet-limit", root_template("<a/>"),
       repeated(200, "<a>") + repeated(5000, "<b/>") + repeated(200, "</a>")},
      {"large value", "limit-exceeded", root_template("<a/>"),
       "<a>" + std::string(5U << 20U, 'x') + "</a>"},
      {"large stylesheet", "stylesheet-limit", root_template(repeated(40'000, "<b></b>"))},
  };
}

double milliseconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

long peak_kib() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/// Says what an attack took, if somebody wants to know. The peak only grows.
void run(const Attack& attack) {
  CAPTURE(attack.name);
  const long before = peak_kib();
  const auto begin = std::chrono::steady_clock::now();
  CHECK(outcome(attack.sheet, attack.value) == attack.rule);
  if (std::getenv("PRESENTITY_SHOW_ATTACKS") == nullptr) return;
  std::printf("%-42s %-20s %8.2f ms  peak +%.1f MiB\n", attack.name, attack.rule,
              milliseconds_since(begin), static_cast<double>(peak_kib() - before) / 1024);
}

}  // namespace

TEST_SUITE("attacks") {
  TEST_CASE("what reaches outside of the value is refused before it is compiled") {
    for (const auto& attack : outward()) run(attack);
  }

  TEST_CASE("what would not end, or take all memory, is refused or stopped") {
    for (const auto& attack : endless()) run(attack);
  }

  TEST_CASE("nothing of the file is in the answer, and no file is made") {
    const std::string path = "/tmp/presentity-no-such-file";
    const auto sheet = root_template("<xsl:document href='" + path + "'><a/></xsl:document>");
    CHECK(outcome(sheet) == "stylesheet-unsafe");
    CHECK_FALSE(std::ifstream(path).is_open());
  }
}
