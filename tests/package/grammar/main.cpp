// SPDX-License-Identifier: MIT
#include <presentity/grammar/publication_grammar.hpp>
#include <presentity/presence/instance_ids.hpp>

// Publishes a note with the default grammar.
int main() {
  const auto result = presentity::grammar::lync2013_grammar().publish(
      {"note", 0, R"(<note xmlns="http://schemas.microsoft.com/2006/09/sip/note"/>)", {}});
  const auto id = presentity::presence::instance_id(presentity::presence::InstanceKind::device, "");
  return result && result->publications.size() == 5 && id == 0xECF8427E ? 0 : 1;
}
