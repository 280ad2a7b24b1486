// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <presentity/validator.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace presentity;
using namespace presentity::grammar;
using namespace presentity::grammar::test;

namespace {

std::string note_rule(int container, std::string_view content = {}) {
  return rule("ruleType='transformation' categoryName='note' containerId='" +
                  std::to_string(container) + "'",
              content);
}

std::string with_sheet(std::string_view content) {
  return "<categoryData>" + stylesheet(content) + "</categoryData>";
}

const std::string emptying = with_sheet(
    "<xsl:template match='/'><xsl:apply-templates select='//n:note'/></xsl:template>"
    "<xsl:template match='n:note'><xsl:copy/></xsl:template>");

Publishing published(const PublicationGrammar& grammar, const CategoryValue& value) {
  auto result = grammar.publish(value);
  REQUIRE_MESSAGE(result.has_value(), ids(result.error().diagnostics));
  return *std::move(result);
}

CategoryValue note(std::uint32_t instance = 0) {
  return {"note", instance, std::string(note_value), std::nullopt};
}

/// `outcome(container)` of each rule that published, `-` for those that did not.
std::string summary(const PublicationGrammar& grammar, const Publishing& publishing) {
  std::string text;
  for (const auto& one : publishing.explanations) {
    if (!text.empty()) text += ' ';
    text += to_string(one.outcome);
    text += '(' + std::to_string(grammar.rules()[one.rule].container) + ')';
    CHECK(one.publication.has_value() == one.reason.empty());
  }
  return text;
}

}  // namespace

TEST_SUITE("publishing") {
  TEST_CASE("each rule of the category makes a publication, in the order of the rules") {
    const auto grammar =
        grammar_of({note_rule(400), note_rule(100, emptying),
                    rule("ruleType='transformation' categoryName='state' containerId='2'")});
    const auto result = published(grammar, note(7));
    CHECK(summary(grammar, result) == "unchanged(400) emptied(100)");
    REQUIRE(result.publications.size() == 2);
    const auto& first = result.publications[0];
    CHECK(first.category_name == "note");
    CHECK(first.instance == 7);
    CHECK(first.container == 400);
    CHECK(first.version == 0U);
    CHECK(first.any->xml == note_value);
    CHECK(Validator().differences(result.publications[1].any->xml, empty_note).empty());
  }

  TEST_CASE("a category without rules is published nowhere") {
    CHECK(published(grammar_of({}), note()).publications.empty());
  }

  TEST_CASE("a rule for one instance is for no other, and takes the place of a general one") {
    const auto grammar = grammar_of(
        {note_rule(200), note_rule(200, "<instanceId type='constant' value='1'/>" + emptying),
         note_rule(300, "<instanceId type='custom' value='9'/>")});
    CHECK(summary(grammar, published(grammar, note(0))) ==
          "unchanged(200) skipped(200) unchanged(300)");
    CHECK(summary(grammar, published(grammar, note(1))) ==
          "skipped(200) emptied(200) unchanged(300)");
    CHECK(published(grammar, note(0)).explanations[1].reason == "it is for instance 1");
  }

  TEST_CASE("rules of undocumented types never apply, and say so") {
    const auto report =
        load_grammar(manifest({rule("ruleType='later' categoryName='note' containerId='1'"),
                               note_rule(2, "<instanceId type='later' value='0'/>")}));
    REQUIRE(report.grammar);
    CHECK(ids(report.diagnostics) == "unknown-token unknown-token");
    CHECK(summary(*report.grammar, published(*report.grammar, note())) == "skipped(1) skipped(2)");
  }

  TEST_CASE("who says how a publication ends") {
    const auto grammar = grammar_of({note_rule(1), note_rule(2, "<expireType type='static'/>"),
                                     note_rule(3, "<expireType type='time' expireTime='60'/>"),
                                     note_rule(4, "<expireType type='custom'/>"),
                                     note_rule(5, "<expireType type='user'/>")});
    struct Case {
      std::optional<NaturalExpiry> natural;
      const char* expected;
    };
    for (const auto& [natural, expected] : std::vector<Case>{
             {std::nullopt, "endpoint static time:60 endpoint user "},
             {NaturalExpiry{ExpireType::static_, 0}, "static static time:60 static user "},
             {NaturalExpiry{ExpireType::time, 86400},
              "time:86400 static time:60 time:86400 user "}}) {
      auto value = note();
      value.expiry = natural;
      std::string text;
      for (const auto& one : published(grammar, value).publications) {
        text += to_string(*one.expire_type);
        if (one.expires) text += ':' + std::to_string(*one.expires);
        text += ' ';
      }
      CHECK(text == expected);
    }
  }

  TEST_CASE("a value in a transformation rule is published instead") {
    const auto grammar =
        grammar_of({note_rule(1, "<categoryData>" + std::string(empty_note) + "</categoryData>")});
    const auto result = published(grammar, note());
    CHECK(summary(grammar, result) == "literal(1)");
    CHECK(result.publications[0].any->xml == empty_note);
  }

  TEST_CASE("a value that is not one of its category is refused") {
    const auto grammar = grammar_of({note_rule(1)});
    const auto refused = [&](CategoryValue value) {
      const auto result = grammar.publish(value);
      REQUIRE_FALSE(result);
      CHECK(result.error().place == PublishFailure::Place::value);
      return ids(result.error().diagnostics);
    };
    CHECK(refused({"note", 0, user_state(3500), std::nullopt}) == "category-mismatch");
    CHECK(refused({"note", 0, "<note", std::nullopt}) == "malformed-xml");
    CHECK(refused({"nota", 0, std::string(note_value), std::nullopt}) == "unregistered-category");
    CHECK(refused({"state", 0, user_state(3500, "perhaps"), std::nullopt}) == "invalid-value");
  }

  TEST_CASE("what a stylesheet makes must be a value of the category, or nothing is published") {
    const auto grammar =
        grammar_of({note_rule(1),
                    note_rule(2, with_sheet("<xsl:template match='/'><n:note><n:bode/></n:note>"
                                            "</xsl:template>")),
                    note_rule(3, with_sheet("<xsl:template match='/'>text</xsl:template>"))});
    const auto result = grammar.publish(note());
    REQUIRE_FALSE(result);
    const auto& failure = result.error();
    CHECK(failure.place == PublishFailure::Place::grammar);
    REQUIRE(ids(failure.diagnostics) == "rule-result stylesheet-broken");
    CHECK(failure.diagnostics[0].position.line == 3);
    CHECK(failure.diagnostics[0].message.find("rule for 'note' in container 2: /note/bode: ") == 0);
  }

  TEST_CASE("bootstrap rules publish their own values") {
    const auto grammar = grammar_of(
        {note_rule(1), rule("ruleType='bootstrap' categoryName='note' containerId='32000'",
                            "<instanceId type='constant' value='3'/><expireType type='static'/>"
                            "<categoryData>" +
                                std::string(empty_note) + "</categoryData>")});
    CHECK(summary(grammar, published(grammar, note())) == "unchanged(1) skipped(32000)");
    const auto result = grammar.bootstrap();
    CHECK(summary(grammar, result) == "literal(32000)");
    REQUIRE(result.publications.size() == 1);
    CHECK(result.publications[0].instance == 3);
    CHECK(result.publications[0].expire_type == ExpireType::static_);
    CHECK(result.publications[0].any->xml == empty_note);
  }

  TEST_CASE("cleanup rules end what is published") {
    const auto grammar =
        grammar_of({rule("ruleType='cleanup' categoryName='note' containerId='1'",
                         "<instanceId type='constant' value='3'/>"),
                    rule("ruleType='cleanup' categoryName='note' containerId='1'"),
                    rule("ruleType='cleanup' categoryName='note' containerId='2'")});
    std::vector<Publication> there(3);
    for (std::uint32_t i = 0; i < 3; ++i) {
      there[i].category_name = "note";
      there[i].instance = 3;
      there[i].container = i;
      there[i].version = 40 + i;
    }
    const auto result = grammar.cleanup(there);
    CHECK(summary(grammar, result) == "deleted(1) deleted(2)");
    REQUIRE(result.publications.size() == 2);
    const auto& first = result.publications[0];
    CHECK(first.version == 41U);
    CHECK(first.expire_type == ExpireType::time);
    CHECK(first.expires == 0U);
    CHECK_FALSE(first.any.has_value());
  }

  TEST_CASE("the values of a request stand alone") {
    auto value = note();
    value.xml =
        "<?xml version='1.0'?><!-- c --><n:note "
        "xmlns:n='http://schemas.microsoft.com/2006/09/sip/note'/><!-- d -->";
    const auto result = published(grammar_of({note_rule(1)}), value);
    CHECK(result.publications[0].any->xml ==
          "<n:note xmlns:n='http://schemas.microsoft.com/2006/09/sip/note'/>");
  }
}
