// SPDX-License-Identifier: MIT
#include "notation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>

using namespace presentity::presence;
using namespace presentity::presence::testing;

namespace {

// The owner is mary@contoso.com: contoso.com is her enterprise, live.com a public provider, all
// other domains are federated.
struct Case {
  const char* before;  // Who is where.
  const char* roles;   // Who is what.
  const char* change;
  const char* after;          // Who is where then, or `refused`.
  const char* roles_after;    // Who is what then.
  std::string_view deciding;  // Of the last step, or of the refusal; empty: nothing was done.
};

void check(const Manifest& manifest, const Case& row) {
  CAPTURE(row.before);
  CAPTURE(row.roles);
  CAPTURE(row.change);
  const Memberships before{containers(row.before), roles(row.roles)};
  const auto placement = place(manifest, mary(), before, change(row.change));
  if (!placement) {
    CAPTURE(placement.error().front().message);
    CHECK(std::string(row.after) == "refused");
    CHECK(placement.error().front().rule == row.deciding);
    return;
  }
  CHECK(to_text(placement->after.containers) == row.after);
  CHECK(to_text(placement->after.roles) == row.roles_after);
  const auto& steps = placement->steps;
  CHECK((steps.empty() ? std::string_view() : steps.back().rule) == row.deciding);
}

// What a new user of Lync has (protocol-facts 3.6), but for the public providers in 32000.
#define FRESH "100: federated; 200: sameEnterprise"

constexpr std::array open_mode{
    // Buddies by network, and the default container of each.
    Case{"", "bob@fabrikam.com buddy", "add bob@fabrikam.com default", "100: bob@fabrikam.com",
         "bob@fabrikam.com buddy", "request"},
    Case{"", "amy@live.com buddy", "add amy@live.com default", "100: amy@live.com",
         "amy@live.com buddy", "request"},
    Case{"", "joe@contoso.com buddy", "add joe@contoso.com default", "200: joe@contoso.com",
         "joe@contoso.com buddy", "request"},
    Case{"", "", "add joe@contoso.com default as buddy", "200: joe@contoso.com",
         "joe@contoso.com buddy", "request"},
    Case{"", "", "add joe@contoso.com default", "refused", "", "bad-container-id"},
    // avoidRedundantMembers: the network is there already.
    Case{FRESH, "", "add bob@fabrikam.com default as buddy", FRESH, "bob@fabrikam.com buddy",
         "avoidRedundantMembers"},
    Case{FRESH, "", "add joe@contoso.com default as buddy", FRESH, "joe@contoso.com buddy",
         "avoidRedundantMembers"},
    Case{FRESH, "", "add amy@live.com default as buddy",
         "100: amy@live.com, federated; 200: sameEnterprise", "amy@live.com buddy", "request"},
    Case{FRESH, "", "add domain:fabrikam.com 100", FRESH, "", "avoidRedundantMembers"},
    Case{FRESH, "", "add domain:fabrikam.com 200",
         "100: federated; 200: domain:fabrikam.com, sameEnterprise", "", "request"},
    Case{FRESH "; 300: bob@fabrikam.com", "", "add domain:fabrikam.com 300",
         "100: federated; 200: sameEnterprise; 300: domain:fabrikam.com", "",
         "avoidRedundantMembers"},
    Case{FRESH "; 32000: bob@fabrikam.com", "", "add domain:fabrikam.com 32000",
         FRESH "; 32000: bob@fabrikam.com, domain:fabrikam.com", "", "request"},
    // An entry that keeps its member where he is is not redundant.
    Case{FRESH "; 300: domain:fabrikam.com", "", "add bob@fabrikam.com 100 as buddy",
         "100: bob@fabrikam.com, federated; 200: sameEnterprise; 300: domain:fabrikam.com",
         "bob@fabrikam.com buddy", "request"},
    // occurrenceConstraint one with moveToDefaultContainer.
    Case{"300: bob@fabrikam.com", "bob@fabrikam.com buddy", "add bob@fabrikam.com 400",
         "100: bob@fabrikam.com", "bob@fabrikam.com buddy", "moveToDefaultContainer"},
    Case{"300: joe@contoso.com", "joe@contoso.com buddy", "add joe@contoso.com 400",
         "200: joe@contoso.com", "joe@contoso.com buddy", "moveToDefaultContainer"},
    Case{"300: bob@fabrikam.com", "bob@fabrikam.com buddy", "move bob@fabrikam.com 400",
         "400: bob@fabrikam.com", "bob@fabrikam.com buddy", "request"},
    Case{"300: bob@fabrikam.com", "bob@fabrikam.com buddy", "move bob@fabrikam.com default",
         "100: bob@fabrikam.com", "bob@fabrikam.com buddy", "request"},
    Case{"400: bob@fabrikam.com", "bob@fabrikam.com buddy", "remove bob@fabrikam.com all",
         "100: bob@fabrikam.com", "bob@fabrikam.com buddy", "moveToDefaultContainer"},
    Case{FRESH "; 400: bob@fabrikam.com", "bob@fabrikam.com buddy", "remove bob@fabrikam.com 400",
         FRESH, "bob@fabrikam.com buddy", "request"},
    Case{"300: bob@fabrikam.com; 400: bob@fabrikam.com", "", "assign bob@fabrikam.com buddy",
         "100: bob@fabrikam.com", "bob@fabrikam.com buddy", "moveToDefaultContainer"},
    Case{"400: bob@fabrikam.com", "bob@fabrikam.com buddy", "add bob@fabrikam.com 400",
         "400: bob@fabrikam.com", "bob@fabrikam.com buddy", ""},
    Case{"300: bob@fabrikam.com", "bob@fabrikam.com buddy", "move bob@fabrikam.com 32000",
         "32000: bob@fabrikam.com", "bob@fabrikam.com buddy", "request"},
    // No rule is for users without a role: where they are is nobody's business.
    Case{"300: bob@fabrikam.com", "", "add bob@fabrikam.com 400",
         "300: bob@fabrikam.com; 400: bob@fabrikam.com", "", "request"},
    Case{FRESH "; 300: bob@fabrikam.com", "", "remove bob@fabrikam.com 300", FRESH, "", "request"},
    Case{FRESH, "", "remove bob@fabrikam.com 300", FRESH, "", ""},
    // occurrenceConstraint one without a resolution rule.
    Case{FRESH, "", "add sameEnterprise 300", "refused", "", "occurrence-violated"},
    Case{FRESH, "", "move sameEnterprise 300", "100: federated; 300: sameEnterprise", "",
         "request"},
    Case{FRESH, "", "remove sameEnterprise 200", "refused", "", "occurrence-violated"},
    Case{FRESH, "", "remove federated all", "refused", "", "occurrence-violated"},
    Case{"100: federated", "", "add sameEnterprise default", FRESH, "", "request"},
    // zeroOrOne, and no default container.
    Case{FRESH, "", "add publicCloud 32000", FRESH "; 32000: publicCloud", "", "request"},
    Case{FRESH "; 32000: publicCloud", "", "add publicCloud 100", "refused", "",
         "occurrence-violated"},
    Case{FRESH "; 32000: publicCloud", "", "move publicCloud 100",
         "100: federated, publicCloud; 200: sameEnterprise", "", "request"},
    Case{FRESH "; 32000: publicCloud", "", "remove publicCloud 32000", FRESH, "", "request"},
    Case{FRESH, "", "add publicCloud default", "refused", "", "bad-container-id"},
    // Delegates belong into 300.
    Case{FRESH, "", "add joe@contoso.com default as delegate", FRESH "; 300: joe@contoso.com",
         "joe@contoso.com delegate", "request"},
    Case{FRESH, "", "assign joe@contoso.com delegate", FRESH "; 300: joe@contoso.com",
         "joe@contoso.com delegate", "moveToDefaultContainer"},
    Case{FRESH, "", "add joe@contoso.com 400 as delegate", FRESH "; 300: joe@contoso.com",
         "joe@contoso.com delegate", "moveToDefaultContainer"},
    Case{FRESH "; 400: joe@contoso.com", "", "add joe@contoso.com 300 as delegate",
         FRESH "; 300: joe@contoso.com", "joe@contoso.com delegate", "moveToDefaultContainer"},
    // In open mode nothing forces a role: a blocked delegate goes back to 300.
    Case{FRESH "; 300: joe@contoso.com", "joe@contoso.com delegate", "move joe@contoso.com 32000",
         FRESH "; 300: joe@contoso.com", "joe@contoso.com delegate", "moveToDefaultContainer"},
    // rolePrecedence: delegate before buddy.
    Case{FRESH "; 400: joe@contoso.com", "joe@contoso.com buddy", "assign joe@contoso.com delegate",
         FRESH "; 300: joe@contoso.com", "joe@contoso.com buddy, joe@contoso.com delegate",
         "moveToDefaultContainer"},
    Case{FRESH "; 300: joe@contoso.com", "joe@contoso.com buddy, joe@contoso.com delegate",
         "withdraw joe@contoso.com delegate", FRESH "; 300: joe@contoso.com",
         "joe@contoso.com buddy", "request"},
    Case{FRESH "; 300: joe@contoso.com", "joe@contoso.com buddy, joe@contoso.com delegate",
         "move joe@contoso.com 400", FRESH "; 300: joe@contoso.com",
         "joe@contoso.com buddy, joe@contoso.com delegate", "moveToDefaultContainer"},
    // Containers that cannot be used.
    Case{"", "", "add bob@fabrikam.com 0", "refused", "", "bad-container-id"},
    Case{"", "", "add bob@fabrikam.com 2", "refused", "", "bad-container-id"},
    Case{"", "", "add bob@fabrikam.com 1000", "refused", "", "bad-container-id"},
    Case{"", "", "add domain:fabrikam.com 300 as buddy", "refused", "", "bad-member"},
    // Those of other applications are neither counted nor touched.
    Case{"1000: bob@fabrikam.com", "bob@fabrikam.com buddy", "move bob@fabrikam.com 400",
         "400: bob@fabrikam.com; 1000: bob@fabrikam.com", "bob@fabrikam.com buddy", "request"},
    // What others breach is left alone, but for `tidy`.
    Case{"300: bob@fabrikam.com; 400: bob@fabrikam.com", "bob@fabrikam.com buddy",
         "add ann@fabrikam.com 300",
         "300: ann@fabrikam.com, bob@fabrikam.com; 400: bob@fabrikam.com", "bob@fabrikam.com buddy",
         "request"},
    Case{"300: bob@fabrikam.com; 400: bob@fabrikam.com", "bob@fabrikam.com buddy", "tidy",
         "100: bob@fabrikam.com", "bob@fabrikam.com buddy", "moveToDefaultContainer"},
    Case{FRESH, "", "tidy", FRESH, "", ""},
};

constexpr std::array privacy_mode{
    // Users without a role have no place but the blocked container: they become buddies.
    Case{"", "", "add bob@fabrikam.com 400", "400: bob@fabrikam.com", "bob@fabrikam.com buddy",
         "forceRole"},
    Case{"", "", "add bob@fabrikam.com 32000", "32000: bob@fabrikam.com", "", "request"},
    Case{"", "bob@fabrikam.com buddy", "add bob@fabrikam.com default", "100: bob@fabrikam.com",
         "bob@fabrikam.com buddy", "request"},
    Case{"", "joe@contoso.com buddy", "add joe@contoso.com default", "200: joe@contoso.com",
         "joe@contoso.com buddy", "request"},
    Case{"300: amy@live.com", "amy@live.com buddy", "add amy@live.com 400", "100: amy@live.com",
         "amy@live.com buddy", "moveToDefaultContainer"},
    // A delegate in the blocked container becomes a buddy.
    Case{"300: joe@contoso.com", "joe@contoso.com delegate", "move joe@contoso.com 32000",
         "32000: joe@contoso.com", "joe@contoso.com buddy", "forceRole"},
    Case{"300: joe@contoso.com", "joe@contoso.com delegate", "add joe@contoso.com 32000",
         "200: joe@contoso.com", "joe@contoso.com buddy", "moveToDefaultContainer"},
    Case{"32000: joe@contoso.com", "joe@contoso.com buddy", "assign joe@contoso.com delegate",
         "32000: joe@contoso.com", "joe@contoso.com buddy", "forceRole"},
    Case{"", "", "add joe@contoso.com 400 as delegate", "300: joe@contoso.com",
         "joe@contoso.com delegate", "moveToDefaultContainer"},
    // Networks and domains can be blocked, and nothing else.
    Case{"", "", "add domain:fabrikam.com 32000", "32000: domain:fabrikam.com", "", "request"},
    Case{"", "", "add domain:fabrikam.com 100", "refused", "", "container-not-allowed"},
    Case{"", "", "add sameEnterprise 200", "refused", "", "container-not-allowed"},
    Case{"", "", "add federated default", "refused", "", "bad-container-id"},
    Case{"", "", "add publicCloud 32000", "32000: publicCloud", "", "request"},
    Case{"32000: publicCloud", "", "remove publicCloud 32000", "", "", "request"},
    // Left over from open mode: who is elsewhere, too, is taken from the blocked container.
    Case{"200: sameEnterprise", "", "add sameEnterprise 32000", "200: sameEnterprise", "",
         "removeFromContainer"},
    Case{"100: domain:fabrikam.com", "", "add domain:fabrikam.com 32000",
         "100: domain:fabrikam.com", "", "removeFromContainer"},
    Case{"200: sameEnterprise", "", "move sameEnterprise 32000", "32000: sameEnterprise", "",
         "request"},
    Case{"32000: federated", "", "add federated 100", "refused", "", "container-not-allowed"},
    // No rule is for everyone.
    Case{"", "", "add everyone 32000", "32000: everyone", "", "request"},
    // A blocked domain does not make its blocked users redundant: 32000 may hold both.
    Case{"32000: domain:fabrikam.com", "", "add bob@fabrikam.com 32000",
         "32000: bob@fabrikam.com, domain:fabrikam.com", "", "request"},
};

struct RuleCase {
  const char* rule;  // Of a domain, a user or everyone; the containers are 100, 200 and 32000.
  Case row;
};

constexpr std::array other_rules{
    RuleCase{R"(<member type="domain"><occurrenceConstraint type="zero"/></member>)",
             {"", "", "add domain:x.com 100", "refused", "", "occurrence-violated"}},
    RuleCase{R"(<member type="domain"><occurrenceConstraint type="zero"/><resolutionRules>)"
             R"(<resolutionRule type="removeFromContainer"/></resolutionRules></member>)",
             {"", "", "add domain:x.com 100", "", "", "removeFromContainer"}},
    // Without a blocked container: the one that is not allowed goes first, then the least.
    RuleCase{R"(<member type="domain"><allowedContainers type="custom"><container id="100"/>)"
             R"(</allowedContainers><occurrenceConstraint type="zeroOrOne"/><resolutionRules>)"
             R"(<resolutionRule type="removeFromContainer"/></resolutionRules></member>)",
             {"100: domain:x.com", "", "add domain:x.com 200", "100: domain:x.com", "",
              "removeFromContainer"}},
    RuleCase{R"(<member type="domain"><occurrenceConstraint type="zeroOrOne"/><resolutionRules>)"
             R"(<resolutionRule type="removeFromContainer"/></resolutionRules></member>)",
             {"100: domain:x.com", "", "add domain:x.com 200", "200: domain:x.com", "",
              "removeFromContainer"}},
    // The rules are tried in their order.
    RuleCase{R"(<member type="domain"><defaultContainer id="200"/>)"
             R"(<occurrenceConstraint type="zeroOrOne"/><resolutionRules>)"
             R"(<resolutionRule type="removeFromContainer"/>)"
             R"(<resolutionRule type="moveToDefaultContainer"/></resolutionRules></member>)",
             {"32000: domain:x.com", "", "add domain:x.com 100", "100: domain:x.com", "",
              "removeFromContainer"}},
    RuleCase{R"(<member type="domain"><defaultContainer id="200"/>)"
             R"(<occurrenceConstraint type="zeroOrOne"/><resolutionRules>)"
             R"(<resolutionRule type="moveToDefaultContainer"/>)"
             R"(<resolutionRule type="removeFromContainer"/></resolutionRules></member>)",
             {"32000: domain:x.com", "", "add domain:x.com 100", "200: domain:x.com", "",
              "moveToDefaultContainer"}},
    // A rule with a uri is before one for all of the kind.
    RuleCase{R"(<member type="user"><occurrenceConstraint type="zero"/></member>)"
             R"(<member type="user" uri="sip:Bob@x.com"><defaultContainer id="200"/></member>)",
             {"", "", "add bob@x.com default", "200: bob@x.com", "", "request"}},
    RuleCase{R"(<member type="user"><occurrenceConstraint type="zero"/></member>)"
             R"(<member type="user" uri="sip:Bob@x.com"><defaultContainer id="200"/></member>)",
             {"", "", "add ann@x.com 200", "refused", "", "occurrence-violated"}},
    // visibleContainers: 32000 is not visible here.
    RuleCase{R"(<member type="everyone"><allowedContainers type="visibleContainers"/></member>)",
             {"", "", "add everyone 32000", "refused", "", "container-not-allowed"}},
    // What is not known applies to nobody.
    RuleCase{R"(<member type="guest"><occurrenceConstraint type="zero"/></member>)",
             {"", "", "add everyone 100", "100: everyone", "", "request"}},
    RuleCase{
        R"(<member type="everyone"><occurrenceConstraint type="twice"/></member>)",
        {"100: everyone", "", "add everyone 200", "100: everyone; 200: everyone", "", "request"}},
};

const std::array<Member, 8> some_members{{{MemberKind::user, "bob@fabrikam.com"},
                                          {MemberKind::user, "joe@contoso.com"},
                                          {MemberKind::user, "amy@live.com"},
                                          {MemberKind::domain, "fabrikam.com"},
                                          {MemberKind::same_enterprise, ""},
                                          {MemberKind::federated, ""},
                                          {MemberKind::public_cloud, ""},
                                          {MemberKind::everyone, ""}}};
constexpr std::array<ContainerId, 7> some_containers{0, 100, 200, 300, 400, 1000, 32000};

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t end) { return engine_() % end; }
  template <class T>
  const auto& one_of(const T& values) {
    return values[below(values.size())];
  }

 private:
  std::mt19937 engine_;
};

Memberships random_memberships(Dice& dice) {
  Memberships result;
  for (const auto id : some_containers) {
    if (dice.below(4) == 0) continue;
    Container container{id, static_cast<std::uint32_t>(dice.below(9)), {}};
    for (const auto& member : some_members) {
      if (dice.below(4) == 0) container.members.push_back(member);
    }
    result.containers.push_back(std::move(container));
  }
  for (std::size_t i = 0; i < 3; ++i) {
    for (const auto role : {Role::buddy, Role::delegate}) {
      if (dice.below(3) == 0) result.roles.push_back({some_members[i].value, role});
    }
  }
  return result;
}

PlacementChange random_change(Dice& dice) {
  PlacementChange change;
  change.kind = static_cast<PlacementChange::Kind>(dice.below(6));
  change.member = dice.one_of(some_members);
  if (dice.below(3) != 0) change.container = dice.one_of(some_containers);
  const bool is_about_role = change.kind == PlacementChange::Kind::assign_role ||
                             change.kind == PlacementChange::Kind::withdraw_role;
  if (is_about_role || dice.below(4) == 0) {
    change.role = dice.below(2) == 0 ? Role::buddy : Role::delegate;
  }
  return change;
}

// What rules could mend and did not, as text.
std::string resolvable(const Manifest& manifest, const Memberships& memberships,
                       AccessPolicy policy) {
  std::string text;
  for (const auto& violation : check_membership(manifest, mary(), memberships, policy)) {
    if (violation.is_resolvable) text += violation.message + "\n";
  }
  return text;
}

}  // namespace

TEST_SUITE("placement") {
  TEST_CASE("open mode") {
    for (const auto& row : open_mode) check(lync2013_containers(PublicationMode::open), row);
  }

  TEST_CASE("privacy mode") {
    for (const auto& row : privacy_mode) check(lync2013_containers(PublicationMode::privacy), row);
  }

  TEST_CASE("rules that the manifests of Lync 2013 do not have") {
    for (const auto& row : other_rules) {
      CAPTURE(row.rule);
      check(manifest_with(row.rule), row.row);
    }
  }

  TEST_CASE("rolePrecedence decides which of two roles counts") {
    const auto two_roles = R"(<member role="buddy"><defaultContainer id="100"/></member>)"
                           R"(<member role="delegate"><defaultContainer id="200"/></member>)";
    const auto both = "bob@x.com buddy, bob@x.com delegate";
    const auto buddy_first =
        R"(<rolePrecedence><rolePrecedenceEntry type="buddy"/><rolePrecedenceEntry type="delegate"/>)"
        R"(</rolePrecedence>)";
    const auto delegate_only =
        R"(<rolePrecedence><rolePrecedenceEntry type="delegate"/></rolePrecedence>)";
    check(manifest_with(two_roles, buddy_first),
          {"", both, "add bob@x.com default", "100: bob@x.com", both, "request"});
    check(manifest_with(two_roles, delegate_only),
          {"", both, "add bob@x.com default", "200: bob@x.com", both, "request"});
    check(manifest_with(two_roles),
          {"", both, "add bob@x.com default", "100: bob@x.com", both, "request"});
  }

  TEST_CASE("the policy decides whether an entry is redundant") {
    const auto& open = lync2013_containers(PublicationMode::open);
    const Memberships before{containers("100: domain:x.com; 300: federated"), {}};
    const auto add = change("add bob@x.com 300");
    const auto by_kind = place(open, mary(), before, add, AccessPolicy::member_kind);
    const auto by_id = place(open, mary(), before, add, AccessPolicy::largest_id);
    REQUIRE(by_kind);
    REQUIRE(by_id);
    CHECK(by_kind->request.has_value());      // Without it, 100 would serve him.
    CHECK_FALSE(by_id->request.has_value());  // 300 serves him in any case.
  }

  TEST_CASE("a change of a role must name it") {
    const auto placement =
        place(lync2013_containers(PublicationMode::open), mary(), {},
              {.kind = PlacementChange::Kind::assign_role, .member = some_members[0]});
    REQUIRE_FALSE(placement);
    CHECK(placement.error().front().rule == "bad-member");
  }

  TEST_CASE("the steps tell what was done and by which rule") {
    const Memberships before{containers("300: bob@fabrikam.com"), roles("bob@fabrikam.com buddy")};
    const auto placement = place(lync2013_containers(PublicationMode::open), mary(), before,
                                 change("add bob@fabrikam.com 400"));
    REQUIRE(placement);
    REQUIRE(placement->steps.size() == 2);
    CHECK(placement->steps[0].sentence ==
          "user bob@fabrikam.com is added to 400 (Friends and Family)");
    CHECK(placement->steps[1].member_rule == 1);
    CHECK(placement->steps[1].sentence ==
          "user bob@fabrikam.com is in 300 (Workgroup) and 400 (Friends and Family) and may be in "
          "one container; the default container is 100 (External Contacts)");
  }

  TEST_CASE("the request makes the new containers of the old ones, and nothing is left to mend") {
    Dice dice(20131015);
    int placed = 0;
    for (int i = 0; i < 4000; ++i) {
      CAPTURE(i);
      const auto mode = dice.below(2) == 0 ? PublicationMode::open : PublicationMode::privacy;
      const auto policy = dice.below(2) == 0 ? AccessPolicy::member_kind : AccessPolicy::largest_id;
      const auto& manifest = lync2013_containers(mode);
      auto before = random_memberships(dice);
      const auto tidy =
          place(manifest, mary(), before, {.kind = PlacementChange::Kind::tidy}, policy);
      REQUIRE(tidy);
      CHECK(resolvable(manifest, tidy->after, policy) == "");
      const bool starts_tidy = dice.below(2) == 0;
      if (starts_tidy) before = tidy->after;

      const auto wanted = random_change(dice);
      const auto placement = place(manifest, mary(), before, wanted, policy);
      if (!placement) continue;
      ++placed;
      if (placement->request) {
        const auto applied = apply_request(before.containers, *placement->request);
        REQUIRE(applied);
        CHECK(applied->containers == placement->after.containers);
        CHECK(applied->notes.empty());
      } else {
        CHECK(before.containers == placement->after.containers);
      }
      if (!starts_tidy) continue;  // What others breach already may hide what comes next.
      CHECK(resolvable(manifest, placement->after, policy) == "");
      const auto again = place(manifest, mary(), placement->after, wanted, policy);
      REQUIRE(again);
      CHECK_FALSE(again->request.has_value());
      CHECK(again->after == placement->after);
    }
    CHECK(placed > 1000);
  }
}
