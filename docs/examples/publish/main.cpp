// SPDX-License-Identifier: MIT
#include <presentity/grammar/publication_grammar.hpp>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

namespace grammar = presentity::grammar;

// publish CATEGORY INSTANCE VALUE.xml [SECONDS]: what a client sends, by container.
int main(int argc, char** argv) {
  if (argc < 4) return 2;
  std::ifstream file(argv[3], std::ios::binary);

  grammar::CategoryValue value;
  value.category = argv[1];
  value.instance = static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 0));
  value.xml.assign(std::istreambuf_iterator<char>(file), {});
  value.expiry = {.type = grammar::ExpireType::static_};
  if (argc > 4) {
    value.expiry->type = grammar::ExpireType::time;
    value.expiry->seconds = static_cast<std::uint32_t>(std::strtoul(argv[4], nullptr, 0));
  }

  const auto published = grammar::lync2013_grammar().publish(value);
  if (!published) {
    for (const auto& error : published.error().diagnostics) std::cerr << error.message << '\n';
    return 1;
  }
  for (const auto& publication : published->publications) {
    std::cout << publication.container << ' ' << publication.expire_type->text() << ": "
              << publication.any->xml << '\n';
  }
}
