// SPDX-License-Identifier: MIT
#include "cli/container_store.hpp"

#include "cli/inputs.hpp"
#include "cli/print_text.hpp"
#include "cli/results.hpp"
#include "cli/suggest.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <ostream>
#include <utility>

namespace presentity::cli {
namespace {

using namespace presence;

std::optional<std::string> read(const std::string& path, Session& session) {
  auto bytes = read_input({path, {}}, ReadLimits{}.document_bytes + 1, session.console.in);
  if (bytes) return *std::move(bytes);
  session.status = ExitStatus::failure;
  print_error(session.console.err, "cannot read " + path + ": " + bytes.error());
  return std::nullopt;
}

void refuse(const std::string& path, const std::vector<Diagnostic>& errors, ExitStatus status,
            Session& session) {
  session.status = status;
  for (const auto& error : errors) print_diagnostic(session.console.err, path, error, Palette{});
}

void usage(Session& session, const std::string& message) {
  session.status = ExitStatus::usage;
  print_error(session.console.err, message);
}

PublicationMode mode_named(std::string_view name) noexcept {
  return name == "privacy" ? PublicationMode::privacy : PublicationMode::open;
}

bool read_manifest_named(const std::string& name, PublicationMode mode, Store& store,
                         Session& session) {
  if (name.empty()) return true;
  if (name == "open" || name == "privacy") {
    store.manifest = lync2013_containers(mode_named(name));
    return true;
  }
  const auto bytes = read(name, session);
  if (!bytes) return false;
  auto document = read_manifest(*bytes, mode);
  if (!document) {
    refuse(name, document.error(), ExitStatus::failure, session);
    return false;
  }
  store.manifest = std::move(document->manifest);
  store.manifest_findings = std::move(document->findings);
  return true;
}

bool add_domains(const std::vector<std::string>& names, std::vector<std::string>& domains,
                 Session& session) {
  for (const auto& name : names) {
    const auto domain = make_member(MemberKind::domain, name);
    if (!domain) {
      usage(session, "'" + name + "' is no domain; one is written as contoso.com");
      return false;
    }
    domains.push_back(domain->value);
  }
  return true;
}

bool make_owner(const StoreOptions& options, Store& store, Session& session) {
  const auto& uri = options.owner.empty() ? store.document.owner : options.owner;
  if (uri.empty() && !store.manifest) return true;  // Nothing is asked that depends on the owner.
  const auto address = parse_address(uri);
  if (!address) {
    usage(session, uri.empty() ? "the document does not say whose containers these are; --uri does"
                               : "'" + uri +
                                     "' is no SIP address; one is written as "
                                     "sip:mary@contoso.com");
    return false;
  }
  store.owner.address = *address;
  if (!add_domains(options.enterprise_domains, store.owner.enterprise_domains, session) ||
      !add_domains(options.public_domains, store.owner.public_domains, session)) {
    return false;
  }
  if (options.federated_domains.empty()) return true;
  store.owner.federated_domains.emplace();
  return add_domains(options.federated_domains, *store.owner.federated_domains, session);
}

bool roles_make_sense(const StoreOptions& options, const Store& store, Session& session) {
  if (store.manifest || (options.buddies.empty() && options.delegates.empty())) return true;
  usage(session, "--buddy and --delegate have a meaning with --manifest only");
  return false;
}

bool add_roles(const std::vector<std::string>& users, Role role, Store& store, Session& session) {
  for (const auto& user : users) {
    const auto member = make_member(MemberKind::user, user);
    if (!member) {
      usage(session, "'" + user + "' is no user; one is written as bob@contoso.com");
      return false;
    }
    store.roles.push_back({member->value, role});
  }
  return true;
}

}  // namespace

void add_store_options(CLI::App& command, StoreOptions& options) {
  auto* store = command.add_option("store", options.store,
                                   "A containers or roamingData document, - for standard input");
  store->required()->type_name("STORE");
  take_literally(*store);
  command
      .add_option("--manifest", options.manifest,
                  "Container manifest: open or privacy, those of Lync 2013, or a file")
      ->type_name("open|privacy|FILE");
  add_variant_option(command, "--mode", {"open", "privacy"}, options.mode,
                     "Which group of a provisionGroupList the manifest is");
  command.add_option("--uri", options.owner, "The owner, where the document does not say")
      ->type_name("SIP-URI");
  const auto add_domain_option = [&](const char* name, std::vector<std::string>& domains,
                                     const char* what) {
    command.add_option(name, domains, what)->allow_extra_args(false)->type_name("DOMAIN");
  };
  add_domain_option("--enterprise", options.enterprise_domains,
                    "Of the owner's enterprise, beside the owner's own (repeatable)");
  add_domain_option("--public", options.public_domains,
                    "Of a public messaging provider (repeatable)");
  add_domain_option("--federated", options.federated_domains,
                    "Of a federated enterprise (repeatable); default: every other domain");
  add_variant_option(command, "--policy", {"member-kind", "largest-id"}, options.policy,
                     "How one of several memberships is chosen");
}

void add_role_options(CLI::App& command, StoreOptions& options) {
  const auto add = [&](const char* name, std::vector<std::string>& users, const char* what) {
    command.add_option(name, users, what)->allow_extra_args(false)->type_name("USER");
  };
  add("--buddy", options.buddies, "A user who is a contact of the owner (repeatable)");
  add("--delegate", options.delegates, "A user who is a delegate of the owner (repeatable)");
}

std::optional<Store> read_store(const StoreOptions& options, Session& session,
                                std::string_view default_manifest) {
  if (options.store == "-" && options.manifest == "-") {
    usage(session, "standard input is named twice");
    return std::nullopt;
  }
  auto text = read(options.store, session);
  if (!text) return std::nullopt;
  auto document = read_membership_document(*text);
  if (!document) {
    refuse(options.store, document.error(), ExitStatus::findings, session);
    return std::nullopt;
  }
  Store store;
  store.text = *std::move(text);
  store.document = *std::move(document);
  store.policy =
      options.policy == "largest-id" ? AccessPolicy::largest_id : AccessPolicy::member_kind;
  const auto manifest = options.manifest.empty() ? std::string(default_manifest) : options.manifest;
  const bool is_complete =
      read_manifest_named(manifest, mode_named(options.mode), store, session) &&
      make_owner(options, store, session) && roles_make_sense(options, store, session) &&
      add_roles(options.buddies, Role::buddy, store, session) &&
      add_roles(options.delegates, Role::delegate, store, session);
  return is_complete ? std::optional(std::move(store)) : std::nullopt;
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
