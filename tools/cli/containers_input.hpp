// SPDX-License-Identifier: MIT
#pragma once

#include "cli/options.hpp"
#include "cli/presence_options.hpp"
#include "cli/session.hpp"
#include "cli/store_input.hpp"

#include <presentity/presence/access.hpp>
#include <presentity/presence/placement.hpp>

#include <optional>
#include <string>
#include <vector>

/// \file
/// What the commands of `presentity containers` are given.

namespace presentity::cli {

/// Options of all of them.
struct StoreOptions {
  OutputOptions output;
  std::string store;    ///< File, or `-`.
  bool is_log = false;  ///< Whatever its name.
  /// Else a log is no document: what is said of places must be true of the file.
  bool knows_logs = true;
  std::string manifest;
  std::string mode = "open";  ///< Which group of a provisionGroupList is the manifest.
  OwnerOptions owner;
  std::vector<std::string> buddies;
  std::vector<std::string> delegates;
};

void add_store_options(CLI::App& command, StoreOptions& options);
void add_role_options(CLI::App& command, StoreOptions& options);

/// What the options name, read.
struct ContainersInput {
  std::string text;  ///< Of the document.
  presence::Store store;
  std::optional<presence::Manifest> manifest;
  std::vector<Diagnostic> manifest_findings;
  presence::Owner owner;
  std::vector<presence::RoleAssignment> roles;
  presence::AccessPolicy policy = presence::AccessPolicy::member_kind;
};

/// Reads the store and the manifest. Nothing: `session.status` says why, and so does a message.
[[nodiscard]] std::optional<ContainersInput> read_containers_input(
    const StoreOptions& options, Session& session, std::string_view default_manifest);

/// Returns the member, or nothing after a message.
[[nodiscard]] std::optional<presence::Member> member_named(const std::string& text,
                                                           Session& session);
/// Likewise.
[[nodiscard]] std::optional<presence::ContainerId> container_named(const std::string& text,
                                                                   Session& session);

}  // namespace presentity::cli
