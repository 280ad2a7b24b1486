// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

using namespace presentity::cli::test;
using Json = nlohmann::json;

namespace {

constexpr std::string_view note = R"(<note xmlns="http://schemas.microsoft.com/2006/09/sip/note">)"
                                  R"(<body type="personal" uri="">Away</body></note>)";

constexpr std::string_view machine =
    R"(<state xmlns="http://schemas.microsoft.com/2006/09/sip/state" )"
    R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="machineState">)"
    R"(<availability>3500</availability></state>)";

Answer publish(std::vector<std::string> arguments, std::string_view value) {
  arguments.insert(arguments.begin(), {"publish", "-"});
  return run_presentity(arguments, {.input = value});
}

}  // namespace

TEST_SUITE("publish") {
  TEST_CASE("writes the request of a client, which validates") {
    const auto answer = publish({"--uri", "sip:bob@contoso.com"}, valid_state);
    CHECK(answer.status == 0);
    CHECK(answer.err.empty());
    CHECK(contains(answer.out, "<publications uri=\"sip:bob@contoso.com\">"));
    const auto checked = run_presentity({"validate", "-v", "-"}, {.input = answer.out});
    CHECK(checked.status == 0);
    CHECK(contains(checked.out, "state type userState instance 603979776 container 2"));
    CHECK(contains(checked.out, "state type userState instance 603979776 container 3"));
  }

  TEST_CASE("without --uri there is a placeholder, and a note that says so") {
    CHECK(contains(publish({}, note).err, "no --uri was given"));
    CHECK(publish({"-q"}, note).err.empty());
    CHECK(publish({"--format", "text"}, note).err.empty());
  }

  TEST_CASE("text has a row for each rule of the category") {
    const auto table = lines(publish({"--format", "text"}, note).out);
    REQUIRE(table.size() == 6);
    CHECK(table[0].starts_with("container  category  instance  expires"));
    CHECK(table[1].starts_with("100        note      0         static"));
    CHECK(contains(table[1], "emptied"));
    CHECK(contains(table[4], "unchanged"));
  }

  TEST_CASE("json has the publications, and what became of each rule") {
    const auto object = Json::parse(publish({"--format", "json"}, note).out);
    CHECK(object["publications"].size() == 5);
    const auto& last = object["publications"][4];
    CHECK(last["container"] == 32000);
    CHECK(last["version"] == 0);
    CHECK(last["expireType"] == "static");
    CHECK(object["rules"][1]["outcome"] == "unchanged");
  }

  TEST_CASE("options say which instance it is, and how it ends") {
    const auto object =
        Json::parse(publish({"--format", "json", "--instance", "7", "--expires", "60"}, note).out);
    const auto& first = object["publications"][0];
    CHECK(first["instance"] == 7);
    CHECK(first["expireType"] == "time");
    CHECK(first["expires"] == 60);
    const auto other =
        Json::parse(publish({"--format", "json", "--expire-type", "user"}, note).out);
    CHECK(other["publications"][0]["expireType"] == "user");
    CHECK(publish({"--expire-type", "time"}, note).status == 2);
  }

  TEST_CASE("ids of devices are made of the endpoint") {
    const auto without = publish({}, machine);
    CHECK(without.status == 2);
    CHECK(contains(without.err, "the id is made of the endpoint, which is not given"));
    const auto with = publish({"--endpoint", "abc", "--format", "json"}, machine);
    const auto object = Json::parse(with.out);
    CHECK(object["publications"][0]["instance"] == 0x38E17F72);
    CHECK(object["publications"][0]["expireType"] == "endpoint");
  }

  TEST_CASE("--category names the category of a value that several have") {
    CHECK(publish({"--category", "note"}, valid_state).status == 1);
    const auto answer = publish({"--category", "nota"}, note);
    CHECK(answer.status == 2);
  }

  TEST_CASE("--bootstrap publishes what a client publishes first") {
    const auto answer = run_presentity({"publish", "--bootstrap", "--format", "json"});
    const auto object = Json::parse(answer.out);
    REQUIRE(object["publications"].size() >= 1);
    CHECK(object["publications"][0]["container"] == 32000);
  }

  TEST_CASE("what cannot be published has a status and a reason") {
    const TemporaryFolder folder;
    const auto none = folder.write(
        "none.xml",
        "<categoryPublicationManifest "
        "xmlns=\"http://schemas.microsoft.com/2008/09/sip/categoryPublicationManifest\">"
        "<publicationList/></categoryPublicationManifest>");
    CHECK(publish({}, invalid_state).status == 1);
    CHECK(publish({}, malformed).status == 1);
    CHECK(publish({},
                  "<categories xmlns=\"http://schemas.microsoft.com/2006/09/sip/categories\" "
                  "uri=\"sip:a@b\"/>")
              .status == 1);
    const auto unruled = publish({"--grammar", none}, note);
    CHECK(unruled.status == 1);
    CHECK(contains(unruled.err, "no rule of the grammar publishes instance 0 of category 'note'"));
    CHECK(run_presentity({"publish", "--bootstrap", "--grammar", none}).status == 1);
    CHECK(publish({"--grammar", folder.path("missing.xml")}, note).status == 3);
    CHECK(run_presentity({"publish", folder.path("missing.xml")}).status == 3);
    CHECK(publish({"--output", folder.path("no/out")}, note).status == 3);
    CHECK(folder.names() == std::vector<std::string>{"none.xml"});
  }
}
