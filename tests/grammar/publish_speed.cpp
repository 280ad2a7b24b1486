// SPDX-License-Identifier: MIT
// presentity_publish_speed: how many values a second one core publishes by the default grammar, and
// where the time goes. Build it in Release.
#include "outline.hpp"
#include "support.hpp"

#include <presentity/native/richPresence.hpp>
#include <presentity/validator.hpp>

#include <cstdio>
#include <ctime>
#include <string>

using namespace presentity;
using namespace presentity::grammar;
using namespace presentity::grammar::test;

namespace {

/// Microseconds of processor time that one call takes, in a second of calls.
template <class Call>
double microseconds(Call call) {
  for (int i = 0; i < 100; ++i) call();
  const auto begin = std::clock();
  long count = 0;
  while (std::clock() - begin < CLOCKS_PER_SEC) {
    for (int i = 0; i < 10; ++i) call();
    count += 10;
  }
  return 1e6 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC /
         static_cast<double>(count);
}

void measure(const char* name, const CategoryValue& value) {
  const auto& grammar = lync2013_grammar();
  const Validator validator;
  const auto compiled = compile_stylesheet(root_template("<xsl:copy-of select='*'/>"));
  std::size_t publications = 0;
  const double publish = microseconds([&] {
    const auto made = grammar.publish(value);
    publications = made->publications.size();
  });
  const auto made = grammar.publish(value);
  std::size_t sheets = 0;
  for (const auto& one : made->explanations) {
    if (one.outcome == RuleOutcome::transformed || one.outcome == RuleOutcome::emptied) ++sheets;
  }
  const double check = microseconds([&] { static_cast<void>(validator.verdict(value.xml)); });
  const double outline = microseconds(
      [&] { static_cast<void>(presentity::detail::Outline::read(value.xml, ReadLimits{})); });
  const double sheet =
      microseconds([&] { static_cast<void>(apply_stylesheet(*compiled, value.xml)); });
  native::rich_presence::PublishType request;
  request.publications.uri = "sip:bob@contoso.com";
  request.publications.publication = made->publications;
  const double write =
      microseconds([&] { static_cast<void>(native::rich_presence::write_publish(request)); });
  std::printf("%-6s %8.0f a second: %.1f us for %zu publications, %zu by stylesheet\n", name,
              1e6 / publish, publish, publications, sheets);
  std::printf(
      "       verdict %.2f us, outline %.2f us, a stylesheet that copies %.1f us, "
      "writing the request %.1f us\n",
      check, outline, sheet, write);
}

}  // namespace

int main() {
  measure("note", {"note", 0, std::string(note_value), {}});
  measure("state", {"state", 0x24000000, user_state(9500), {}});
}
