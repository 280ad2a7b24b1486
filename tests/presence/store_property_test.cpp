// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <presentity/presence/preview.hpp>
#include <presentity/validator.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

// Properties of the store, on stores and requests that a seeded generator makes.

using namespace presentity;
using namespace presentity::presence;
using namespace presentity::presence::test;

namespace {

const Owner mary{{"mary", "contoso.com"}, {}, {"live.com"}, std::nullopt};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}

  std::size_t below(std::size_t limit) { return engine_() % limit; }
  bool one_in(std::size_t n) { return below(n) == 0; }

  template <class T>
  const T& of(const std::vector<T>& items) {
    return items[below(items.size())];
  }

 private:
  std::mt19937 engine_;
};

const std::vector<ContainerId> container_ids{0, 1, 2, 3, 100, 200, 300, 400, 1000, 32000};
const std::vector<std::string> users{"bob@contoso.com", "ann@fabrikam.com", "joe@live.com",
                                     "kim@contoso.com"};
const std::vector<std::string> categories{"note", "mood", "place", "plan", "dndState"};
const std::vector<std::string> endpoints{"pc", "phone"};

const CategoryNames own_names = [] {
  CategoryNames result;
  for (const auto& name : categories) result.add(name);
  return result;
}();

std::vector<Container> random_containers(Random& random) {
  std::vector<Container> result;
  for (const auto id : container_ids) {
    if (random.one_in(3)) continue;
    Container container{id, static_cast<std::uint32_t>(random.below(9)), {}};
    std::set<Member> members;
    for (auto left = random.below(4); left > 0; --left) {
      const auto kind = static_cast<MemberKind>(random.below(6));
      members.insert({kind, kind == MemberKind::user     ? random.of(users)
                            : kind == MemberKind::domain ? "fabrikam.com"
                                                         : ""});
    }
    container.members.assign(members.begin(), members.end());
    result.push_back(std::move(container));
  }
  return result;
}

/// A value that tells the container it is published to, in one of the forms that XML allows.
RawElement value_for(Random& random, const InstanceKey& key) {
  const auto mark = "from " + std::to_string(key.container) + "!";
  if (key.category == "note") return note(mark);
  if (key.category == "dndState") {
    return {R"(<state xmlns="http://schemas.microsoft.com/2006/09/sip/state" )"
            R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="userState"/>)"};
  }
  switch (random.below(3)) {
    case 0:
      return {"<n:note xmlns:n='urn:x' n:type='n:y'><plain>" + mark + "</plain></n:note>"};
    case 1:
      return {"<plain type=\"x\"><![CDATA[" + mark + "<]]></plain>"};
    default:
      return {"<a xmlns='urn:a'>" + mark + " \xC3\xA9 &amp; <!-- c --></a>"};
  }
}

Publication random_publication(Random& random, const Store& store) {
  const InstanceKey key{random.of(categories), static_cast<std::uint32_t>(random.below(3)),
                        random.of(container_ids)};
  const auto* const known = store.find(key);
  const auto version = known == nullptr ? 0 : known->version.value_or(0);
  if (random.one_in(5)) return make_deletion(key, version);
  const auto type = static_cast<ExpireType>(random.below(4));
  return make_publication(key, value_for(random, key), version,
                          {type, static_cast<std::uint32_t>(random.below(50) + 1)});
}

PublishRequest random_request(Random& random, const Store& store) {
  std::vector<Publication> publications;
  std::set<InstanceKey> keys;
  for (auto left = random.below(5) + 1; left > 0; --left) {
    auto publication = random_publication(random, store);
    if (keys.insert(key_of(publication)).second) publications.push_back(std::move(publication));
  }
  return request_of(std::move(publications));
}

Store random_store(Random& random, std::int64_t& seconds) {
  Store store{std::string(mary_uri)};
  store.set_containers(random_containers(random));
  for (auto left = random.below(12); left > 0; --left) {
    seconds += static_cast<std::int64_t>(random.below(20));
    const auto& endpoint = random.of(endpoints);
    if (random.one_in(6)) {
      store.sign_out(endpoint);
    } else {
      store.sign_in(endpoint);
      store.advance(at(seconds));
      const auto applied =
          store.apply(random_request(random, store), endpoint, at(seconds), own_names);
      REQUIRE(applied);
    }
  }
  return store;
}

template <class Property>
void for_random_stores(Property property) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    std::int64_t seconds = 0;
    auto store = random_store(random, seconds);
    property(random, store, seconds);
  }
}

/// Whether every mark in `text` is that of the container.
bool tells_only(const std::string& text, ContainerId container) {
  const auto own = "from " + std::to_string(container) + "!";
  for (auto at = text.find("from "); at != text.npos; at = text.find("from ", at + 1)) {
    if (text.compare(at, own.size(), own) != 0) return false;
  }
  return true;
}

}  // namespace

TEST_SUITE("store properties") {
  TEST_CASE("a preview holds no value of another container") {
    std::size_t sent = 0;
    for_random_stores([&](Random& random, const Store& store, std::int64_t seconds) {
      for (const auto& user : users) {
        const auto policy = static_cast<AccessPolicy>(random.below(2));
        const auto now = random.one_in(2) ? std::optional(at(seconds + 5)) : std::nullopt;
        const auto view = preview(store, mary, *parse_address(user), policy, now);
        const auto xml = native::categories::write_categories(view.sent);
        REQUIRE(xml);
        CHECK(tells_only(*xml, view.resolution.container));
        CHECK(xml->find("dndState") == xml->npos);
        CHECK(view.sent.category.size() + view.withheld.size() == store.entries().size());
        sent += view.sent.category.size();
      }
    });
    CHECK(sent > 500);
  }

  TEST_CASE("what is saved is what is loaded, and nothing is lost") {
    const Validator validator;
    for_random_stores([&](Random&, const Store& store, std::int64_t) {
      const auto saved = store.save();
      REQUIRE(saved);
      const auto loaded = Store::load(*saved);
      REQUIRE(loaded);
      CHECK(*loaded == store);
      const auto again = loaded->save();
      REQUIRE(again);
      CHECK(validator.differences(*saved, *again).empty());
    });
  }

  TEST_CASE("a batch with one stale version changes nothing") {
    for_random_stores([&](Random& random, Store& store, std::int64_t seconds) {
      store.sign_in("pc");
      store.advance(at(seconds));
      auto request = random_request(random, store);
      auto& publications = request.publications.publication;
      auto& stale = publications[random.below(publications.size())];
      stale.version = *stale.version + 1;
      const auto before = store;
      const auto refused = store.apply(request, "pc", at(seconds), own_names);
      REQUIRE_FALSE(refused);
      CHECK(store == before);
      REQUIRE(refused.error().fault);
      CHECK(refused.error().fault->details->operation.size() == 1);
      const auto corrected = retry(request, *refused.error().fault);
      REQUIRE(corrected);
      CHECK(store.apply(*corrected, "pc", at(seconds), own_names));
    });
  }

  TEST_CASE("what has expired never comes back") {
    for_random_stores([&](Random& random, Store& store, std::int64_t seconds) {
      const auto later = at(seconds + static_cast<std::int64_t>(random.below(60)));
      std::set<InstanceKey> gone;
      for (const auto& entry : store.entries()) {
        const auto end = expiry_of(entry);
        if (end && *end <= later) gone.insert(*key_of(entry));
      }
      CHECK(store.advance(later).size() == gone.size());
      CHECK(store.next_expiry().value_or(later + std::chrono::seconds(1)) > later);
      store.advance(at(0));
      for (const auto& endpoint : endpoints) store.sign_in(endpoint);
      const auto loaded = Store::load(*store.save());
      REQUIRE(loaded);
      for (const auto& key : gone) {
        CHECK(store.find(key) == nullptr);
        CHECK(loaded->find(key) == nullptr);
      }
    });
  }
}
