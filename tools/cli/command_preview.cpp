// SPDX-License-Identifier: MIT
#include "cli/command_preview.hpp"

#include "cli/options.hpp"
#include "cli/presence_options.hpp"
#include "cli/preview_report.hpp"
#include "cli/print_text.hpp"
#include "cli/results.hpp"
#include "cli/session.hpp"
#include "cli/store_input.hpp"
#include "cli/stored_document.hpp"

#include <presentity/native/categories.hpp>

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace presentity::cli {
namespace {

struct PreviewOptions {
  OutputOptions output;
  OwnerOptions owner;
  std::string file;
  bool is_log = false;
  std::string format = "text";
  std::string at;
  std::vector<std::string> watchers;
};

ExitStatus usage(Session& session, const std::string& message) {
  print_error(session.console.err, message);
  return ExitStatus::usage;
}

void print(const std::string& format, const PreviewReport& report, std::ostream& out) {
  if (format == "json") {
    print_preview_json(out, report);
  } else if (format == "html") {
    print_preview_page(out, report);
  } else {
    print_preview_text(out, report);
  }
}

/// Writes the notification of the one watcher.
ExitStatus print_notification(const PreviewOptions& options, const PreviewReport& report,
                              Session& session) {
  const auto xml = native::categories::write_categories(report.watchers.front().sent);
  if (!xml) {
    print_error(session.console.err,
                "cannot write the notification: " + xml.error().front().message);
    return ExitStatus::failure;
  }
  return write_results(options.output, session.console, [&](std::ostream& out) {
    out << *xml << '\n';
    return session.status;
  });
}

void note_expiry(const PreviewOptions& options, const PreviewReport& report, Console& console) {
  if (report.at || !report.store.next_expiry()) return;
  print_note(options.output, console.err,
             "some instances end by time; without --at they are shown as if they had not");
}

ExitStatus run(const PreviewOptions& options, Session& session) {
  if (options.format == "xml" && options.watchers.size() != 1) {
    return usage(session, "--format xml is the notification of one watcher: give one --as");
  }
  const auto watchers = read_watchers(options.watchers);
  if (!watchers) return usage(session, watchers.error());
  auto at = read_time(options.at);
  if (!at) return usage(session, at.error());
  std::vector<StorePart> needed = {StorePart::instances};
  if (!watchers->empty()) needed.push_back(StorePart::members);
  auto text =
      read_stored({options.file, options.is_log, options.owner.uri}, *at, options.output, session);
  auto input = read_store(options.file, std::move(text), needed, session);
  if (!input) return session.status;
  const auto owner = read_owner(options.owner, input->store.uri());
  if (!owner) return usage(session, owner.error());

  PreviewReport report{
      options.file, std::move(input->store), *owner, policy_of(options.owner), *at, {}, {}};
  make_previews(*watchers, report);
  note_expiry(options, report, session.console);
  if (options.format == "xml") return print_notification(options, report, session);
  return write_results(options.output, session.console, [&](std::ostream& out) {
    print(options.format, report, out);
    return session.status;
  });
}

}  // namespace

void add_preview_command(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("preview", "Show what watchers are sent of a store, and why");
  const auto options = std::make_shared<PreviewOptions>();
  auto* file = command->add_option("store", options->file,
                                   "roamingData or categories, or a log; - is standard input");
  file->required()->type_name("STORE-OR-LOG");
  take_literally(*file);
  add_watcher_option(*command, options->watchers, "A watcher (repeatable); without: per container");
  add_owner_options(*command, options->owner);
  add_time_option(*command, "--at", options->at,
                  "When; hides what has expired; default of a log: its end");
  add_log_option(*command, options->is_log);
  add_format_option(*command, {"text", "json", "html", "xml"}, options->format);
  add_file_option(*command, options->output);
  add_quiet_option(*command, options->output);
  command->footer(
      "Examples:\n"
      "  presentity preview store.xml --as sip:bob@fabrikam.com\n"
      "  presentity preview store.xml --format html --output who-sees-what.html");
  command->callback([options, &session] { session.status = run(*options, session); });
}

}  // namespace presentity::cli
