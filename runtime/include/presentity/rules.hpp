// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/diagnostic.hpp>

#include <span>
#include <string_view>

/// \file
/// The catalogue of rules: every id that a diagnostic can carry, and what it means.

namespace presentity {

/// A rule that documents are checked against.
struct Rule {
  std::string_view id;           ///< Kebab case; never renamed within a major version.
  Severity severity;             ///< Unless made stricter by the caller.
  std::string_view summary;      ///< One sentence.
  std::string_view explanation;  ///< Why it matters and what to do; several sentences.
};

/// Returns all rules in the order of their ids.
[[nodiscard]] std::span<const Rule> rules() noexcept;

/// Returns the rule with this id, or null.
[[nodiscard]] const Rule* find_rule(std::string_view id) noexcept;

}  // namespace presentity
