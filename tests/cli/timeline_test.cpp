// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace presentity::cli::test;

namespace {

std::string story(const std::string& name) {
  return std::string(PRESENTITY_SAMPLES) + "/stories/" + name;
}

std::vector<std::string> stuck_on_away() {
  return {"timeline", story("stuck-on-away-1.xml"), story("stuck-on-away-2.xml"),
          story("stuck-on-away-3.xml"), story("stuck-on-away-4.xml")};
}

Answer timeline(std::vector<std::string> arguments, const std::vector<std::string>& more) {
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_presentity(arguments);
}

// A categories document with one user state of container 2.
std::string user_state(std::string_view attributes, int availability,
                       std::string_view uri = "sip:a@contoso.com") {
  return R"(<categories xmlns="http://schemas.microsoft.com/2006/09/sip/categories" uri=")" +
         std::string(uri) + R"("><category name="state" instance="536870912" container="2" )" +
         R"(version="1" expireType="static" )" + std::string(attributes) +
         R"(><state xmlns="http://schemas.microsoft.com/2006/09/sip/state" )" +
         R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="userState">)" +
         "<availability>" + std::to_string(availability) + "</availability></state></category>" +
         "</categories>";
}

}  // namespace

TEST_SUITE("timeline") {
  TEST_CASE("stuck on Away with two computers") {
    const auto answer = run_presentity(stuck_on_away());
    CHECK(answer.status == 0);
    CHECK(answer.err.empty());
    CHECK(contains(
        answer.out,
        "sip:mary@contoso.com, 2013-06-03 08:00 to 2013-06-03 16:20 UTC\n"
        "\n"
        "                      |.............|.............|..............|.............|......\n"
        "                      2013-06-03 08:00            12:00          14:00         16:00\n"
        "status set by hand                                WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWAAAA\n"
        "                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "machine state, Work   AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAaaaaaaAAAAAAAAAAAAAAAAAAAAAAaaaaaa\n"
        "                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "machine state, Home                                           AAAAAAAAAAAAAAAAAAAAAAAA\n"
        "watchers of 200, 300  AAAAAAAAAAAAAAAAAAAAAAAAAAAAWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWAAAA\n"
        "\n"
        "A Available, a Available - Idle, W Away, ^ decides what watchers see. Times are UTC.\n"));
    CHECK(contains(
        answer.out,
        "  2013-06-03 12:00 to 16:20  Away (15500)      shown as Away       by status set "
        "by hand [least-available-wins]   until status set by hand was published again\n"));
    CHECK(contains(answer.out, "  2013-06-03 16:20, goes on  Available (3500)\n"));
  }

  TEST_CASE("Busy that resets after a day") {
    const auto answer =
        timeline({"timeline"}, {story("busy-resets-1.xml"), story("busy-resets-2.xml")});
    CHECK(answer.status == 0);
    CHECK(
        contains(answer.out,
                 "status set by hand (timed user state 0x24000000 in containers 2, 3)\n"
                 "  2013-06-03 09:00 to 2013-06-04 09:00  Busy (6500)  until it expired by itself\n"
                 "  2013-06-04 10:30 to 2013-06-05 10:30  Busy (6500)  until it expired by "
                 "itself\n"));
    CHECK(contains(answer.out,
                   "  2013-06-04 09:00 to 10:30             Available (3500)  shown as Available  "
                   "by machine state, Work [least-available-wins]  until status set by hand was "
                   "published\n"));
  }

  TEST_CASE("Do Not Disturb, seen by a workgroup member and by a federated contact") {
    const auto answer = timeline({"timeline", "--container", "300", "--container", "100"},
                                 {story("do-not-disturb.log")});
    CHECK(answer.status == 0);
    CHECK(contains(answer.err, "do-not-disturb.log:21:1: the server refused this request"));
    CHECK(lines(answer.err).size() == 1);
    CHECK(contains(answer.out,
                   "  2013-06-03 10:00 to 11:00  Busy (6900), "
                   "urgent-interruptions-only  shown as Urgent interruptions only  "));
    CHECK(
        contains(answer.out,
                 "  2013-06-03 10:00 to 11:00  Do Not Disturb (9500)  shown as Do not disturb  "));
    // An external contact is told nothing of the call but the availability.
    CHECK(contains(answer.out, "  2013-06-03 11:00 to 11:15  Busy (6500), on-the-phone"));
    CHECK(
        contains(answer.out, "  2013-06-03 11:00 to 11:15  Busy (6500)            shown as Busy"));
  }

  TEST_CASE("a request that is confirmed has the time of the server") {
    const auto answer =
        timeline({"timeline", "--format", "json", "-q"}, {story("do-not-disturb.log")});
    CHECK(answer.status == 0);
    CHECK(answer.err.empty());
    const auto json = nlohmann::json::parse(answer.out);
    CHECK(json["inputs"].size() == 4);
    CHECK(json["inputs"][0]["stretches"][0]["begin"] == "2013-06-03T10:00:00.06Z");
    CHECK(json["inputs"][0]["stretches"][0]["endedBy"] == "removed");
    const auto& seen = json["aggregates"][0];
    CHECK(seen["container"] == 200);
    CHECK(seen["stretches"][1]["availability"] == 9500);
    CHECK(seen["stretches"][1]["winner"]["kind"] == "timed user state");
    CHECK(seen["stretches"][1]["rule"] == "least-available-wins");
    CHECK_FALSE(seen["stretches"].back().contains("end"));
  }

  TEST_CASE("an instance that a later snapshot does not list ended") {
    const TemporaryFolder folder;
    const auto first =
        folder.write("1.xml", user_state("publishTime=\"2013-06-03T10:00:00\"", 6500));
    const auto other = folder.write(
        "2.xml", R"(<categories xmlns="http://schemas.microsoft.com/2006/09/sip/categories" )"
                 R"(uri="sip:a@contoso.com"><category name="state" container="2"/><category )"
                 R"(name="note" instance="0" container="2" version="1" expireType="static" )"
                 R"(publishTime="2013-06-03T11:00:00"/></categories>)");
    const auto answer = run_presentity({"timeline", first, other});
    CHECK(answer.status == 0);
    CHECK(contains(answer.err, "2.xml: 1 instance is gone; when is not known"));
    CHECK(contains(answer.out, "  2013-06-03 10:00 to 11:00  Busy (6500)  until it was removed\n"));
  }

  TEST_CASE("pictures are alone and escape what they show") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.xml", user_state("publishTime=\"2013-06-03T10:00:00\"", 6500,
                                                       "sip:&lt;b&gt;@contoso.com"));
    for (const std::string format : {"svg", "html"}) {
      CAPTURE(format);
      const auto answer = run_presentity({"timeline", "--format", format, file});
      CHECK(answer.status == 0);
      CHECK(contains(answer.out, "sip:&lt;b&gt;@contoso.com"));
      CHECK_FALSE(contains(answer.out, "<b>"));
      for (const auto* const other : {"<script", "href", "url(", "@import", " style=", " onload"}) {
        CHECK_FALSE(contains(answer.out, other));
      }
      CHECK(contains(answer.out, "role=\"img\""));
      CHECK(contains(answer.out, "prefers-color-scheme: dark"));
    }
    const auto page = run_presentity({"timeline", "--format", "html", file});
    CHECK(contains(page.out, "default-src 'none'; style-src 'sha256-"));
    CHECK(contains(page.out, "<h1>Timeline of <bdi>sip:&lt;b&gt;@contoso.com</bdi></h1>"));
  }

  TEST_CASE("a picture has a bar for each stretch, and marks who decided") {
    auto arguments = stuck_on_away();
    const auto answer = timeline(arguments, {"--format", "svg"});
    const auto count = [&](std::string_view part) {
      std::size_t found = 0;
      for (auto at = answer.out.find(part); at != std::string::npos;
           at = answer.out.find(part, at + 1)) {
        ++found;
      }
      return found;
    };
    CHECK(count("<g><title>2013-") == 10);
    CHECK(count("<polygon ") == 4);             // goes on
    CHECK(count("<rect class=\"wins\"") == 7);  // 3 for each container, and the legend
    CHECK(contains(answer.out, "by machine state, Work [least-available-wins]\nuntil status set"));
  }

  TEST_CASE("from and to choose a part") {
    const auto answer = timeline(
        stuck_on_away(), {"--from", "2013-06-03T11:00:00Z", "--to", "2013-06-03T13:00:00Z"});
    CHECK(answer.status == 0);
    CHECK(contains(answer.out, "sip:mary@contoso.com, 2013-06-03 11:00 to 2013-06-03 13:00 UTC"));
    CHECK_FALSE(contains(answer.out, "Home"));
  }

  TEST_CASE("nothing is left out silently") {
    const TemporaryFolder folder;
    const auto untimed = folder.write("a.xml", user_state("", 6500));
    auto answer = run_presentity({"timeline", untimed});
    CHECK(answer.status == 1);
    CHECK(answer.out.empty());
    CHECK(contains(answer.err, "a.xml: left out: neither a message nor a publishTime says when"));
    const auto good =
        folder.write("b.xml", user_state("publishTime=\"2013-06-03T10:00:00Z\"", 6500));
    const auto other = folder.write(
        "c.xml", user_state("publishTime=\"2013-06-03T10:00:00Z\"", 3500, "sip:b@contoso.com"));
    answer = run_presentity({"timeline", untimed, good, other, folder.write("d.xml", malformed),
                             folder.write("e.xml", valid_state), folder.write("f.log", "nothing")});
    CHECK(answer.status == 1);
    CHECK(contains(answer.out, "Busy (6500)"));
    CHECK(contains(answer.err, "c.xml: left out: it is about sip:b@contoso.com"));
    CHECK(contains(answer.err, "d.xml: left out: "));
    CHECK(contains(answer.err, "e.xml: left out: the document element 'state' is none of"));
    CHECK(contains(answer.err, "f.log: there is no document in this log"));
    answer = run_presentity({"timeline", "--uri", "sip:B@contoso.com", good, other});
    CHECK(contains(answer.out, "Available (3500)"));
    const auto request = folder.write(
        "g.xml", R"(<publish xmlns="http://schemas.microsoft.com/2006/09/sip/rich-presence">)"
                 R"(<publications uri="sip:a@contoso.com"><publication categoryName="state" )"
                 R"(instance="536870912" container="2" version="1" expireType="time" )"
                 R"(expires="0"/></publications></publish>)");
    answer = run_presentity({"timeline", request});
    CHECK(contains(answer.err, "a request has no time of its own"));
  }

  TEST_CASE("what makes no sense is a usage error, and what cannot be read a failure") {
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"timeline"},
          {"timeline", "--from", "noon", "-"},
          {"timeline", "--container", "1", "-"},
          {"timeline", "--uri", "mary", "-"},
          {"timeline", "--format", "png", "-"},
          {"timeline", "--from", "2013-06-03T11:00:00Z", "--to", "2013-06-03T10:00:00Z", "-"}}) {
      CHECK(run_presentity(arguments).status == 2);
    }
    CHECK(run_presentity({"timeline", "/no/such/file"}).status == 3);
    CHECK(timeline(stuck_on_away(), {"--output", "/no/such/folder/file"}).status == 3);
  }
}
