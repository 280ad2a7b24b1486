// SPDX-License-Identifier: MIT
#include "testing.hpp"

using namespace presentity;
using namespace presentity::testing;

namespace {

std::string card(std::string_view content) {
  return R"(<contactCard xmlns="http://schemas.microsoft.com/2006/09/sip/contactcard")"
         R"( xmlns:ct="http://schemas.microsoft.com/2006/09/sip/commontypes">)" +
         std::string(content) + "</contactCard>";
}

Verdict verdict(const std::string& document) { return built_in().validate(document).verdict; }

/// A document of the user's own category; `x` is what stands below the lax wildcard.
Report own(std::string_view x) {
  static const auto validator = with_schema(
      "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='uri' type='xs:int' "
      "minOccurs='0'/><xs:element name='box' minOccurs='0'><xs:complexType><xs:sequence>"
      "<xs:element name='uri' type='xs:int'/></xs:sequence><xs:attribute name='k' type='xs:int'/>"
      "</xs:complexType></xs:element><xs:element name='tail'><xs:complexType><xs:sequence>"
      "<xs:any namespace='##any' processContents='lax' minOccurs='0' maxOccurs='unbounded'/>"
      "</xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>"
      "<xs:element name='known' type='xs:int'/>"
      "<xs:complexType name='pair'><xs:sequence><xs:element name='uri' type='xs:int'/>"
      "</xs:sequence></xs:complexType>");
  return validator.validate(root("<tail>" + std::string(x) + "</tail>"));
}

}  // namespace

// Xerces 3.2.4 holds what is below an undeclared element against local declarations of the same
// name, and refuses it. XML Schema Part 1, section 3.10.4, knows global declarations only.
TEST_SUITE("lax wildcards") {
  TEST_CASE("do not hold unknown content against local declarations") {
    for (const std::string_view content : {
             "<ringIm><identity>text</identity></ringIm>",
             "<ringIm><uri>1</uri><uri><x/></uri></ringIm>",
             "<ringIm><name/><email a='1'><name>x</name></email></ringIm>",
             "<ringIm><phone><identity><automaton>maybe</automaton></identity></phone></ringIm>",
             "<ringIm>text<address/>more</ringIm>",
             "<identity>text</identity>",  // these two do mislead Xerces
             "<automaton>maybe</automaton>",
             "<identity><name>x<y/></name></identity>",
             "<automatic><automaton>neither</automaton></automatic>",
         }) {
      CAPTURE(content);
      const auto report =
          built_in().validate(card("<ct:delimiter/>" + std::string(content) + "<ct:end/>"));
      CHECK(report.verdict == Verdict::valid);
      CHECK(rules_of(report) == std::vector<std::string>{"unknown-extension"});
    }
    CHECK(verdict(state("<ct:delimiter/><mood><availability>good</availability>"
                        "<activity>x<custom/></activity></mood><ct:end/>")) == Verdict::valid);
    CHECK(verdict(state("<extension><availability>good</availability></extension>")) ==
          Verdict::valid);
  }

  TEST_CASE("do so in a user's schema too") {
    CHECK(own("<x><uri>text</uri></x>").verdict == Verdict::valid);
    CHECK(own("<x><box k='no'><nothing/></box></x>").verdict == Verdict::valid);
    CHECK(own("<uri>text</uri>").verdict == Verdict::valid);
    CHECK(own("<o:x xmlns:o='urn:o'><uri>text</uri></o:x>").verdict == Verdict::valid);
  }

  TEST_CASE("check the known extension elements behind a delimiter") {
    CHECK(verdict(state("<ct:delimiter/><timeZoneBias>60</timeZoneBias><ct:end/>")) ==
          Verdict::valid);
    CHECK(verdict(state("<ct:delimiter/><timeZoneBias>one</timeZoneBias><ct:end/>")) ==
          Verdict::invalid);
    CHECK(verdict(card("<ct:delimiter/><ct:delimiter/><displayADPhoto>true</displayADPhoto>")) ==
          Verdict::valid);
    CHECK(verdict(card("<ct:delimiter/><ct:delimiter/><displayADPhoto>on</displayADPhoto>")) ==
          Verdict::invalid);
    CHECK(verdict(card("<ct:delimiter/><ct:delimiter/><photo><x/></photo>")) == Verdict::invalid);
  }

  TEST_CASE("assess what is declared inside of what is not") {
    CHECK(rules_of(own("<x><y><known>one</known></y></x>")) ==
          std::vector<std::string>{"invalid-value"});
    CHECK(own("<x><y><known>1</known></y></x>").verdict == Verdict::valid);
    CHECK(own("<known>one</known>").verdict == Verdict::invalid);
    CHECK(verdict(state("<ct:delimiter/><mood><timeZoneBias>one</timeZoneBias></mood>")) ==
          Verdict::invalid);
  }

  // Xerces holds the xsi:type below against the type of ct:delimiter.
  TEST_CASE("take a value inside of an undeclared element, also where there is a warning") {
    const auto report = built_in().validate(
        R"(<mwi xmlns="http://schemas.microsoft.com/2006/09/sip/mwi")"
        R"( xmlns:ct="http://schemas.microsoft.com/2006/09/sip/commontypes" messageWaiting="1")"
        R"( unreadVoiceMailCount="0"><o:x xmlns:o="urn:o"><state xsi:type="userState")"
        R"( xmlns="http://schemas.microsoft.com/2006/09/sip/state")"
        R"( xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/></o:x><ct:delimiter/></mwi>)");
    CHECK(rules_of(report) == std::vector<std::string>{"missing-end"});
  }

  // Xerces does not use up what belongs to undeclared elements, and stops at some of it.
  TEST_CASE("keep open content whatever xsi attributes it has") {
    for (const auto* const content :
         {"<o:a xmlns:o='urn:o' xsi:type='o:own'/>",
          "<o:a xmlns:o='urn:o' xsi:nil='true'>text</o:a>", "<o:a xmlns:o='urn:o' xsi:other='1'/>",
          "<o:a xmlns:o='urn:o'><o:b xsi:type='none:x'/></o:a>"}) {
      CAPTURE(content);
      const auto report =
          built_in().validate(state("<availability>1</availability><ct:delimiter/><ct:extension>" +
                                    std::string(content) + "</ct:extension>"));
      CHECK(rules_of(report) == std::vector<std::string>{"missing-end"});
    }
  }

  TEST_CASE("follow an xsi:type that is known, however deep in open content") {
    const std::string integer = R"(xmlns:xs="http://www.w3.org/2001/XMLSchema" xsi:type="xs:int")";
    const auto report = built_in().validate(state("<ct:extension><o:a xmlns:o='urn:o'><o:b " +
                                                  integer + ">abc</o:b></o:a></ct:extension>"));
    CHECK(rules_of(report) == std::vector<std::string>{"invalid-value"});
  }

  TEST_CASE("follow xsi:type on an undeclared element") {
    CHECK(own("<x xsi:type='pair'><uri>1</uri></x>").verdict == Verdict::valid);
    CHECK(own("<x xsi:type='pair'><uri>one</uri></x>").verdict == Verdict::invalid);
    CHECK(own("<x xsi:type='pair'/>").verdict == Verdict::invalid);
  }

  TEST_CASE("still let the schema processor speak where a declaration governs") {
    const auto validator = with_schema(
        "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='i' "
        "maxOccurs='unbounded'><xs:complexType><xs:sequence><xs:element name='n' type='xs:int' "
        "minOccurs='0'/><xs:element name='d'/><xs:any namespace='##targetNamespace' "
        "processContents='lax' minOccurs='0'/></xs:sequence><xs:attribute name='k'/>"
        "</xs:complexType></xs:element></xs:sequence></xs:complexType>"
        "<xs:unique name='u'><xs:selector xpath='t:i'/><xs:field xpath='@k'/></xs:unique>"
        "</xs:element>");
    // More words of Xerces against undeclared elements than are kept of its findings.
    const auto noise = repeated("<i><d/><n>a</n></i>", 50);
    const auto last = "<i k='1'><d/></i>";

    CHECK(validator.validate(root(noise + last)).verdict == Verdict::valid);
    CHECK(validator.validate(root(noise + last + last)).verdict == Verdict::invalid);
  }
}
