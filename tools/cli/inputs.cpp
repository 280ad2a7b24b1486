// SPDX-License-Identifier: MIT
#include "cli/inputs.hpp"

#include "cli/files.hpp"
#include "cli/print_text.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

namespace presentity::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> log_suffixes = {".log",     ".txt", ".uccapilog",
                                                          ".uccplog", ".sip", ".eml"};
constexpr std::size_t most_list_bytes = 256U << 20U;
constexpr std::size_t most_log_bytes = 512U << 20U;

bool is_folder(const std::string& path) {
  std::error_code error;
  return path.find('\0') == std::string::npos && fs::is_directory(path, error);
}

// A dangling link counts: that it cannot be read must be said. Pipes and devices do not.
bool is_readable(const fs::directory_entry& entry) {
  std::error_code error;
  const fs::file_type type = entry.status(error).type();
  return type == fs::file_type::regular || type == fs::file_type::not_found ||
         type == fs::file_type::none;
}

/// Makes inputs of arguments.
class Expansion {
 public:
  explicit Expansion(bool are_logs) : are_logs_(are_logs) {}

  void add(const std::string& argument) {
    if (argument.starts_with('@')) {
      add_list(argument);
    } else {
      add_path(argument);
    }
  }

  Inputs take() { return std::move(inputs_); }

 private:
  void add_list(const std::string& argument) {
    const auto text = read_file(argument.substr(1), most_list_bytes + 1);
    if (!text) {
      inputs_.documents.push_back({argument, text.error()});
    } else if (text->size() > most_list_bytes) {
      inputs_.documents.push_back({argument, "the list is too long"});
    } else {
      const std::size_t before = inputs_.documents.size();
      add_lines(*text);
      if (inputs_.documents.size() == before) {
        inputs_.notes.push_back(argument + ": names no document");
      }
    }
  }

  void add_lines(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::string_view line = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (!line.empty()) add_path(std::string(line));
    }
  }

  void add_path(const std::string& path) {
    if (is_folder(path)) {
      add_folder(path);
    } else {
      inputs_.documents.push_back({path, {}, are_logs_ || has_log_name(path)});
    }
  }

  void add_folder(const std::string& path) {
    std::vector<Input> found;
    std::vector<fs::path> pending = {path};
    while (!pending.empty()) {
      const fs::path folder = std::move(pending.back());
      pending.pop_back();
      list_folder(folder, pending, found);
    }

    if (found.empty()) {
      inputs_.notes.push_back(path + ": no *.xml" + (are_logs_ ? " and no logs" : "") +
                              " in this folder");
    }
    std::sort(found.begin(), found.end(),
              [](const Input& one, const Input& other) { return one.path < other.path; });
    std::move(found.begin(), found.end(), std::back_inserter(inputs_.documents));
  }

  // Adds what is in `folder`; folders in it go to `pending`. Links to folders are not followed, or
  // a link to a folder above would never end.
  void list_folder(const fs::path& folder, std::vector<fs::path>& pending,
                   std::vector<Input>& found) const {
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    while (!error && entries != fs::directory_iterator()) {
      std::error_code ignored;
      if (entries->is_directory(ignored) && !entries->is_symlink(ignored)) {
        pending.push_back(entries->path());
      } else if (is_meant(entries->path().native()) && is_readable(*entries)) {
        found.push_back({entries->path().string(), {}, are_logs_});
      }
      entries.increment(error);
    }
    if (error) found.push_back({folder.string(), error.message()});
  }

  [[nodiscard]] bool is_meant(std::string_view path) const {
    return path.ends_with(".xml") || (are_logs_ && has_log_name(path));
  }

  bool are_logs_;
  Inputs inputs_;
};

// Adds the documents of the log to `opened`.
void open_log(const std::string& log, std::vector<LoggedDocument> found,
              std::vector<Input>& opened) {
  if (found.empty()) found.push_back({{}, {}, no_document()});
  for (auto& document : found) {
    if (document.finding) document.finding->severity = Severity::error;  // It was to be read.
    auto name = place_name(log, document.position);
    opened.push_back({std::move(name),
                      {},
                      false,
                      log,
                      std::make_shared<const LoggedDocument>(std::move(document))});
  }
}

}  // namespace

std::string place_name(const std::string& log, const Position& position) {
  return log + ':' + std::to_string(position.line) + ':' + std::to_string(position.column);
}

bool has_log_name(std::string_view path) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::any_of(log_suffixes, [&](std::string_view suffix) {
    return path.size() >= suffix.size() &&
           std::ranges::equal(path.substr(path.size() - suffix.size()), suffix, {}, lower);
  });
}

Result<Inputs, std::string> expand_inputs(const std::vector<std::string>& arguments,
                                          bool are_logs) {
  Expansion expansion(are_logs);
  for (const auto& argument : arguments) expansion.add(argument);
  Inputs inputs = expansion.take();
  inputs.is_single_document = arguments.size() == 1 && !arguments.front().starts_with('@') &&
                              !is_folder(arguments.front()) && !inputs.documents.front().is_log;

  const auto is_standard_input = [](const Input& input) { return input.path == "-"; };
  if (std::count_if(inputs.documents.begin(), inputs.documents.end(), is_standard_input) > 1) {
    return Unexpected{std::string("standard input ('-') can be read only once")};
  }
  return inputs;
}

void open_logs(Inputs& inputs, const Schemas& schemas, const ReadLimits& limits, Session& session) {
  const auto find = session.resources.find_in_log;
  std::vector<Input> opened;
  for (auto& input : inputs.documents) {
    if (input.is_log && find == nullptr) input.problem = "this build does not know logs";
    if (!input.is_log || !input.problem.empty()) {
      opened.push_back(std::move(input));
    } else if (const auto log = read_log(input, session.console.in)) {
      open_log(input.path, find(*log, schemas, limits), opened);
    } else {
      input.problem = log.error();
      opened.push_back(std::move(input));
    }
  }
  inputs.documents = std::move(opened);
}

Diagnostic no_document() {
  return {Severity::error, "no-document", {}, {}, {}, "there is no document in this log", {}};
}

void place_in_log(const Input& input, std::vector<Diagnostic>& diagnostics) {
  if (!input.logged) return;
  for (auto& diagnostic : diagnostics) {
    diagnostic.position = input.logged->place(diagnostic.position.offset);
  }
}

Result<std::string, std::string> read_input(const Input& input, std::size_t most,
                                            std::istream& standard_input) {
  if (!input.problem.empty()) return Unexpected{input.problem};
  if (input.logged) return input.logged->xml.substr(0, most);
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
  if (input.logged && input.logged->finding) {
    print_diagnostics(session.console.err, input.file(), {&*input.logged->finding, 1});
    session.status = worse(session.status, ExitStatus::findings);
    return std::nullopt;
  }
  auto bytes = read_input(input, limits.document_bytes + 1, session.console.in);
  if (bytes) return *std::move(bytes);
  print_problem(session.console.err, input.path, "cannot read: " + bytes.error());
  session.status = worse(session.status, ExitStatus::failure);
  return std::nullopt;
}

}  // namespace presentity::cli
