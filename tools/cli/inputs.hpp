// SPDX-License-Identifier: MIT
#pragma once

#include "cli/logged_document.hpp"
#include "cli/session.hpp"

#include <presentity/diagnostic.hpp>
#include <presentity/read_limits.hpp>
#include <presentity/result.hpp>
#include <presentity/schemas.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// From what the user names to the documents meant.

namespace presentity::cli {

/// A document to read, or a log.
struct Input {
  std::string path;  ///< As given; `-` is standard input. Of a document in a log, its place there.
  std::string problem;   ///< Why it cannot be read, if that is already known.
  bool is_log = false;   ///< Not a document: it has documents in it.
  std::string log = {};  ///< That it is a document of; else empty.
  std::shared_ptr<const LoggedDocument> logged = nullptr;  ///< Not null if `log` is not empty.

  /// The file that positions in the document count in.
  [[nodiscard]] const std::string& file() const noexcept { return log.empty() ? path : log; }
};

struct Inputs {
  std::vector<Input> documents;     ///< In the order given.
  std::vector<std::string> notes;   ///< For the user: folders without documents.
  bool is_single_document = false;  ///< One file or standard input was named, nothing else.
};

/// What results call a document in a log.
[[nodiscard]] std::string place_name(const std::string& log, const Position& position);

/// Whether the file is a log by its name, such as `client.log`.
[[nodiscard]] bool has_log_name(std::string_view path);

/// Expands folders (every `*.xml` below, in byte order of the path) and `@file` (a list of paths,
/// one a line; a list does not name further lists). A path that does not exist stays, with no
/// problem; reading it will tell.
///
/// A file is a log by its name. With `are_logs` all inputs are logs, and a folder also stands for
/// the files below that have the name of one.
///
/// Errors: standard input is named twice.
[[nodiscard]] Result<Inputs, std::string> expand_inputs(const std::vector<std::string>& arguments,
                                                        bool are_logs);

/// Replaces each log by the documents in it, and by what should be one.
void open_logs(Inputs& inputs, const Schemas& schemas, const ReadLimits& limits, Session& session);

/// What is wrong with a log in which nothing was found.
[[nodiscard]] Diagnostic no_document();

/// Replaces the positions of findings about the document by those in its log, if it has one.
void place_in_log(const Input& input, std::vector<Diagnostic>& diagnostics);

/// Returns the first `most` bytes of the document, or why there are none.
[[nodiscard]] Result<std::string, std::string> read_input(const Input& input, std::size_t most,
                                                          std::istream& standard_input);

/// The same, no more than one byte beyond the limit, which shows that there is more. Nothing: why
/// is on standard error, and `session.status` says so.
[[nodiscard]] std::optional<std::string> read_document(const Input& input, const ReadLimits& limits,
                                                       Session& session);

/// Returns the log, or why there is none: logs are held in memory several times, and have 512 MiB
/// at most.
[[nodiscard]] Result<std::string, std::string> read_log(const Input& input,
                                                        std::istream& standard_input);

}  // namespace presentity::cli
