// SPDX-License-Identifier: MIT
#include <presentity/presence/access.hpp>

#include <doctest/doctest.h>

using namespace presentity::presence;

namespace {

const Owner mary{{"mary", "contoso.com"}, {"eu.contoso.com"}, {"live.com"}, std::nullopt};
const Address bob{"bob", "contoso.com"};

}  // namespace

TEST_CASE("a watcher's network follows from the domain") {
  CHECK(source_network(mary, bob) == SourceNetwork::same_enterprise);
  CHECK(source_network(mary, {"x", "eu.contoso.com"}) == SourceNetwork::same_enterprise);
  CHECK(source_network(mary, {"x", "live.com"}) == SourceNetwork::public_cloud);
  CHECK(source_network(mary, {"x", "fabrikam.com"}) == SourceNetwork::federated);
  auto closed = mary;
  closed.federated_domains = {"fabrikam.com"};
  CHECK(source_network(closed, {"x", "fabrikam.com"}) == SourceNetwork::federated);
  CHECK(source_network(closed, {"x", "other.com"}) == SourceNetwork::unknown);
}

TEST_CASE("the policy decides between a user in 100 and the enterprise in 200") {
  const std::vector<Container> containers{
      {100, 1, {{MemberKind::user, "bob@contoso.com"}}},
      {200, 1, {{MemberKind::same_enterprise, ""}}},
  };
  const auto by_kind = resolve(containers, mary, bob);
  CHECK(by_kind.container == 100);
  CHECK(explain(by_kind) ==
        "member of 100 as user bob@contoso.com, which outranks 200 as sameEnterprise");
  CHECK(resolve(containers, mary, bob, AccessPolicy::largest_id).container == 200);
}

TEST_CASE("containers of the owner serve nobody, and without a membership it is container 0") {
  const std::vector<Container> containers{{2, 1, {{MemberKind::everyone, ""}}},
                                          {0, 1, {{MemberKind::everyone, ""}}}};
  const auto resolution = resolve(containers, mary, bob);
  CHECK(resolution.container == 0);
  CHECK(resolution.matches.empty());
  CHECK(explain(resolution) == "member of no container, hence 0");
}
