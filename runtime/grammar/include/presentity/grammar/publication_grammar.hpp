// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/diagnostic.hpp>
#include <presentity/grammar/stylesheet.hpp>
#include <presentity/native/categoryPublicationManifest.hpp>
#include <presentity/native/richPresence.hpp>
#include <presentity/presence/category_names.hpp>
#include <presentity/presence/containers.hpp>
#include <presentity/result.hpp>
#include <presentity/validator.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Publication grammars: the rules by which a client puts a category value into containers.
///
/// The server does not enforce them; the client must follow. What the sources leave open is decided
/// in docs/adr/0012-stylesheets-on-libxslt.md.
///
/// Sources: categorypublicationmanifest-element and the pages of its parts;
/// interoperating-with-lync-with-publication-grammars; protocol-facts section 1.12.

namespace presentity::grammar {

using Publication = native::rich_presence::PublicationType;
using ExpireType = native::rich_presence::ExpireTypeEnum;
using RuleType = native::category_publication_manifest::RuleTypeEnum;

/// What the categoryData of a rule is.
enum class RuleData : std::uint8_t {
  none,        ///< A transformation publishes the value as it is.
  value,       ///< Published instead of the value.
  stylesheet,  ///< Makes the value.
};

/// A rule of a grammar that was checked.
struct Rule {
  /// Nothing: a type that is not documented. Such a rule never applies.
  std::optional<RuleType> type;
  std::string category;
  presence::ContainerId container = 0;
  /// The one instance that the rule is for. Nothing: all of them.
  std::optional<std::uint32_t> instance;
  /// Whether the rule is for an instance in a way that is not documented. It never applies.
  bool has_unknown_instance = false;
  /// What ends the publication. Nothing: the publisher says.
  std::optional<ExpireType> expire_type;
  std::uint32_t expire_time = 0;  ///< Seconds, at least 1 with `ExpireType::time`, else 0.
  RuleData data = RuleData::none;
  /// Whether the owner's own clients read the category from this container.
  bool is_preferred_for_self = false;
  Position position;  ///< In the manifest.
};

/// How a publication ends where no rule says it.
struct NaturalExpiry {
  ExpireType type = ExpireType::endpoint;
  std::uint32_t seconds = 0;  ///< With `ExpireType::time`.
};

/// A category value that its owner wants to publish.
struct CategoryValue {
  std::string category;
  std::uint32_t instance = 0;
  std::string xml;  ///< A document.
  /// Of rules without expireType or with one of type custom. Nothing: endpoint-bound.
  std::optional<NaturalExpiry> expiry;
};

/// What became of a rule.
enum class RuleOutcome : std::uint8_t {
  skipped,      ///< It does not apply; `reason` says why.
  unchanged,    ///< The value is published as it is.
  transformed,  ///< The stylesheet made a value.
  emptied,      ///< The stylesheet made a value without content, which hides it.
  literal,      ///< The rule's own value is published.
  deleted,      ///< The publication ends.
};

[[nodiscard]] std::string_view to_string(RuleOutcome outcome) noexcept;

/// Why a rule did what it did.
struct RuleExplanation {
  std::size_t rule = 0;  ///< Index into `PublicationGrammar::rules`.
  RuleOutcome outcome = RuleOutcome::skipped;
  std::string reason;  ///< Of `skipped`: one sentence, lower case, no full stop.
  std::optional<std::size_t> publication;  ///< Index into `Publishing::publications`.
};

/// What a client that follows the grammar sends. Versions are 0: the caller knows better ones.
struct Publishing {
  std::vector<Publication> publications;      ///< In the order of the rules.
  std::vector<RuleExplanation> explanations;  ///< One for each rule that is of this category.
};

/// Why nothing can be published.
struct PublishFailure {
  enum class Place : std::uint8_t {
    value,    ///< Positions are in the value.
    grammar,  ///< Positions are those of the rules in the manifest.
  };

  Place place = Place::value;
  std::vector<Diagnostic> diagnostics;
};

/// A grammar that was checked, its stylesheets compiled. Immutable: any number of threads may share
/// one. Copies are cheap.
class PublicationGrammar {
 public:
  struct State;
  explicit PublicationGrammar(std::shared_ptr<const State> state) : state_(std::move(state)) {}

  /// All rules, in the order of the manifest. Valid as long as this object or a copy of it.
  [[nodiscard]] std::span<const Rule> rules() const noexcept;

  /// Applies the transformation rules of the category. A rule for one instance takes the place of a
  /// rule for all in the same container. No rule at all: no publications.
  ///
  /// Errors: all of `validate` if the value is not one of its category, `unregistered-category`;
  /// `stylesheet-broken`, `stylesheet-limit` and `rule-result` of the rules. All rules or none.
  [[nodiscard]] Result<Publishing, PublishFailure> publish(const CategoryValue& value) const;

  /// Applies the bootstrap rules: what a client publishes when it starts for the first time. Rules
  /// that name no instance publish instance 0.
  [[nodiscard]] Publishing bootstrap() const;

  /// Applies the cleanup rules to what is published: a deletion, with the version that is given,
  /// for each publication that such a rule is for.
  [[nodiscard]] Publishing cleanup(std::span<const Publication> published) const;

  /// The container from which the owner's own clients read this category; nothing if no rule says.
  [[nodiscard]] std::optional<presence::ContainerId> self_container(
      std::string_view category) const noexcept;

 private:
  std::shared_ptr<const State> state_;
};

/// How a grammar is loaded.
struct GrammarOptions {
  Validator validator = Validator();  ///< Checks the manifest, and values.
  presence::CategoryNames names = presence::CategoryNames();  ///< Of rules and values.
  StylesheetLimits stylesheet_limits = {};
};

/// A grammar, and what there is to say about it.
struct GrammarReport {
  std::optional<PublicationGrammar> grammar;  ///< Nothing if there are errors.
  std::vector<Diagnostic> diagnostics;        ///< In the order of their positions.
};

/// Loads a categoryPublicationManifest, also from inside of a provisionGroupList.
///
/// Errors: those of `validate`; `unknown-root`, `unregistered-category`, `container-out-of-range`,
/// `rule-expiry`, `rule-instance`, `rule-data`, `duplicate-rule`, and those of
/// `compile_stylesheet`.
[[nodiscard]] GrammarReport load_grammar(std::string_view document,
                                         const GrammarOptions& options = {});

/// The grammar of Lync 2013 in open mode. It is loaded at the first call; any thread may call.
[[nodiscard]] const PublicationGrammar& lync2013_grammar();

/// The manifest that `lync2013_grammar` is loaded from: schemas/grammars/lync2013.xml.
[[nodiscard]] std::string_view lync2013_text() noexcept;

}  // namespace presentity::grammar
