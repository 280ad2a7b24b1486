// SPDX-License-Identifier: MIT
#include "cli/stored_document.hpp"

#include "cli/history_reader.hpp"
#include "cli/inputs.hpp"
#include "cli/print_text.hpp"
#include "cli/results.hpp"

#include <presentity/read_limits.hpp>

#include <utility>

namespace presentity::cli {
namespace {

std::optional<std::string> fail(const std::string& path, const std::string& problem,
                                ExitStatus status, Session& session) {
  print_problem(session.console.err, path, problem);
  session.status = worse(session.status, status);
  return std::nullopt;
}

std::optional<std::string> read_from_log(const StoredDocument& stored,
                                         std::optional<presence::TimePoint>& at,
                                         const OutputOptions& output, Session& session) {
  const auto& path = stored.path;
  const auto bytes = read_log({path, {}}, session.console.in);
  if (!bytes) return fail(path, "cannot read: " + bytes.error(), ExitStatus::failure, session);
  HistoryReader reader(stored.uri);
  reader.read(path, *bytes, true);
  const auto& history = reader.history();
  const auto status = print_notes(history.notes(), output, session.console);
  session.status = worse(session.status, status);
  const auto end = history.end();
  if (!end) {
    return fail(path, "nothing in this log says what a user has published", ExitStatus::findings,
                session);
  }
  auto document = history.store(reader.uri(), at);
  if (!at) at = end;
  if (document) return *std::move(document);
  return fail(path, document.error().front().message, ExitStatus::findings, session);
}

}  // namespace

std::optional<std::string> read_stored(const StoredDocument& stored,
                                       std::optional<presence::TimePoint>& at,
                                       const OutputOptions& output, Session& session) {
  if (stored.is_log || has_log_name(stored.path)) {
    return read_from_log(stored, at, output, session);
  }
  return read_document({stored.path, {}}, ReadLimits{}, session);
}

ExitStatus print_notes(const std::vector<HistoryNote>& notes, const OutputOptions& output,
                       Console& console) {
  auto status = ExitStatus::ok;
  for (const auto& note : notes) {
    const auto text = note.where + ": " + note.text;
    if (note.is_finding) {
      print_error(console.err, text);
      status = ExitStatus::findings;
    } else {
      print_note(output, console.err, text);
    }
  }
  return status;
}

}  // namespace presentity::cli
