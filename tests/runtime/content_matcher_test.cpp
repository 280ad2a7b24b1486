// SPDX-License-Identifier: MIT
#include "content_matcher.hpp"

#include "outline.hpp"
#include "schema_set.hpp"
#include "testing.hpp"

#include <array>
#include <random>

using namespace presentity;
using namespace presentity::detail;
using presentity::testing::schema;

namespace {

constexpr std::string_view uri = "urn:test";

/// Content models `models`, as the types of the elements m0, m1, ...; all loaded at once.
std::shared_ptr<const SchemaSet> load(const std::vector<std::string>& models) {
  std::string text;
  for (std::size_t i = 0; i < models.size(); ++i) {
    text += "<xs:element name='m" + std::to_string(i) + "'><xs:complexType>" + models[i] +
            "</xs:complexType></xs:element>";
  }
  const std::vector<SchemaSource> schemas{{"test.xsd", schema(text)}};
  const auto loaded = load_schemas(schemas);
  if (!loaded) return nullptr;
  return SchemaAccess::set(*loaded);
}

const Particle* content_of(const SchemaSet& set, std::size_t model) {
  const auto element = set.model.find_element(uri, "m" + std::to_string(model));
  const auto& type = set.model.type(set.model.element(element).type);
  return type.particle;
}

/// One letter for each child: 'a' to 'z' of our namespace, capitals of another.
bool is_accepted(const SchemaSet& set, std::size_t model, std::string_view children) {
  ContentMatcher matcher(set.model, content_of(set, model));
  for (const char c : children) {
    const bool is_other = c < 'a';
    const std::string local(1, static_cast<char>(c | 0x20));
    if (matcher.advance(is_other ? "urn:o" : uri, local).particle == nullptr) return false;
  }
  return matcher.is_complete();
}

std::string element(char name, std::string_view bounds = "") {
  return "<xs:element name='" + std::string(1, name) + "' type='xs:string' " + std::string(bounds) +
         "/>";
}

std::string group(std::string_view kind, std::string_view content, std::string_view bounds = "") {
  const auto tag = "xs:" + std::string(kind);
  return "<" + tag + " " + std::string(bounds) + ">" + std::string(content) + "</" + tag + ">";
}

std::string names(const std::vector<const Particle*>& particles, const SchemaModel& model) {
  std::string text;
  for (const auto* particle : particles) {
    text += particle->kind == Particle::Kind::element ? model.element(particle->element).name.local
                                                      : "*";
  }
  return text;
}

}  // namespace

TEST_SUITE("content matcher") {
  TEST_CASE("follows sequences, choices, all, bounds and wildcards") {
    struct Case {
      std::string model;
      std::vector<std::string_view> good, bad;
    };
    const auto optional = "minOccurs='0'";
    const auto any_number = "minOccurs='0' maxOccurs='unbounded'";
    const std::vector<Case> cases{
        {"", {""}, {"a"}},
        {group("sequence", ""), {""}, {"a"}},
        {group("sequence", element('a') + element('b')),
         {"ab"},
         {"", "a", "b", "ba", "abb", "abc"}},
        {group("sequence", element('a', optional) + element('b', optional)),
         {"", "a", "b", "ab"},
         {"ba", "aa"}},
        {group("sequence", element('a', "minOccurs='2' maxOccurs='3'")),
         {"aa", "aaa"},
         {"", "a", "aaaa"}},
        {group("sequence", element('a', "minOccurs='0' maxOccurs='0'") + element('b')),
         {"b"},
         {"ab"}},
        {group("choice", element('a') + element('b')), {"a", "b"}, {"", "ab", "aa"}},
        {group("choice", element('a') + element('b'), any_number), {"", "abba", "b"}, {"abc"}},
        {group("choice", group("sequence", element('a') + element('b')) + element('c')),
         {"ab", "c"},
         {"a", "abc", "cab"}},
        {group("sequence", element('a') + group("choice", element('b') + element('c'), optional) +
                               element('d')),
         {"ad", "abd", "acd"},
         {"abcd", "ab", "bd"}},
        {group("sequence", element('a') + element('b', optional), "minOccurs='2' maxOccurs='3'"),
         {"aa", "abab", "aba", "aab", "aaa"},
         {"", "a", "ab", "abb", "aaaa"}},
        {group("sequence",
               group("sequence", element('a') + element('b'), any_number) + element('c'),
               any_number),
         {"", "c", "abc", "ababcc"},
         {"ab", "abac"}},
        {group("sequence", group("choice", element('a', optional), "minOccurs='3' maxOccurs='3'")),
         {"", "a", "aaa"},
         {"aaaa"}},
        {group("sequence", element('a', "minOccurs='2' maxOccurs='3'"),
               "minOccurs='2' maxOccurs='2'"),
         {"aaaa", "aaaaa", "aaaaaa"},
         {"", "aaa", "aaaaaaa"}},
        {group("choice", element('a', "minOccurs='2' maxOccurs='3'"),
               "minOccurs='0' maxOccurs='2'"),
         {"", "aa", "aaa", "aaaa", "aaaaaa"},
         {"a", "aaaaaaa"}},
        {group("sequence", element('a', "minOccurs='2' maxOccurs='2'"),
               "minOccurs='0' maxOccurs='2'"),
         {"", "aa", "aaaa"},
         {"a", "aaa", "aaaaa"}},
        {group("sequence", element('a', optional), "minOccurs='2' maxOccurs='unbounded'"),
         {"", "a", "aaaaaaa"},
         {"b"}},
        {group("all", element('a') + element('b', optional) + element('c')),
         {"ac", "ca", "abc", "cba", "bca"},
         {"", "a", "ab", "aac", "acc"}},
        {group("all", element('a') + element('b'), optional), {"", "ab", "ba"}, {"a", "b", "aba"}},
        {group("sequence",
               "<xs:any namespace='##other' minOccurs='0' maxOccurs='2'/>" + element('a')),
         {"a", "Xa", "XYa"},
         {"X", "XYZa", "aX", "ba"}},
        {group("sequence", element('a') + "<xs:any namespace='##targetNamespace'/>"),
         {"ab", "aa"},
         {"a", "aB", "abb"}},
        {group("sequence", group("sequence",
                                 element('a') + "<xs:any namespace='##targetNamespace' "
                                                "minOccurs='0' maxOccurs='2'/>",
                                 "minOccurs='0'") +
                               element('b', optional).substr(0, 0)),
         {"", "a", "ab", "acd"},
         {"b", "abcd"}},
    };
    std::vector<std::string> models;
    for (const auto& c : cases) models.push_back(c.model);
    const auto set = load(models);
    REQUIRE(set != nullptr);

    for (std::size_t i = 0; i < cases.size(); ++i) {
      CAPTURE(cases[i].model);
      for (const auto children : cases[i].good) {
        CAPTURE(children);
        CHECK(is_accepted(*set, i, children));
      }
      for (const auto children : cases[i].bad) {
        CAPTURE(children);
        CHECK_FALSE(is_accepted(*set, i, children));
      }
    }
  }

  TEST_CASE("keeps its state where nothing matches, and says what would") {
    const auto set = load({group("sequence", element('a') + element('b', "minOccurs='0'") +
                                                 "<xs:any namespace='##other'/>")});
    REQUIRE(set != nullptr);
    ContentMatcher matcher(set->model, content_of(*set, 0));

    CHECK(names(matcher.expected(), set->model) == "a");
    CHECK(matcher.advance(uri, "z").particle == nullptr);
    CHECK(matcher.advance(uri, "a").element != none);
    CHECK(names(matcher.expected(), set->model) == "b*");
    CHECK_FALSE(matcher.is_complete());
    CHECK(matcher.advance("urn:o", "x").element == none);
    CHECK(matcher.is_complete());
    CHECK(matcher.expected().empty());
    CHECK(matcher.find_anywhere(uri, "b") != none);
    CHECK(matcher.find_anywhere(uri, "z") == none);
    CHECK(matcher.all_names() == std::vector<std::string>{"a", "b"});
  }

  TEST_CASE("passes over what is missing when it is lenient") {
    const auto set = load({group(
        "sequence", element('a') + element('b', "minOccurs='2' maxOccurs='2'") + element('c'))});
    REQUIRE(set != nullptr);
    ContentMatcher matcher(set->model, content_of(*set, 0));

    CHECK(matcher.advance(uri, "b").particle == nullptr);
    CHECK(matcher.advance(uri, "b", true).particle != nullptr);
    CHECK(matcher.advance(uri, "c").particle == nullptr);
    CHECK(matcher.advance(uri, "c", true).particle != nullptr);
    CHECK(matcher.is_complete());
    CHECK(matcher.advance(uri, "a", true).particle == nullptr);
  }

  TEST_CASE("costs nothing for a bound that is large") {
    const auto set = load({group("sequence", element('a', "minOccurs='9000' maxOccurs='9000'"))});
    REQUIRE(set != nullptr);
    CHECK(is_accepted(*set, 0, presentity::testing::repeated("a", 9000)));
    CHECK_FALSE(is_accepted(*set, 0, presentity::testing::repeated("a", 8999)));
    CHECK_FALSE(is_accepted(*set, 0, presentity::testing::repeated("a", 9001)));
  }
}

namespace {

/// Random content models in which each name stands once, so that attribution is unique.
class ModelMaker {
 public:
  explicit ModelMaker(std::mt19937& random) : random_(random) {}

  std::string make() {
    next_ = 'a';
    return particle(0, false);
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }

  std::string particle(std::size_t depth, bool is_counted) {
    const auto bounds = [&](bool may_vary) -> std::string {
      // Two bounds inside of each other, neither of them 0 or 1, leave open which one counts.
      const auto kind = below(is_counted || !may_vary ? 3 : 5);
      constexpr std::array<std::string_view, 5> all{
          "", "minOccurs='0'", "minOccurs='0' maxOccurs='unbounded'", "minOccurs='2' maxOccurs='3'",
          "minOccurs='0' maxOccurs='2'"};
      return std::string(all[kind]);
    };
    if (depth == 3 || next_ == 'f' || (depth > 0 && below(3) == 0)) {
      return element(next_++, bounds(true));
    }
    const auto own = bounds(true);
    const bool counts = is_counted || own.find('2') != own.npos;
    std::string content;
    for (std::size_t i = 0, n = 1 + below(3); i < n && next_ < 'f'; ++i) {
      content += particle(depth + 1, counts);
    }
    return group(below(2) == 0 ? "sequence" : "choice", content, own);
  }

  std::mt19937& random_;
  char next_ = 'a';
};

}  // namespace

TEST_SUITE("content matcher") {
  TEST_CASE("agrees with Xerces on random models and children") {
    std::mt19937 random(20130601);
    ModelMaker maker(random);
    std::vector<std::string> models;
    std::shared_ptr<const SchemaSet> set;
    for (int i = 0; i < 150; ++i) {
      const auto model = maker.make();
      models.push_back(model.starts_with("<xs:element") ? group("sequence", model) : model);
    }
    set = load(models);
    REQUIRE(set != nullptr);

    std::size_t accepted = 0;
    for (std::size_t i = 0; i < models.size(); ++i) {
      for (int j = 0; j < 25; ++j) {
        std::string children;
        for (auto n = random() % 7; n > 0; --n) children += static_cast<char>('a' + random() % 6);
        std::string document = "<m" + std::to_string(i) + " xmlns='urn:test'>";
        for (const char c : children) document += "<" + std::string(1, c) + "/>";
        document += "</m" + std::to_string(i) + ">";
        const auto outline = Outline::read(document, {});
        const bool expected = set->reference->check(*outline, [](NodeId) { return true; }).empty();
        accepted += expected ? 1 : 0;
        INFO(models[i] << " " << children);
        CHECK(is_accepted(*set, i, children) == expected);
      }
    }
    CHECK(accepted > 300);  // the comparison must not be about refusals alone
  }
}
