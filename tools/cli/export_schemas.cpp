// SPDX-License-Identifier: MIT
#include "cli/export_schemas.hpp"

#include "cli/files.hpp"
#include "cli/results.hpp"

#include <filesystem>
#include <ostream>
#include <string_view>
#include <system_error>
#include <vector>

namespace presentity::cli {
namespace {

namespace fs = std::filesystem;

struct Plan {
  std::vector<EmbeddedFile> to_write;
  std::vector<std::string> differing;
};

std::string path_of(const ExportOptions& options, const EmbeddedFile& file) {
  return (fs::path(options.directory) / file.name).string();
}

Plan make_plan(const ExportOptions& options, std::span<const EmbeddedFile> files) {
  Plan plan;
  for (const auto& file : files) {
    const std::string path = path_of(options, file);
    std::error_code error;
    const bool is_there = fs::symlink_status(path, error).type() != fs::file_type::not_found;
    const auto text = read_file(path, file.text.size() + 1);
    if (text && *text == file.text) continue;
    plan.to_write.push_back(file);
    if (is_there) plan.differing.push_back(path);
  }
  return plan;
}

ExitStatus refuse(const Plan& plan, Console& console) {
  for (const auto& path : plan.differing) print_error(console.err, path + " exists and differs");
  print_error(console.err, "nothing was written; --force replaces these files");
  return ExitStatus::failure;
}

ExitStatus write_all(const ExportOptions& options, const Plan& plan, Console& console) {
  for (const auto& file : plan.to_write) {
    const std::string path = path_of(options, file);
    std::error_code ignored;  // Writing tells.
    fs::create_directories(fs::path(path).parent_path(), ignored);
    if (const std::string problem = write_file(path, file.text); !problem.empty()) {
      return cannot_write(console.err, path, problem);
    }
    if (options.verbose) console.out << terminal_text(path) << '\n';
  }
  return ExitStatus::ok;
}

}  // namespace

ExitStatus export_schemas(const ExportOptions& options, std::span<const EmbeddedFile> files,
                          Console& console) {
  std::error_code error;
  fs::create_directories(options.directory, error);
  if (!fs::is_directory(options.directory)) {
    const std::string reason = error ? error.message() : "not a folder";
    print_error(console.err, "cannot make the folder " + options.directory + ": " + reason);
    return ExitStatus::failure;
  }

  const Plan plan = make_plan(options, files);
  if (!plan.differing.empty() && !options.force) return refuse(plan, console);
  if (const auto status = write_all(options, plan, console); status != ExitStatus::ok) {
    return status;
  }
  if (!options.quiet) {
    console.err << plan.to_write.size() << " of " << files.size()
                << " files written, the others were up to date\n";
  }
  return ExitStatus::ok;
}

}  // namespace presentity::cli
