// SPDX-License-Identifier: MIT
#include "generator/output.hpp"

#include "cli/files.hpp"

#include <filesystem>
#include <limits>

namespace presentity::generator {
namespace {

std::string path_in(const std::string& folder, const std::string& name) {
  return (std::filesystem::path(folder) / name).string();
}

bool is_stale(const GeneratedFile& file, const std::string& folder) {
  const auto path = path_in(folder, file.name);
  if (!std::filesystem::exists(path)) return true;
  const auto text = cli::read_file(path, std::numeric_limits<std::size_t>::max());
  return !text || *text != file.text;
}

std::string escaped(const std::string& path) {
  std::string result;
  for (const char c : path) {
    if (c == ' ' || c == '#') result += '\\';
    if (c == '$') result += '$';
    result += c;
  }
  return result;
}

}  // namespace

std::vector<std::string> stale_files(const std::vector<GeneratedFile>& files,
                                     const std::string& folder) {
  std::vector<std::string> result;
  for (const auto& file : files) {
    if (is_stale(file, folder)) result.push_back(path_in(folder, file.name));
  }
  return result;
}

std::string write_changed(const std::vector<GeneratedFile>& files, const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return folder + ": " + error.message();
  for (const auto& file : files) {
    if (!is_stale(file, folder)) continue;  // an untouched file is not compiled again
    const auto path = path_in(folder, file.name);
    const auto reason = cli::write_file(path, file.text);
    if (!reason.empty()) return path + ": " + reason;
  }
  return {};
}

std::string depfile(const std::vector<GeneratedFile>& files, const std::string& folder,
                    const std::vector<std::string>& inputs) {
  std::string text;
  for (const auto& file : files) {
    text += (text.empty() ? "" : " \\\n  ") + escaped(path_in(folder, file.name));
  }
  text += ":";
  for (const auto& input : inputs) text += " \\\n  " + escaped(input);
  return text + "\n";
}

}  // namespace presentity::generator
