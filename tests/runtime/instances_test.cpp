// SPDX-License-Identifier: MIT
#include "testing.hpp"

using namespace presentity;
using namespace presentity::testing;

namespace {

std::string publish(std::string_view publications) {
  return R"(<publish xmlns="http://schemas.microsoft.com/2006/09/sip/rich-presence">)"
         R"(<publications uri="sip:a@example.com">)" +
         std::string(publications) + "</publications></publish>";
}

constexpr std::string_view note =
    R"(<note xmlns="http://schemas.microsoft.com/2006/09/sip/note"><body type="personal">x</body></note>)";

std::string publication(std::string_view category, std::string_view value) {
  return R"(<publication instance="5" container="400" version="3" expireType="time" expires="60")"
         R"( categoryName=")" +
         std::string(category) + "\">" + std::string(value) + "</publication>";
}

}  // namespace

TEST_SUITE("instances") {
  TEST_CASE("reads what a publish request says about each value") {
    const auto report = built_in().validate(publish("\n" + publication("note", note)));

    CHECK(report.verdict == Verdict::valid);
    REQUIRE(report.instances.size() == 1);
    const auto& found = report.instances.front();
    CHECK(found.category == "note");
    CHECK(found.instance == 5);
    CHECK(found.container == 400U);
    CHECK(found.version == 3U);
    CHECK(found.expire_type == "time");
    CHECK(found.expires == 60U);
    CHECK(found.publish_time.empty());
    CHECK(found.path == "/publish/publications/publication");
    CHECK(found.position.line == 2);
    CHECK(found.value == note);
  }

  TEST_CASE("reads what a notification says about each value") {
    const auto report = built_in().validate(
        R"(<c:categories xmlns:c="http://schemas.microsoft.com/2006/09/sip/categories" uri="sip:a">)"
        R"(<c:category name="note" instance="0" publishTime=" 2013-03-01T06:00:02.370 "/>)"
        R"(<c:category name="calendarData"/></c:categories>)");

    CHECK(lines(report) == std::vector<std::string>{});
    REQUIRE(report.instances.size() == 2);
    CHECK(report.instances[0].publish_time == "2013-03-01T06:00:02.370");
    CHECK(report.instances[0].value.empty());
    CHECK(report.instances[1].path == "/categories/category[2]");
    CHECK_FALSE(report.instances[1].instance);
  }

  TEST_CASE("takes a bare value as one instance") {
    const auto report = built_in().validate("<!-- x -->" + state("", R"(xsi:type=" userState ")"));

    REQUIRE(report.instances.size() == 1);
    CHECK(report.instances[0].category == "state");
    CHECK(report.instances[0].type == "userState");
    CHECK(report.instances[0].path == "/state");
    CHECK(report.instances[0].value == state("", R"(xsi:type=" userState ")"));
    CHECK_FALSE(report.instances[0].container);
  }

  TEST_CASE("cuts values out so that they stand alone") {
    const auto report = built_in().validate(
        R"(<p:publish xmlns:p="http://schemas.microsoft.com/2006/09/sip/rich-presence")"
        R"( xmlns:s="http://schemas.microsoft.com/2006/09/sip/state")"
        R"( xmlns:x="http://www.w3.org/2001/XMLSchema-instance"><p:publications uri="sip:a">)"
        R"(<p:publication categoryName="state" instance="1" container="2" version="0")"
        R"( expireType="user"><s:state x:type="s:userState"><s:availability>1</s:availability>)"
        R"(</s:state></p:publication></p:publications></p:publish>)");

    REQUIRE(report.instances.size() == 1);
    CHECK(report.instances[0].type == "userState");
    const auto alone = built_in().validate(report.instances[0].value);
    CHECK(alone.verdict == Verdict::valid);
    CHECK(alone.root == "state");
  }

  TEST_CASE("refuses a value that is not of the category stated") {
    const auto report = built_in().validate(publish(publication("state", note)));

    CHECK(
        lines(report) ==
        std::vector<std::string>{
            "error category-mismatch 1:217 /publish/publications/publication/note: element 'note' "
            "is not a value of category 'state' | expected element 'state' of namespace "
            "'http://schemas.microsoft.com/2006/09/sip/state'"});
    CHECK(report.diagnostics.front().category == "state");
  }

  TEST_CASE("warns about a category that nobody knows") {
    const auto report = built_in().validate(publish(publication("stat", "")));

    CHECK(report.verdict == Verdict::valid);
    CHECK(
        lines(report) ==
        std::vector<std::string>{
            "warning unknown-category 1:111 /publish/publications/publication: category 'stat' is "
            "not known; its value is not checked | did you mean 'state'?"});
  }

  TEST_CASE("names the category that a finding concerns") {
    const auto report = built_in().validate(publish(
        publication("note", R"(<note xmlns="http://schemas.microsoft.com/2006/09/sip/note">)"
                            R"(<body type="personal" LCID="x"/></note>)")));

    REQUIRE(report.diagnostics.size() == 1);
    CHECK(report.diagnostics[0].category == "note");
    CHECK(report.diagnostics[0].path == "/publish/publications/publication/note/body/@LCID");
  }

  TEST_CASE("does not take a number that is out of range") {
    const auto report = built_in().validate(publish(
        R"(<publication categoryName="note" instance="99999999999999999999" container="-1"/>)"));

    CHECK(report.verdict == Verdict::invalid);
    REQUIRE(report.instances.size() == 1);
    CHECK_FALSE(report.instances[0].instance);
    CHECK_FALSE(report.instances[0].container);
  }
}
