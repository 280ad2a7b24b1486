// SPDX-License-Identifier: MIT
#pragma once

#include "cli/history.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"

#include <presentity/presence/time.hpp>

#include <optional>
#include <string>
#include <vector>

/// \file
/// The document that commands about one user are given, from a file or a log.

namespace presentity::cli {

/// What the command line says of it.
struct StoredDocument {
  std::string path;     ///< Or `-`.
  bool is_log = false;  ///< Whatever its name.
  std::string uri;      ///< Whose, of several in a log; empty: whom the first document names.
};

/// Returns the bytes of the document. Of a log, that is the `roamingData` which the server would
/// have told the user at `at`; without a time at the end of the log, which `at` then is.
///
/// Nothing after a message, and `session.status` says why. It is `findings` beside a document if
/// something in the log was left out.
[[nodiscard]] std::optional<std::string> read_stored(const StoredDocument& stored,
                                                     std::optional<presence::TimePoint>& at,
                                                     const OutputOptions& output, Session& session);

/// Prints notes and findings, and returns the status for those.
[[nodiscard]] ExitStatus print_notes(const std::vector<HistoryNote>& notes,
                                     const OutputOptions& output, Console& console);

}  // namespace presentity::cli
