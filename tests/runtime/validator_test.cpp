// SPDX-License-Identifier: MIT
#include "testing.hpp"

using namespace presentity;
using namespace presentity::testing;

namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view note_start =
    R"(<note xmlns="http://schemas.microsoft.com/2006/09/sip/note">)";

std::string note(std::string_view content) {
  return std::string(note_start) + std::string(content) + "</note>";
}

Report check(const std::string& document) { return built_in().validate(document); }

/// A document and all that is said about it; positions are relative to `state("")`'s content.
struct Case {
  std::string document;
  Lines expected;
};

}  // namespace

TEST_SUITE("validator") {
  TEST_CASE("finds the samples valid, without a word of error") {
    std::size_t count = 0;
    for (const auto& path : files_in(source_folder() / "tests/samples/valid/envelopes", ".xml")) {
      CAPTURE(path.filename());
      const auto report = check(read_file(path));
      CAPTURE(lines(report));
      CHECK(report.verdict == Verdict::valid);
      ++count;
    }
    CHECK(count > 0);
  }

  TEST_CASE("explains the typical mistakes, each once and in its place") {
    for (
        const Case& c : {
            Case{
                note("\n<bdy type=\"personal\"/>"),  // misspelt element
                {"warning missing-documented 1:1 /note: element 'body' is documented as required "
                 "in 'note'",
                 "error unexpected-element 2:1 /note/bdy: element 'bdy' is not allowed in 'note' | "
                 "did you mean 'body'?"}},
            Case{note("\n<body tpye=\"OOF\" type=\"OOF\"/>"),  // misspelt attribute, open content
                 {"warning undocumented-attribute 2:7 /note/body/@tpye: attribute 'tpye' is not "
                  "documented for element 'body' | did you mean 'type'?"}},
            Case{note("\n<body/>"),  // required attribute
                 {"error missing-attribute 2:1 /note/body: attribute 'type' is missing on element "
                  "'body' | expected a token such as personal or OOF"}},
            Case{note("\n<body type=\"personl\"/>"),  // open enumeration
                 {"warning unknown-token 2:7 /note/body/@type: token 'personl' is not one of those "
                  "documented | did you mean 'personal'?"}},
            Case{
                note("\n<body type=\"OOF\" LCID=\"en\"/>"),  // value of an attribute
                {"error invalid-value 2:18 /note/body/@LCID: value 'en' of attribute 'LCID' is not "
                 "valid: expected a whole number from 0 to 4294967295"}},
            Case{note("\n<body type=\"OOF\">x<b/></body>"),  // element in a text
                 {"error unexpected-element 2:19 /note/body/b: element 'body' holds text only, not "
                  "element 'b' | expected text"}},
            Case{
                note("\nhello <body type=\"OOF\"/>"),  // text between elements
                {"error unexpected-text 2:1 /note: text 'hello' is not allowed in element 'note'"}},
            Case{
                note("\n<body xmlns=\"\" type=\"OOF\"/>"),  // wrong namespace
                {"error unexpected-element 2:1 /note/body: element 'body' is not allowed in 'note' "
                 "| its namespace '' is not the one of the schema; check xmlns"}},
        }) {
      CAPTURE(c.document);
      CHECK(lines(check(c.document)) == c.expected);
    }
  }

  TEST_CASE("explains mistakes in a state") {
    for (
        const Case& c : {
            Case{state("\n<availability> many </availability>"),
                 {"error invalid-value 2:16 /state/availability: value 'many' of element "
                  "'availability' is not valid: expected a whole number from 0 to 4294967295"}},
            Case{
                state("\n<activity/><availability>1</availability>"),
                {"error unexpected-element 2:12 /state/availability: element 'availability' is not "
                 "allowed here: it stands too late or too often | expected activity, "
                 "endpointLocation, extension, ct:delimiter, ct:end or ct:extension"}},
            Case{state("\n<ct:delimiter/>\n<device>compter</device>"),
                 {"warning missing-end 2:1 /state/delimiter: there is no ct:end behind this "
                  "ct:delimiter | put <ct:end/> behind the last of the elements that follow "
                  "ct:delimiter",
                  "warning unknown-token 3:9 /state/device: token 'compter' is not one of those "
                  "documented | did you mean 'computer'?"}},
            Case{state("\n<ct:delimiter/><mood/><ct:end/>"),
                 {"warning unknown-extension 2:16 /state/mood: element 'mood' is not known; it is "
                  "kept as it is"}},
            Case{
                state("\n<timeZoneName>x</timeZoneName>"),  // known, but no delimiter before it
                {"error unexpected-element 2:1 /state/timeZoneName: element 'timeZoneName' is only "
                 "allowed behind ct:delimiter | put <ct:delimiter/> before it and <ct:end/> behind "
                 "it"}},
            Case{state("\n<ct:delimiter>x</ct:delimiter><ct:end/>"),
                 {"error unexpected-text 2:15 /state/delimiter: text 'x' is not allowed in element "
                  "'ct:delimiter'"}},
        }) {
      CAPTURE(c.document);
      CHECK(lines(check(c.document)) == c.expected);
    }
  }

  TEST_CASE("needs to know the root") {
    CHECK(
        lines(check("<state xmlns='urn:x'/>")) ==
        Lines{"error unknown-root 1:1 /state: element 'state' of namespace 'urn:x' is no root that "
              "is known | element 'state' is known in namespace "
              "'http://schemas.microsoft.com/2006/09/sip/state'"});
    CHECK(
        lines(check("\n<stte/>")) ==
        Lines{"error unknown-root 2:1 /stte: element 'stte' without a namespace is no root that is "
              "known | did you mean 'state'?"});
    // A global element that is no document.
    CHECK(rules_of(
              check("<device xmlns='http://schemas.microsoft.com/2006/09/sip/state'>x</device>")) ==
          Lines{"unknown-root"});
    CHECK(check("<a/>").verdict == Verdict::invalid);
    CHECK(check("<a/>").root == "a");
  }

  TEST_CASE("holds xsi:type against the schema") {
    const auto start = [](std::string_view text) { return lines(check(state("", text))); };

    CHECK(
        start("") ==
        Lines{"error missing-attribute 1:1 /state: element 'state' needs an xsi:type | expected "
              "xsi:type to be aggregateMachineState, aggregateState, calendarState, machineState, "
              "phoneState, presentingState or userState"});
    CHECK(start("xsi:type='userStat'") ==
          Lines{"error unknown-type 1:181 /state/@xsi:type: type 'userStat' is not known | did you "
                "mean 'userState'?"});
    CHECK(
        start("xsi:type='q:userState'") ==
        Lines{"error unknown-type 1:181 /state/@xsi:type: type 'q:userState' has a prefix that is "
              "not declared | add xmlns:q=\"...\""});
    CHECK(start("xsi:type='activityType'")
              .front()
              .starts_with("error unknown-type 1:181 /state/@xsi:type: type 'activityType' is not "
                           "a type for element "
                           "'state'"));
    CHECK(start("xsi:type='stateType'").front().find("needs an xsi:type") != std::string::npos);
    CHECK(start("xsi:type=' userState '") == Lines{});
    CHECK(
        start("xmlns:q='http://schemas.microsoft.com/2006/09/sip/state' xsi:type='q:userState'") ==
        Lines{});
  }

  TEST_CASE("knows no other attribute of the schema instance namespace") {
    CHECK(rules_of(check(state("", "xsi:type='userState' xsi:typ='x'"))) ==
          Lines{"unexpected-attribute"});
    CHECK(rules_of(check(state("", "xsi:type='userState' xsi:nil='true'"))) ==
          Lines{"unexpected-attribute"});
  }

  TEST_CASE("takes nil where the schema does") {
    const auto validator = with_schema(
        "<xs:element name='r' nillable='true'><xs:complexType><xs:sequence><xs:element name='a'/>"
        "</xs:sequence><xs:attribute name='k' type='xs:int'/></xs:complexType></xs:element>");
    const auto rules = [&](std::string_view content, std::string_view start) {
      return rules_of(validator.validate(root(content, start)));
    };

    CHECK(rules("", "xsi:nil='true'") == Lines{});
    CHECK(rules("<a/>", "xsi:nil='false'") == Lines{});
    CHECK(rules("", "xsi:nil='true' k='x'") == Lines{"invalid-value"});
    CHECK(rules("<a/>", "xsi:nil='true'") == Lines{"unexpected-element"});
    CHECK(rules("", "xsi:nil='false'") == Lines{"missing-element"});
    CHECK(rules("<a/>", "xsi:nil='maybe'") == Lines{"invalid-value"});
  }

  TEST_CASE("takes members of a substitution group, and not its abstract head") {
    const auto validator = with_schema(
        "<xs:element name='r'><xs:complexType><xs:sequence><xs:element ref='t:h' maxOccurs='3'/>"
        "</xs:sequence></xs:complexType></xs:element><xs:element name='h' abstract='true'/>"
        "<xs:element name='m' substitutionGroup='t:h' type='xs:int'/>"
        "<xs:element name='n' substitutionGroup='t:m' type='xs:int'/>");
    const auto rules = [&](std::string_view content) {
      return rules_of(validator.validate(root(content)));
    };

    CHECK(rules("<m>1</m><n>2</n>") == Lines{});
    CHECK(rules("<m>x</m>") == Lines{"invalid-value"});
    CHECK(rules("<h/>") == Lines{"unexpected-element"});
    CHECK(rules("<m>1</m><m>1</m><m>1</m><n>1</n>") == Lines{"unexpected-element"});
  }

  TEST_CASE("allows text in mixed content alone") {
    const auto validator = with_schema(
        "<xs:element name='r'><xs:complexType mixed='true'><xs:sequence>"
        "<xs:element name='e'><xs:complexType/></xs:element></xs:sequence></xs:complexType>"
        "</xs:element>");
    const auto rules = [&](std::string_view content) {
      return rules_of(validator.validate(root(content)));
    };

    CHECK(rules("a<e/>b") == Lines{});
    CHECK(rules("a") == Lines{"missing-element"});
    CHECK(rules("<e>x</e>") == Lines{"unexpected-text"});
    CHECK(rules("<e> </e>") == Lines{"unexpected-text"});  // empty means no white space either
    CHECK(rules("<e><!-- x --></e>") == Lines{});
  }

  TEST_CASE("holds wildcards to what they process") {
    const auto validator = with_schema(
        "<xs:element name='r'><xs:complexType><xs:choice><xs:element name='strict'><xs:complexType>"
        "<xs:sequence><xs:any processContents='strict'/></xs:sequence>"
        "<xs:anyAttribute processContents='strict'/></xs:complexType></xs:element>"
        "<xs:element name='skip'><xs:complexType><xs:sequence><xs:any processContents='skip'/>"
        "</xs:sequence></xs:complexType></xs:element></xs:choice></xs:complexType></xs:element>"
        "<xs:element name='known' type='xs:int'/><xs:attribute name='k' type='xs:int'/>");
    const auto rules = [&](std::string_view content) {
      return rules_of(validator.validate(root(content)));
    };

    CHECK(rules("<strict><known>1</known></strict>") == Lines{});
    CHECK(rules("<strict><known>x</known></strict>") == Lines{"invalid-value"});
    CHECK(rules("<strict><other/></strict>") == Lines{"unexpected-element"});
    CHECK(rules("<strict xmlns:t='urn:test' t:k='1'><known>1</known></strict>") == Lines{});
    CHECK(rules("<strict xmlns:t='urn:test' t:k='x'><known>1</known></strict>") ==
          Lines{"invalid-value"});
    CHECK(rules("<strict k='1'><known>1</known></strict>") == Lines{"unexpected-attribute"});
    CHECK(rules("<skip><known>x</known></skip>") == Lines{});
  }

  TEST_CASE("takes no xsi:type that begins with a colon") {
    const auto report = built_in().validate(state("", R"(xsi:type=":userState")"));
    CHECK(rules_of(report) == std::vector<std::string>{"unknown-type"});
  }

  // Xerces counts UTF-16 units; XML Schema Part 2, section 4.3.1 counts characters.
  TEST_CASE("counts characters beyond U+FFFF once") {
    const auto card = [](std::size_t length) {
      return "<contactCard "
             "xmlns='http://schemas.microsoft.com/2006/09/sip/contactcard'><description>" +
             repeated("\xF0\x9F\x98\x80", length) + "</description></contactCard>";
    };
    CHECK(built_in().validate(card(1020)).verdict == Verdict::valid);
    CHECK(built_in().validate(card(1021)).verdict == Verdict::invalid);
  }

  TEST_CASE("leaves identity constraints to the schema processor") {
    const auto validator = with_schema(
        "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='i' "
        "maxOccurs='unbounded'><xs:complexType><xs:attribute name='k' type='xs:int' "
        "use='required'/><xs:attribute name='to' type='xs:int'/></xs:complexType></xs:element>"
        "</xs:sequence></xs:complexType>"
        "<xs:key name='key'><xs:selector xpath='t:i'/><xs:field xpath='@k'/></xs:key>"
        "<xs:keyref name='ref' refer='t:key'><xs:selector xpath='t:i'/><xs:field xpath='@to'/>"
        "</xs:keyref></xs:element>");
    const auto rules = [&](std::string_view content) {
      return rules_of(validator.validate(root(content)));
    };

    CHECK(rules("<i k='1'/><i k='2' to='1'/>") == Lines{});
    CHECK(rules("<i k='1'/><i k='01'/>") == Lines{"schema-violation"});
    CHECK(rules("<i k='1' to='3'/>") == Lines{"schema-violation"});
  }

  TEST_CASE("holds values to what the schema fixes") {
    const auto validator = with_schema(
        "<xs:element name='r'><xs:complexType><xs:sequence>"
        "<xs:element name='v' type='xs:decimal' fixed='1.0' minOccurs='0'/>"
        "<xs:element name='d' type='xs:int' default='7' minOccurs='0'/></xs:sequence>"
        "<xs:attribute name='a' type='xs:int' fixed='5'/></xs:complexType></xs:element>");
    const auto all = [&](std::string_view text) { return lines(validator.validate(text)); };

    CHECK(all("<r xmlns='urn:test' a='05'><v>1</v><d/></r>") == Lines{});
    CHECK(all("<r xmlns='urn:test'><v/></r>") == Lines{});
    CHECK(all("<r xmlns='urn:test' a='6'/>") ==
          Lines{"error invalid-value 1:21 /r/@a: value '6' of attribute 'a' is not valid: it is "
                "fixed as '5'"});
    CHECK(all("<r xmlns='urn:test'><v>2</v></r>") ==
          Lines{"error invalid-value 1:24 /r/v: value '2' of element 'v' is not valid: it is fixed "
                "as '1.0'"});
  }

  TEST_CASE("finds IDs that stand twice, and references to none") {
    const auto validator = with_schema(
        "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='i' "
        "maxOccurs='unbounded'><xs:complexType><xs:attribute name='id' type='xs:ID'/>"
        "<xs:attribute name='to' type='xs:IDREFS'/></xs:complexType></xs:element></xs:sequence>"
        "</xs:complexType></xs:element>");
    const auto all = [&](std::string_view content) {
      return lines(validator.validate(root(content)));
    };

    CHECK(all("<i to='b a'/><i id='a'/><i id='b'/>") == Lines{});
    CHECK(all("<i id='a'/><i id='a'/>") ==
          Lines{"error invalid-value 1:90 /r/i[2]/@id: ID 'a' stands twice | an ID must be unique "
                "in its document"});
    CHECK(all("<i id='a' to='a c'/>") ==
          Lines{"error invalid-value 1:86 /r/i/@to: value 'c' refers to an ID that the document "
                "does not have"});
  }

  TEST_CASE("knows which types are blocked") {
    const auto validator = with_schema(
        "<xs:complexType name='B'/><xs:complexType name='D'><xs:complexContent><xs:extension "
        "base='t:B'/></xs:complexContent></xs:complexType>"
        "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='a' type='t:B'/>"
        "<xs:element name='b' type='t:B' block='extension' minOccurs='0'/></xs:sequence>"
        "</xs:complexType></xs:element>");
    const auto verdict = [&](std::string_view content) {
      return validator
          .validate(
              "<r xmlns='urn:test' xmlns:t='urn:test' "
              "xmlns:i='http://www.w3.org/2001/XMLSchema-instance'>" +
              std::string(content) + "</r>")
          .verdict;
    };

    CHECK(verdict("<a i:type='t:D'/>") == Verdict::valid);
    CHECK(verdict("<a/><b i:type='t:B'/>") == Verdict::valid);
    CHECK(verdict("<a/><b i:type='t:D'/>") == Verdict::invalid);
  }

  TEST_CASE("counts occurrences without guessing") {
    const auto validator = with_schema(
        "<xs:element name='r'><xs:complexType><xs:sequence minOccurs='2' maxOccurs='2'>"
        "<xs:element name='a' maxOccurs='2'/><xs:element name='b' minOccurs='0'/></xs:sequence>"
        "</xs:complexType></xs:element>");
    const auto verdict = [&](std::string_view content) {
      return validator.validate(root(content)).verdict;
    };

    CHECK(verdict("<a/><a/>") == Verdict::valid);
    CHECK(verdict("<a/><a/><b/><a/>") == Verdict::valid);
    CHECK(verdict("<a/>") == Verdict::invalid);
    CHECK(verdict("<a/><a/><a/><a/><a/>") == Verdict::invalid);
  }

  TEST_CASE("leaves names that depend on prefixes to the schema processor") {
    const auto validator = with_schema(
        "<xs:element name='r'><xs:simpleType><xs:restriction base='xs:QName'>"
        "<xs:enumeration value='t:a'/></xs:restriction></xs:simpleType></xs:element>");

    CHECK(validator.validate("<x:r xmlns:x='urn:test'>x:a</x:r>").verdict == Verdict::valid);
    CHECK(validator.validate("<r xmlns='urn:test'>b</r>").verdict == Verdict::invalid);
  }

  TEST_CASE("names what is missing and goes on behind it") {
    const auto validator = with_schema(
        "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='a' type='xs:int'/>"
        "<xs:element name='b' type='xs:int'/><xs:element name='c' type='xs:int' minOccurs='0'/>"
        "</xs:sequence></xs:complexType></xs:element>");
    const auto all = [&](std::string_view content) {
      return lines(validator.validate(root(content)));
    };

    CHECK(all("") == Lines{"error missing-element 1:1 /r: element 'a' is missing in 'r'"});
    CHECK(all("<b>1</b>") ==
          Lines{"error missing-element 1:76 /r/b: element 'a' is missing before 'b'"});
    CHECK(all("<a>1</a>") == Lines{"error missing-element 1:1 /r: element 'b' is missing in 'r'"});
    CHECK(all("<b>1</b><a>1</a>") ==
          Lines{"error unexpected-element 1:76 /r/b: element 'b' must come after 'a'"});
    CHECK(all("<a>1</a><b>1</b><b>2</b>") ==
          Lines{"error unexpected-element 1:92 /r/b[2]: element 'b' is not allowed here: it stands "
                "too late or too often | expected c"});
    CHECK(
        all("<a>x</a><b>1</b><d/>") ==
        Lines{
            "error invalid-value 1:79 /r/a: value 'x' of element 'a' is not valid: expected a "
            "whole number from -2147483648 to 2147483647",
            "error unexpected-element 1:92 /r/d: element 'd' is not allowed in 'r' | did you mean "
            "'a'?"});
  }

  TEST_CASE("warns where the reference is stricter than the schema") {
    const auto validator = with_schema(
        "<xs:element name='r'><xs:complexType><xs:annotation><xs:appinfo "
        "xmlns:p='urn:presentity:schema'><p:documented order='a b' require='a @k' "
        "one-of='@k @l'/></xs:appinfo></xs:annotation><xs:choice minOccurs='0' "
        "maxOccurs='unbounded'><xs:element name='a'/><xs:element name='b'/></xs:choice>"
        "<xs:attribute name='k'/><xs:attribute name='l'/></xs:complexType></xs:element>");
    const auto all = [&](std::string_view content, std::string_view start) {
      return lines(validator.validate(root(content, start)));
    };

    CHECK(all("<a/><b/>", "k='1'") == Lines{});
    CHECK(all("<b/><a/>", "k='1'") ==
          Lines{"warning element-order 1:85 /r/a: element 'a' is documented to come before 'b'"});
    CHECK(
        all("<b/>", "k='1' l='1'") ==
        Lines{"warning missing-documented 1:1 /r: element 'a' is documented as required in 'r'",
              "warning missing-documented 1:1 /r: exactly one of attribute 'k' or attribute 'l' is "
              "documented for 'r'"});
  }

  TEST_CASE("keeps a hundred findings and counts the rest") {
    const auto report = check(state(repeated("<activity minAvailability='x'/>", 150)));

    CHECK(report.verdict == Verdict::invalid);
    REQUIRE(report.diagnostics.size() == 101);
    CHECK(report.diagnostics.back().rule == "limit-exceeded");
    CHECK(report.diagnostics.back().severity == Severity::error);
    CHECK(report.diagnostics.back().message == "50 more findings are not shown");
    CHECK(report.diagnostics[99].path == "/state/activity[100]/@minAvailability");
  }

  TEST_CASE("stays valid if only warnings are left out") {
    const auto report = check(state(repeated("<activity token='x'/>", 150)));

    CHECK(report.verdict == Verdict::valid);
    CHECK(report.diagnostics.back().severity == Severity::warning);
  }

  TEST_CASE("gives no verdict of valid on a document that it stopped to check") {
    const auto report = check(state(repeated("<activity token='x'/>", 10'001)));

    CHECK(report.verdict == Verdict::invalid);
    CHECK(rules_of(report).front() == "limit-exceeded");
  }

  TEST_CASE("keeps to the limits it is given") {
    ReadLimits limits;
    limits.document_bytes = 200;
    limits.diagnostics = 1;
    const Validator validator(Schemas::built_in(), limits);

    CHECK(validator.limits().diagnostics == 1);
    CHECK(rules_of(validator.validate(state(repeated(" ", 200)))) == Lines{"limit-exceeded"});
    CHECK(validator.validate(note("<x/><y/>")).diagnostics.size() == 2);
  }

  TEST_CASE("converts to UTF-8") {
    CHECK(*built_in().to_utf8(utf16("<a/>", true)) == "<a/>");
    CHECK(*built_in().to_utf8("\xEF\xBB\xBF<a>") == "<a>");  // need not be well-formed
    CHECK(built_in().to_utf8("\xFF").error().rule == "malformed-xml");
  }
}
