// SPDX-License-Identifier: MIT
#include "category_value.hpp"
#include "grammar_state.hpp"
#include "names.hpp"

#include <presentity/grammar/publication_grammar.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace presentity::grammar {
namespace {

using detail::CompiledRule;
using presence::CheckedValue;

/// What a publication is made of, but for its value.
Publication make_publication(const Rule& rule, std::uint32_t instance,
                             const std::optional<NaturalExpiry>& natural) {
  const auto fallback = natural.value_or(NaturalExpiry{});
  Publication publication;
  publication.category_name = rule.category;
  publication.instance = instance;
  publication.container = rule.container;
  publication.version = 0;
  const auto type = rule.expire_type.value_or(fallback.type);
  publication.expire_type = type;
  if (type == ExpireType::time) {
    publication.expires = rule.expire_type ? rule.expire_time : fallback.seconds;
  }
  return publication;
}

/// A deletion has no value and no time left. D168: pages disagree about its expire type.
Publication make_deletion(const Publication& published) {
  Publication deletion;
  deletion.category_name = published.category_name;
  deletion.instance = published.instance;
  deletion.container = published.container;
  deletion.version = published.version.value_or(0);
  deletion.expire_type = ExpireType::time;
  deletion.expires = 0;
  return deletion;
}

std::string name_of(const Rule& rule) {
  return "rule for " + presentity::detail::quoted(rule.category) + " in container " +
         std::to_string(rule.container);
}

/// Why a rule is not for this instance; empty if it is.
std::string mismatch(const Rule& rule, std::uint32_t instance) {
  if (rule.has_unknown_instance) return "it names instances in a way that is not documented";
  if (!rule.instance || *rule.instance == instance) return {};
  return "it is for instance " + std::to_string(*rule.instance);
}

/// Applies the transformation rules to one value.
class Transformation {
 public:
  Transformation(const PublicationGrammar::State& state, const CategoryValue& value,
                 CheckedValue checked)
      : state_(state), value_(value), checked_(std::move(checked)) {}

  Result<Publishing, PublishFailure> run() {
    find_specific_containers();
    for (std::size_t i = 0; i < state_.rules.size(); ++i) {
      if (state_.rules[i].category == value_.category) apply(i);
    }
    if (!failure_.diagnostics.empty()) return Unexpected{std::move(failure_)};
    return std::move(publishing_);
  }

 private:
  void find_specific_containers() {
    for (const auto& rule : state_.rules) {
      const bool is_specific = rule.type == RuleType::transformation &&
                               rule.category == value_.category && rule.instance == value_.instance;
      if (is_specific) specific_.insert(rule.container);
    }
  }

  /// Why a rule does not apply; empty if it does.
  [[nodiscard]] std::string obstacle(const Rule& rule) const {
    if (!rule.type) return "its type is not documented";
    if (rule.type == RuleType::bootstrap) return "it is for the first start of a client";
    if (rule.type == RuleType::cleanup) return "it is for cleaning up";
    if (auto reason = mismatch(rule, value_.instance); !reason.empty()) return reason;
    if (!rule.instance && specific_.contains(rule.container)) {
      return "another rule is for this instance in this container";
    }
    return {};
  }

  void apply(std::size_t index) {
    const auto& rule = state_.rules[index];
    RuleExplanation explanation;
    explanation.rule = index;
    explanation.reason = obstacle(rule);
    if (explanation.reason.empty()) {
      auto publication = make_publication(rule, value_.instance, value_.expiry);
      if (!fill(rule, state_.compiled[index], publication, explanation)) return;
      explanation.publication = publishing_.publications.size();
      publishing_.publications.push_back(std::move(publication));
    }
    publishing_.explanations.push_back(std::move(explanation));
  }

  /// Gives the publication its value. Returns whether there is one.
  bool fill(const Rule& rule, const CompiledRule& compiled, Publication& publication,
            RuleExplanation& explanation) {
    if (rule.data == RuleData::none) {
      explanation.outcome = RuleOutcome::unchanged;
      publication.any = RawElement{checked_.xml};
      return true;
    }
    if (rule.data == RuleData::value) {
      explanation.outcome = RuleOutcome::literal;
      publication.any = RawElement{compiled.value};
      return true;
    }
    auto output = apply_stylesheet(*compiled.stylesheet, checked_.xml);
    if (!output) {
      fail(rule, compiled, output.error().rule, output.error().message, output.error().help);
      return false;
    }
    auto made = presence::check_value(*output, rule.category, state_.validator);
    if (!made) {
      for (const auto& error : made.error()) {
        const auto where = error.path.empty() ? "" : error.path + ": ";
        fail(rule, compiled, "rule-result", where + error.message, error.help);
      }
      return false;
    }
    const bool is_emptied = (*made).is_empty && !checked_.is_empty;
    explanation.outcome = is_emptied ? RuleOutcome::emptied : RuleOutcome::transformed;
    publication.any = RawElement{std::move((*made).xml)};
    return true;
  }

  void fail(const Rule& rule, const CompiledRule& compiled, std::string_view id,
            const std::string& message, const std::string& help) {
    failure_.place = PublishFailure::Place::grammar;
    failure_.diagnostics.push_back({Severity::error, id, rule.position, compiled.path,
                                    rule.category, name_of(rule) + ": " + message, help});
  }

  const PublicationGrammar::State& state_;
  const CategoryValue& value_;
  CheckedValue checked_;
  std::set<presence::ContainerId> specific_;  ///< With a rule for just this instance.
  Publishing publishing_;
  PublishFailure failure_;
};

}  // namespace

std::string_view to_string(RuleOutcome outcome) noexcept {
  switch (outcome) {
    case RuleOutcome::skipped:
      return "skipped";
    case RuleOutcome::unchanged:
      return "unchanged";
    case RuleOutcome::transformed:
      return "transformed";
    case RuleOutcome::emptied:
      return "emptied";
    case RuleOutcome::literal:
      return "literal";
    case RuleOutcome::deleted:
      return "deleted";
  }
  return {};
}

std::span<const Rule> PublicationGrammar::rules() const noexcept { return state_->rules; }

Result<Publishing, PublishFailure> PublicationGrammar::publish(const CategoryValue& value) const {
  if (!state_->names.contains(value.category)) {
    return Unexpected{PublishFailure{PublishFailure::Place::value,
                                     {presence::unregistered(value.category, state_->names)}}};
  }
  auto checked = presence::check_value(value.xml, value.category, state_->validator);
  if (!checked) return Unexpected{PublishFailure{PublishFailure::Place::value, checked.error()}};
  return Transformation(*state_, value, *std::move(checked)).run();
}

Publishing PublicationGrammar::bootstrap() const {
  Publishing publishing;
  for (std::size_t i = 0; i < state_->rules.size(); ++i) {
    const auto& rule = state_->rules[i];
    if (rule.type != RuleType::bootstrap || rule.has_unknown_instance) continue;
    auto publication = make_publication(rule, rule.instance.value_or(0), std::nullopt);
    publication.any = RawElement{state_->compiled[i].value};
    publishing.explanations.push_back(
        {i, RuleOutcome::literal, {}, publishing.publications.size()});
    publishing.publications.push_back(std::move(publication));
  }
  return publishing;
}

Publishing PublicationGrammar::cleanup(std::span<const Publication> published) const {
  Publishing publishing;
  std::set<std::size_t> deleted;
  for (std::size_t i = 0; i < state_->rules.size(); ++i) {
    const auto& rule = state_->rules[i];
    if (rule.type != RuleType::cleanup) continue;
    for (std::size_t k = 0; k < published.size(); ++k) {
      const auto& one = published[k];
      if (one.category_name != rule.category || one.container != rule.container) continue;
      if (!mismatch(rule, one.instance).empty() || !deleted.insert(k).second) continue;
      publishing.explanations.push_back(
          {i, RuleOutcome::deleted, {}, publishing.publications.size()});
      publishing.publications.push_back(make_deletion(one));
    }
  }
  return publishing;
}

std::optional<presence::ContainerId> PublicationGrammar::self_container(
    std::string_view category) const noexcept {
  const auto found = std::ranges::find_if(state_->rules, [&](const Rule& rule) {
    return rule.is_preferred_for_self && rule.category == category;
  });
  if (found == state_->rules.end()) return std::nullopt;
  return found->container;
}

}  // namespace presentity::grammar
