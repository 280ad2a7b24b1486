// SPDX-License-Identifier: MIT
#include "schema_set.hpp"
#include "testing.hpp"

#include <presentity/detail/schema_model.hpp>

#include <algorithm>
#include <array>

using namespace presentity;
using namespace presentity::detail;
using presentity::testing::built_in;
using presentity::testing::schema;

namespace {

constexpr std::string_view state_namespace = "http://schemas.microsoft.com/2006/09/sip/state";

using Names = std::vector<std::string>;

std::shared_ptr<const SchemaSet> load(std::string_view content) {
  const std::vector<SchemaSource> schemas{{"test.xsd", schema(content)}};
  const auto loaded = load_schemas(schemas);
  REQUIRE(loaded);
  return SchemaAccess::set(*loaded);
}

Names list(Words words) { return {words.begin(), words.end()}; }

const std::string remarks =
    "<xs:annotation><xs:documentation> Words \n here. </xs:documentation>"
    "<xs:appinfo xmlns:p='urn:presentity:schema'>";

}  // namespace

TEST_SUITE("schema model") {
  TEST_CASE("registers the built-in categories") {
    const auto& registry = built_in().registry();

    Names names;
    for (const auto& category : registry.categories) names.emplace_back(category.name);
    CHECK(std::ranges::is_sorted(names));
    for (const std::string_view name :
         {"alerts", "calendarData", "contactCard", "device", "dndState", "legacyInterop", "mwi",
          "note", "noteHistory", "otherOptions", "rccOptions", "routing", "services", "state",
          "userInformation", "userProperties", "workingHours"}) {
      CAPTURE(name);
      CHECK(registry.find(name) != nullptr);
    }
    CHECK(registry.find("nothing") == nullptr);
  }

  TEST_CASE("knows the instances of a category") {
    const auto* category = built_in().registry().find("state");

    REQUIRE(category != nullptr);
    CHECK(category->schema == "state.xsd");
    CHECK(category->root == ExpandedName{state_namespace, "state"});
    REQUIRE(category->instances.size() == 12);
    const auto& first = category->instances.front();
    CHECK(first.id == "0");
    CHECK(first.type == "aggregateState");
    CHECK(first.expires == "static");
    CHECK(first.containers == "32000");
    CHECK(first.publisher == "client");
    CHECK(first.content == "Offline, for watchers who are blocked.");
  }

  TEST_CASE("prefers the root that bears the category's name") {
    const auto* category = built_in().registry().find("noteHistory");
    REQUIRE(category != nullptr);
    CHECK(category->root.local == "noteHistory");
  }

  TEST_CASE("tells envelopes and manifests from category values") {
    const auto& registry = built_in().registry();
    const auto kind = [&](std::string_view uri, std::string_view local) {
      const auto* root = registry.find_root(uri, local);
      REQUIRE(root != nullptr);
      CHECK_FALSE(root->documentation.empty());
      return root->kind;
    };

    CHECK(kind(state_namespace, "state") == RootKind::category);
    CHECK(kind("http://schemas.microsoft.com/2006/09/sip/rich-presence", "publish") ==
          RootKind::envelope);
    CHECK(kind("http://schemas.microsoft.com/2008/09/sip/categoryPublicationManifest",
               "categoryPublicationManifest") == RootKind::manifest);
    CHECK(kind("", "Fault") == RootKind::envelope);
    CHECK(registry.find_root(state_namespace, "timeZoneBias") == nullptr);
    CHECK(registry.find_root("urn:x", "state") == nullptr);
  }

  TEST_CASE("takes each global element of a user's schema as a category, unless it is abstract") {
    const auto set = load("<xs:element name='one'/><xs:element name='two' abstract='true'/>");

    CHECK(set->model.registry.find("one") != nullptr);
    CHECK(set->model.registry.find("two") == nullptr);
    CHECK(set->model.registry.find_root("urn:test", "two") == nullptr);
  }

  TEST_CASE("reads the remarks of a user's schema") {
    const auto set =
        load("<xs:element name='r'>" + remarks +
             "<p:category name='mood'><p:instance id='7' type='x' expires='user' containers='2 3'"
             " publisher='client'> What \n it holds </p:instance></p:category></xs:appinfo>"
             "</xs:annotation></xs:element><xs:element name='e'>" +
             remarks + "<p:envelope/></xs:appinfo></xs:annotation></xs:element>");

    const auto* category = set->model.registry.find("mood");
    REQUIRE(category != nullptr);
    CHECK(category->root == ExpandedName{"urn:test", "r"});
    CHECK(category->schema == "test.xsd");
    REQUIRE(category->instances.size() == 1);
    CHECK(category->instances.front().content == "What it holds");
    CHECK(set->model.registry.find("r") == nullptr);
    const auto* root = set->model.registry.find_root("urn:test", "e");
    REQUIRE(root != nullptr);
    CHECK(root->kind == RootKind::envelope);
    CHECK(root->documentation == "Words here.");
  }

  TEST_CASE("copies types, their derivation and their remarks") {
    const auto set = load("<xs:complexType name='b' abstract='true'>" + remarks +
                          "<p:documented order='x y' require='x @k' one-of='@k @l'/></xs:appinfo>"
                          "</xs:annotation></xs:complexType>"
                          "<xs:complexType name='d'><xs:complexContent><xs:extension base='t:b'/>"
                          "</xs:complexContent></xs:complexType>"
                          "<xs:complexType name='o'/>");
    const auto& model = set->model;

    const auto base = model.find_type("urn:test", "b");
    const auto derived = model.find_type("urn:test", "d");
    REQUIRE(base != none);
    CHECK(model.type(base).is_abstract);
    CHECK(list(model.type(base).remarks.order) == Names{"x", "y"});
    CHECK(list(model.type(base).remarks.required) == Names{"x", "@k"});
    CHECK(list(model.type(base).remarks.one_of) == Names{"@k", "@l"});
    CHECK(model.is_derived(derived, base));
    CHECK_FALSE(model.is_derived(base, derived));
    CHECK(model.concrete_types(base) == Names{"d"});
    CHECK(model.find_type("urn:test", "zzz") == none);
  }

  TEST_CASE("applies wildcards as section 3.10.4 says") {
    struct Case {
      Wildcard wildcard;
      bool same, other, absent;
    };
    using Namespaces = Wildcard::Namespaces;
    static constexpr std::array<std::string_view, 2> list{"urn:test", ""};
    const auto ours = Words(list).first(1);
    const auto absent = Words(list).last(1);
    for (const Case& c : {
             Case{{Namespaces::any, {}, {}}, true, true, true},
             Case{{Namespaces::all_but, {}, ours}, false, true, false},
             Case{{Namespaces::only, {}, ours}, true, false, false},
             Case{{Namespaces::only, {}, absent}, false, false, true},
         }) {
      CHECK(c.wildcard.allows("urn:test") == c.same);
      CHECK(c.wildcard.allows("urn:x") == c.other);
      CHECK(c.wildcard.allows("") == c.absent);
    }
  }

  TEST_CASE("collects substitutes through all steps") {
    const auto set = load(
        "<xs:element name='h'/><xs:element name='m' substitutionGroup='t:h'/>"
        "<xs:element name='n' substitutionGroup='t:m'/>");
    const auto& model = set->model;
    CHECK(model.element(model.find_element("urn:test", "h")).substitutes.size() == 2);
    CHECK(model.element(model.find_element("urn:test", "m")).substitutes.size() == 1);
  }
}
