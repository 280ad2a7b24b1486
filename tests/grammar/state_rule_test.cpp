// SPDX-License-Identifier: MIT
#include "default_grammar.hpp"
#include "value.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// The rules of `state`, which the reference prints: categorypublicationmanifest-element.

namespace presentity::testing {

namespace {

constexpr unsigned first_aggregation = 2;
constexpr unsigned second_aggregation = 3;

std::string state(std::string_view attributes, std::string_view content) {
  return "<state xmlns=\"http://schemas.microsoft.com/2006/09/sip/state\""
         " xmlns:ct=\"http://schemas.microsoft.com/2006/09/sip/commontypes\""
         " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" " +
         std::string(attributes) + ">" + std::string(content) + "</state>";
}

std::string user_state(unsigned availability) {
  return state("xsi:type=\"userState\" manual=\"true\"",
               "<availability>" + std::to_string(availability) + "</availability>");
}

Value in_second(const std::string& xml) {
  return parse_value(publish("state", 1, xml).at(second_aggregation).value);
}

std::vector<std::string> keys(const Value& value) {
  std::vector<std::string> keys;
  for (const auto& child : value.children) keys.push_back(child.key);
  return keys;
}

bool is_urgent(const std::string& xml) {
  const auto sent = in_second(xml);
  return std::ranges::any_of(sent.children, [](const Child& child) {
    return child.text.find("urgent-interruptions-only") != std::string::npos;
  });
}

}  // namespace

TEST_CASE("Do Not Disturb is 9000 to 11999, both included") {
  for (const unsigned availability : {0U, 3500U, 6500U, 8999U, 12000U, 15500U, 18500U}) {
    CAPTURE(availability);
    const auto xml = user_state(availability);
    CHECK_FALSE(is_urgent(xml));
    CHECK(in_second(xml) == parse_value(xml));
  }
  for (const unsigned availability : {9000U, 9001U, 9500U, 11998U, 11999U}) {
    CAPTURE(availability);
    const auto sent = in_second(user_state(availability));
    REQUIRE(keys(sent) == std::vector<std::string>{"availability", "activity"});
    CHECK(sent.children[0].text.ends_with("availability>6900</>"));
    CHECK(
        sent.children[1].text.ends_with("maxAvailability=\"8999\" minAvailability=\"6900\""
                                        " token=\"urgent-interruptions-only\"></>"));
  }
}

TEST_CASE("only what the user chose by hand becomes urgent interruptions only") {
  const std::string dnd = "<availability>9500</availability>";
  CHECK(is_urgent(state("xsi:type=\"userState\" manual=\"true\"", dnd)));
  CHECK_FALSE(is_urgent(state("xsi:type=\"userState\" manual=\"false\"", dnd)));
  CHECK_FALSE(is_urgent(state("xsi:type=\"userState\"", dnd)));
  CHECK_FALSE(is_urgent(state("xsi:type=\"machineState\" manual=\"true\"", dnd)));
  CHECK_FALSE(is_urgent(state("xsi:type=\"presentingState\" manual=\"true\"", dnd)));
  CHECK_FALSE(is_urgent(state("xsi:type=\"userState\" manual=\"true\"", "")));
}

TEST_CASE("the printed rule compares letters: it knows neither a prefix nor 1 for true") {
  const std::string dnd = "<availability>9500</availability>";
  CHECK_FALSE(
      is_urgent(state("xmlns:st=\"http://schemas.microsoft.com/2006/09/sip/state\""
                      " xsi:type=\"st:userState\" manual=\"true\"",
                      dnd)));
  CHECK_FALSE(is_urgent(state("xsi:type=\"userState\" manual=\"1\"", dnd)));
}

TEST_CASE("Do Not Disturb loses its own activities and keeps the place") {
  const auto sent =
      in_second(state("xsi:type=\"userState\" manual=\"true\" startTime=\"2026-03-02T09:00:00Z\"",
                      "<availability>9500</availability>"
                      "<activity token=\"in-presentation\"/>"
                      "<activity><custom LCID=\"1033\">SECRET</custom></activity>"
                      "<endpointLocation>office</endpointLocation>"));
  CHECK(keys(sent) == std::vector<std::string>{"availability", "activity", "endpointLocation"});
  CHECK(holds(sent, "@startTime=2026-03-02T09:00:00Z"));
}

TEST_CASE("blocks of later releases stay behind their delimiters") {
  struct Case {
    std::string_view content;
    std::vector<std::string> kept;
  };
  const std::array cases = {
      Case{"<timeZoneBias>480</timeZoneBias>", {}},
      Case{"<ct:extension><x xmlns=\"urn:x\"/></ct:extension>", {"ct:extension"}},
      Case{"<ct:delimiter/><timeZoneBias>480</timeZoneBias><device>computer</device><ct:end/>"
           "<ct:extension><x xmlns=\"urn:x\"/></ct:extension>",
           {"ct:delimiter", "timeZoneBias", "device", "ct:end", "ct:extension"}},
      Case{"<ct:delimiter/><device>computer</device><later/><ct:end/>",
           {"ct:delimiter", "device", "ct:end"}},
      Case{"<ct:delimiter/><device>computer</device><ct:delimiter/><later/><ct:end/>"
           "<ct:extension><x xmlns=\"urn:x\"/></ct:extension>",
           {"ct:delimiter", "device", "ct:delimiter", "later", "ct:end", "ct:extension"}},
      Case{"<ct:delimiter/><ct:delimiter/><later/><ct:delimiter/><latest/><ct:end/>",
           {"ct:delimiter", "ct:delimiter", "later", "ct:delimiter", "latest", "ct:end"}},
  };
  for (const auto& each : cases) {
    CAPTURE(each.content);
    auto expected = each.kept;
    expected.insert(expected.begin(), "availability");
    const auto xml = state("xsi:type=\"machineState\" manual=\"false\"",
                           "<availability>3500</availability>" + std::string(each.content));
    CHECK(keys(in_second(xml)) == expected);
  }
}

TEST_CASE("the first aggregation container gets every state as it is, and is the owner's own") {
  for (const auto* file : {"userState-dnd", "userState-available", "machineState",
                           "calendarState-meeting", "calendarState-oof", "phoneState"}) {
    CAPTURE(file);
    const auto xml = value_file(file);
    const auto sendings = publish("state", 0x38563B13, xml);
    REQUIRE(sendings.size() == 2);
    CHECK(parse_value(sendings.at(first_aggregation).value) == parse_value(xml));
    CHECK(sendings.at(first_aggregation).is_preferred);
    CHECK_FALSE(sendings.at(second_aggregation).is_preferred);
  }
}

TEST_CASE("at the first start blocked contacts are told that the user is offline, for good") {
  const auto sendings = bootstrap("state");
  REQUIRE(sendings.size() == 1);
  const auto& sent = sendings.at(32000);
  CHECK(sent.instance == 0);
  CHECK(sent.expire_type == "static");
  const auto value = parse_value(sent.value);
  CHECK(keys(value) == std::vector<std::string>{"availability"});
  CHECK(value.children[0].text.ends_with("availability>18500</>"));
  CHECK(holds(value, "@manual=false"));
}

TEST_CASE("no other category is published at the first start") {
  for (const auto* category :
       {"alerts", "calendarData", "contactCard", "device", "dndState", "note", "noteHistory",
        "otherOptions", "rccOptions", "routing", "userInformation", "workingHours"}) {
    CHECK(bootstrap(category).empty());
  }
}

}  // namespace presentity::testing
