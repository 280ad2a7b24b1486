// SPDX-License-Identifier: MIT

// presentity: starts fast, because it links nothing but the runtime. What else there is to do is
// done by presentity-xsd.
#include "cli/process.hpp"

int main(int argc, char** argv) {
  using namespace presentity::cli;
  const auto status = run_process(argc, argv, {.can_delegate = true});
  return status ? *status : become_xsd_program(argv);
}
