// SPDX-License-Identifier: MIT
#include "default_grammar.hpp"
#include "value.hpp"

#include <presentity/validator.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// What must never reach whom, whatever the value holds. Everything in the values that no page
/// gives to external or blocked contacts says SECRET or stands in `urn:example:badge`.

namespace presentity::testing {

namespace {

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

struct Source {
  std::string category;
  std::uint32_t instance;
  std::string file;
};

/// What watchers can subscribe to, and dndState. Not state, which never gets to a watcher itself,
/// nor routing, which watchers are never sent.
const std::vector<Source> sources = {
    {"calendarData", 0, "calendarData-hours"},
    {"calendarData", 0x44DC03DC, "calendarData-freebusy"},
    {"calendarData", 0x44DC03DC, "calendarData-all"},
    {"contactCard", 0, "contactCard-all"},
    {"contactCard", 1, "contactCard-all"},
    {"contactCard", 1, "contactCard-1"},
    {"contactCard", 3, "contactCard-all"},
    {"contactCard", 3, "contactCard-3"},
    {"contactCard", 4, "contactCard-all"},
    {"contactCard", 6, "contactCard-all"},
    {"contactCard", 6, "contactCard-6"},
    {"dndState", 0, "userState-dnd"},
    {"dndState", 0, "userState-available"},
    {"note", 0, "note-personal"},
    {"note", 0x40001234, "note-oof"},
    {"noteHistory", 1, "noteHistory"},
    {"noteHistory", 1, "noteHistory-note"},
};

/// A contact card of random parts, each in its place.
std::string random_card(std::mt19937& random) {
  static const std::string tail =
      "<ct:delimiter/><later>SECRET</later><ct:end/>"
      "<ct:extension><x:badge x:level=\"SECRET\">SECRET</x:badge></ct:extension>";
  static const std::array<std::string, 17> parts = {
      "<identity x:mark=\"SECRET\"><name><displayName>A</displayName>" + tail +
          "</name><email>a@contoso.com</email>" + tail + "</identity>",
      "<address type=\"home\"><street>SECRET</street></address>",
      "<company LCID=\"1033\">Contoso</company>",
      "<company LCID=\"1031\" x:mark=\"SECRET\">Contoso</company>",
      "<department>SECRET</department>",
      "<title x:mark=\"SECRET\">Engineer</title>",
      "<office>SECRET</office>",
      "<url type=\"voicemail\" x:mark=\"SECRET\">sip:a@contoso.com;opaque=app:voicemail</url>",
      "<url type=\"other\">http://contoso.com/SECRET</url>",
      "<phone type=\"work\"><uri>tel:+14255550106</uri>" + tail + "</phone>",
      "<phone type=\"home\"><uri>tel:+14255550101</uri></phone>",
      "<phone type=\"mobile\"><uri>tel:+14255550102</uri>" + tail + "</phone>",
      "<phone><uri>tel:+14255550107</uri></phone>",
      "<ct:delimiter/><description>SECRET</description>",
      "<ct:delimiter/><displayADPhoto>true</displayADPhoto>"
      "<photo type=\"enterprise\" x:mark=\"SECRET\"><uri/><hash>10b3</hash>" +
          tail + "</photo><!-- SECRET -->",
      "<ct:delimiter/><later>SECRET</later>",
      "<ct:extension><x:badge>SECRET</x:badge></ct:extension>"};
  std::string card =
      "<contactCard xmlns=\"http://schemas.microsoft.com/2006/09/sip/contactcard\""
      " xmlns:ct=\"http://schemas.microsoft.com/2006/09/sip/commontypes\""
      " xmlns:x=\"urn:example:badge\" x:mark=\"SECRET\">";
  for (const auto& part : parts) {
    if (random() % 2 == 0) card += part;
  }
  return card + "</contactCard>";
}

/// Children that a container may see of an instance of contactCard.
const std::map<std::uint32_t, std::set<std::string>> seen_in_100 = {
    {0, {"identity"}},
    {1, {}},
    {3, {"company", "title"}},
    {4, {"url[voicemail]"}},
    {6, {"title", "ct:delimiter", "ct:end", "displayADPhoto", "photo[enterprise]"}}};
const std::map<std::uint32_t, std::set<std::string>> seen_in_32000 = {
    {0, {"identity"}}, {1, {}}, {3, {}}, {4, {}}, {6, {"ct:delimiter", "ct:end"}}};

void check_seen(const Sent& sent, const std::set<std::string>& seen) {
  CAPTURE(sent.value);
  CHECK_FALSE(contains(sent.value, "SECRET"));
  CHECK_FALSE(contains(sent.value, "urn:example:badge"));
  CHECK_FALSE(contains(sent.value, "tel:"));
  for (const auto& child : parse_value(sent.value).children) {
    CHECK_MESSAGE(seen.contains(child.key), child.key);
  }
}

}  // namespace

TEST_CASE("nothing unknown or private reaches external and blocked contacts, or everybody") {
  for (const auto& source : sources) {
    CAPTURE(source.file);
    CAPTURE(source.instance);
    const auto sendings = publish(source.category, source.instance, value_file(source.file));
    REQUIRE_FALSE(sendings.empty());
    for (const unsigned container : {0U, 100U, 32000U}) {
      const auto sent = sendings.find(container);
      if (sent == sendings.end()) continue;
      CAPTURE(container);
      CHECK_FALSE(contains(sent->second.value, "SECRET"));
      CHECK_FALSE(contains(sent->second.value, "urn:example:badge"));
    }
  }
}

TEST_CASE("of any card, external and blocked contacts see what the pages give them") {
  std::mt19937 random(20130101);
  const Validator validator;
  for (int round = 0; round < 100; ++round) {
    const auto card = random_card(random);
    CAPTURE(card);
    for (const auto& entry : seen_in_100) {
      const auto instance = entry.first;
      CAPTURE(instance);
      const auto sendings = publish("contactCard", instance, card);
      check_seen(sendings.at(100), entry.second);
      check_seen(sendings.at(32000), seen_in_32000.at(instance));
      if (instance == 0) check_seen(sendings.at(0), entry.second);
      for (const auto& [container, sent] : sendings) {
        CHECK(validator.verdict(sent.value) == Verdict::valid);
      }
    }
  }
}

TEST_CASE(
    "numbers that the user entered are seen by type: 300 mobile, 400 home, mobile and other") {
  for (const auto* file : {"contactCard-1", "contactCard-all"}) {
    CAPTURE(file);
    const auto sendings = publish("contactCard", 1, value_file(file));
    const auto types = [&](unsigned container) {
      std::set<std::string> keys;
      for (const auto& child : parse_value(sendings.at(container).value).children) {
        keys.insert(child.key);
      }
      return keys;
    };
    CHECK(types(100).empty());
    CHECK(types(200).empty());
    CHECK(types(300) == std::set<std::string>{"phone[mobile]"});
    CHECK(types(400) == std::set<std::string>{"phone[home]", "phone[mobile]", "phone[other]"});
    CHECK(types(32000).empty());
  }
}

TEST_CASE("without a mobile number the workgroup gets an empty card") {
  const std::string card =
      "<contactCard xmlns=\"http://schemas.microsoft.com/2006/09/sip/contactcard\">"
      "<phone type=\"home\"><uri>tel:+14255550101</uri></phone></contactCard>";
  CHECK(parse_value(publish("contactCard", 1, card).at(300).value).children.empty());
}

TEST_CASE("of the numbers in the address book, those at work alone are published") {
  const auto sendings = publish("contactCard", 3, value_file("contactCard-all"));
  for (const unsigned container : {200U, 300U, 400U}) {
    CAPTURE(container);
    const auto value = parse_value(sendings.at(container).value);
    CHECK(std::ranges::count(value.children, "phone[work]", &Child::key) == 1);
    CHECK(std::ranges::count_if(value.children, [](const Child& child) {
            return child.key.starts_with("phone");
          }) == 1);
    CHECK(holds(value, "ct:extension"));
  }
}

TEST_CASE("colleagues and closer contacts get extensions") {
  for (const auto& [category, file, instance] : {std::tuple{"contactCard", "contactCard-6", 6U},
                                                 {"note", "note-personal", 0U},
                                                 {"noteHistory", "noteHistory", 1U},
                                                 {"calendarData", "calendarData-hours", 0U}}) {
    const auto sendings = publish(category, instance, value_file(file));
    for (const unsigned container : {200U, 300U, 400U}) {
      CHECK(contains(sendings.at(container).value, "urn:example:badge"));
    }
  }
}

TEST_CASE("texts keep their languages in filtered cards") {
  const auto all = value_file("contactCard-all");
  for (const std::uint32_t instance : {0U, 3U, 6U}) {
    CAPTURE(instance);
    const auto sendings = publish("contactCard", instance, all);
    CHECK(contains(sendings.at(100).value, "LCID=\"1033\" xml:lang=\"en\""));
    if (instance != 0) continue;
    CHECK(contains(sendings.at(0).value, "LCID=\"1031\" xml:lang=\"de\""));
    CHECK(contains(sendings.at(32000).value, "LCID=\"1031\" xml:lang=\"de\""));
  }
}

TEST_CASE("of the delimiters, those of the documented blocks stay where a photo needs them") {
  const auto sendings = publish("contactCard", 6, value_file("contactCard-all"));
  const auto keys = [&](unsigned container) {
    std::vector<std::string> found;
    for (const auto& child : parse_value(sendings.at(container).value).children) {
      found.push_back(child.key);
    }
    return found;
  };
  CHECK(keys(100) == std::vector<std::string>{"title", "ct:delimiter", "ct:delimiter",
                                              "displayADPhoto", "photo[enterprise]", "ct:end"});
  CHECK(keys(32000) == std::vector<std::string>{"ct:delimiter", "ct:delimiter", "ct:end"});
}

TEST_CASE("numbers come without what else the card says") {
  const auto sendings = publish("contactCard", 1, value_file("contactCard-all"));
  for (const unsigned container : {300U, 400U}) {
    CHECK(parse_value(sendings.at(container).value).attributes ==
          std::vector<std::string>{"isUCEnabled=\"true\"", "majorVersion=\"2\"",
                                   "minorVersion=\"1\"", "updated=\"2026-01-05T08:00:00Z\""});
  }
}

TEST_CASE("blocked contacts learn of the voice mail that there is an account, not its address") {
  const auto sent = publish("contactCard", 4, value_file("contactCard-4")).at(32000);
  CHECK(parse_value(sent.value).attributes == std::vector<std::string>{"isUCEnabled=\"true\""});
}

TEST_CASE("free and busy time leaves the owner's own container, working hours stay") {
  const auto value =
      parse_value(publish("calendarData", 0, value_file("calendarData-all")).at(1).value);
  CHECK(holds(value, "WorkingHours"));
  CHECK_FALSE(holds(value, "freeBusy"));
  CHECK(holds(value, "@mailboxID"));
}

TEST_CASE("no option gets lost: those that no page assigns stay in every instance") {
  for (const std::uint32_t instance : {0U, 1U, 2U}) {
    const auto value = parse_value(
        publish("otherOptions", instance, value_file("otherOptions-extended")).at(1).value);
    CAPTURE(instance);
    CHECK(holds(value, "publishEndpointLocation"));
    CHECK(holds(value, "ct:extension"));
    CHECK(holds(value, "permissions") == (instance == 0));
    CHECK(holds(value, "voiceMailLastAccessTimestamp") == (instance == 1));
    CHECK(holds(value, "currentPrivacyMode") == (instance == 2));
  }
}

TEST_CASE("calls are blocked for the watchers of 3 and 300 never") {
  for (const unsigned availability : {8999U, 9000U, 11999U, 12000U}) {
    CAPTURE(availability);
    const auto sendings =
        publish("dndState", 0,
                "<state xmlns=\"http://schemas.microsoft.com/2006/09/sip/state\""
                " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"userState\""
                " manual=\"true\"><availability>" +
                    std::to_string(availability) + "</availability></state>");
    const bool is_dnd = availability == 9000 || availability == 11999;
    for (const unsigned container : {0U, 2U, 100U, 200U, 400U}) {
      CHECK(contains(sendings.at(container).value, ">9500<") == is_dnd);
    }
    for (const unsigned container : {3U, 300U}) {
      CHECK(parse_value(sendings.at(container).value).children.empty());
    }
  }
}

}  // namespace presentity::testing
