// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

/// \file
/// Commands about what one user has published take it from a log, as it was at a time.

using namespace presentity::cli::test;

namespace {

const std::string story = PRESENTITY_SAMPLES "/stories/do-not-disturb.log";
const std::string mary = PRESENTITY_SAMPLES "/stores/mary.xml";
const std::string to_bob = "sip:bob@fabrikam.com";

/// A message of a log; `time` is that of one day.
std::string message(std::string_view time, std::string_view start, std::string_view cseq,
                    std::string_view body) {
  const auto at = "SIP - 2013-06-05T" + std::string(time) + ".000000Z\n";
  return "MESSAGE START <<<<<<<<<< " + at + std::string(start) +
         "\nFrom: <sip:mary@contoso.com>;tag=1\nCall-ID: 1\nCSeq: " + std::string(cseq) +
         "\nContent-Type: application/xml\n\n" + std::string(body) + "\nMESSAGE END <<<<<<<<<< " +
         at;
}

std::string told(std::string_view time, std::string_view body) {
  return message(time, "BENOTIFY sip:192.0.2.9 SIP/2.0", "2 BENOTIFY", body);
}

/// The store of Mary in a log, as she signs in.
std::string sign_in() {
  const auto store = text_of(mary);
  return message("14:00:00", "SIP/2.0 200 OK", "1 SUBSCRIBE",
                 store.substr(store.find("<roamingData")));
}

std::string note(std::string_view attributes, std::string_view text) {
  return R"(<categories xmlns="http://schemas.microsoft.com/2006/09/sip/categories" )"
         R"(uri="sip:mary@contoso.com"><category name="note" instance="0" container="300" )"
         R"(version="9" expireType="static" )" +
         std::string(attributes) +
         R"(><note xmlns="http://schemas.microsoft.com/2006/09/sip/note"><body type="personal" )"
         R"(uri="">)" +
         std::string(text) + "</body></note></category></categories>";
}

std::string containers(std::string_view inner) {
  return R"(<roamingData xmlns="http://schemas.microsoft.com/2006/09/sip/roaming-self">)"
         R"(<containers xmlns="http://schemas.microsoft.com/2006/09/sip/containers">)" +
         std::string(inner) + "</containers></roamingData>";
}

}  // namespace

TEST_SUITE("stores from logs") {
  TEST_CASE("what a log lists is what a document says") {
    const TemporaryFolder folder;
    const auto log = folder.write("a.log", "noise\n" + sign_in());
    const std::string end = "2013-06-05T14:00:00Z";
    const auto compare = [&](const std::vector<std::string>& words,
                             const std::vector<std::string>& more) {
      CAPTURE(words.front());
      auto of_document = words;
      of_document.push_back(mary);
      of_document.insert(of_document.end(), more.begin(), more.end());
      if (words.front() != "containers") of_document.insert(of_document.end(), {"--at", end});
      auto of_log = words;
      of_log.push_back(log);
      of_log.insert(of_log.end(), more.begin(), more.end());
      const auto expected = run_presentity(of_document);
      const auto answer = run_presentity(of_log);
      CHECK(answer.status == 0);
      CHECK(answer.out == expected.out);
      CHECK(answer.err == expected.err);
    };
    compare({"preview"}, {});
    compare({"preview"}, {"--as", to_bob, "--format", "xml"});
    compare({"aggregate"}, {"--explain"});
    compare({"containers", "resolve"}, {"--as", to_bob});
    compare({"containers", "add"}, {"bob@fabrikam.com", "--to", "400", "--manifest", "open"});
  }

  TEST_CASE("without --at it is the end of the log that counts") {
    const auto at_end = run_presentity({"aggregate", story});
    CHECK(at_end.status == 0);
    CHECK(contains(at_end.out, "At 2013-06-03T11:15:00Z:\n"));
    CHECK(contains(at_end.out, "3, 300       Available (3500)\n"));
    CHECK(contains(at_end.err, "do-not-disturb.log:21:1: the server refused this request"));
    const auto before = run_presentity({"aggregate", "--at", "2013-06-03T10:30:00Z", story});
    CHECK(contains(before.out, "2, 200, 400  Do Not Disturb (9500)\n"));
    const auto earlier = run_presentity({"aggregate", "--at", "2013-06-03T09:30:00Z", story});
    CHECK(contains(earlier.out, "2, 200, 400  Available (3500)\n"));
    const auto long_ago = run_presentity({"aggregate", "--at", "2013-06-02T09:30:00Z", story});
    CHECK(contains(long_ago.out, "2, 200, 400  Offline (18500)\n"));
  }

  TEST_CASE("the end is that of the log, whatever its clock shows") {
    const TemporaryFolder folder;
    // The clock of the log is hours behind that of the server.
    const auto log = folder.write(
        "a.log",
        told("06:00:00", note("publishTime=\"2013-06-05T14:00:00\"", "Here")) +
            told("07:00:00", R"(<categories uri="sip:mary@contoso.com" )"
                             R"(xmlns="http://schemas.microsoft.com/2006/09/sip/categories">)"
                             R"(<category name="note" container="300"/></categories>)"));
    const auto answer = run_presentity({"preview", log, "--format", "json"});
    CHECK(answer.status == 0);
    CHECK_FALSE(contains(answer.out, "Here"));
    CHECK(contains(answer.out, "\"at\": \"2013-06-05T14:00:00.000Z\""));
  }

  TEST_CASE("what is told later replaces what was told, category by category") {
    const TemporaryFolder folder;
    const auto log = folder.write(
        "a.log", sign_in() +
                     told("14:10:00", note("publishTime=\"2013-06-05T14:09:59.900\"", "At lunch")) +
                     told("14:20:00", containers(R"(<container id="300" version="6"/>)")));
    const auto at_lunch =
        run_presentity({"preview", log, "--as", to_bob, "--at", "2013-06-05T14:15:00Z"});
    CHECK(at_lunch.status == 0);
    CHECK(contains(at_lunch.out, "note          0  personal note \"At lunch\"\n"));
    CHECK(contains(at_lunch.out, "contact card of Mary North"));
    CHECK(contains(at_lunch.out, "container 300 Workgroup: member of 300 as user"));
    const auto before =
        run_presentity({"preview", log, "--as", to_bob, "--at", "2013-06-05T14:05:00Z"});
    CHECK_FALSE(contains(before.out, "At lunch"));
    const auto end = run_presentity({"preview", log, "--as", to_bob});
    CHECK(contains(end.out, "container 100 External Contacts: member of 100 as federated"));
    CHECK(
        contains(run_presentity({"containers", "add", log, "joe@fabrikam.com", "--to", "300"}).out,
                 R"(<container id="300" version="6">)"));
  }

  TEST_CASE("a request counts, and so does its deletion") {
    const TemporaryFolder folder;
    const auto request = [](std::string_view time, std::string_view attributes,
                            std::string_view value) {
      return message(time, "SERVICE sip:mary@contoso.com SIP/2.0", "7 SERVICE",
                     R"(<publish xmlns="http://schemas.microsoft.com/2006/09/sip/rich-presence">)"
                     R"(<publications uri="sip:mary@contoso.com"><publication categoryName="note" )"
                     R"(instance="0" container="300" version="1" )" +
                         std::string(attributes) + ">" + std::string(value) +
                         "</publication></publications></publish>");
    };
    const auto value =
        R"(<note xmlns="http://schemas.microsoft.com/2006/09/sip/note"><body type="personal" )"
        R"(uri="">Gone</body></note>)";
    const auto log =
        folder.write("a.log", sign_in() + request("15:00:00", "expireType=\"static\"", value) +
                                  request("16:00:00", "expireType=\"static\" expires=\"0\"", ""));
    const auto preview = [&](const std::string& at) {
      return run_presentity({"preview", log, "--as", to_bob, "--at", at}).out;
    };
    CHECK(contains(preview("2013-06-05T15:30:00Z"), "personal note \"Gone\""));
    CHECK_FALSE(contains(preview("2013-06-05T16:00:00Z"), "personal note"));
  }

  TEST_CASE("standard input is a log with --log") {
    const auto log = sign_in();
    const auto answer = run_presentity({"preview", "--log", "-", "--as", to_bob}, {.input = log});
    CHECK(answer.status == 0);
    CHECK(contains(answer.out, "container 300 Workgroup"));
    for (const std::vector<std::string>& words : {std::vector<std::string>{"preview", "-"},
                                                  {"aggregate", "-"},
                                                  {"containers", "resolve", "-", "--as", to_bob}}) {
      CHECK(run_presentity(words, {.input = log}).status == 1);
    }
    CHECK(run_presentity({"aggregate", "--log", "-"}, {.input = log}).status == 0);
  }

  TEST_CASE("a log that says nothing of a user is a finding, one that cannot be read a failure") {
    const TemporaryFolder folder;
    const auto empty = folder.write("empty.log", "");
    const auto other = folder.write("other.log", std::string(valid_state));
    for (const std::vector<std::string>& words : {std::vector<std::string>{"preview"},
                                                  {"aggregate"},
                                                  {"containers", "resolve", "--as", to_bob}}) {
      for (const auto& log : {empty, other}) {
        auto arguments = words;
        arguments.push_back(log);
        const auto answer = run_presentity(arguments);
        CHECK(answer.status == 1);
        CHECK(answer.out.empty());
        CHECK(contains(answer.err, "error: nothing in this log says what a user has published"));
      }
      auto arguments = words;
      arguments.emplace_back("/no/such.log");
      CHECK(run_presentity(arguments).status == 3);
    }
    CHECK(contains(run_presentity({"preview", empty}).err, "there is no document in this log"));
    // Findings of 'check' have places in a document.
    CHECK(run_presentity({"containers", "check", story}).status == 1);
    CHECK(run_presentity({"containers", "check", "--log", story}).status == 2);
  }

  TEST_CASE("what is left out is told, and makes the status 1") {
    const TemporaryFolder folder;
    const auto log = folder.write(
        "a.log", sign_in() +
                     told("14:20:00", containers(R"(<container id="40000" version="1"/>)")) +
                     "<categories xmlns=\"cut");
    const auto answer = run_presentity({"preview", log, "--as", to_bob});
    CHECK(answer.status == 1);
    CHECK(contains(answer.out, "container 300 Workgroup"));
    CHECK(contains(answer.err, "left out: there is no container 40000"));
    CHECK(contains(answer.err, "the log has only a part of 'categories'"));
  }
}
