// SPDX-License-Identifier: MIT
#include "instants.hpp"

#include <presentity/presence/describe.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

using presentity::RawElement;
using namespace presentity::presence;
using namespace presentity::presence::test;

namespace {

std::string state(std::string_view type, std::string_view attributes, std::string_view content) {
  return R"(<state xmlns="http://schemas.microsoft.com/2006/09/sip/state" )"
         R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type=")" +
         std::string(type) + "\" " + std::string(attributes) + '>' + std::string(content) +
         "</state>";
}

std::string headline(const std::string& xml, const DescribeOptions& options = {}) {
  const auto description = describe(xml, options);
  REQUIRE(description);
  return description->headline;
}

// Golden files of whole descriptions are those of the command: tests/cli/described.
}  // namespace

TEST_CASE("opens envelopes, but not for ever") {
  const std::string note = R"(<note xmlns="http://schemas.microsoft.com/2006/09/sip/note"/>)";
  const auto in_publish = [](const std::string& value) {
    return R"(<publish xmlns="http://schemas.microsoft.com/2006/09/sip/rich-presence">)"
           R"(<publications uri="sip:a@b"><publication categoryName="own" instance="0" )"
           R"(container="2" version="0">)" +
           value + "</publication></publications></publish>";
  };
  const auto in_categories = [](const std::string& value) {
    return R"(<categories xmlns="http://schemas.microsoft.com/2006/09/sip/categories">)"
           R"(<category name="own" instance="0">)" +
           value + "</category></categories>";
  };
  const DescribeOptions unfolded{.unfolds_envelopes = true};

  const auto twice = describe(in_publish(in_categories(note)), unfolded);
  REQUIRE(twice);
  CHECK(twice->facts.at(0).details.at(0).text == "empty note, which hides what there was");

  const auto thrice = describe(in_categories(in_publish(in_categories(note))), unfolded);
  REQUIRE(thrice);
  CHECK(thrice->facts.at(0).details.at(0).details.at(0).text == "unknown content <note>");
}

TEST_CASE("a state is described by what clients display") {
  const auto away = state("aggregateState", R"(lastActive="2013-02-01T07:00:00Z")",
                          "<availability>15500</availability>");
  CHECK(headline(away) == "aggregateState: Away");
  CHECK(headline(away, {.now = at("2013-02-01T12:00:00Z")}) == "aggregateState: Away for 5 hours");
  CHECK(headline(away, {.now = at("2013-02-01T06:00:00Z")}) == "aggregateState: Away");
  CHECK(headline(state("calendarState", "",
                       R"(<activity token="out-of-office" minAvailability="12000"/>)")) ==
        "calendarState: Out of office, whatever the availability");
}

TEST_CASE("a state that can be a dndState is described as both, unless the category is known") {
  const auto flag = [](const std::string& xml, const std::string& category = {}) {
    const auto description = describe(xml, {.category = category});
    REQUIRE(description);
    std::string text = description->headline;
    for (const auto& fact : description->facts) {
      if (fact.label == "as a dndState") text += " / " + fact.text;
    }
    return text;
  };
  const auto empty = state("userState", "manual='true'", "");
  const auto set = state("userState", "manual='1'", "<availability>9500</availability>");
  CHECK(flag(set) == "userState: Do not disturb / Do Not Disturb is in effect");
  CHECK(flag(set, "state") == "userState: Do not disturb");
  CHECK(flag(set, "dndState") == "Do Not Disturb is in effect");
  CHECK(flag(empty).ends_with(" / Do Not Disturb is not in effect"));
  CHECK(flag(empty, "dndState") == "Do Not Disturb is not in effect");
  for (const auto& other :
       {state("userState", "manual='true'", "<availability>6500</availability>"),
        state("userState", "", "<availability>9500</availability>"),
        state("userState", "manual='true'",
              "<availability>9500</availability><activity token='in-presentation'/>"),
        state("aggregateState", "manual='true'", "<availability>9500</availability>")}) {
    CHECK(flag(other).find(" / ") == std::string::npos);
  }
  CHECK(describe(set, {.category = "note"}).error().front().rule == "category-mismatch");
}

TEST_CASE("a value has a headline, whatever it is") {
  const auto of = [](std::string xml, std::string_view category = {}) {
    return headline(RawElement{std::move(xml)}, category);
  };
  const auto busy = state("aggregateState", "", "<availability>9500</availability>");
  CHECK(of(busy) == "aggregateState: Do not disturb");
  CHECK(of(busy, "dndState") == "Do Not Disturb is in effect");
  CHECK(of("<lift xmlns='urn:x'/>", "lift") == "unknown content <lift>");
  CHECK(of(state("userState", "", "<availability>x</availability>")).starts_with("invalid: "));

  const auto card = [&](const std::string& content) {
    return of(R"(<contactCard xmlns="http://schemas.microsoft.com/2006/09/sip/contactcard">)" +
              content + "</contactCard>");
  };
  CHECK(card(R"(<phone type="work"><uri>tel:+1</uri></phone><phone type="home"><uri>tel:+2</uri>)"
             "</phone>") == "contact card: work tel:+1, home tel:+2");
  CHECK(card("<title>Editor</title><office>31</office>") == "contact card: Editor, 31");
  CHECK(card("") == "empty contact card, which hides what there was");
}

TEST_CASE("a document that cannot be described gives the errors of the validator") {
  const auto invalid = describe(state("userState", "", "<availability>x</availability>"));
  REQUIRE_FALSE(invalid);
  REQUIRE(invalid.error().size() == 1);
  CHECK(invalid.error().front().rule == "invalid-value");
  CHECK(describe("<state").error().front().rule == "malformed-xml");
  CHECK(describe("<mood/>").error().front().rule == "unknown-root");
  const auto large = describe(state("userState", "", ""), {.limits = {.document_bytes = 10}});
  CHECK(large.error().front().rule == "limit-exceeded");
}
