// SPDX-License-Identifier: MIT
#include "notation.hpp"

#include <presentity/embedded_schemas.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace presentity;
using namespace presentity::presence;
using namespace presentity::presence::testing;

namespace {

constexpr auto open = PublicationMode::open;
constexpr auto privacy = PublicationMode::privacy;

std::string list(std::string_view content) {
  return R"(<containerManifestList xmlns="http://schemas.microsoft.com/2008/09/sip/ContainerManifest">)"
         "<containerManifest>" +
         std::string(content) + "</containerManifest></containerManifestList>";
}

std::string findings_of(const std::string& xml) {
  const auto document = read_manifest(xml);
  REQUIRE_MESSAGE(document, xml);
  std::string text;
  for (const auto& one : document->findings) {
    text += (text.empty() ? "" : ", ") + std::string(one.rule) + " " + one.path.substr(40);
  }
  return text;
}

}  // namespace

TEST_SUITE("container manifests") {
  TEST_CASE("those of Lync 2013 have nothing wrong") {
    for (const auto* const name :
         {"grammars/lync2013-containers.xml", "grammars/lync2013-privacy-containers.xml"}) {
      CAPTURE(name);
      const auto document = read_manifest(embedded_schema(name));
      REQUIRE(document);
      CHECK(document->warnings.empty());
      CHECK(document->findings.empty());
    }
  }

  TEST_CASE("those of Lync 2013 say what their pages say") {
    for (const auto mode : {open, privacy}) {
      const auto& manifest = lync2013_containers(mode);
      REQUIRE(manifest.containers.size() == 6);
      for (const auto& container : manifest.containers) {
        CAPTURE(container.id);
        const bool is_outer = container.id == 0 || container.id == 32000;
        CHECK(container.is_visible == (container.id != 0));
        CHECK(container.avoids_redundant_members == !is_outer);
        CHECK(container.is_blocked == (container.id == 32000));
      }
      CHECK(manifest.block_rules.size() == 4);
      CHECK(manifest.role_precedence == std::vector{Role::delegate, Role::buddy});
    }
    CHECK(lync2013_containers(open).member_rules.size() == 6);
    CHECK(lync2013_containers(privacy).member_rules.size() == 8);
  }

  TEST_CASE("are found in the group of their mode") {
    const auto groups =
        "<provisionGroupList xmlns='http://schemas.microsoft.com/2006/09/sip/"
        "provisiongrouplist-notification'>\n<provisionGroup name='publicationGrammar'>" +
        list("<containers><container id='100'/></containers>") +
        "</provisionGroup>\n<provisionGroup name='privacyPublicationGrammar'>" +
        list("<containers><container id='200'/><container id='3'/></containers>") +
        "</provisionGroup></provisionGroupList>";
    const auto first = read_manifest(groups, open);
    const auto second = read_manifest(groups, privacy);
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->manifest.find(100) != nullptr);
    CHECK(second->manifest.find(200) != nullptr);
    REQUIRE(second->findings.size() == 1);
    CHECK(second->findings[0].position.line == 3);
    CHECK(second->findings[0].path.starts_with("/provisionGroupList/provisionGroup[2]/"));

    const auto none = read_manifest(
        "<provisionGroupList xmlns='http://schemas.microsoft.com/2006/09/sip/"
        "provisiongrouplist-notification'/>");
    REQUIRE_FALSE(none);
    CHECK(none.error().front().rule == "missing-element");
    const auto other =
        read_manifest("<note xmlns='http://schemas.microsoft.com/2006/09/sip/note'/>");
    REQUIRE_FALSE(other);
    CHECK(other.error().front().rule == "unknown-root");
  }

  TEST_CASE("unknown tokens are warnings of the validator") {
    const auto document = read_manifest(list("<members><member type='guest'/></members>"));
    REQUIRE(document);
    REQUIRE(document->warnings.size() == 1);
    CHECK(document->warnings[0].rule == "unknown-token");
    CHECK_FALSE(document->manifest.member_rules.front().is_understood);
  }

  TEST_CASE("mistakes in them are found") {
    struct Case {
      const char* content;
      const char* findings;
    };
    constexpr std::string_view declared =
        "<containers><container id='100'/><container id='200'/></containers>";
    const auto member = [&](const std::string& inner, const std::string& attributes) {
      return list(std::string(declared) + "<members><member " + attributes + ">" + inner +
                  "</member></members>");
    };
    const auto blocks = [&](const std::string& inner) {
      return list(std::string(declared) + "<blockRules>" + inner + "</blockRules>");
    };
    for (const Case& row :
         {Case{"<container id='100'/><container id='100'/>",
               "duplicate-container /containers/container[2]/@id"},
          Case{"<container id='32768'/>", "container-out-of-range /containers/container/@id"},
          Case{"<container id='2'/>", "bad-container-id /containers/container/@id"},
          Case{"<container id='0'/><container id='32767'/>", ""}}) {
      CAPTURE(row.content);
      CHECK(findings_of(list("<containers>" + std::string(row.content) + "</containers>")) ==
            row.findings);
    }
    CHECK(findings_of(member("", "uri='sip:a@b.c'")) ==
          "bad-member-rule /members/member, bad-member-rule /members/member/@uri");
    CHECK(findings_of(member("", "type='user' uri='a'")) == "bad-member-rule /members/member/@uri");
    CHECK(findings_of(member("", "type='domain' role='buddy'")) ==
          "bad-member-rule /members/member/@role");
    CHECK(findings_of(member("<allowedContainers type='custom'/>", "type='user'")) ==
          "bad-member-rule /members/member/allowedContainers");
    CHECK(findings_of(member("<allowedContainers type='custom'><container id='300'/>"
                             "</allowedContainers>",
                             "type='user'")) ==
          "bad-container-id /members/member/allowedContainers/container/@id");
    CHECK(findings_of(member("<allowedContainers type='custom'><container id='100'/>"
                             "</allowedContainers><defaultContainer id='200'/>",
                             "type='user'")) ==
          "bad-member-rule /members/member/defaultContainer/@id");
    CHECK(findings_of(member("<defaultContainer id='300'/>", "type='user'")) ==
          "bad-container-id /members/member/defaultContainer/@id");
    const std::string rules = "<resolutionRules><resolutionRule type='";
    const std::string end = "/></resolutionRules>";
    CHECK(findings_of(member(rules + "moveToDefaultContainer'" + end, "type='user'")) ==
          "bad-member-rule /members/member");
    CHECK(findings_of(member("<defaultContainer id='100'/><occurrenceConstraint type='zero'/>" +
                                 rules + "moveToDefaultContainer'" + end,
                             "type='user'")) == "bad-member-rule /members/member");
    CHECK(findings_of(member(rules + "forceRole'" + end, "type='user'")) ==
          "bad-member-rule /members/member");
    CHECK(findings_of(member(rules + "forceRole' role='buddy'" + end, "type='user'")) ==
          "bad-member-rule /members/member");
    CHECK(findings_of(member(rules + "forceRole' role='buddy'" + end, "role='buddy'")).empty());
    CHECK(findings_of(list("<members><member type='user'/><member type='user'/>"
                           "<member type='user' uri='a@b.c'/></members>")) ==
          "repeated-rule /members/member[2]");
    CHECK(findings_of(blocks("<blockRule type='invites'><minAvailability>5</minAvailability>"
                             "<maxAvailability>4</maxAvailability></blockRule>")) ==
          "bad-block-rule /blockRules/blockRule");
    CHECK(findings_of(blocks("<blockRule type='invites'><minAvailability>5</minAvailability>"
                             "<minAvailability>6</minAvailability></blockRule>")) ==
          "bad-block-rule /blockRules/blockRule");
    CHECK(findings_of(blocks("<blockRule type='invites'/><blockRule type='invites'/>")) ==
          "repeated-rule /blockRules/blockRule[2]");
    CHECK(
        findings_of(blocks("<blockRule type='invites'><containers type='custom'/></blockRule>")) ==
        "bad-block-rule /blockRules/blockRule/containers");
    CHECK(findings_of(list("<rolePrecedence><rolePrecedenceEntry type='buddy'/>"
                           "<rolePrecedenceEntry type='buddy'/></rolePrecedence>")) ==
          "repeated-rule /rolePrecedence/rolePrecedenceEntry[2]");
  }
}

TEST_SUITE("block rules") {
  TEST_CASE("those of Lync 2013") {
    struct Case {
      BlockKind kind;
      ContainerId container;
      SourceNetwork network;
      std::optional<std::uint32_t> availability;
      std::size_t rule;  // 0: not blocked.
    };
    constexpr auto calls = BlockKind::invites;
    constexpr auto prompts = BlockKind::subscriber_prompt;
    constexpr auto enterprise = SourceNetwork::same_enterprise;
    constexpr auto federated = SourceNetwork::federated;
    constexpr auto cloud = SourceNetwork::public_cloud;
    const std::array rows{
        Case{calls, 0, cloud, 3500, 1},          Case{calls, 0, federated, 3500, 0},
        Case{calls, 100, cloud, 3500, 0},        Case{calls, 200, enterprise, 8999, 0},
        Case{calls, 200, enterprise, 9000, 2},   Case{calls, 200, enterprise, 11999, 2},
        Case{calls, 200, enterprise, 12000, 0},  Case{calls, 200, enterprise, {}, 0},
        Case{calls, 32000, enterprise, {}, 3},   Case{calls, 32000, federated, 9500, 2},
        Case{prompts, 32000, federated, {}, 4},  Case{prompts, 0, cloud, {}, 0},
        Case{prompts, 200, enterprise, 9500, 0},
    };
    for (const auto mode : {open, privacy}) {
      for (const auto& row : rows) {
        CAPTURE(row.container);
        CAPTURE(row.availability.value_or(0));
        const auto decision = is_blocked(lync2013_containers(mode), row.kind, row.container,
                                         row.network, row.availability);
        CHECK(decision.is_blocked == (row.rule != 0));
        CHECK(decision.rule.value_or(0) == row.rule);
      }
    }
  }

  TEST_CASE("an unknown kind blocks nothing, and a bound alone is a bound") {
    const auto manifest = manifest_with(
        {},
        "<blockRules><blockRule type='smoke'/>"
        "<blockRule type='invites'><minAvailability>9000</minAvailability></blockRule>"
        "</blockRules>");
    const auto decide = [&](std::uint32_t availability) {
      return is_blocked(manifest, BlockKind::invites, 100, SourceNetwork::federated, availability);
    };
    CHECK_FALSE(decide(8999).is_blocked);
    CHECK(decide(4000000000).rule == 2);
    CHECK(decide(9000).reason ==
          "block rule 2 blocks calls while the owner's availability is 9000");
  }
}

TEST_SUITE("access") {
  TEST_CASE("both policies") {
    struct Case {
      const char* containers;
      const char* watcher;
      ContainerId by_kind;
      ContainerId by_id;
    };
    for (const Case& row : {
             Case{"100: federated; 200: sameEnterprise", "joe@contoso.com", 200, 200},
             Case{"100: federated; 200: sameEnterprise", "bob@fabrikam.com", 100, 100},
             Case{"100: federated; 200: sameEnterprise", "amy@live.com", 0, 0},
             Case{"32000: publicCloud", "amy@live.com", 32000, 32000},
             Case{"100: joe@contoso.com; 200: sameEnterprise", "joe@contoso.com", 100, 200},
             Case{"100: joe@contoso.com; 32000: domain:contoso.com", "joe@contoso.com", 100, 32000},
             Case{"300: joe@contoso.com; 200: joe@contoso.com", "joe@contoso.com", 300, 300},
             Case{"400: domain:fabrikam.com; 100: federated", "bob@fabrikam.com", 400, 400},
             Case{"100: domain:fabrikam.com; 400: federated", "bob@fabrikam.com", 100, 400},
             Case{"100: domain:fabrikam.com", "bob@eu.fabrikam.com", 0, 0},
             Case{"100: federated; 400: everyone", "bob@fabrikam.com", 100, 400},
             Case{"100: publicCloud; 400: everyone", "amy@live.com", 100, 400},
             Case{"2: joe@contoso.com; 0: everyone", "joe@contoso.com", 0, 0},
             Case{"1000: everyone; 400: joe@contoso.com", "joe@contoso.com", 400, 1000},
             Case{"32000: joe@contoso.com; 300: joe@contoso.com", "joe@contoso.com", 32000, 32000},
         }) {
      CAPTURE(row.containers);
      CAPTURE(row.watcher);
      const auto all = containers(row.containers);
      const auto watcher = parse_address(row.watcher);
      REQUIRE(watcher);
      CHECK(resolve(all, mary(), *watcher, AccessPolicy::member_kind).container == row.by_kind);
      CHECK(resolve(all, mary(), *watcher, AccessPolicy::largest_id).container == row.by_id);
    }
  }
}
