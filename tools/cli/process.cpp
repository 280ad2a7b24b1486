// SPDX-License-Identifier: MIT
#include "cli/process.hpp"

#include "cli/results.hpp"
#include "cli/run.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
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

/// Replaces the process by `program`, which needs `library`. Returns only if that fails.
int become(const std::string& program, std::string_view library, char** argv) {
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  const fs::path beside = folder / program;
  const fs::path installed = folder / PRESENTITY_LIBEXEC / program;
  if (!error) {
    for (const auto& path : {beside, installed}) ::execv(path.c_str(), argv);
  }
  const int reason = error ? error.value() : errno;
  print_error(std::cerr, "cannot run " + program + ", which does this work (it needs " +
                             std::string(library) +
                             "): " + std::generic_category().message(reason));
  std::cerr << "It belongs to " << beside.string() << " or "
            << installed.lexically_normal().string() << ".\n";
  return failure;
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

int become_second_program(int argc, char** argv) {
  const std::string_view command = argc > 1 ? argv[1] : "";
  if (command == "grammar" || command == "publish") {
    // Schemas of the user need Xerces-C++; presentity-xsd has the grammars, too.
    const auto is_schema = [](std::string_view argument) {
      return argument == "--schema" || argument.starts_with("--schema=");
    };
    const bool has_schemas = std::any_of(argv + 2, argv + argc, is_schema);
    if (!has_schemas) return become("presentity-grammar", "libxslt", argv);
  }
  if (command != "generate") return become("presentity-xsd", "Xerces-C++", argv);
  std::string name = "presentity generate";  // what its help shall call it
  argv[1] = name.data();
  return become("presentity-generate", "Xerces-C++", argv + 1);
}

}  // namespace presentity::cli
