// SPDX-License-Identifier: MIT
#include "sample_files.hpp"

#include <presentity/rules.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

using presentity::Severity;
using presentity::samples::Sample;
using presentity::samples::samples_of;
using presentity::samples::validator;

namespace {

/// Rules that no document can break while the schemas are the built-in ones, or that the validator
/// does not check.
constexpr std::array rules_without_samples = std::to_array<std::string_view>({
    // about schemas: tests/runtime, tests/cli and tests/generator
    "bad-schema",
    "unlisted-schema",
    "schema-violation",  // identity constraints, which the built-in schemas do not use
    // about logs, memberships, manifests, requests and stores: tests/presence
    "bad-block-rule",
    "bad-container-id",
    "bad-member",
    "bad-member-rule",
    "conflicting-change",
    "container-not-allowed",
    "container-out-of-range",
    "duplicate-container",
    "duplicate-member",
    "duplicate-publication",
    "incomplete-document",
    "no-document",
    "occurrence-violated",
    "publication-expiry",
    "publication-value",
    "redundant-member",
    "repeated-rule",
    "stored-without-container",
    "unregistered-category",
    "unregistered-endpoint",
    // about publication grammars: tests/grammar
    "duplicate-rule",
    "rule-data",
    "rule-expiry",
    "rule-instance",
    "rule-result",
    "stylesheet-broken",
    "stylesheet-limit",
    "stylesheet-unsafe",
    "typographic-operator",
});

/// Forms of a value that a category does not have, with the reason in README.md.
const std::set<std::string> forms_without_sample{
    "calendarData/empty.xml",     "device/empty.xml",     "legacyInterop/empty.xml",
    "legacyInterop/extended.xml", "mwi/empty.xml",        "note/empty.xml",
    "noteHistory/empty.xml",      "rccOptions/empty.xml", "routing/empty.xml",
    "routing/extended.xml",       "services/empty.xml",   "userInformation/empty.xml",
    "workingHours/empty.xml",
};

std::set<std::string> topics_of(const std::string& group) {
  std::set<std::string> topics;
  for (const auto& sample : samples_of(group)) topics.insert(sample.topic);
  return topics;
}

/// Categories and document elements of the samples of a group.
struct Coverage {
  std::set<std::string> categories;
  std::set<std::string> roots;
  std::set<std::string> types;
};

Coverage coverage_of(const std::string& group) {
  Coverage coverage;
  for (const auto& sample : samples_of(group)) {
    const auto report = validator().validate(sample.bytes);
    if (report.root.empty()) continue;
    coverage.roots.insert(report.root);
    for (const auto& instance : report.instances) {
      coverage.categories.insert(instance.category);
      coverage.types.insert(instance.type);
    }
  }
  return coverage;
}

}  // namespace

TEST_SUITE("what the samples cover") {
  TEST_CASE("every rule has samples in the folder of its name") {
    const auto warned = topics_of("warned");
    const auto invalid = topics_of("invalid");
    for (const auto& rule : presentity::rules()) {
      CAPTURE(rule.id);
      const bool is_of_schemas =
          rule.id.starts_with("unsupported-") && rule.id != "unsupported-encoding";
      const bool is_left_out =
          is_of_schemas || std::ranges::count(rules_without_samples, rule.id) > 0;
      const auto& folders = rule.severity == Severity::error ? invalid : warned;
      CHECK(folders.contains(std::string(rule.id)) != is_left_out);
    }
  }

  TEST_CASE("every folder is named like a rule") {
    for (const auto* const group : {"warned", "invalid"}) {
      for (const auto& topic : topics_of(group)) {
        CAPTURE(topic);
        CHECK(presentity::find_rule(topic) != nullptr);
      }
    }
  }

  TEST_CASE("every category has a valid sample of each form") {
    std::set<std::string> names;
    for (const auto& sample : samples_of("valid")) names.insert(sample.name.substr(6));
    for (const auto& category : validator().registry().categories) {
      for (const auto* const form : {"full.xml", "minimal.xml", "empty.xml", "extended.xml"}) {
        const auto name = std::string(category.name) + "/" + form;
        CAPTURE(name);
        CHECK(names.contains(name) != forms_without_sample.contains(name));
      }
    }
  }

  TEST_CASE("the samples of a category are values of it") {
    const auto& registry = validator().registry();
    for (const auto& sample : samples_of("valid")) {
      if (registry.find(sample.topic) == nullptr) continue;
      CAPTURE(sample.name);
      const auto root = validator().validate(sample.bytes).root;
      CHECK(std::ranges::any_of(registry.categories, [&](const presentity::Category& category) {
        return category.name == sample.topic && category.root.local == root;
      }));
    }
  }

  TEST_CASE("every category and every root has valid and invalid samples") {
    for (const auto* const group : {"valid", "invalid"}) {
      CAPTURE(group);
      const auto coverage = coverage_of(group);
      for (const auto& category : validator().registry().categories) {
        CAPTURE(category.name);
        CHECK(coverage.categories.contains(std::string(category.name)));
      }
      for (const auto& root : validator().registry().roots) {
        CAPTURE(root.name.local);
        CHECK(coverage.roots.contains(std::string(root.name.local)));
      }
    }
  }

  TEST_CASE("every concrete type of state has a valid sample") {
    const auto coverage = coverage_of("valid");
    for (const auto* const type : {"userState", "machineState", "phoneState", "calendarState",
                                   "aggregateState", "aggregateMachineState", "presentingState"}) {
      CAPTURE(type);
      CHECK(coverage.types.contains(type));
    }
  }
}
