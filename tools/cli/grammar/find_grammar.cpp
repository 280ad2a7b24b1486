// SPDX-License-Identifier: MIT
#include "cli/grammar/find_grammar.hpp"

#include "cli/files.hpp"
#include "cli/print_text.hpp"

#include <ostream>
#include <string_view>

namespace presentity::cli {

presence::CategoryNames names_with(const std::vector<std::string>& registered,
                                   const CategoryRegistry& registry) {
  presence::CategoryNames names;
  for (const auto& category : registry.categories) names.add(std::string(category.name));
  for (const auto& name : registered) names.add(name);
  return names;
}

std::optional<grammar::PublicationGrammar> find_grammar(const std::string& name,
                                                        const std::vector<std::string>& registered,
                                                        Session& session) {
  if (name == "lync2013" && registered.empty()) return grammar::lync2013_grammar();
  grammar::GrammarOptions options;
  options.names = names_with(registered, options.validator.registry());
  std::string text(grammar::lync2013_text());
  if (name != "lync2013") {
    auto read = read_file(name, options.validator.limits().document_bytes + 1);
    if (!read) {
      print_problem(session.console.err, name, "cannot read the grammar: " + read.error());
      return std::nullopt;
    }
    text = *std::move(read);
  }
  auto report = grammar::load_grammar(text, options);
  if (!report.grammar) print_diagnostics(session.console.err, name, report.diagnostics);
  return report.grammar;
}

}  // namespace presentity::cli
