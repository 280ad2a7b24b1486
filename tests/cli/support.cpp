// SPDX-License-Identifier: MIT
#include "support.hpp"

#include "cli/find_in_log.hpp"
#include "cli/grammar/grammar_commands.hpp"
#include "cli/presence_commands.hpp"
#include "cli/run.hpp"

#include <presentity/load_schemas.hpp>

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace presentity::cli::test {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "presentity-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, std::string_view text) const {
  const fs::path file = path_ / name;
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
  return file.string();
}

std::string TemporaryFolder::path(const std::string& name) const {
  return name.empty() ? path_.string() : (path_ / name).string();
}

std::vector<std::string> TemporaryFolder::names() const {
  std::vector<std::string> result;
  for (const auto& entry : fs::directory_iterator(path_)) {
    result.push_back(entry.path().filename().string());
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Answer run_presentity(const std::vector<std::string>& arguments, const Surroundings& surroundings) {
  Resources resources = surroundings.resources;
  resources.commands = presence_commands();
  resources.load_schemas = &load_schemas;
  resources.validate_with_xerces = &validate_with_xerces;
  resources.grammar_commands = &grammar_commands();
  if (surroundings.knows_logs) resources.find_in_log = &find_in_log;
  std::istringstream in{std::string(surroundings.input)};
  std::ostringstream out;
  std::ostringstream err;
  const auto status = run(arguments,
                          {.in = in,
                           .out = out,
                           .err = err,
                           .out_is_terminal = surroundings.out_is_terminal,
                           .no_color = surroundings.no_color},
                          resources);
  return {status.value_or(-1), out.str(), err.str()};
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::vector<std::string> lines(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> result;
  for (std::string line; std::getline(in, line);) result.push_back(line);
  return result;
}

}  // namespace presentity::cli::test
