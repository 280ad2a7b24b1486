// SPDX-License-Identifier: MIT
#include "cli/run.hpp"

#if PRESENTITY_HAS_TREE
#include <presentity/tree/round_trip.hpp>
#endif

#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

namespace {

presentity::cli::Resources resources() {
#if PRESENTITY_HAS_TREE
  return {
      .tree_bindings = [](std::string_view utf8) { return presentity::tree::round_trip(utf8); }};
#else
  return {};
#endif
}

bool wants_no_color() {
  const char* value = std::getenv("NO_COLOR");
  return value != nullptr && *value != '\0';
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  try {
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    return presentity::cli::run(arguments,
                                {.in = std::cin,
                                 .out = std::cout,
                                 .err = std::cerr,
                                 .out_is_terminal = ::isatty(STDOUT_FILENO) != 0,
                                 .no_color = wants_no_color()},
                                resources());
  } catch (const std::exception& error) {
    std::cerr << "presentity: internal error: " << error.what() << '\n';
  } catch (...) {
    std::cerr << "presentity: internal error\n";
  }
  return static_cast<int>(presentity::cli::ExitStatus::failure);
}
