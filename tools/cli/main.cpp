// SPDX-License-Identifier: MIT

// presentity: starts fast, because it links nothing but the runtime and what the native bindings
// allow. What else there is to do is done by the programs beside it.
#include "cli/find_in_log.hpp"
#include "cli/native_bindings.hpp"
#include "cli/presence_commands.hpp"
#include "cli/process.hpp"

int main(int argc, char** argv) {
  using namespace presentity::cli;
  const auto status = run_process(argc, argv,
                                  {.find_in_log = presentity::cli::find_in_log,
                                   .native_bindings = presentity::cli::native_bindings,
                                   .commands = presence_commands(),
                                   .can_delegate = true});
  return status ? *status : become_second_program(argc, argv);
}
