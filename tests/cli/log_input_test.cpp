// SPDX-License-Identifier: MIT
#include "cli/native_bindings.hpp"
#include "support.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

/// \file
/// Commands that read documents find them in logs, too.

using namespace presentity::cli::test;

namespace {

const std::string mixed = PRESENTITY_SAMPLES "/logs/mixed.log";

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
  return text;
}

std::string escaped(std::string_view xml) {
  return replaced(replaced(std::string(xml), "&", "&amp;"), "<", "&lt;");
}

Answer run_with_bindings(const std::vector<std::string>& arguments) {
  return run_presentity(arguments,
                        {.resources = {.native_bindings = presentity::cli::native_bindings}});
}

}  // namespace

TEST_SUITE("logs as inputs") {
  TEST_CASE("every document of a log is checked, and one of which a part is there is malformed") {
    const auto answer = run_presentity({"validate", "-v", mixed});
    CHECK(answer.status == 1);
    CHECK(contains(answer.out, "mixed.log:13:1: valid (categories)\n"));
    CHECK(contains(answer.out, "mixed.log:57:36: valid (state)\n"));
    CHECK(contains(answer.out, "mixed.log:75:19: error: the log has only a part of 'categories'"));
    CHECK(contains(answer.out, "mixed.log:75:19: malformed\n"));
    CHECK(answer.err == "9 documents: 8 valid, 1 malformed; 1 error, 0 warnings\n");
  }

  TEST_CASE("findings stand where they are in the log, in whatever the document is wrapped") {
    const TemporaryFolder folder;
    const auto place_in = [&](const std::string& log) {
      const auto answer =
          run_presentity({"validate", "--format", "ndjson", folder.write("a.log", log)});
      CHECK(answer.status == 1);
      const auto finding = nlohmann::json::parse(answer.out)["diagnostics"][0];
      CHECK(finding["rule"] == "invalid-value");
      return std::pair(finding["line"].get<int>(), finding["column"].get<int>());
    };
    const std::string plain(invalid_state);  // <availability> is on line 3, the text behind it
    CHECK(place_in("one\ntwo " + plain) == std::pair(4, 17));
    CHECK(place_in("> " + replaced(plain, "\n", "\n> ")) == std::pair(3, 19));
    CHECK(place_in(escaped(plain)) == std::pair(3, 20));
    const auto literal = replaced(replaced(plain, "\"", "\\\""), "\n", "\\n");
    const auto column = static_cast<int>(literal.find("abc")) + 2;
    CHECK(place_in('"' + literal + '"') == std::pair(1, column));
  }

  TEST_CASE("the name decides what is a log, and --log does for all inputs") {
    const TemporaryFolder folder;
    const std::string log = "a log: " + std::string(valid_state);
    for (const auto* const name :
         {"a.log", "a.txt", "Lync-UccApi-0.UccApilog", "a.uccplog", "a.sip", "a.eml"}) {
      CAPTURE(name);
      CHECK(run_presentity({"validate", folder.write(name, log)}).status == 0);
    }
    for (const auto* const name : {"a.xml", "a", "log", "a.log.xml"}) {
      CAPTURE(name);
      const auto file = folder.write(name, log);
      const auto answer = run_presentity({"validate", file});
      CHECK(answer.status == 1);
      CHECK(contains(answer.err, "1 malformed"));
      CHECK(contains(answer.out, "help: of a log, --log takes the documents"));
      CHECK(run_presentity({"validate", "--log", file}).status == 0);
    }
    CHECK(run_presentity({"validate", "-"}, {.input = log}).status == 1);
    const auto answer = run_presentity({"validate", "-v", "--log", "-"}, {.input = log});
    CHECK(answer.status == 0);
    CHECK(contains(answer.out, "-:1:8: valid (state)\n"));
  }

  TEST_CASE("a log without a document is malformed, and so is XML that was taken for one") {
    const TemporaryFolder folder;
    const std::string undeclared = "<p:state xmlns:q=\"x\"></p:state>";
    for (const auto& text : {std::string(), std::string("nothing"), std::string("<a/>"),
                             std::string(malformed), undeclared}) {
      CAPTURE(text);
      const auto log = folder.write("a.log", text);
      const auto answer = run_with_bindings({"validate", log});
      CHECK(answer.status == 1);
      CHECK(answer.err == "1 document: 1 malformed; 1 error, 0 warnings\n");
      for (const auto* const command : {"describe", "roundtrip"}) {
        CHECK(run_with_bindings({command, log}).status == 1);
      }
      CHECK(run_with_bindings({"grammar", "check", log}).status == 1);
    }
    const auto answer = run_presentity({"validate", folder.write("b.log", "nothing")});
    CHECK(contains(answer.out, "b.log:1:1: error: there is no document in this log [no-document]"));
  }

  TEST_CASE("a log that cannot be read is a failure, and others are read") {
    const auto answer = run_presentity({"validate", "/no/such.log", mixed});
    CHECK(answer.status == 3);
    CHECK(contains(answer.err, "/no/such.log: error: cannot read: "));
    CHECK(contains(answer.err, "10 documents: 8 valid, 1 malformed, 1 unreadable"));
    CHECK(run_presentity({"describe", "/no/such.log"}).status == 3);
  }

  TEST_CASE("with --log a folder stands for its logs as well") {
    const TemporaryFolder folder;
    folder.write("b.xml", valid_state);
    folder.write("a/x.log", "x " + std::string(valid_state) + std::string(warned_alerts));
    folder.write("a/x.dat", "x");
    const auto documents = run_presentity({"validate", "-v", folder.path()});
    CHECK(contains(documents.err, "1 document: 1 valid"));
    const auto logs = run_presentity({"validate", "-v", "--log", folder.path()});
    CHECK(logs.status == 0);
    CHECK(contains(logs.err, "3 documents: 3 valid; 0 errors, 1 warning"));
    CHECK(contains(run_presentity({"extract", folder.path()}).err, "3 documents in 0 SIP"));
    const TemporaryFolder empty;
    CHECK(contains(run_presentity({"validate", "--log", empty.path()}).err,
                   "no *.xml and no logs in this folder"));
  }

  TEST_CASE("limits and schemas of the user hold in logs") {
    const TemporaryFolder folder;
    const auto log = folder.write("a.log", "x <mood>7</mood> " + std::string(valid_state));
    const auto small = run_presentity({"validate", "--max-bytes", "100", log});
    CHECK(small.status == 1);
    CHECK(contains(small.out, "a.log:1:18: error: document of more than 100 bytes"));
    const auto schema =
        folder.write("own.xsd", R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">)"
                                R"(<xs:element name="mood" type="xs:int"/></xs:schema>)");
    const auto own = run_presentity({"validate", "-v", "--schema", schema, log});
    CHECK(own.status == 0);
    CHECK(contains(own.out, "a.log:1:3: valid (mood)\n"));
    CHECK(contains(own.err, "2 documents: 2 valid"));
  }

  TEST_CASE("roundtrip and describe tell of every document of a log") {
    const auto roundtrip = run_with_bindings({"roundtrip", mixed});
    CHECK(roundtrip.status == 1);
    CHECK(contains(roundtrip.err, "9 documents: 8 equivalent, 1 malformed"));
    const auto described = run_presentity({"describe", mixed});
    CHECK(described.status == 1);
    CHECK(contains(described.out, "mixed.log:57:36: aggregateState: Away\n"));
    CHECK(contains(described.err, "mixed.log:75:19: error: the log has only a part"));
    const TemporaryFolder folder;
    const auto invalid = folder.write("a.log", "a log\n" + std::string(invalid_state));
    CHECK(contains(run_presentity({"describe", invalid}).err, "a.log:4:17: error: "));
  }

  TEST_CASE("a build that cannot read logs says so") {
    const auto answer = run_presentity({"validate", mixed}, {.knows_logs = false});
    CHECK(answer.status == 3);
    CHECK(contains(answer.err, "cannot read: this build does not know logs"));
  }
}
