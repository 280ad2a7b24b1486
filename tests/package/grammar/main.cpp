// SPDX-License-Identifier: MIT
#include <presentity/grammar/publication_grammar.hpp>
#include <presentity/presence/instance_id.hpp>

#include <string>
#include <vector>

// Publishes a note with the default grammar.
int main() {
  const auto result = presentity::grammar::lync2013_grammar().publish(
      {"note", 0, R"(<note xmlns="http://schemas.microsoft.com/2006/09/sip/note"/>)", {}});
  namespace presence = presentity::presence;
  const std::vector<std::string> keys{""};
  const auto id = presence::instance_id(*presence::find_instance_formula("device"), keys);
  return result && result->publications.size() == 5 && id == 0xECF8427E ? 0 : 1;
}
