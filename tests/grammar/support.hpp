// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/grammar/publication_grammar.hpp>
#include <presentity/grammar/stylesheet.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace presentity::grammar::test {

inline constexpr std::string_view note_value =
    R"(<note xmlns="http://schemas.microsoft.com/2006/09/sip/note">)"
    R"(<body type="personal" uri="">Away today</body></note>)";

inline constexpr std::string_view empty_note =
    R"(<note xmlns="http://schemas.microsoft.com/2006/09/sip/note"/>)";

/// A userState; `manual` is written as it is given.
[[nodiscard]] std::string user_state(int availability, std::string_view manual = "true",
                                     std::string_view rest = {});

/// An xsl:stylesheet with this content. Prefixes `n` (note) and `st` (state) are declared.
[[nodiscard]] std::string stylesheet(std::string_view content);

/// A stylesheet whose one template, for the root, has this content.
[[nodiscard]] std::string root_template(std::string_view content);

/// A manifest with these rules, each on a line of its own from line 2 on.
[[nodiscard]] std::string manifest(const std::vector<std::string>& rules);

/// `publicationRule` with these attributes and this content.
[[nodiscard]] std::string rule(std::string_view attributes, std::string_view content = {});

/// A grammar that must be without errors.
[[nodiscard]] PublicationGrammar grammar_of(const std::vector<std::string>& rules);

/// The rule ids of diagnostics, separated by spaces.
[[nodiscard]] std::string ids(const std::vector<Diagnostic>& diagnostics);

/// The rule id of the first thing that `compile_stylesheet` or `apply_stylesheet` says; empty if
/// there is a result.
[[nodiscard]] std::string outcome(std::string_view sheet, std::string_view value = note_value);

}  // namespace presentity::grammar::test
