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
}
