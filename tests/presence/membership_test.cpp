// SPDX-License-Identifier: MIT
#include "notation.hpp"

#include <presentity/presence/container_documents.hpp>
#include <presentity/presence/membership_request.hpp>
#include <presentity/presence/store.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace presentity;
using namespace presentity::presence;
using namespace presentity::presence::testing;

namespace {

constexpr auto add = MembershipAction::add;
constexpr auto remove_it = MembershipAction::remove;
const Member bob{MemberKind::user, "bob@contoso.com"};
const Member contoso{MemberKind::domain, "contoso.com"};

native::containers::ContainersType document(std::string_view content) {
  const auto xml = "<containers xmlns='http://schemas.microsoft.com/2006/09/sip/containers'>" +
                   std::string(content) + "</containers>";
  auto read = native::containers::read_containers(xml);
  REQUIRE_MESSAGE(read, xml);
  return *std::move(read);
}

SetContainerMembers request(std::string_view content) {
  const auto xml =
      "<setContainerMembers "
      "xmlns='http://schemas.microsoft.com/2006/09/sip/container-management'>" +
      std::string(content) + "</setContainerMembers>";
  auto read = native::container_management::read_set_container_members(xml);
  REQUIRE_MESSAGE(read, xml);
  return *std::move(read);
}

std::string rules_of(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const auto& one : diagnostics) {
    text += (text.empty() ? "" : ", ") + std::string(one.rule) + " " + one.path;
  }
  return text;
}

}  // namespace

TEST_SUITE("members and containers as text") {
  TEST_CASE("members are normalized") {
    struct Case {
      const char* text;
      const char* member;  // Empty: nobody.
    };
    for (const Case& row :
         {Case{"bob@contoso.com", "user bob@contoso.com"},
          Case{"SIP:Bob@Contoso.COM", "user bob@contoso.com"},
          Case{"sip:bob@contoso.com;transport=tls", "user bob@contoso.com"},
          Case{"domain:Contoso.com", "domain contoso.com"},
          Case{"sameenterprise", "sameEnterprise"}, Case{"federated", "federated"},
          Case{"publicCloud", "publicCloud"}, Case{"everyone", "everyone"}, Case{"domain:", ""},
          Case{"domain:bob@contoso.com", ""}, Case{"contoso.com", ""}, Case{"", ""}}) {
      CAPTURE(row.text);
      const auto member = parse_member(row.text);
      CHECK((member ? to_string(*member) : "") == row.member);
    }
  }

  TEST_CASE("containers have a number or a name") {
    CHECK(parse_container("300") == 300);
    CHECK(parse_container("0") == 0);
    CHECK(parse_container("team") == 300);
    CHECK(parse_container("Friends and Family") == 400);
    CHECK(parse_container("32767") == 32767);
    for (const auto* const text : {"", "32768", "-1", "3x", "99999999999", "Workgroups"}) {
      CAPTURE(text);
      CHECK_FALSE(parse_container(text));
    }
    CHECK(describe(300) == "300 (Workgroup)");
    CHECK(describe(1000) == "1000");
  }
}

TEST_SUITE("documents of containers") {
  TEST_CASE("the kinds of members are those of the schemas, in the same order") {
    const auto kinds = EnumTokens<MemberKind>::all();
    const auto same = [&](std::span<const std::string_view> tokens) {
      return std::vector(tokens.begin(), tokens.end()) == std::vector(kinds.begin(), kinds.end());
    };
    CHECK(same(EnumTokens<native::containers::MemberTypeEnum>::all()));
    CHECK(same(EnumTokens<native::container_management::MemberTypeEnum>::all()));
    CHECK(same(EnumTokens<native::container_manifest::MemberTypeEnum>::all()));
  }

  TEST_CASE("what is odd is found, and the rest is read") {
    const auto read = containers_of(
        document("<container id='100' version='2'><member type='user' value='sip:Bob@contoso.com'/>"
                 "<member type='user' value='bob@contoso.com'/><member type='guest' value='x'/>"
                 "<member type='user'/></container><container id='99999'/>"
                 "<container id='100' version='7'><member type='federated' value='ignored'/>"
                 "</container>"));
    CHECK(to_text(read.containers) == "100: bob@contoso.com, federated");
    CHECK(read.containers.front().version == 7);
    CHECK(rules_of(read.findings) ==
          "duplicate-member /containers/container[1]/member[2], "
          "bad-member /containers/container[1]/member[4], "
          "container-out-of-range /containers/container[2]/@id, "
          "duplicate-container /containers/container[3]");
  }

  TEST_CASE("an update keeps all that is not a membership") {
    const auto original = document(
        "<container id='100' version='2'><member type='guest' value='x'/>"
        "<member type='user' value='sip:Bob@contoso.com' z:a='1' xmlns:z='urn:z'/>"
        "<z:b xmlns:z='urn:z'/></container><container id='99999'/>"
        "<container id='200'><member type='federated'/></container>");
    auto updated = original;
    update(updated, containers_of(original).containers);
    CHECK(updated == original);

    auto changed = containers_of(original).containers;
    changed.pop_back();
    changed[0] = {100, 3, {contoso}};
    changed.push_back({300, 1, {bob}});
    update(updated, changed);
    CHECK(containers_of(updated).containers == changed);
    REQUIRE(updated.container.size() == 3);
    CHECK(updated.container[0].member.front().type.text() == "guest");
    CHECK(updated.container[0].any.size() == 1);
    CHECK(updated.container[1].id == 99999);
  }

  TEST_CASE("findings have places in the document around them") {
    const std::string_view text =
        "<roamingData xmlns='http://schemas.microsoft.com/2006/09/sip/roaming-self'>\n"
        "<containers xmlns='http://schemas.microsoft.com/2006/09/sip/containers'>\n"
        "  <container id='100'>\n    <member type='domain' value='a b'/></container>\n"
        "  <container id='200'><member type='everyone'/><member type='everyone'/>"
        "</container></containers></roamingData>";
    const auto store = Store::load(text);
    REQUIRE(store);
    auto findings = containers_of(store->memberships()).findings;
    locate_memberships(text, findings);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].path == "/roamingData/containers/container[1]/member");
    CHECK(findings[0].position.line == 4);
    CHECK(findings[0].position.column == 5);
    CHECK(findings[1].path == "/roamingData/containers/container[2]/member[2]");
    CHECK(findings[1].position.line == 5);
  }

  TEST_CASE("findings about other documents stay as they are") {
    auto findings = std::vector{Diagnostic{Severity::error, "bad-member", {}, "/a", {}, {}, {}}};
    const auto before = findings;
    locate_memberships("<note xmlns='http://schemas.microsoft.com/2006/09/sip/note'/>", findings);
    locate_memberships("<containers", findings);
    CHECK(findings == before);
  }
}

TEST_SUITE("requests to change members") {
  TEST_CASE("name the known version, 0 for a new container, and each change once") {
    const std::vector<Container> known{{300, 5, {bob}}};
    const std::vector<MembershipChange> changes{
        {add, 400, bob}, {remove_it, 300, bob}, {add, 400, bob}, {add, 32000, contoso}};
    const auto made = make_request(known, changes);
    REQUIRE(made);
    CHECK(*made == request("<container id='300' version='5'><member action='remove' type='user' "
                           "value='bob@contoso.com'/></container>"
                           "<container id='400' version='0'><member action='add' type='user' "
                           "value='bob@contoso.com'/></container>"
                           "<container id='32000' version='0'><member action='add' type='domain' "
                           "value='contoso.com'/></container>"));
    const auto applied = apply_request(known, *made);
    REQUIRE(applied);
    CHECK(applied->containers ==
          std::vector<Container>{{300, 6, {}}, {400, 1, {bob}}, {32000, 1, {contoso}}});
    CHECK(changes_between(known, applied->containers) ==
          std::vector<MembershipChange>{
              {remove_it, 300, bob}, {add, 400, bob}, {add, 32000, contoso}});
  }

  TEST_CASE("are refused where they make no sense") {
    const auto refused = [](const std::vector<MembershipChange>& changes) {
      const auto made = make_request({}, changes);
      return made ? std::string() : rules_of(made.error());
    };
    CHECK(refused({{add, 0, bob}}) == "bad-container-id ");
    CHECK(refused({{add, 32768, bob}}) == "container-out-of-range ");
    CHECK(refused({{add, 300, bob}, {remove_it, 300, bob}}) == "conflicting-change ");
    CHECK(refused({}) == "bad-member ");
    CHECK(refused({{add, 32767, bob}}).empty());
    CHECK(refused({{add, 1, bob}}).empty());
  }

  TEST_CASE("with a wrong version change nothing, and say which is right") {
    const std::vector<Container> known{{100, 4, {}}, {300, 5, {bob}}};
    const auto applied = apply_request(
        known, request("<container id='100' version='4'><member action='add' type='federated'/>"
                       "</container><container id='300' version='4'/>"
                       "<container id='400' version='1'/><container id='200'/>"));
    REQUIRE_FALSE(applied);
    CHECK(applied.error().problems.empty());
    CHECK(applied.error().conflicts == std::vector<VersionConflict>{{300, 4, 5}, {400, 1, 0}});
  }

  TEST_CASE("pass over what is not there, with a note") {
    const std::vector<Container> known{{300, 5, {bob}}};
    const auto applied = apply_request(
        known,
        request("<container id='300' version='5'><member action='remove' type='everyone'/>"
                "<member action='add' type='user' value='SIP:Bob@contoso.com'/></container>"
                "<container id='400'><member action='remove' type='federated'/></container>"));
    REQUIRE(applied);
    CHECK(applied->containers == known);
    CHECK(applied->notes ==
          std::vector<std::string>{"everyone is no member of container 300",
                                   "user bob@contoso.com is already a member of container 300",
                                   "federated cannot be in the missing container 400"});
  }

  TEST_CASE("that cannot be understood are refused as a whole") {
    const auto applied = apply_request(
        {}, request("<container id='0'/><container id='40000'/>"
                    "<container id='100'><member action='add' type='guest'/>"
                    "<member action='toggle' type='federated'/><member action='add' type='user'/>"
                    "<member action='add' type='everyone'/>"
                    "<member action='remove' type='everyone'/></container><container id='100'/>"));
    REQUIRE_FALSE(applied);
    CHECK(rules_of(applied.error().problems) ==
          "bad-container-id /setContainerMembers/container[1]/@id, "
          "container-out-of-range /setContainerMembers/container[2]/@id, "
          "unknown-token /setContainerMembers/container[3]/member[1]/@type, "
          "unknown-token /setContainerMembers/container[3]/member[2]/@action, "
          "bad-member /setContainerMembers/container[3]/member[3], "
          "conflicting-change /setContainerMembers/container[3]/member[5], "
          "duplicate-container /setContainerMembers/container[4]");
  }

  TEST_CASE("count the version past the last number to 1") {
    const auto applied =
        apply_request(std::vector<Container>{{300, 0xFFFFFFFF, {}}},
                      request("<container id='300' version='4294967295'>"
                              "<member action='add' type='everyone'/></container>"));
    REQUIRE(applied);
    CHECK(applied->containers.front().version == 1);
  }
}
