// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <presentity/validator.hpp>

#include <doctest/doctest.h>

#include <thread>

using namespace presentity;
using namespace presentity::presence;
using namespace presentity::presence::test;

namespace {

const InstanceKey note_200{"note", 0, 200};

Applied publish(Store& store, std::vector<Publication> publications, std::int64_t seconds = 0,
                std::string_view endpoint = "pc") {
  auto applied = store.apply(request_of(std::move(publications)), endpoint, at(seconds), names);
  REQUIRE(applied);
  return *applied;
}

std::string_view refused_for(Store& store, Publication publication, std::string_view endpoint) {
  const auto before = store;
  const auto result = store.apply(request_of({std::move(publication)}), endpoint, at(0), names);
  REQUIRE_FALSE(result);
  CHECK(store == before);
  return result.error().errors.empty() ? "" : result.error().errors.front().rule;
}

std::string roaming(std::string_view content) {
  return R"(<roamingData xmlns="http://schemas.microsoft.com/2006/09/sip/roaming-self">)" +
         std::string(content) + "</roamingData>";
}

std::string entries(std::string_view content) {
  return roaming(R"(<categories xmlns="http://schemas.microsoft.com/2006/09/sip/categories">)" +
                 std::string(content) + "</categories>");
}

std::string loading(const std::string& xml) {
  const auto store = Store::load(xml);
  if (store) return "loaded";
  const auto& first = store.error().front();
  return std::string(first.rule) + " " + std::to_string(first.position.column) + " " + first.path;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("counts versions and tells the time of publication") {
    auto store = signed_in();
    const auto first = publish(store, {make_publication(note_200, note("a"))});
    REQUIRE(first.results.size() == 1);
    const auto& result = first.results.front();
    CHECK(result.version == 1U);
    CHECK(result.container == 200U);
    CHECK(result.endpoint_id == "pc");
    CHECK_FALSE(result.any);
    CHECK(to_string(*result.publish_time) == "2013-05-31T11:33:20.000");
    CHECK(publish(store, {make_publication(note_200, note("b"), 1)}).results[0].version == 2U);
    CHECK(store.find(note_200)->any == note("b"));
    CHECK(store.entries().size() == 1);
  }

  TEST_CASE("a stale version fails the whole request, and the fault names all of them") {
    auto store = signed_in();
    publish(store,
            {make_publication(note_200, note("a")), make_publication({"note", 0, 300}, note("a"))});
    const auto before = store;
    const auto request = request_of({make_publication({"note", 0, 400}, note("b")),
                                     make_publication(note_200, note("b"), 0),
                                     make_publication({"note", 0, 300}, note("b"), 7)});
    const auto refused = store.apply(request, "pc", at(1), names);
    REQUIRE_FALSE(refused);
    CHECK(store == before);
    REQUIRE(refused.error().fault);
    const auto corrected = retry(request, *refused.error().fault);
    REQUIRE(corrected);
    CHECK(store.apply(*corrected, "pc", at(1), names));
    CHECK(store.entries().size() == 3);
  }

  TEST_CASE("deletes with the current version, and tells the endpoints that none is left") {
    auto store = signed_in();
    publish(store, {make_publication(note_200, note("a"))});
    CHECK(refused_for(store, make_deletion(note_200, 0), "pc").empty());
    const auto applied = publish(store, {make_deletion(note_200, 1)});
    CHECK(store.entries().empty());
    CHECK_FALSE(applied.results[0].instance);
    CHECK(applied.results[0].container == 200U);
    REQUIRE(applied.notification.category.size() == 1);
    CHECK(applied.notification.category[0].name == "note");
    CHECK_FALSE(applied.notification.category[0].container);
    publish(store, {make_deletion(note_200, 0)});
    CHECK(publish(store, {make_publication(note_200, note("c"))}).results[0].version == 1U);
  }

  // docs/adr/0014, 4.
  TEST_CASE("after a deletion versions begin anew, since nobody is told where they were") {
    auto store = signed_in();
    publish(store, {make_publication(note_200, note("a"))});
    publish(store, {make_publication(note_200, note("b"), 1)});
    const auto applied = publish(store, {make_deletion(note_200, 2)});
    CHECK_FALSE(applied.results[0].version);
    CHECK_FALSE(applied.notification.category[0].version);

    const auto stale = request_of({make_publication(note_200, note("c"), 2)});
    const auto refused = store.apply(stale, "pc", at(1), names);
    REQUIRE_FALSE(refused);
    REQUIRE(refused.error().fault);
    const auto corrected = retry(stale, *refused.error().fault);
    REQUIRE(corrected);
    CHECK(corrected->publications.publication[0].version == 0U);
    CHECK(store.apply(*corrected, "pc", at(1), names)->results[0].version == 1U);
  }

  TEST_CASE("the notification has all instances of the categories that were touched") {
    auto store = signed_in();
    publish(store, {make_publication(note_200, note("a")),
                    make_publication({"alerts", 0, 1}, {"<alerts/>"})});
    const auto applied = publish(store, {make_publication({"note", 0, 300}, note("a"))});
    CHECK(applied.notification.category.size() == 2);
    CHECK(applied.notification.uri == mary_uri);
    CHECK(store.notification().category.size() == 3);
  }

  TEST_CASE("each expire type ends when it should") {
    auto store = signed_in();
    store.sign_in("phone");
    publish(store, {make_publication({"note", 1, 2}, note("x"), 0, {ExpireType::static_}),
                    make_publication({"note", 2, 2}, note("x"), 0, {ExpireType::user}),
                    make_publication({"note", 3, 2}, note("x"), 0, {ExpireType::endpoint}),
                    make_publication({"note", 4, 2}, note("x"), 0, {ExpireType::time, 60})});
    publish(store, {make_publication({"note", 5, 2}, note("x"))}, 1, "phone");

    CHECK(store.next_expiry() == at(60));
    CHECK(store.advance(at(60) - std::chrono::milliseconds(1)).empty());
    CHECK(store.advance(at(60)).size() == 1);
    CHECK_FALSE(store.next_expiry());
    const auto with_pc = store.sign_out("pc");
    REQUIRE(with_pc.size() == 1);
    CHECK(with_pc[0].instance == 3U);
    CHECK(store.sign_out("phone").size() == 2);
    REQUIRE(store.entries().size() == 1);
    CHECK(store.entries()[0].instance == 1U);
  }

  TEST_CASE("what has expired is not there for a request") {
    auto store = signed_in();
    publish(store, {make_publication(note_200, note("x"), 0, {ExpireType::time, 60})});
    const auto applied = publish(store, {make_publication(note_200, note("y"))}, 60);
    CHECK(applied.expired.size() == 1);
    CHECK(applied.results[0].version == 1U);
  }

  TEST_CASE("refuses requests that nobody could end, and those of others") {
    auto store = signed_in();
    CHECK(refused_for(store, make_publication(note_200, note("x")), "tablet") ==
          "unregistered-endpoint");
    CHECK(refused_for(store, make_publication(note_200, note("x")), "") == "unregistered-endpoint");
    Store nobody{std::string(mary_uri)};
    CHECK(refused_for(nobody, make_publication(note_200, note("x"), 0, {ExpireType::user}), "") ==
          "unregistered-endpoint");
    CHECK(refused_for(store, make_publication({"mood", 0, 1}, note("x")), "pc") ==
          "unregistered-category");
    const auto of_bob = make_request("sip:bob@contoso.com", {make_deletion(note_200, 0)});
    CHECK(store.apply(of_bob, "pc", at(0), names).error().errors[0].rule == "invalid-value");
  }

  TEST_CASE("publishing takes back that there is no instance") {
    auto store = Store::load(entries(R"(<category name="note"/><category name="alerts"/>)"
                                     R"(<category name="note" container="300"/>)"));
    REQUIRE(store);
    store->sign_in("pc");
    publish(*store, {make_publication(note_200, note("x"))});
    REQUIRE(store->entries().size() == 3);
    CHECK(store->entries()[0].name == "alerts");
    CHECK(store->entries()[1].container == 300U);
  }

  TEST_CASE("keeps everything of a document") {
    const Validator validator;
    for (const auto& xml :
         {sample("stores/mary.xml"), roaming(""),
          roaming(R"(<a:x xmlns:a="urn:a" a:b="1"><c xmlns=""/></a:x>)"),
          entries(R"(<category name="note"/><category name="note" container="200"/>)"),
          entries(R"(<category xmlns:q="urn:q" q:more="1" name="mood" instance="1" container="2">)"
                  R"(<q:mood>q:fine</q:mood></category>)"),
          roaming(
              R"(<containers xmlns="http://schemas.microsoft.com/2006/09/sip/containers">)"
              R"(<container id="200" xmlns:q="urn:q" q:a="b"><member type="later" value="x"/>)"
              R"(<member type="user" value="Bob@Contoso.com"/><member type="everyone"/>)"
              R"(</container></containers><endpoint xmlns="urn:presentity:store" id="a &amp;"/>)"
              R"(<endpoint xmlns="urn:presentity:store" id="b" more="1"/>)")}) {
      CAPTURE(xml.substr(0, 400));
      REQUIRE_FALSE(xml.empty());
      const auto store = Store::load(xml);
      REQUIRE(store);
      const auto saved = store->save();
      REQUIRE(saved);
      CHECK(validator.differences(xml, *saved).empty());
      const auto again = Store::load(*saved);
      REQUIRE(again);
      CHECK(*again == *store);
    }
  }

  TEST_CASE("knows containers by their members, and changes only what changes") {
    auto store = Store::load(
        roaming(R"(<containers xmlns="http://schemas.microsoft.com/2006/09/sip/containers">)"
                R"(<container id="200" version="3"><member type="later" value="x"/>)"
                R"(<member type="user" value="SIP:Bob@Contoso.com"/><member type="everyone"/>)"
                R"(</container></containers>)"));
    REQUIRE(store);
    auto containers = store->containers();
    REQUIRE(containers.size() == 1);
    CHECK(containers[0] ==
          Container{200, 3, {{MemberKind::user, "bob@contoso.com"}, {MemberKind::everyone, ""}}});
    const auto before = *store;
    store->set_containers(containers);
    CHECK(*store == before);

    containers[0].version = 4;
    containers[0].members.pop_back();
    containers.push_back({300, 1, {{MemberKind::domain, "fabrikam.com"}}});
    store->set_containers(containers);
    CHECK(store->containers() == containers);
    const auto saved = store->save();
    REQUIRE(saved);
    CHECK(saved->find(R"(<container id="200" version="4"><member type="later" value="x"/>)"
                      R"(<member type="user" value="SIP:Bob@Contoso.com"/></container>)") !=
          saved->npos);
    CHECK(*Store::load(*saved) == *store);
    store->set_containers({});
    CHECK(store->containers().empty());
  }

  TEST_CASE("says what is wrong with a document, and where") {
    CHECK(loading(entries(R"(<category name="mood" instance="1"><x xmlns=""/></category>)")) ==
          "stored-without-container 148 /roamingData/categories/category");
    const std::string one = R"(<category name="note" instance="1" container="2"/>)";
    CHECK(loading(entries(one + one)) ==
          "duplicate-publication 198 /roamingData/categories/category[2]");
    CHECK(loading(entries(R"(<category name="note" instance="1" container="32768"/>)")) ==
          "container-out-of-range 183 /roamingData/categories/category/@container");
    const std::string c =
        R"(<c:container xmlns:c="http://schemas.microsoft.com/2006/09/sip/containers" id="7"/>)";
    const std::string cs =
        R"(<containers xmlns="http://schemas.microsoft.com/2006/09/sip/containers">)";
    CHECK(loading(roaming(cs + c + c + "</containers>")).starts_with("duplicate-container "));
    CHECK(loading(roaming(cs + "</containers>" + cs + "</containers>"))
              .starts_with("unexpected-element "));
    CHECK(loading(roaming(R"(<endpoint xmlns="urn:presentity:store"/>)"))
              .starts_with("missing-attribute "));
    CHECK(loading("<roamingData").starts_with("malformed-xml "));
    CHECK(loading("<x/>").starts_with("unknown-root "));
  }

  TEST_CASE("tells of everything that is wrong, in all parts, and no more than is wanted") {
    const auto xml =
        roaming(R"(<categories xmlns="http://schemas.microsoft.com/2006/09/sip/categories">)"
                R"(<category name="note" instance="1" container="40000"/></categories>)"
                "\n"
                R"(<containers xmlns="http://schemas.microsoft.com/2006/09/sip/containers">)"
                R"(<container id="50000"/><container id="7"/><container id="7"/></containers>)");
    const auto all = Store::load(xml);
    REQUIRE_FALSE(all);
    REQUIRE(all.error().size() == 3);
    CHECK(all.error()[0].message == "there is no container 40000");
    CHECK(all.error()[1].message == "there is no container 50000");
    CHECK(all.error()[1].path == "/roamingData/containers/container[1]/@id");
    CHECK(all.error()[2].rule == "duplicate-container");
    CHECK(all.error()[2].position.line == 2);
    ReadLimits limits;
    limits.diagnostics = 2;
    CHECK(Store::load(xml, limits).error().size() == 2);
  }

  TEST_CASE("a part alone is a store that knows nothing of the other") {
    const auto alone = [](std::string_view name, std::string_view content) {
      return "\n<!-- x -->\n<" + std::string(name) +
             " xmlns=\"http://schemas.microsoft.com/2006/09/sip/" + std::string(name) + "\">" +
             std::string(content) + "</" + std::string(name) + ">";
    };
    const auto instances =
        Store::load(alone("categories", R"(<category name="note" instance="1" container="2"/>)"));
    REQUIRE(instances);
    CHECK(instances->lists_instances());
    CHECK_FALSE(instances->lists_members());
    CHECK(instances->entries().size() == 1);
    const auto members = Store::load(alone("containers", R"(<container id="7"/>)"));
    REQUIRE(members);
    CHECK_FALSE(members->lists_instances());
    CHECK(members->lists_members());
    CHECK(members->containers().size() == 1);
    for (const auto& store : {*instances, *members}) CHECK(*Store::load(*store.save()) == store);
    CHECK_FALSE(Store::load(roaming(""))->lists_members());

    CHECK(loading(alone("containers", R"(<container id="32768"/>)")) ==
          "container-out-of-range 84 /containers/container/@id");
    // What a watcher is told names no container, be there an instance or none.
    CHECK(loading(alone("categories", R"(<category name="note"/>)")) ==
          "stored-without-container 1 /categories");
    CHECK(loading(alone("categories", R"(<category name="note" instance="1"/>)")) ==
          "stored-without-container 1 /categories");
    CHECK(loading(alone("categories", "")) == "loaded");
  }

  TEST_CASE("a request is a document about a store, and no store") {
    const auto xml = write_request(request_of({make_publication(note_200, note("a"))}), names);
    REQUIRE(xml);
    const auto document = read_store_document(*xml);
    REQUIRE(document);
    const auto* const request = std::get_if<PublishRequest>(&*document);
    REQUIRE(request != nullptr);
    CHECK(request->publications.publication.size() == 1);
    CHECK(loading(*xml) == "unknown-root 1 /publish");
    CHECK_FALSE(read_store_document(xml->substr(0, 200)));
  }

  TEST_CASE("serves several threads") {
    SharedStore shared(signed_in());
    const auto work = [&] {
      for (int i = 0; i < 50; ++i) {
        shared.update([&](Store& store) {
          const auto* const known = store.find(note_200);
          const auto version = known == nullptr ? 0 : *known->version;
          return publish(store, {make_publication(note_200, note("x"), version)}).results.size();
        });
      }
    };
    std::thread one(work);
    std::thread other(work);
    one.join();
    other.join();
    CHECK(shared.snapshot().find(note_200)->version == 100U);
  }
}
