// SPDX-License-Identifier: MIT
#include "sample_files.hpp"

#include "cli/print_text.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace presentity::samples {

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

std::vector<std::string> lines_of(const std::filesystem::path& file) {
  std::istringstream text(content_of(file));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

std::vector<std::filesystem::path> documents_below(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".xml") files.push_back(entry.path());
  }
  if (files.empty()) throw std::runtime_error("no documents in " + folder.string());
  std::ranges::sort(files);
  return files;
}

std::vector<Sample> samples_of(const std::string& group) {
  const std::filesystem::path root = PRESENTITY_SAMPLES;
  std::vector<Sample> samples;
  for (const auto& file : documents_below(root / group)) {
    auto expected = file;
    expected.replace_extension(".txt");
    samples.push_back({
        .name = file.lexically_relative(root).generic_string(),
        .group = group,
        .topic = file.lexically_relative(root / group).begin()->string(),
        .bytes = content_of(file),
        .expected = exists(expected) ? content_of(expected) : std::string(),
    });
  }
  return samples;
}

std::string findings_as_text(const Report& report) {
  std::string text;
  for (const auto& diagnostic : report.diagnostics) {
    std::ostringstream out;
    cli::print_diagnostic(out, "", diagnostic, cli::Palette{});
    text += out.str().substr(1);  // the colon behind the file name
  }
  return text;
}

const Validator& validator() {
  static const Validator created;
  return created;
}

}  // namespace presentity::samples
