// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace presentity;
using namespace presentity::grammar;
using namespace presentity::grammar::test;

namespace {

constexpr std::string_view note_rule =
    "ruleType='transformation' categoryName='note' containerId='200'";

std::string problems(const std::vector<std::string>& rules, const GrammarOptions& options = {}) {
  const auto report = load_grammar(manifest(rules), options);
  const auto found = ids(report.diagnostics);
  CHECK(report.grammar.has_value() != (!report.diagnostics.empty() && [&] {
          for (const auto& one : report.diagnostics) {
            if (one.severity == Severity::error) return true;
          }
          return false;
        }()));
  return found;
}

}  // namespace

TEST_SUITE("grammars") {
  TEST_CASE("a manifest without rules is a grammar") { CHECK(problems({}).empty()); }

  TEST_CASE("rules are read as they are written") {
    const auto grammar = grammar_of(
        {rule(note_rule), rule("ruleType='bootstrap' categoryName='note' containerId='32000' "
                               "preferredSelfConsumption='true'",
                               "<categoryData>" + std::string(empty_note) +
                                   "</categoryData><expireType type='time' expireTime='60'/>"
                                   "<instanceId type='constant' value='4294967295'/>")});
    const auto rules = grammar.rules();
    REQUIRE(rules.size() == 2);
    CHECK(rules[0].type == RuleType::transformation);
    CHECK(rules[0].data == RuleData::none);
    CHECK_FALSE(rules[0].instance.has_value());
    CHECK_FALSE(rules[0].expire_type.has_value());
    CHECK(rules[0].position.line == 2);
    CHECK(rules[1].type == RuleType::bootstrap);
    CHECK(rules[1].container == 32000);
    CHECK(rules[1].instance == 4294967295U);
    CHECK(rules[1].expire_type == ExpireType::time);
    CHECK(rules[1].expire_time == 60);
    CHECK(rules[1].data == RuleData::value);
    CHECK(grammar.self_container("note") == 32000U);
    CHECK_FALSE(grammar.self_container("state").has_value());
  }

  TEST_CASE("a grammar is found in the answer of in-band provisioning") {
    const auto document =
        "<provisionGroupList "
        "xmlns='http://schemas.microsoft.com/2006/09/sip/provisiongrouplist-notification'>"
        "<provisionGroup name='publicationGrammar'>" +
        manifest({rule(note_rule)}) + "</provisionGroup></provisionGroupList>";
    const auto report = load_grammar(document);
    REQUIRE_MESSAGE(report.grammar.has_value(), ids(report.diagnostics));
    CHECK(report.grammar->rules().size() == 1);
  }

  TEST_CASE("a document without a grammar, or with two, is none") {
    CHECK(ids(load_grammar(note_value).diagnostics) == "unknown-root");
    CHECK(ids(load_grammar("<a>").diagnostics) == "malformed-xml");
    const auto group =
        "<provisionGroup name='publicationGrammar'>" + manifest({}) + "</provisionGroup>";
    CHECK(ids(load_grammar("<provisionGroupList xmlns='http://schemas.microsoft.com/2006/09/sip/"
                           "provisiongrouplist-notification'>" +
                           group + group + "</provisionGroupList>")
                  .diagnostics) == "unknown-root");
  }

  TEST_CASE("what is wrong with a rule") {
    const std::string transform = "ruleType='transformation' ";
    struct Case {
      std::string attributes;
      std::string content;
      const char* expected;
    };
    for (const auto& [attributes, content, expected] : std::vector<Case>{
             {transform + "categoryName='note'", "", "missing-attribute"},
             {transform + "categoryName='note' containerId='x'", "", "invalid-value"},
             {transform + "categoryName='note' containerId='32768'", "", "container-out-of-range"},
             {transform + "categoryName='note' containerId='-1'", "", "container-out-of-range"},
             {transform + "categoryName='note' containerId='99999999999999999999'", "",
              "container-out-of-range"},
             {transform + "categoryName='nota' containerId='1'", "", "unregistered-category"},
             {"ruleType='later' categoryName='note' containerId='1'", "", "unknown-token"},
             {std::string(note_rule), "<expireType type='time'/>", "rule-expiry"},
             {std::string(note_rule), "<expireType type='static' expireTime='1'/>", "rule-expiry"},
             {std::string(note_rule), "<expireType type='time' expireTime='0'/>", "rule-expiry"},
             {std::string(note_rule), "<expireType type='never'/>", "unknown-token"},
             {std::string(note_rule), "<instanceId type='constant' value='-1'/>", "rule-instance"},
             {std::string(note_rule), "<instanceId type='late' value='1'/>", "unknown-token"},
             {std::string(note_rule), "<expireType type='user'/><expireType type='user'/>",
              "duplicate-rule"},
             {std::string(note_rule), "<categoryData/>", "rule-data"},
             {std::string(note_rule), "<categoryData>text</categoryData>", "rule-data"},
             {std::string(note_rule),
              "<categoryData>" + std::string(note_value) + std::string(note_value) +
                  "</categoryData>",
              "rule-data"},
             {std::string(note_rule), "<categoryData>" + user_state(3500) + "</categoryData>",
              "rule-data"},
             {std::string(note_rule),
              "<categoryData>" + root_template("<xsl:include href='x'/>") + "</categoryData>",
              "stylesheet-unsafe"},
             {std::string(note_rule),
              "<categoryData>" + root_template("<xsl:if test='1 +'/>") + "</categoryData>",
              "stylesheet-broken"},
             {std::string(note_rule),
              "<categoryData>" + root_template("<xsl:if test='1 \xE2\x89\xA5 0'/>") +
                  "</categoryData>",
              "typographic-operator"},
             {"ruleType='bootstrap' categoryName='note' containerId='1'", "", "rule-data"},
             {"ruleType='bootstrap' categoryName='note' containerId='1'",
              "<categoryData>" + root_template("<a/>") + "</categoryData>", "rule-data"},
             {"ruleType='cleanup' categoryName='note' containerId='1'",
              "<categoryData>" + std::string(note_value) + "</categoryData>", "rule-data"},
         }) {
      CAPTURE(attributes);
      CAPTURE(content);
      CHECK(problems({rule(attributes, content)}) == expected);
    }
  }

  TEST_CASE("problems have their place in the manifest, that of stylesheets too") {
    const auto report = load_grammar(manifest(
        {rule(note_rule), rule("ruleType='transformation' categoryName='note' containerId='77777'"),
         rule("ruleType='transformation' categoryName='note' containerId='3'",
              "\n<categoryData>" + root_template("\n <xsl:if test='1 \xE2\x89\xA5 0'/>") +
                  "</categoryData>")}));
    REQUIRE(report.diagnostics.size() == 2);
    CHECK(report.diagnostics[0].position.line == 3);
    CHECK(report.diagnostics[0].position.column == 64);
    CHECK(report.diagnostics[0].path ==
          "/categoryPublicationManifest/publicationList/publicationRule[2]/@containerId");
    CHECK(report.diagnostics[1].position.line == 6);
    CHECK(report.diagnostics[1].position.column == 10);
    CHECK(report.diagnostics[1].help.find("write &gt;=") == 0);
  }

  TEST_CASE("a literal value that is invalid is reported once") {
    CHECK(problems({rule(note_rule,
                         "<categoryData><note "
                         "xmlns='http://schemas.microsoft.com/2006/09/sip/note'>"
                         "<body/></note></categoryData>")}) == "missing-attribute");
  }

  TEST_CASE("two rules of one type for the same instances contradict each other") {
    const std::string one = "<instanceId type='constant' value='1'/>";
    const std::string two = "<instanceId type='constant' value='2'/>";
    const std::string own = "<instanceId type='custom' value='7'/>";
    CHECK(problems({rule(note_rule), rule(note_rule)}) == "duplicate-rule");
    CHECK(problems({rule(note_rule), rule(note_rule, own)}) == "duplicate-rule");
    CHECK(problems({rule(note_rule, one), rule(note_rule, one)}) == "duplicate-rule");
    CHECK(problems({rule(note_rule, one), rule(note_rule, two), rule(note_rule)}).empty());
    CHECK(problems(
              {rule(note_rule), rule("ruleType='cleanup' categoryName='note' containerId='200'")})
              .empty());
  }

  TEST_CASE("names of the user's own are registered before they are used") {
    const auto own = rule("ruleType='transformation' categoryName='mood' containerId='200'");
    CHECK(problems({own}) == "unregistered-category");
    GrammarOptions options;
    options.names.add("mood");
    CHECK(problems({own}, options).empty());
  }

  TEST_CASE("a near name is suggested") {
    const auto report = load_grammar(
        manifest({rule("ruleType='transformation' categoryName='Note' containerId='200'")}));
    REQUIRE(report.diagnostics.size() == 1);
    CHECK(report.diagnostics[0].help == "did you mean 'note'?");
  }

  TEST_CASE("the default grammar has nothing wrong with it") {
    const auto report = load_grammar(lync2013_text());
    CHECK(ids(report.diagnostics).empty());
    CHECK(lync2013_grammar().rules().size() == report.grammar->rules().size());
    CHECK(lync2013_grammar().self_container("state") == 2U);
    CHECK(lync2013_grammar().self_container("note") == 400U);
  }
}
