// SPDX-License-Identifier: MIT
#include "cli/presence_commands.hpp"
#include "support.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace presentity::cli::test;

namespace {

constexpr std::string_view roaming =
    R"(<roamingData xmlns="http://schemas.microsoft.com/2006/09/sip/roaming-self">
<categories xmlns="http://schemas.microsoft.com/2006/09/sip/categories" uri="sip:mary@contoso.com"/>
<containers xmlns="http://schemas.microsoft.com/2006/09/sip/containers">
  <container id="100" version="2"><member type="federated"/></container>
  <container id="200" version="1"><member type="sameEnterprise"/></container>
  <container id="400" version="3"><member type="user" value="bob@fabrikam.com"/></container>
</containers></roamingData>
)";

Answer run(std::vector<std::string> arguments, std::string_view input = roaming) {
  arguments.insert(arguments.begin(), "containers");
  return run_presentity(
      arguments, {.input = input, .resources = {.commands = presentity::cli::presence_commands()}});
}

}  // namespace

TEST_SUITE("containers") {
  TEST_CASE("resolve says which container, why, and what is blocked") {
    const auto answer = run({"resolve", "-", "--as", "sip:bob@fabrikam.com"});

    CHECK(answer.status == 0);
    CHECK(answer.err.empty());
    CHECK(answer.out ==
          "bob@fabrikam.com: 400 (Friends and Family)\n"
          "    member of 400 as user bob@fabrikam.com, which outranks 100 as federated\n"
          "    network federated, policy member-kind\n"
          "    also member of 100 (External Contacts) as federated\n"
          "    calls pass\n"
          "    subscriber prompts pass\n");
  }

  TEST_CASE("resolve as NDJSON, with domains, policy and availability") {
    const auto answer =
        run({"resolve", "-", "--as", "sip:amy@live.com", "--public", "live.com", "--policy",
             "largest-id", "--availability", "9500", "--format", "ndjson"});

    CHECK(answer.status == 0);
    const auto object = nlohmann::json::parse(answer.out);
    CHECK(object["container"] == 0);
    CHECK(object["decidedBy"].is_null());
    CHECK(object["network"] == "publicCloud");
    CHECK(object["policy"] == "largest-id");
    CHECK(object["invites"]["blockRule"] == 1);
    CHECK(object["subscriberPrompt"]["blocked"] == false);

    const auto closed = run({"resolve", "-", "--as", "x@other.com", "--federated", "fabrikam.com",
                             "--enterprise", "eu.contoso.com", "--format", "ndjson"});
    CHECK(nlohmann::json::parse(closed.out)["network"] == "unknown");
  }

  TEST_CASE("add prints the request, and with a manifest the steps") {
    const auto plain = run({"add", "-", "domain:x.com", "--to", "Team"});
    CHECK(plain.status == 0);
    CHECK(contains(plain.out, R"(<container id="300" version="0"><member action="add" )"
                              R"(type="domain" value="x.com"/></container>)"));
    CHECK(plain.err.empty());

    const auto role =
        run({"add", "-", "joe@contoso.com", "--role", "delegate", "--manifest", "open"});
    CHECK(role.status == 0);
    CHECK(contains(role.out, R"(<container id="300" version="0">)"));
    CHECK(contains(role.err, "joe@contoso.com becomes delegate\n"));
    CHECK(contains(role.err, "[defaultContainer]"));
  }

  TEST_CASE("move as NDJSON has the changes, the roles and the steps") {
    const auto answer = run({"move", "-", "bob@fabrikam.com", "--to", "300", "--manifest", "open",
                             "--buddy", "bob@fabrikam.com", "--format", "ndjson"});

    CHECK(answer.status == 0);
    const auto object = nlohmann::json::parse(answer.out);
    CHECK(object["changes"].size() == 2);
    CHECK(object["changes"][1]["version"] == 3);
    CHECK(object["changes"][1]["members"][0]["action"] == "remove");
    CHECK(object["roles"][0]["role"] == "buddy");
    CHECK(object["steps"].size() == 2);
  }

  TEST_CASE("remove takes a member from one container or from all") {
    const auto one = run({"remove", "-", "federated", "--from", "100"});
    CHECK(contains(one.out, R"(<member action="remove" type="federated"/>)"));
    const auto nobody = run({"remove", "-", "everyone"});
    CHECK(nobody.status == 0);
    CHECK(nobody.out.empty());
    CHECK(contains(nobody.err, "nothing changes"));
  }

  TEST_CASE("what a manifest forbids is a finding") {
    const auto answer = run({"add", "-", "sameEnterprise", "--to", "300", "--manifest", "open"});
    CHECK(answer.status == 1);
    CHECK(answer.out.empty());
    CHECK(contains(answer.err, "[occurrence-violated]"));
    CHECK(run({"add", "-", "bob@x.com", "--to", "0"}).status == 1);
    CHECK(run({"add", "-", "bob@x.com", "--to", "1000", "--manifest", "open"}).status == 1);
  }

  TEST_CASE("check finds breaches and odd entries at their places") {
    CHECK(run({"check", "-", "--manifest", "open"}).status == 0);
    const auto breach = run({"check", "-", "--manifest", "privacy"});
    CHECK(breach.status == 1);
    CHECK(contains(breach.out,
                   "-:4:35: error: federated must not be in container 100 (External "
                   "Contacts) [container-not-allowed]"));
    CHECK(contains(breach.err, "3 errors, 0 warnings"));

    const auto odd = run({"check", "-", "--format", "ndjson"},
                         "<containers xmlns='http://schemas.microsoft.com/2006/09/sip/containers'>"
                         "<container id='400' version='0'><member type='everyone'/>"
                         "<member type='everyone'/></container></containers>");
    CHECK(odd.status == 0);
    CHECK(nlohmann::json::parse(odd.out)["rule"] == "duplicate-member");
  }

  TEST_CASE("check looks at a manifest that is a file, too") {
    const TemporaryFolder folder;
    const auto manifest = folder.write(
        "manifest.xml",
        "<containerManifestList xmlns='http://schemas.microsoft.com/2008/09/sip/ContainerManifest'>"
        "<containerManifest><containers><container id='3'/></containers></containerManifest>"
        "</containerManifestList>");
    const auto answer = run({"check", "-", "--manifest", manifest});
    CHECK(answer.status == 1);
    CHECK(contains(answer.out, "manifest.xml:1:"));
    CHECK(contains(answer.out, "is for the owner only [bad-container-id]"));
  }

  TEST_CASE("--mode chooses the group of provisioning data") {
    const TemporaryFolder folder;
    const auto groups = folder.write(
        "groups.xml",
        "<provisionGroupList xmlns='http://schemas.microsoft.com/2006/09/sip/"
        "provisiongrouplist-notification'><provisionGroup name='privacyPublicationGrammar'>"
        "<containerManifestList xmlns='http://schemas.microsoft.com/2008/09/sip/ContainerManifest'>"
        "<containerManifest/></containerManifestList></provisionGroup></provisionGroupList>");
    CHECK(run({"check", "-", "--manifest", groups, "--mode", "privacy"}).status == 0);
    const auto missing = run({"check", "-", "--manifest", groups});
    CHECK(missing.status == 3);
    CHECK(contains(missing.err, "there is no group 'publicationGrammar'"));
  }

  TEST_CASE("what makes no sense is a usage error") {
    const std::string_view nobodys =
        "<containers xmlns='http://schemas.microsoft.com/2006/09/sip/containers'/>";
    const auto unknown_owner = run({"resolve", "-", "--as", "a@b.c"}, nobodys);
    CHECK(unknown_owner.status == 2);
    CHECK(contains(unknown_owner.err, "--uri does"));
    CHECK(run({"resolve", "-", "--as", "a@b.c", "--uri", "m@n.o"}, nobodys).status == 0);
    CHECK(run({"add", "-", "a@b.c", "--to", "300"}, nobodys).status == 0);

    CHECK(contains(run({"add", "-", "everione", "--to", "300"}).err, "did you mean 'everyone'?"));
    CHECK(contains(run({"add", "-", "everyone", "--to", "Teem"}).err, "did you mean 'Team'?"));
    CHECK(run({"add", "-", "everyone"}).status == 2);
    CHECK(run({"add", "-", "a@b.c", "--to", "300", "--role", "buddy"}).status == 2);
    CHECK(run({"check", "-", "--buddy", "a@b.c"}).status == 2);
    CHECK(run({"resolve", "-", "--as", "nobody"}).status == 2);
    CHECK(run({"resolve", "-", "--as", "a@b.c", "--public", "a@b.c"}).status == 2);
    CHECK(run({"resolve", "-", "--as", "a@b.c", "--manifest", "-"}).status == 2);
    CHECK(run({"resolve", "-"}).status == 2);
    CHECK(run({}).status == 2);
  }

  TEST_CASE("what cannot be read or written is a failure, what is invalid a finding") {
    CHECK(run({"check", "/nowhere/x.xml"}).status == 3);
    CHECK(run({"check", "-", "--manifest", "/nowhere/x.xml"}).status == 3);
    CHECK(run({"add", "-", "a@b.c", "--to", "300", "--output", "/nowhere/x.xml"}).status == 3);
    CHECK(run({"check", "-"}, "<containers").status == 1);
    CHECK(contains(run({"check", "-"}, valid_state).err, "[unknown-root]"));
  }
}
