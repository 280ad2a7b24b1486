// SPDX-License-Identifier: MIT
#include "cli/command_containers.hpp"

#include "cli/container_results.hpp"
#include "cli/containers_input.hpp"
#include "cli/results.hpp"

#include <presentity/presence/container_documents.hpp>
#include <presentity/validator.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>
#include <utility>

namespace presentity::cli {
namespace {

using namespace presence;
using Kind = PlacementChange::Kind;

struct ResolveOptions : StoreOptions {
  std::vector<std::string> watchers;
  std::optional<std::uint32_t> availability;
};

struct ChangeOptions : StoreOptions {
  Kind kind = Kind::add;
  std::string member;
  std::string container;
  std::string role;
};

ExitStatus resolve_watchers(const ResolveOptions& options, Session& session) {
  const auto watchers = read_watchers(options.watchers);
  if (!watchers) {
    print_error(session.console.err, watchers.error());
    return ExitStatus::usage;
  }
  const auto input = read_containers_input(options, session, "open");
  if (!input) return session.status;
  std::vector<ResolvedWatcher> resolved;
  for (const auto& watcher : *watchers) {
    auto resolution = resolve(input->store.containers(), input->owner, watcher, input->policy);
    const auto decide = [&](BlockKind kind) {
      return is_blocked(*input->manifest, kind, resolution.container, resolution.network,
                        options.availability);
    };
    auto calls = decide(BlockKind::invites);
    auto prompts = decide(BlockKind::subscriber_prompt);
    resolved.push_back({watcher, std::move(resolution), std::move(calls), std::move(prompts)});
  }
  return write_results(options.output, session.console, [&](std::ostream& out) {
    print_resolved(resolved, options.output.format, out);
    return session.status;
  });
}

// Without a manifest the change is what was asked for, and nothing else.
std::vector<MembershipChange> plain_changes(const std::vector<Container>& containers,
                                            const PlacementChange& change) {
  std::vector<MembershipChange> changes;
  const auto is_add = change.kind != Kind::remove;
  for (const auto& container : containers) {
    const bool is_here = change.container == container.id;
    const bool leaves =
        change.kind == Kind::move ? !is_here : !is_add && (is_here || !change.container);
    const bool is_member =
        std::ranges::find(container.members, change.member) != container.members.end();
    // What is asked for stands in the request, even if there is nothing to do.
    if (leaves && serves_watchers(container.id) && (is_member || is_here)) {
      changes.push_back({MembershipAction::remove, container.id, change.member});
    }
  }
  if (is_add) {
    changes.push_back({MembershipAction::add, *change.container, change.member});
  } else if (changes.empty() && change.container) {
    changes.push_back({MembershipAction::remove, *change.container, change.member});
  }
  return changes;
}

Result<Placement, std::vector<Diagnostic>> change_plainly(const ContainersInput& input,
                                                          const PlacementChange& change) {
  const auto& containers = input.store.containers();
  Placement placement{{containers, {}}, std::nullopt, {}};
  const auto changes = plain_changes(containers, change);
  if (changes.empty()) return placement;
  auto request = make_request(containers, changes);
  if (!request) return Unexpected{request.error()};
  auto applied = apply_request(containers, *request);
  if (!applied) return Unexpected{applied.error().problems};
  for (auto& note : applied->notes) placement.steps.push_back({"request", {}, std::move(note)});
  placement.after.containers = std::move(applied->containers);
  placement.request = *std::move(request);
  return placement;
}

Result<Placement, std::vector<Diagnostic>> change_store(const ContainersInput& input,
                                                        const PlacementChange& change) {
  if (!input.manifest) return change_plainly(input, change);
  auto placement = place(*input.manifest, input.owner, {input.store.containers(), input.roles},
                         change, input.policy);
  if (placement) return *std::move(placement);
  return Unexpected{to_diagnostics(input, placement.error())};
}

std::optional<PlacementChange> change_of(const ChangeOptions& options, Session& session) {
  PlacementChange change{.kind = options.kind};
  const auto member = member_named(options.member, session);
  if (!member) return std::nullopt;
  change.member = *member;
  if (!options.container.empty()) {
    change.container = container_named(options.container, session);
    if (!change.container) return std::nullopt;
  }
  change.role = from_token<Role>(options.role);
  const bool needs_manifest = change.role || (options.kind != Kind::remove && !change.container);
  if (needs_manifest && options.manifest.empty()) {
    print_error(session.console.err,
                change.role ? "--role has a meaning with --manifest only"
                            : "--to is missing; only with --manifest is there a default container");
    session.status = ExitStatus::usage;
    return std::nullopt;
  }
  return change;
}

ExitStatus change_membership(const ChangeOptions& options, Session& session) {
  const auto change = change_of(options, session);
  if (!change) return session.status;
  const auto input = read_containers_input(options, session, {});
  if (!input) return session.status;
  const auto placement = change_store(*input, *change);
  if (!placement) {
    print_refusal(options.store, placement.error(), session.console);
    return ExitStatus::findings;
  }
  if (!placement->request) print_note(options.output, session.console.err, "nothing changes");
  return write_results(options.output, session.console, [&](std::ostream& out) {
    return worse(session.status,
                 print_placement(*placement, options.output.format, session.console, out));
  });
}

ExitStatus check_store(const StoreOptions& options, Session& session) {
  const auto input = read_containers_input(options, session, {});
  if (!input) return session.status;
  auto findings = containers_of(input->store.memberships()).findings;
  locate_memberships(input->text, findings);
  const auto warnings = Validator().validate(input->text).diagnostics;
  findings.insert(findings.end(), warnings.begin(), warnings.end());
  if (input->manifest) {
    const auto violations = check_membership(
        *input->manifest, input->owner, {input->store.containers(), input->roles}, input->policy);
    const auto breaches = to_diagnostics(*input, violations);
    findings.insert(findings.end(), breaches.begin(), breaches.end());
  }
  std::ranges::stable_sort(findings, {},
                           [](const Diagnostic& finding) { return finding.position.offset; });
  const std::vector<CheckedFile> files{{options.manifest, input->manifest_findings},
                                       {options.store, std::move(findings)}};
  return write_results(options.output, session.console, [&](std::ostream& out) {
    return print_findings(files, options.output, session.console, out);
  });
}

void add_resolve_command(CLI::App& containers, Session& session) {
  auto* command = containers.add_subcommand(
      "resolve", "Say which container serves a watcher, and by which membership");
  const auto options = std::make_shared<ResolveOptions>();
  add_store_options(*command, *options);
  constexpr bool is_required = true;
  add_watcher_option(*command, options->watchers, "The watcher (repeatable)", is_required);
  command
      ->add_option("--availability", options->availability,
                   "The owner's availability, for rules that block in a range")
      ->type_name("N");
  add_output_options(*command, options->output);
  command->footer(
      "Without --manifest that of open mode says what is blocked.\n"
      "Examples:\n"
      "  presentity containers resolve roaming.xml --as sip:bob@fabrikam.com\n"
      "  presentity containers resolve containers.xml --uri sip:mary@contoso.com \\\n"
      "    --as sip:amy@live.com --public live.com --policy largest-id");
  command->callback([options, &session] { session.status = resolve_watchers(*options, session); });
}

struct ChangeCommand {
  const char* name;
  Kind kind;
  const char* description;
  const char* container_option;
  const char* container_help;
  const char* footer;
};

constexpr const char* change_footer =
    "The request is a setContainerMembers document. With --manifest the change is made as the\n"
    "manifest wants it; the steps that this took are on standard error, or in the NDJSON.\n";

void add_change_command(CLI::App& containers, const ChangeCommand& form, Session& session) {
  auto* command = containers.add_subcommand(form.name, form.description);
  const auto options = std::make_shared<ChangeOptions>();
  options->kind = form.kind;
  add_store_options(*command, *options);
  auto* member = command->add_option("member", options->member,
                                     "bob@contoso.com, domain:contoso.com, sameEnterprise, "
                                     "federated, publicCloud or everyone");
  member->required()->type_name("MEMBER");
  take_literally(*member);
  command->add_option(form.container_option, options->container, form.container_help)
      ->type_name("CONTAINER");
  if (form.kind != Kind::remove) {
    add_variant_option(*command, "--role", {"buddy", "delegate"}, options->role,
                       "The role that the user gets with it");
  }
  add_role_options(*command, *options);
  add_output_options(*command, options->output);
  command->footer(std::string(change_footer) + form.footer);
  command->callback([options, &session] { session.status = change_membership(*options, session); });
}

void add_check_command(CLI::App& containers, Session& session) {
  auto* command = containers.add_subcommand(
      "check", "Look for memberships that are nobody's, doubled, or against a manifest");
  const auto options = std::make_shared<StoreOptions>();
  options->knows_logs = false;
  add_store_options(*command, *options);
  add_role_options(*command, *options);
  add_output_options(*command, options->output);
  command->footer(
      "A manifest that is given as a file is checked as well.\n"
      "Examples:\n"
      "  presentity containers check roaming.xml --manifest open --buddy bob@fabrikam.com\n"
      "  presentity containers check roaming.xml --manifest provisioning.xml --format ndjson");
  command->callback([options, &session] { session.status = check_store(*options, session); });
}

}  // namespace

void add_containers_command(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand(
      "containers", "Say which container serves a watcher, and change who is a member");
  command->require_subcommand(1);
  add_resolve_command(*command, session);
  constexpr const char* to_help = "Number or name of the container; default: that of the manifest";
  const ChangeCommand changes[] = {
      {"add", Kind::add, "Print the request that adds a member", "--to", to_help,
       "Who is in a container already is then in two, which a manifest may mend in its own way;\n"
       "'move' is what clients do.\n"
       "Examples:\n"
       "  presentity containers add roaming.xml bob@fabrikam.com --to 300\n"
       "  presentity containers add roaming.xml joe@contoso.com --role delegate --manifest open"},
      {"move", Kind::move, "Print the request that moves a member", "--to", to_help,
       "Example:\n"
       "  presentity containers move roaming.xml bob@fabrikam.com --to 'Friends and Family' \\\n"
       "    --manifest open --buddy bob@fabrikam.com"},
      {"remove", Kind::remove, "Print the request that removes a member", "--from",
       "Number or name of the container; default: all",
       "Example:\n  presentity containers remove roaming.xml domain:fabrikam.com --from Blocked"}};
  for (const auto& change : changes) add_change_command(*command, change, session);
  add_check_command(*command, session);
}

}  // namespace presentity::cli
