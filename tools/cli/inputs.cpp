// SPDX-License-Identifier: MIT
#include "cli/inputs.hpp"

#include "cli/files.hpp"
#include "cli/print_text.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

namespace presentity::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_list_bytes = 256U << 20U;
constexpr std::size_t most_log_bytes = 512U << 20U;

bool is_folder(const std::string& path) {
  std::error_code error;
  return path.find('\0') == std::string::npos && fs::is_directory(path, error);
}

// A dangling link counts: that it cannot be read must be said. Pipes and devices do not.
bool is_document(const fs::directory_entry& entry) {
  if (!entry.path().native().ends_with(".xml")) return false;
  std::error_code error;
  const fs::file_type type = entry.status(error).type();
  return type == fs::file_type::regular || type == fs::file_type::not_found ||
         type == fs::file_type::none;
}

// Adds what is in `folder`; folders in it go to `pending`. Links to folders are not followed, or
// a link to a folder above would never end.
void list_folder(const fs::path& folder, std::vector<fs::path>& pending,
                 std::vector<Input>& documents) {
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  while (!error && entries != fs::directory_iterator()) {
    std::error_code ignored;
    if (entries->is_directory(ignored) && !entries->is_symlink(ignored)) {
      pending.push_back(entries->path());
    } else if (is_document(*entries)) {
      documents.push_back({entries->path().string(), {}});
    }
    entries.increment(error);
  }
  if (error) documents.push_back({folder.string(), error.message()});
}

void add_folder(const std::string& path, Inputs& inputs) {
  std::vector<Input> found;
  std::vector<fs::path> pending = {path};
  while (!pending.empty()) {
    const fs::path folder = std::move(pending.back());
    pending.pop_back();
    list_folder(folder, pending, found);
  }

  if (found.empty()) inputs.notes.push_back(path + ": no *.xml in this folder");
  std::sort(found.begin(), found.end(),
            [](const Input& one, const Input& other) { return one.path < other.path; });
  std::move(found.begin(), found.end(), std::back_inserter(inputs.documents));
}

void add_path(const std::string& path, Inputs& inputs) {
  if (is_folder(path)) {
    add_folder(path, inputs);
  } else {
    inputs.documents.push_back({path, {}});
  }
}

void add_lines(std::string_view text, Inputs& inputs) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) add_path(std::string(line), inputs);
  }
}

void add_list(const std::string& argument, Inputs& inputs) {
  const auto text = read_file(argument.substr(1), most_list_bytes + 1);
  if (!text) {
    inputs.documents.push_back({argument, text.error()});
  } else if (text->size() > most_list_bytes) {
    inputs.documents.push_back({argument, "the list is too long"});
  } else {
    const std::size_t before = inputs.documents.size();
    add_lines(*text, inputs);
    if (inputs.documents.size() == before) inputs.notes.push_back(argument + ": names no document");
  }
}

}  // namespace

Result<Inputs, std::string> expand_inputs(const std::vector<std::string>& arguments) {
  Inputs inputs;
  for (const auto& argument : arguments) {
    if (argument.starts_with('@')) {
      add_list(argument, inputs);
    } else {
      add_path(argument, inputs);
    }
  }
  inputs.is_single_document =
      arguments.size() == 1 && !arguments.front().starts_with('@') && !is_folder(arguments.front());

  const auto is_standard_input = [](const Input& input) { return input.path == "-"; };
  if (std::count_if(inputs.documents.begin(), inputs.documents.end(), is_standard_input) > 1) {
    return Unexpected{std::string("standard input ('-') can be read only once")};
  }
  return inputs;
}

Result<std::string, std::string> read_input(const Input& input, std::size_t most,
                                            std::istream& standard_input) {
  if (!input.problem.empty()) return Unexpected{input.problem};
  if (input.path == "-") return read_stream(standard_input, most);
  return read_file(input.path, most);
}

Result<std::string, std::string> read_log(const Input& input, std::istream& standard_input) {
  auto log = read_input(input, most_log_bytes + 1, standard_input);
  if (log && log->size() > most_log_bytes) {
    return Unexpected{std::string("it has more than 512 MiB; split it")};
  }
  return log;
}

std::optional<std::string> read_document(const Input& input, const ReadLimits& limits,
                                         Session& session) {
  auto bytes = read_input(input, limits.document_bytes + 1, session.console.in);
  if (bytes) return *std::move(bytes);
  print_problem(session.console.err, input.path, "cannot read: " + bytes.error());
  session.status = worse(session.status, ExitStatus::failure);
  return std::nullopt;
}

}  // namespace presentity::cli
