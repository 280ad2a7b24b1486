// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

using namespace presentity::cli::test;

namespace {

constexpr std::string_view state_start =
    R"(<state xmlns="http://schemas.microsoft.com/2006/09/sip/state" )"
    R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type=")";

std::string state(std::string_view type, int availability) {
  return std::string(state_start) + std::string(type) + R"("><availability>)" +
         std::to_string(availability) + "</availability></state>";
}

std::string category(std::string_view attributes, int container, const std::string& value) {
  return "<category name=\"state\" container=\"" + std::to_string(container) + "\" version=\"1\" " +
         std::string(attributes) + ">" + value + "</category>";
}

std::string categories(const std::string& content) {
  return R"(<categories xmlns="http://schemas.microsoft.com/2006/09/sip/categories" )"
         R"(uri="sip:a@contoso.com">)" +
         content + "</categories>";
}

// Away by hand at ten; another computer is in use since two.
std::string stuck_on_away() {
  std::string content;
  for (const int container : {2, 3}) {
    content += category(R"(instance="536870912" publishTime="2013-06-03T10:00:00.000" )"
                        R"(expireType="static")",
                        container, state("userState", 15500));
    content += category(R"(instance="805306369" publishTime="2013-06-03T14:00:00.000" )"
                        R"(expireType="endpoint" endpointId="office")",
                        container, state("machineState", 3500));
  }
  return categories(content);
}

}  // namespace

TEST_SUITE("aggregate") {
  TEST_CASE("shows what watchers see") {
    const auto answer = run_presentity({"aggregate", "-"}, {.input = stuck_on_away()});
    CHECK(answer.status == 0);
    CHECK(answer.err.empty());
    CHECK(answer.out ==
          "At 2013-06-03T14:00:00Z:\n"
          "container    state\n"
          "2, 200, 400  Away (15500)\n"
          "100          Away (15500)\n"
          "3, 300       Away (15500)\n");
  }

  TEST_CASE("says why, and what would change it") {
    const auto answer =
        run_presentity({"aggregate", "--container", "200", "-"}, {.input = stuck_on_away()});
    CHECK(answer.status == 0);
    CHECK(contains(answer.out, "The status set by hand, Away (15500), published 10:00, decides"));
    CHECK(contains(answer.out, "  If the user set Available by hand: Available (3500)\n"));
    const auto both = run_presentity({"aggregate", "--explain", "-"}, {.input = stuck_on_away()});
    CHECK(contains(both.out, "Watchers of container 200 see"));
    CHECK(contains(both.out, "Watchers of container 300 see"));
  }

  TEST_CASE("the clock can be set") {
    const auto answer = run_presentity({"aggregate", "--at", "2013-06-03T12:00:00Z", "-"},
                                       {.input = stuck_on_away()});
    CHECK(answer.status == 0);
    CHECK(contains(answer.out, "Offline (18500)"));  // the machine came later
  }

  TEST_CASE("answers what would be") {
    const auto answer =
        run_presentity({"aggregate", "--set", "user=none", "--set", "machine@3=5000", "-"},
                       {.input = stuck_on_away()});
    CHECK(answer.status == 0);
    CHECK(contains(answer.out, "container 2, availability: Away (15500) -> Available (3500)\n"));
    CHECK(contains(answer.out,
                   "container 3, availability: Away (15500) -> Available - Idle (5000)\n"));
    const auto same =
        run_presentity({"aggregate", "--set", "user=15500", "-"}, {.input = stuck_on_away()});
    CHECK(contains(same.out, "What --set changes: nothing\n"));
  }

  TEST_CASE("speaks JSON") {
    const auto answer = run_presentity({"aggregate", "--format", "json", "--explain", "-"},
                                       {.input = stuck_on_away()});
    CHECK(answer.status == 0);
    const auto json = nlohmann::json::parse(answer.out);
    CHECK(json["at"] == "2013-06-03T14:00:00Z");
    CHECK(json["publications"].size() == 25);
    CHECK(json["rejected"].empty());
    const auto& first = json["explanation"]["states"][0];
    CHECK(first["availability"] == 15500);
    CHECK(first["states"][first["winner"].get<std::size_t>()]["outcome"] == "won");
    CHECK(first["states"][first["winner"].get<std::size_t>()]["kind"] == "user state");
    CHECK_FALSE(json.contains("nextChange"));
  }

  TEST_CASE("writes a categories document that is valid") {
    const auto answer =
        run_presentity({"aggregate", "--format", "xml", "-"}, {.input = stuck_on_away()});
    CHECK(answer.status == 0);
    CHECK(run_presentity({"validate", "-"}, {.input = answer.out}).status == 0);
  }

  TEST_CASE("finds the instances in roamingData") {
    const auto roaming =
        R"(<roamingData xmlns="http://schemas.microsoft.com/2006/09/sip/roaming-self">)" +
        stuck_on_away() + "</roamingData>";
    const auto answer = run_presentity({"aggregate", "-"}, {.input = roaming});
    CHECK(answer.status == 0);
    CHECK(contains(answer.out, "Away (15500)"));
  }

  TEST_CASE("an instance that cannot be used is a finding, and the rest is aggregated") {
    const auto store = categories(category("instance=\"536870912\"", 2, state("userState", 3500)));
    const auto answer = run_presentity({"aggregate", "-"}, {.input = store});
    CHECK(answer.status == 1);
    CHECK(contains(answer.err,
                   "state 0x20000000 of container 2 is not aggregated: it has no publishTime"));
    CHECK(contains(answer.out, "Offline (18500)"));
  }

  TEST_CASE("an invalid document is a finding with a position") {
    const auto answer = run_presentity({"aggregate", "-"}, {.input = malformed});
    CHECK(answer.status == 1);
    CHECK(answer.out.empty());
    CHECK(contains(answer.err, "[malformed-xml]"));
    const auto other = run_presentity({"aggregate", "-"}, {.input = valid_state});
    CHECK(other.status == 1);
    CHECK(contains(other.err, "error: "));
  }

  TEST_CASE("usage errors name what is wrong") {
    for (const std::string set : {"user", "user=", "user=x", "cat=3500", "user@4=3500"}) {
      const auto answer =
          run_presentity({"aggregate", "--set", set, "-"}, {.input = stuck_on_away()});
      CAPTURE(set);
      CHECK(answer.status == 2);
      CHECK(contains(answer.err, "--set '" + set + "' is not KIND"));
    }
    CHECK(run_presentity({"aggregate", "--at", "noon", "-"}).status == 2);
    CHECK(run_presentity({"aggregate", "--container", "1", "-"}).status == 2);
    CHECK(run_presentity({"aggregate"}).status == 2);
    CHECK(run_presentity({"aggregate", "/no/such/file"}).status == 3);
    CHECK(run_presentity({"aggregate", "--output", "/no/such/folder/file", "-"},
                         {.input = stuck_on_away()})
              .status == 3);
  }

  TEST_CASE("an option that may be repeated takes one value each time") {
    const TemporaryFolder folder;
    const auto store = folder.write("store.xml", stuck_on_away());
    const auto answer =
        run_presentity({"aggregate", "--set", "user=none", "--container", "200", store});
    CHECK(answer.status == 0);
    CHECK(contains(answer.out, "Watchers of container 200 see Available (3500)"));
  }
}
