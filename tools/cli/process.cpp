// SPDX-License-Identifier: MIT
#include "cli/process.hpp"

#include "cli/results.hpp"
#include "cli/run.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>
#include <vector>

namespace presentity::cli {
namespace {

namespace fs = std::filesystem;

constexpr int failure = static_cast<int>(ExitStatus::failure);

bool wants_no_color() {
  const char* value = std::getenv("NO_COLOR");
  return value != nullptr && *value != '\0';
}

}  // namespace

std::optional<int> run_process(int argc, char** argv, const Resources& resources) {
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  try {
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    return run(arguments,
               {.in = std::cin,
                .out = std::cout,
                .err = std::cerr,
                .out_is_terminal = ::isatty(STDOUT_FILENO) != 0,
                .no_color = wants_no_color()},
               resources);
  } catch (const std::exception& error) {
    std::cerr << "presentity: internal error: " << error.what() << '\n';
  } catch (...) {
    std::cerr << "presentity: internal error\n";
  }
  return failure;
}

int become_xsd_program(char** argv) {
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  const fs::path beside = folder / "presentity-xsd";
  const fs::path installed = folder / PRESENTITY_LIBEXEC / "presentity-xsd";
  if (!error) {
    for (const auto& program : {beside, installed}) ::execv(program.c_str(), argv);
  }
  const int reason = error ? error.value() : errno;
  print_error(std::cerr, "cannot run presentity-xsd, which does this work (it needs Xerces-C++): " +
                             std::generic_category().message(reason));
  std::cerr << "It belongs to " << beside.string() << " or "
            << installed.lexically_normal().string() << ".\n";
  return failure;
}

}  // namespace presentity::cli
