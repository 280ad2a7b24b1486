// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <presentity/presence/preview.hpp>
#include <presentity/validator.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace presentity;
using namespace presentity::presence;
using namespace presentity::presence::test;

namespace {

const Owner mary{{"mary", "contoso.com"}, {}, {"live.com"}, std::nullopt};

Store sample_store() {
  auto store = Store::load(sample("stores/mary.xml"));
  REQUIRE(store);
  return *store;
}

Preview of(const Store& store, std::string_view watcher,
           AccessPolicy policy = AccessPolicy::member_kind,
           std::optional<TimePoint> now = std::nullopt) {
  return preview(store, mary, *parse_address(watcher), policy, now);
}

std::size_t count(const Preview& preview, Withholding reason) {
  return static_cast<std::size_t>(std::ranges::count(preview.withheld, reason, &Withheld::reason));
}

bool has(const Preview& preview, std::string_view name) {
  return std::ranges::find(preview.sent.category, name, &CategoryInstance::name) !=
         preview.sent.category.end();
}

}  // namespace

TEST_SUITE("preview") {
  TEST_CASE("each watcher is served from one container") {
    struct Row {
      std::string_view watcher;
      ContainerId by_kind;
      ContainerId by_id;
    };
    const auto store = sample_store();
    for (const auto& row : {Row{"bob@fabrikam.com", 300, 300}, Row{"x@fabrikam.com", 100, 100},
                            Row{"x@northwindtraders.com", 300, 300}, Row{"x@contoso.com", 200, 200},
                            Row{"kim@contoso.com", 100, 200}, Row{"carol@contoso.com", 400, 400},
                            Row{"dave@contoso.com", 1000, 1000}, Row{"x@live.com", 32000, 32000},
                            Row{"mallory@fabrikam.com", 32000, 32000}}) {
      CAPTURE(row.watcher);
      CHECK(of(store, row.watcher).resolution.container == row.by_kind);
      CHECK(of(store, row.watcher, AccessPolicy::largest_id).resolution.container == row.by_id);
    }
  }

  TEST_CASE("a watcher is not told what is for the owner") {
    const auto bob = of(sample_store(), "bob@fabrikam.com");
    CHECK(bob.sent.uri == "sip:mary@contoso.com");
    REQUIRE_FALSE(bob.sent.category.empty());
    for (const auto& instance : bob.sent.category) {
      CHECK(instance.publish_time);
      CHECK_FALSE(instance.container);
      CHECK_FALSE(instance.version);
      CHECK_FALSE(instance.expire_type);
      CHECK_FALSE(instance.expires);
      CHECK_FALSE(instance.endpoint_id);
      CHECK(instance.other_attributes.empty());
    }
    const auto xml = native::categories::write_categories(bob.sent);
    REQUIRE(xml);
    CHECK(Validator().verdict(*xml) == Verdict::valid);
  }

  TEST_CASE("private categories are sent to nobody") {
    const auto bob = of(sample_store(), "bob@fabrikam.com");
    CHECK(has(bob, "state"));
    CHECK(has(bob, "note"));
    for (const auto name : private_categories()) CHECK_FALSE(has(bob, name));
    CHECK(count(bob, Withholding::private_category) == 3);  // dndState, legacyInterop, routing
    CHECK(count(bob, Withholding::owner_only_container) == 8);
  }

  TEST_CASE("there is no fall-back to container 0, and strangers are served from there") {
    auto store = sample_store();
    const auto dave = of(store, "dave@contoso.com");
    REQUIRE(dave.sent.category.size() == 1);
    CHECK(dave.sent.category[0].name == "note");
    store.set_containers({});
    const auto stranger = of(store, "bob@fabrikam.com");
    REQUIRE(stranger.sent.category.size() == 1);
    CHECK(stranger.sent.category[0].name == "contactCard");
  }

  TEST_CASE("a blocked watcher is sent what stands in container 32000") {
    const auto mallory = of(sample_store(), "mallory@fabrikam.com");
    const auto state = std::ranges::find(mallory.sent.category, "state", &CategoryInstance::name);
    REQUIRE(state != mallory.sent.category.end());
    CHECK(state->any->xml.find("18500") != std::string::npos);
  }

  TEST_CASE("the owner is sent everything, as it is stored") {
    const auto store = sample_store();
    const auto self = of(store, "sip:Mary@contoso.com");
    CHECK(self.is_owner);
    CHECK(self.withheld.empty());
    CHECK(self.sent == store.notification());
  }

  TEST_CASE("what has ended is withheld if it is said what time it is") {
    const auto store = sample_store();
    const auto time = [](std::string_view text) { return to_instant(*parse_date_time(text)); };
    const auto notes = [&](std::optional<TimePoint> now) {
      const auto bob = of(store, "bob@fabrikam.com", AccessPolicy::member_kind, now);
      return std::ranges::count(bob.sent.category, "note", &CategoryInstance::name);
    };
    CHECK(notes(std::nullopt) == 2);
    CHECK(notes(time("2013-06-05T13:59:59Z")) == 2);
    CHECK(notes(time("2013-06-05T14:00:00Z")) == 1);
    const auto later =
        of(store, "bob@fabrikam.com", AccessPolicy::member_kind, time("2013-06-05T14:00:00Z"));
    CHECK(count(later, Withholding::expired) == 1);
    CHECK(of(store, "mary@contoso.com", AccessPolicy::member_kind, time("2014-01-01T00:00:00Z"))
              .withheld.size() == 5);
  }

  TEST_CASE("all containers, in order, with what each would send") {
    const auto all = preview_all(sample_store());
    std::vector<ContainerId> ids;
    for (const auto& container : all) ids.push_back(container.id);
    CHECK(ids == std::vector<ContainerId>{0, 1, 2, 3, 100, 200, 300, 400, 1000, 32000});
    CHECK(all[2].sent.category.empty());
    CHECK(all[2].withheld.size() == 4);
    CHECK(all[6].sent.category == of(sample_store(), "bob@fabrikam.com").sent.category);
  }
}
