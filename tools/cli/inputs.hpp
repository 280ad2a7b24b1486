// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.hpp"

#include <presentity/read_limits.hpp>
#include <presentity/result.hpp>

#include <optional>
#include <string>
#include <vector>

/// \file
/// From what the user names to the documents meant.

namespace presentity::cli {

/// A document to read.
struct Input {
  std::string path;     ///< As given; `-` is standard input.
  std::string problem;  ///< Why it cannot be read, if that is already known.
};

struct Inputs {
  std::vector<Input> documents;     ///< In the order given.
  std::vector<std::string> notes;   ///< For the user: folders without documents.
  bool is_single_document = false;  ///< One file or standard input was named, nothing else.
};

/// Expands folders (every `*.xml` below, in byte order of the path) and `@file` (a list of paths,
/// one a line; a list does not name further lists). A path that does not exist stays, with no
/// problem; reading it will tell.
///
/// Errors: standard input is named twice.
[[nodiscard]] Result<Inputs, std::string> expand_inputs(const std::vector<std::string>& arguments);

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
