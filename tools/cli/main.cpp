// SPDX-License-Identifier: MIT

// presentity: starts fast, because it links nothing but the runtime and the native bindings. What
// else there is to do is done by presentity-xsd and presentity-generate.
#include "cli/native_bindings.hpp"
#include "cli/process.hpp"

#if PRESENTITY_HAS_PRESENCE
#include "cli/presence_commands.hpp"
#endif

int main(int argc, char** argv) {
  using namespace presentity::cli;
  Resources resources{.native_bindings = presentity::cli::native_bindings, .can_delegate = true};
#if PRESENTITY_HAS_PRESENCE
  resources.commands = presence_commands();
#endif
  const auto status = run_process(argc, argv, resources);
  return status ? *status : become_second_program(argc, argv);
}
