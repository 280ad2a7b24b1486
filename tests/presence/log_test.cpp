// SPDX-License-Identifier: MIT
#include <presentity/presence/log.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace presentity;
using namespace presentity::presence;

namespace {

const std::string note =
    R"(<note xmlns="http://schemas.microsoft.com/2006/09/sip/note"><body type="personal">a &amp; b</body></note>)";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
  return text;
}

std::string escaped(const std::string& xml) {
  return replaced(replaced(replaced(xml, "&", "&amp;"), "<", "&lt;"), "\"", "&quot;");
}

std::string literal(const std::string& xml) {
  return "\"" + replaced(replaced(xml, "\\", "\\\\"), "\"", "\\\"") + "\"";
}

}  // namespace

TEST_SUITE("logs") {
  TEST_CASE("a document is found where it stands, once") {
    const auto contents =
        find_in_log("noise <b>x</b> &amp; <sip:a@b>\n  " + note + " more " + note);
    REQUIRE(contents.documents.size() == 2);
    CHECK(contents.documents[0].xml == note);
    CHECK(contents.documents[0].root == "note");
    CHECK(contents.documents[0].kind == RootKind::category);
    CHECK(contents.documents[0].form == LoggedForm::plain);
    CHECK(contents.documents[0].position == Position{2, 3, 33});
    CHECK(contents.documents[1].position.column == 3 + note.size() + 6);
    CHECK(contents.findings.empty());
    CHECK(find_in_log("").documents.empty());
    CHECK(find_in_log("<note>of nobody</note>").documents.empty());
  }

  TEST_CASE("values inside an envelope are not found again") {
    const auto envelope =
        R"(<categories xmlns="http://schemas.microsoft.com/2006/09/sip/categories" uri="sip:a@b.c"><category name="note" instance="0">)" +
        note + "</category></categories>";
    const auto contents = find_in_log(envelope);
    REQUIRE(contents.documents.size() == 1);
    CHECK(contents.documents[0].kind == RootKind::envelope);
  }

  TEST_CASE("escaped XML is found, also when it is escaped several times") {
    auto text = note;
    for (int times = 1; times <= 3; ++times) {
      text = escaped(text);
      CAPTURE(times);
      const auto contents = find_in_log("x " + text + " y <z>");
      REQUIRE(contents.documents.size() == 1);
      CHECK(contents.documents[0].xml == note);
      CHECK(contents.documents[0].form == LoggedForm::escaped);
      CHECK(contents.documents[0].position == Position{1, 3, 2});
    }
    CHECK(find_in_log(replaced(escaped(note), "&lt;", "&#60;")).documents.size() == 1);
    CHECK(find_in_log(replaced(escaped(note), "&lt;", "&#x3C;")).documents.size() == 1);
    // As HTML may write it, and XML not.
    CHECK(find_in_log(replaced(escaped(note), "&quot;", "&#X22;")).documents.size() == 1);
  }

  TEST_CASE("string literals of JSON and C are found") {
    for (const auto& text :
         {literal(note), replaced(literal(note), "<", "\\u003c"),
          replaced(replaced(literal(note), "<", "\\u003C"), ">", "\\u003E"),
          replaced(literal(note), "<", "\\x3c"), literal(replaced(note, "><", ">\n<"))}) {
      CAPTURE(text);
      const auto line = replaced(text, "\n", "\\n");
      const auto contents = find_in_log("{\"body\": " + line + ", \"more\": 1}");
      REQUIRE(contents.documents.size() == 1);
      CHECK(replaced(contents.documents[0].xml, "\n", "") == note);
      CHECK(contents.documents[0].form == LoggedForm::literal);
    }
  }

  TEST_CASE("quoted lines are put together") {
    const auto lines = replaced(note, "><", ">\n<");
    for (const std::string prefix : {"> ", "| ", "2016-09-28T10:00:01.5 [12] "}) {
      auto other = prefix;
      for (auto& c : other) c = c == '0' ? '7' : c;
      const auto text = "before\n" + prefix + replaced(lines, "\n", "\n" + other) + "\nafter";
      CAPTURE(text);
      const auto contents = find_in_log(text);
      REQUIRE(contents.documents.size() == 1);
      CHECK(replaced(contents.documents[0].xml, "\n", "") == note);
      CHECK(contents.documents[0].form == LoggedForm::quoted);
      CHECK(contents.documents[0].position.line == 2);
    }
  }

  TEST_CASE("of a document that is cut, the log says so and gives what is whole inside") {
    const auto cut = find_in_log("<publish xmlns=\"x\">" + note + "<a>\nSIP/2.0 200 OK\n" + note);
    REQUIRE(cut.findings.size() == 1);
    CHECK(cut.findings[0].rule == "incomplete-document");
    CHECK(cut.findings[0].message == "the log has only a part of 'publish': it does not end");
    CHECK(cut.documents.size() == 2);
    const auto mixed = find_in_log("<publish xmlns=\"x\"></other>" + note);
    CHECK(mixed.findings.size() == 1);
    CHECK(mixed.documents.size() == 1);
  }

  TEST_CASE("what cannot be read as XML is told, with its place") {
    const auto twice = find_in_log(
        "\nx <note xmlns=\"http://schemas.microsoft.com/2006/09/sip/note\">"
        "<body type=\"a\" type=\"b\"/></note> y");
    CHECK(twice.documents.empty());
    REQUIRE(twice.findings.size() == 1);
    CHECK(twice.findings[0].rule == "malformed-xml");
    CHECK(twice.findings[0].severity == Severity::warning);
    CHECK(twice.findings[0].position.line == 2);
    CHECK(twice.findings[0].position.column > 50);
    ReadLimits limits;
    limits.document_bytes = note.size() - 1;
    const auto large = find_in_log(note, Schemas::built_in(), limits);
    CHECK(large.documents.empty());
    REQUIRE(large.findings.size() == 1);
    CHECK(large.findings[0].rule == "limit-exceeded");
  }

  TEST_CASE("every byte of a document has its place in the log") {
    const auto check = [](const std::string& log, const std::string& wanted, Position position) {
      CAPTURE(log);
      const auto contents = find_in_log(log);
      REQUIRE(contents.documents.size() == 1);
      const auto& document = contents.documents[0];
      CHECK(position_in_log(contents, document, 0) == document.position);
      const auto at = document.xml.find("<body");
      CHECK(position_in_log(contents, document, at) == position);
      CHECK(contents.text.substr(position.offset).starts_with(wanted));
    };
    const auto lines = replaced(note, "><", ">\n<");
    const auto first_line = lines.find('\n');
    check("ab\nc " + note, "<body", {2, 3 + first_line, 5 + first_line});
    check(
        "\xEF\xBB\xBF"
        "ab\n" +
            lines,
        "<body", {3, 1, 3 + first_line + 1});
    check("> " + replaced(lines, "\n", "\n> "), "<body", {2, 3, 2 + first_line + 1 + 2});
    // What begins as an escape stands where that begins.
    const auto in_references = escaped(note).find("&lt;body");
    check("x " + escaped(note), "&lt;body", {1, 3 + in_references, 2 + in_references});
    const auto in_literal = literal(note).find("<body");
    check(literal(note), "<body", {1, 1 + in_literal, in_literal});
  }

  TEST_CASE("bytes that are no text do no harm") {
    CHECK(find_in_log(std::string("\0\xff\x01", 3) + note + "\xc3").documents.size() == 1);
    std::string wide = "\xff\xfe";
    for (const char c : note) wide += {c, '\0'};
    const auto contents = find_in_log(wide);
    REQUIRE(contents.documents.size() == 1);
    CHECK(contents.documents[0].xml == note);
  }

  TEST_CASE("a SIP message tells who sent what, in each kind of log") {
    const std::string message =
        "NOTIFY sip:192.0.2.1:5061;transport=tls SIP/2.0\r\n"
        "f: <sip:mary@contoso.com>;tag=1\r\nTo: <sip:bob@contoso.com>;\r\n tag=2\r\n"
        "CALL-ID: abc\r\nCSeq: 3 NOTIFY\r\nEvent: presence\r\n"
        "Content-Type: application/msrtc-event-categories+xml\r\n\r\n" +
        note + "\r\n";
    const auto check = [](const std::string& log, const std::string& time) {
      CAPTURE(log);
      const auto contents = find_in_log(log);
      REQUIRE(contents.messages.size() == 1);
      const auto& found = contents.messages[0];
      CHECK(found.start_line.starts_with("NOTIFY sip:"));
      CHECK(found.from == "<sip:mary@contoso.com>;tag=1");
      CHECK(found.to == "<sip:bob@contoso.com>; tag=2");
      CHECK(found.call_id == "abc");
      CHECK(found.event == "presence");
      CHECK(found.content_type == "application/msrtc-event-categories+xml");
      CHECK(found.time == time);
      REQUIRE(contents.documents.size() == 2);
      CHECK(contents.documents[0].message == std::size_t{0});
      CHECK_FALSE(contents.documents[1].message);
    };
    const std::string end_of_data = "10/28/2009|13:11:55.123 1A:1B INFO  :: End of Data Received\n";
    check("10/28/2009|13:11:55.123 1A34:1B58 INFO  :: Data Received - 192.0.2.1:5061\r\n" +
              message + end_of_data + note,
          "10/28/2009|13:11:55.123");
    check("MESSAGE START <<<<<<<<<< SIP - 2016-09-28T10:00:00.123456Z\n" + message +
              "MESSAGE END <<<<<<<<<< SIP - 2016-09-28T10:00:00.123456Z\n" + note,
          "2016-09-28T10:00:00.123456Z");
    auto record = replaced(message, "NOTIFY sip", "Direction: incoming\nStart-Line: NOTIFY sip");
    record = replaced(record, "\r\n\r\n", "\r\nMessage-Body: ");
    check(
        "TL_INFO(TF_PROTOCOL) [0]0B4C.1A2C::10/28/2009-13:11:55.123.000012ab (SIPStack)"
        "$$begin_record\nInstance-Id: 1\n" +
            record + "$$end_record\n" + note,
        "10/28/2009-13:11:55.123.000012");
    check(replaced(message, "Event:", "Date: Wed, 28 Oct 2009 12:11:55 GMT\r\nEvent:") +
              "MESSAGE END\n" + note,
          "Wed, 28 Oct 2009 12:11:55 GMT");
  }

  TEST_CASE("parts of a multipart body are found, and the resource list with them") {
    const auto contents = find_in_log(
        "SIP/2.0 200 OK\r\nContent-Type: multipart/related;type=\"application/rlmi+xml\";"
        "boundary=xyz\r\n\r\n--xyz\r\nContent-Type: application/rlmi+xml\r\n\r\n"
        "<list xmlns=\"urn:ietf:params:xml:ns:rlmi\" uri=\"sip:l@b.c\" version=\"0\">"
        "<resource uri=\"sip:mary@contoso.com\"><instance id=\"0\" state=\"resubscribe\" "
        "poolFqdn=\"pool.contoso.com\"/></resource><resource "
        "uri=\"sip:x@y.z\"/></list>\r\n--xyz\r\n"
        "Content-Type: application/msrtc-event-categories+xml\r\n\r\n" +
        note + "\r\n--xyz--\r\n");
    REQUIRE(contents.resources.size() == 2);
    CHECK(contents.resources[0].uri == "sip:mary@contoso.com");
    CHECK(contents.resources[0].state == "resubscribe");
    CHECK(contents.resources[0].pool == "pool.contoso.com");
    CHECK(contents.resources[1].state.empty());
    REQUIRE(contents.documents.size() == 1);
    CHECK(contents.documents[0].message == std::size_t{0});
  }

  TEST_CASE("hostile logs take linear time" * doctest::timeout(60)) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "<state>";
    CHECK(find_in_log(text).documents.empty());
    text.clear();
    for (int i = 0; i < 100'000; ++i) text += "> <state\n";
    CHECK(find_in_log(text).documents.empty());
    text.clear();
    for (int i = 0; i < 100'000; ++i) text += "&lt;state \\u003cstate ";
    CHECK(find_in_log(text).documents.empty());
  }
}
