// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/grammar/publication_grammar.hpp>
#include <presentity/grammar/stylesheet.hpp>
#include <presentity/validator.hpp>

#include <optional>
#include <string>
#include <vector>

namespace presentity::grammar {

namespace detail {

/// A rule with what it publishes.
struct CompiledRule {
  std::optional<Stylesheet> stylesheet;  ///< Of `RuleData::stylesheet`.
  std::string value;                     ///< Of `RuleData::value`: an element, self-contained.
  std::string path;                      ///< In the manifest.
};

}  // namespace detail

struct PublicationGrammar::State {
  std::vector<Rule> rules;
  std::vector<detail::CompiledRule> compiled;  ///< One for each of `rules`.
  Validator validator;
  presence::CategoryNames names;
};

}  // namespace presentity::grammar
