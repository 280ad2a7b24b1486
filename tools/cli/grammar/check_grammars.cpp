// SPDX-License-Identifier: MIT
#include "cli/check_documents.hpp"
#include "cli/grammar/find_grammar.hpp"
#include "cli/grammar/grammar_commands.hpp"
#include "cli/json_lines.hpp"

#include <presentity/grammar/publication_grammar.hpp>

#include <utility>

namespace presentity::cli {

ExitStatus check_grammars(const GrammarCheckOptions& options, Session& session) {
  const auto finish = [&](const Validator& validator, const std::string& bytes,
                          CheckedDocument& document) {
    auto report = grammar::load_grammar(
        bytes,
        {.validator = validator, .names = names_with(options.registered, validator.registry())});
    document.report.diagnostics = std::move(report.diagnostics);
    if (options.documents.strict) make_strict(document.report);
    const bool is_good = report.grammar && document.report.verdict == Verdict::valid;
    document.outcome = is_good ? Outcome::valid : Outcome::invalid;
  };
  // Only valid documents are finished, so warnings of the schema must not make one invalid yet.
  DocumentOptions documents = options.documents;
  documents.strict = false;
  return check_documents(documents, {.finish = finish, .print_json = &print_validated}, session);
}

}  // namespace presentity::cli
