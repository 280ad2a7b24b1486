// SPDX-License-Identifier: MIT
#include "generator/command.hpp"

#include <exception>
#include <iostream>

int main(int argc, char** argv) {
  try {
    return presentity::generator::run_command(argc, argv, std::cout, std::cerr);
  } catch (const std::exception& error) {
    std::cerr << "internal error: " << error.what() << '\n';
    return 3;
  }
}
