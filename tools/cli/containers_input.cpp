// SPDX-License-Identifier: MIT
#include "cli/containers_input.hpp"

#include "cli/inputs.hpp"
#include "cli/print_text.hpp"
#include "cli/results.hpp"
#include "cli/stored_document.hpp"
#include "cli/suggest.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <ostream>
#include <utility>

namespace presentity::cli {
namespace {

using namespace presence;

void usage(Session& session, const std::string& message) {
  session.status = ExitStatus::usage;
  print_error(session.console.err, message);
}

PublicationMode mode_named(std::string_view name) noexcept {
  return name == "privacy" ? PublicationMode::privacy : PublicationMode::open;
}

bool read_manifest_named(const std::string& name, PublicationMode mode, ContainersInput& input,
                         Session& session) {
  if (name.empty()) return true;
  if (name == "open" || name == "privacy") {
    input.manifest = lync2013_containers(mode_named(name));
    return true;
  }
  const auto bytes = read_document({name, {}}, ReadLimits{}, session);
  if (!bytes) return false;
  auto document = read_manifest(*bytes, mode);
  if (!document) {
    print_diagnostics(session.console.err, name, document.error());
    session.status = ExitStatus::failure;
    return false;
  }
  input.manifest = std::move(document->manifest);
  input.manifest_findings = std::move(document->findings);
  return true;
}

bool make_owner(const OwnerOptions& options, ContainersInput& input, Session& session) {
  const bool is_unknown = options.uri.empty() && input.store.uri().empty();
  if (is_unknown && !input.manifest) return true;  // Nothing is asked that depends on the owner.
  auto owner = read_owner(options, input.store.uri());
  if (!owner) usage(session, owner.error());
  if (owner) input.owner = *std::move(owner);
  return session.status != ExitStatus::usage;
}

bool roles_make_sense(const StoreOptions& options, const ContainersInput& input, Session& session) {
  if (input.manifest || (options.buddies.empty() && options.delegates.empty())) return true;
  usage(session, "--buddy and --delegate have a meaning with --manifest only");
  return false;
}

bool add_roles(const std::vector<std::string>& users, Role role, ContainersInput& input,
               Session& session) {
  for (const auto& user : users) {
    const auto member = make_member(MemberKind::user, user);
    if (!member) {
      usage(session, "'" + user + "' is no user; one is written as bob@contoso.com");
      return false;
    }
    input.roles.push_back({member->value, role});
  }
  return true;
}

}  // namespace

void add_store_options(CLI::App& command, StoreOptions& options) {
  const std::string log = options.knows_logs ? ", or a log" : "";
  auto* store = command.add_option("store", options.store,
                                   "roamingData or containers" + log + "; - is standard input");
  store->required()->type_name(options.knows_logs ? "STORE-OR-LOG" : "STORE");
  take_literally(*store);
  if (options.knows_logs) add_log_option(command, options.is_log);
  command
      .add_option("--manifest", options.manifest,
                  "Container manifest: open or privacy, those of Lync 2013, or a file")
      ->type_name("open|privacy|FILE");
  add_variant_option(command, "--mode", {"open", "privacy"}, options.mode,
                     "Which group of a provisionGroupList the manifest is");
  add_owner_options(command, options.owner);
}

void add_role_options(CLI::App& command, StoreOptions& options) {
  const auto add = [&](const char* name, std::vector<std::string>& users, const char* what) {
    command.add_option(name, users, what)->allow_extra_args(false)->type_name("USER");
  };
  add("--buddy", options.buddies, "A user who is a contact of the owner (repeatable)");
  add("--delegate", options.delegates, "A user who is a delegate of the owner (repeatable)");
}

std::optional<ContainersInput> read_containers_input(const StoreOptions& options, Session& session,
                                                     std::string_view default_manifest) {
  if (options.store == "-" && options.manifest == "-") {
    usage(session, "standard input is named twice");
    return std::nullopt;
  }
  std::optional<TimePoint> at;  // The end of a log.
  auto text = options.knows_logs ? read_stored({options.store, options.is_log, options.owner.uri},
                                               at, options.output, session)
                                 : read_document({options.store, {}}, ReadLimits{}, session);
  auto stored = read_store(options.store, std::move(text), {StorePart::members}, session);
  if (!stored) return std::nullopt;
  ContainersInput input;
  input.text = std::move(stored->text);
  input.store = std::move(stored->store);
  input.policy = policy_of(options.owner);
  const auto manifest = options.manifest.empty() ? std::string(default_manifest) : options.manifest;
  const bool is_complete =
      read_manifest_named(manifest, mode_named(options.mode), input, session) &&
      make_owner(options.owner, input, session) && roles_make_sense(options, input, session) &&
      add_roles(options.buddies, Role::buddy, input, session) &&
      add_roles(options.delegates, Role::delegate, input, session);
  return is_complete ? std::optional(std::move(input)) : std::nullopt;
}

std::optional<Member> member_named(const std::string& text, Session& session) {
  auto member = parse_member(text);
  if (member) return member;
  const std::vector<std::string_view> kinds{"sameEnterprise", "federated", "publicCloud",
                                            "everyone"};
  const auto guess = did_you_mean(text, kinds);
  usage(session, "'" + text + "' is no member" +
                     (guess.empty() ? "; one is bob@contoso.com, domain:contoso.com, "
                                      "sameEnterprise, federated, publicCloud or everyone"
                                    : guess));
  return std::nullopt;
}

std::optional<ContainerId> container_named(const std::string& text, Session& session) {
  const auto id = parse_container(text);
  if (id) return id;
  std::vector<std::string_view> names;
  for (const auto& known : predefined_containers()) {
    names.push_back(known.name);
    if (!known.former_name.empty()) names.push_back(known.former_name);
  }
  const auto guess = did_you_mean(text, names);
  usage(session,
        "'" + text + "' is no container" +
            (guess.empty() ? "; it has a number from 0 to " + std::to_string(max_container) +
                                 ", or a name such as Workgroup"
                           : guess));
  return std::nullopt;
}

}  // namespace presentity::cli
