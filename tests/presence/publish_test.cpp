// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace presentity;
using namespace presentity::presence;
using namespace presentity::presence::test;

namespace {

std::string rules_of(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const auto& diagnostic : diagnostics) {
    text.append(text.empty() ? "" : " ").append(diagnostic.rule);
  }
  return text;
}

constexpr std::string_view publish_begin =
    R"(<publish xmlns="http://schemas.microsoft.com/2006/09/sip/rich-presence">)"
    R"(<publications uri="sip:mary@contoso.com">)";

native::fault::FaultType conflict(std::vector<std::array<std::uint32_t, 3>> operations) {
  std::string xml = "<Fault><Faultcode>Client.BadCall.WrongDelta</Faultcode><details>";
  for (const auto& [index, version, current] : operations) {
    xml += "<operation index=\"" + std::to_string(index) + "\" version=\"" +
           std::to_string(version) + "\" curVersion=\"" + std::to_string(current) + "\"/>";
  }
  auto fault = native::fault::read_fault(xml + "</details></Fault>");
  REQUIRE(fault);
  return *fault;
}

CannotRetry::Reason reason(const PublishRequest& request, const native::fault::FaultType& fault) {
  const auto result = retry(request, fault);
  REQUIRE_FALSE(result);
  CHECK_FALSE(to_string(result.error()).empty());
  return result.error().reason;
}

}  // namespace

TEST_SUITE("publish") {
  TEST_CASE("writes the requests of the reference") {
    const auto publish =
        write_request(request_of({make_publication({"note", 1, 100}, note("x"), 3)}), names);
    REQUIRE(publish);
    CHECK(*publish == std::string(publish_begin) +
                          R"(<publication categoryName="note" instance="1" container="100" )"
                          R"(version="3" expireType="endpoint">)" +
                          note("x").xml + "</publication></publications></publish>");

    const auto deletion = write_request(request_of({make_deletion({"note", 1, 100}, 0)}), names);
    REQUIRE(deletion);
    CHECK(*deletion == std::string(publish_begin) +
                           R"(<publication categoryName="note" instance="1" container="100" )"
                           R"(version="0" expireType="time" expires="0"/>)"
                           "</publications></publish>");
    const auto kept = make_deletion({"note", 1, 100}, 2, ExpireType::static_);
    CHECK(check(request_of({kept}), names).empty());
    CHECK(read_request(*deletion, names)->publications.publication.front() ==
          make_deletion({"note", 1, 100}, 0));
  }

  TEST_CASE("refuses what a server refuses") {
    const auto good = make_publication({"note", 0, 100}, note("x"));
    const auto rules_for = [&](auto change) {
      auto publication = good;
      change(publication);
      return rules_of(check(request_of({publication}), names));
    };
    CHECK(rules_for([](auto&) {}).empty());
    CHECK(rules_for([](auto& p) { p.container = 32767; }).empty());
    CHECK(rules_for([](auto& p) { p.container = 32768; }) == "container-out-of-range");
    CHECK(rules_for([](auto& p) { p.category_name = "Note"; }) == "unregistered-category");
    CHECK(rules_for([](auto& p) { p.any.reset(); }) == "publication-value");
    CHECK(rules_for([](auto& p) { p.expires = 0; }) == "publication-value");
    CHECK(rules_for([](auto& p) { p.expires = 60; }) == "publication-expiry");
    CHECK(rules_for([](auto& p) { p.expire_type.reset(); }).empty());
    CHECK(rules_for([](auto& p) { p.expire_type = ExpireType::time; }) == "publication-expiry");
    CHECK(rules_for([](auto& p) {
            p.expire_type = ExpireType::time;
            p.expires = 60;
          }).empty());
    CHECK(rules_for([](auto& p) {
            p.expire_type = native::rich_presence::ExpireTypeEnumEx(std::string("device"));
          }) == "publication-expiry");
    CHECK(rules_of(check(request_of({good, good}), names)) == "duplicate-publication");
    CHECK(rules_of(check(make_request("mary", {good}), names)) == "invalid-value");
  }

  TEST_CASE("knows the names of categories, and those that are added") {
    CategoryNames own;
    CHECK(own.contains("note"));
    CHECK_FALSE(own.contains("mood"));
    CHECK(own.suggest("nots") == "note");
    CHECK(own.suggest("somethingElse").empty());
    own.add("mood");
    CHECK(own.contains("mood"));
    const auto found = check(request_of({make_publication({"contactcard", 0, 1}, {"<a/>"})}), own);
    REQUIRE(found.size() == 1);
    CHECK(found.front().path == "/publish/publications/publication/@categoryName");
    CHECK(found.front().help == "did you mean 'contactCard'?");
    const auto mood = make_publication({"mood", 0, 200}, {R"(<mood xmlns="urn:x">fine</mood>)"});
    CHECK(write_request(request_of({mood}), own));
  }

  TEST_CASE("checks values as their category, and says where") {
    const auto reading = [](std::string_view entry, std::string_view value) {
      return read_request(std::string(publish_begin) + "\n " + std::string(entry) +
                              std::string(value) + "</publication></publications></publish>",
                          names);
    };
    const auto* const alerts =
        R"(<alerts xmlns="http://schemas.microsoft.com/2006/09/sip/options/alerts"/>)";
    const auto wrong =
        reading(R"(<publication categoryName="note" instance="0" container="4">)", alerts);
    REQUIRE_FALSE(wrong);
    CHECK(rules_of(wrong.error()) == "category-mismatch");
    const auto beyond =
        reading(R"(<publication categoryName="alerts" instance="0" container="40000">)", alerts);
    REQUIRE_FALSE(beyond);
    CHECK(rules_of(beyond.error()) == "container-out-of-range");
    CHECK(beyond.error().back().position.line == 2);
    CHECK(beyond.error().back().position.column == 2);
    const auto unsaid = write_request(
        request_of({make_publication({"note", 0, 200}, {"<alerts xmlns='urn:x'/>"})}), names);
    REQUIRE_FALSE(unsaid);
    CHECK(rules_of(unsaid.error()) == "category-mismatch");
  }

  TEST_CASE("takes a value out of its document") {
    const auto value = read_value("<?xml version='1.0'?><!-- x -->" + note("x").xml, "note");
    REQUIRE(value);
    CHECK(*value == note("x"));
    CHECK(rules_of(read_value(note("x").xml, "state").error()) == "category-mismatch");
    CHECK(rules_of(read_value("<note>", "note").error()) == "malformed-xml");
    CHECK(read_value(note("x").xml, "noteHistory"));
    // Of a category that no schema declares nothing is known.
    CHECK(read_value("<lift xmlns='urn:x'/>", "lift")->xml == "<lift xmlns='urn:x'/>");
    CHECK(rules_of(read_value("<lift>", "lift").error()) == "malformed-xml");
  }

  TEST_CASE("corrects the versions that a fault names, and no others") {
    const auto request = request_of({make_publication({"note", 0, 200}, note("x"), 3),
                                     make_publication({"note", 0, 300}, note("x"), 5)});
    const auto corrected = retry(request, conflict({{2, 5, 9}}));
    REQUIRE(corrected);
    CHECK(corrected->publications.publication[0].version == 3U);
    CHECK(corrected->publications.publication[1].version == 9U);
    auto expected = request;
    expected.publications.publication[1].version = 9;
    CHECK(*corrected == expected);
  }

  TEST_CASE("says why a request cannot be corrected") {
    using Reason = CannotRetry::Reason;
    const auto request = request_of({make_publication({"note", 0, 200}, note("x"), 3)});
    CHECK(reason(request, conflict({})) == Reason::no_operation);
    CHECK(reason(request, conflict({{0, 3, 4}})) == Reason::index_out_of_range);
    CHECK(reason(request, conflict({{2, 3, 4}})) == Reason::index_out_of_range);
    CHECK(reason(request, conflict({{1, 7, 8}})) == Reason::other_request);
    CHECK(reason(request, conflict({{1, 3, 3}})) == Reason::same_version);
    auto fault = conflict({{1, 3, 4}});
    fault.details->operation[0].cur_version.reset();
    CHECK(reason(request, fault) == Reason::no_current_version);
    fault.faultcode = native::fault::FaultcodeEnumEx(std::string("Client.Other"));
    CHECK(reason(request, fault) == Reason::not_a_conflict);
  }
}
