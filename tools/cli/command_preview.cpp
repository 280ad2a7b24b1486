// SPDX-License-Identifier: MIT
#include "cli/command_preview.hpp"

#include "cli/inputs.hpp"
#include "cli/options.hpp"
#include "cli/preview_report.hpp"
#include "cli/print_text.hpp"
#include "cli/results.hpp"
#include "cli/session.hpp"

#include <presentity/native/categories.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
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
  std::string file;
  std::string format = "text";
  std::string policy = "member-kind";
  std::string at;
  std::string uri;
  std::vector<std::string> watchers;
  std::vector<std::string> enterprise_domains;
  std::vector<std::string> public_domains;
  std::vector<std::string> federated_domains;
};

ExitStatus usage(Session& session, const std::string& message) {
  print_error(session.console.err, message);
  return ExitStatus::usage;
}

std::vector<std::string> in_lower_case(std::vector<std::string> domains) {
  for (auto& domain : domains) {
    std::ranges::transform(domain, domain.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
  }
  return domains;
}

/// The store of the file; nothing if there is none, which `status` then says.
std::optional<presence::Store> load(const PreviewOptions& options, Session& session,
                                    ExitStatus& status) {
  const ReadLimits limits;
  const auto bytes = read_input({options.file, {}}, limits.document_bytes + 1, session.console.in);
  if (!bytes) {
    print_error(session.console.err, "cannot read " + options.file + ": " + bytes.error());
    status = ExitStatus::failure;
    return std::nullopt;
  }
  auto store = presence::Store::load(*bytes, limits);
  if (store) return *std::move(store);
  for (const auto& diagnostic : store.error()) {
    print_diagnostic(session.console.err, options.file, diagnostic, {});
  }
  status = ExitStatus::findings;
  return std::nullopt;
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
                              Console& console) {
  const auto xml = native::categories::write_categories(report.watchers.front().sent);
  if (!xml) {
    print_error(console.err, "cannot write the notification: " + xml.error().front().message);
    return ExitStatus::failure;
  }
  return write_results(options.output, console, [&](std::ostream& out) {
    out << *xml << '\n';
    return ExitStatus::ok;
  });
}

void note_expiry(const PreviewOptions& options, const PreviewReport& report, Console& console) {
  if (report.at || !report.store.next_expiry()) return;
  print_note(options.output, console.err,
             "some instances end by time; without --at they are shown as if they had not");
}

/// Reads what the options say about watchers and time. Returns what is wrong, or an empty string.
std::string read_options(const PreviewOptions& options, PreviewReport& report,
                         std::vector<presence::Address>& watchers) {
  if (options.format == "xml" && options.watchers.size() != 1) {
    return "--format xml is the notification of one watcher: give one --as";
  }
  for (const auto& uri : options.watchers) {
    const auto address = presence::parse_address(uri);
    if (!address) return "'" + uri + "' of --as is no SIP URI";
    watchers.push_back(*address);
  }
  if (options.policy == "largest-id") report.policy = presence::AccessPolicy::largest_id;
  report.file = options.file;
  if (options.at.empty()) return {};
  const auto time = parse_date_time(options.at);
  report.at = time ? presence::to_instant(*time) : std::nullopt;
  if (report.at) return {};
  return "'" + options.at + "' of --at is no time such as 2013-06-05T14:00:00Z";
}

/// The same about the owner.
std::string read_owner(const PreviewOptions& options, PreviewReport& report) {
  const auto uri = options.uri.empty() ? report.store.uri() : options.uri;
  if (uri.empty()) return "the store names no owner: give --uri";
  const auto address = presence::parse_address(uri);
  if (!address) return "'" + uri + "' of the owner is no SIP URI";
  report.owner = {*address, in_lower_case(options.enterprise_domains),
                  in_lower_case(options.public_domains), std::nullopt};
  if (!options.federated_domains.empty()) {
    report.owner.federated_domains = in_lower_case(options.federated_domains);
  }
  return {};
}

ExitStatus run(const PreviewOptions& options, Session& session) {
  PreviewReport report;
  std::vector<presence::Address> watchers;
  auto problem = read_options(options, report, watchers);
  if (!problem.empty()) return usage(session, problem);
  ExitStatus status = ExitStatus::ok;
  auto store = load(options, session, status);
  if (!store) return status;
  report.store = *std::move(store);
  problem = read_owner(options, report);
  if (!problem.empty()) return usage(session, problem);
  make_previews(watchers, report);
  note_expiry(options, report, session.console);
  if (options.format == "xml") return print_notification(options, report, session.console);
  return write_results(options.output, session.console, [&](std::ostream& out) {
    print(options.format, report, out);
    return ExitStatus::ok;
  });
}

void add_domain_option(CLI::App& command, const std::string& name,
                       std::vector<std::string>& domains, const std::string& description) {
  command.add_option(name, domains, description)->allow_extra_args(false)->type_name("DOMAIN");
}

}  // namespace

void add_preview_command(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("preview", "Show what watchers are sent of a store, and why");
  const auto options = std::make_shared<PreviewOptions>();
  auto* file = command->add_option("store", options->file, "roamingData, or - for standard input");
  file->required()->type_name("STORE.xml");
  take_literally(*file);
  command->add_option("--as", options->watchers, "A watcher (repeatable); without: per container")
      ->allow_extra_args(false)
      ->type_name("URI");
  command->add_option("--uri", options->uri, "The owner, if the store does not say")
      ->type_name("URI");
  add_variant_option(*command, "--policy", {"member-kind", "largest-id"}, options->policy,
                     "Which of several memberships decides");
  command->add_option("--at", options->at, "When; UTC unless it has a zone. Hides what has expired")
      ->type_name("TIME");
  add_domain_option(*command, "--enterprise", options->enterprise_domains,
                    "A domain of the owner's enterprise (repeatable)");
  add_domain_option(*command, "--public", options->public_domains,
                    "A domain of a public provider (repeatable)");
  add_domain_option(*command, "--federated", options->federated_domains,
                    "A federated domain (repeatable); without: all others");
  add_variant_option(*command, "--format", {"text", "json", "html", "xml"}, options->format,
                     "Form of the results");
  command
      ->add_option("--output", options->output.output,
                   "Write the results to FILE, whole or not at all")
      ->type_name("FILE");
  command->add_flag("-q,--quiet", options->output.quiet, "No notes");
  command->footer(
      "Examples:\n"
      "  presentity preview store.xml --as sip:bob@fabrikam.com\n"
      "  presentity preview store.xml --format html --output who-sees-what.html");
  command->callback([options, &session] { session.status = run(*options, session); });
}

}  // namespace presentity::cli
