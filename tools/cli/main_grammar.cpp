// SPDX-License-Identifier: MIT

// presentity-grammar: the command line with publication grammars, which need libxslt. Started by
// presentity.
#include "cli/find_in_log.hpp"
#include "cli/grammar/grammar_commands.hpp"
#include "cli/process.hpp"

int main(int argc, char** argv) {
  using namespace presentity::cli;
  return *run_process(argc, argv,
                      {.find_in_log = find_in_log, .grammar_commands = &grammar_commands()});
}
