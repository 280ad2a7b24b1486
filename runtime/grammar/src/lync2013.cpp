// SPDX-License-Identifier: MIT
#include <presentity/grammar/publication_grammar.hpp>

#include <cassert>

namespace presentity::grammar {

const PublicationGrammar& lync2013_grammar() {
  static const auto report = load_grammar(lync2013_text());
  assert(report.grammar && "a test loads it");
  return *report.grammar;
}

}  // namespace presentity::grammar
