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

ExitStatus print(const PreviewOptions& options, const PreviewReport& report, std::ostream& out) {
  if (options.format == "json") {
    print_preview_json(out, report);
  } else if (options.format == "html") {
    print_preview_page(out, report);
  } else if (options.format == "text") {
    print_preview_text(out, report);
  } else {
    const auto xml = native::categories::write_categories(report.watchers.front().sent);
    if (!xml) return ExitStatus::failure;
    out << *xml << '\n';
  }
  return ExitStatus::ok;
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
  PreviewReport report;
  std::vector<presence::Address> watchers;
  for (const auto& uri : options.watchers) {
    const auto address = presence::parse_address(uri);
    if (!address) return usage(session, "'" + uri + "' of --as is no SIP URI");
    watchers.push_back(*address);
  }
  if (!options.at.empty()) {
    const auto time = parse_date_time(options.at);
    report.at = time ? presence::to_instant(*time) : std::nullopt;
    if (!report.at) {
      return usage(session, "'" + options.at + "' of --at is no time such as 2013-06-05T14:00:00Z");
    }
  }
  ExitStatus status = ExitStatus::ok;
  auto store = load(options, session, status);
  if (!store) return status;
  report.file = options.file;
  report.store = *std::move(store);
  const auto uri = options.uri.empty() ? report.store.uri() : options.uri;
  const auto owner = presence::parse_address(uri);
  if (!owner && uri.empty()) return usage(session, "the store names no owner: give --uri");
  if (!owner) return usage(session, "'" + uri + "' of the owner is no SIP URI");
  report.owner = {*owner, in_lower_case(options.enterprise_domains),
                  in_lower_case(options.public_domains), std::nullopt};
  if (!options.federated_domains.empty()) {
    report.owner.federated_domains = in_lower_case(options.federated_domains);
  }
  report.policy = options.policy == "largest-id" ? presence::AccessPolicy::largest_id
                                                 : presence::AccessPolicy::member_kind;
  make_previews(watchers, report);
  note_expiry(options, report, session.console);
  return write_results(options.output, session.console,
                       [&](std::ostream& out) { return print(options, report, out); });
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
