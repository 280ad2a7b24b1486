// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/presence/access.hpp>
#include <presentity/presence/time.hpp>
#include <presentity/result.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}  // namespace CLI

/// \file
/// The options of several commands about who is told what, and when. Errors are sentences for the
/// user, whose status is `usage`.

namespace presentity::cli {

/// Whose containers these are, and how memberships decide.
struct OwnerOptions {
  std::string uri;  ///< Empty: as the document has it.
  std::vector<std::string> enterprise_domains;
  std::vector<std::string> public_domains;
  std::vector<std::string> federated_domains;
  std::string policy = "member-kind";
};

/// `--uri`, `--enterprise`, `--public`, `--federated` and `--policy`.
void add_owner_options(CLI::App& command, OwnerOptions& options);

/// Returns the owner. `stored_uri` is that of the document.
[[nodiscard]] Result<presence::Owner, std::string> read_owner(const OwnerOptions& options,
                                                              const std::string& stored_uri);
[[nodiscard]] presence::AccessPolicy policy_of(const OwnerOptions& options) noexcept;

/// `--as`: the watchers.
void add_watcher_option(CLI::App& command, std::vector<std::string>& watchers,
                        const std::string& description, bool is_required = false);
[[nodiscard]] Result<std::vector<presence::Address>, std::string> read_watchers(
    const std::vector<std::string>& watchers);

/// Returns what is wrong with a name that is none of the built-in categories; nothing if it is
/// empty.
[[nodiscard]] std::string unknown_category(const std::string& name);

/// `--container` (repeatable): containers that states are aggregated into.
void add_aggregated_option(CLI::App& command, std::vector<presence::ContainerId>& containers,
                           const std::string& description);

/// Returns what is wrong with the containers of that option; nothing if it is empty.
[[nodiscard]] std::string not_aggregated(const std::vector<presence::ContainerId>& containers);

/// `--at` and the like. Without the option `time` is empty, and `read_time` returns nothing.
void add_time_option(CLI::App& command, const std::string& name, std::string& time,
                     const std::string& description);
[[nodiscard]] Result<std::optional<presence::TimePoint>, std::string> read_time(
    const std::string& time);

}  // namespace presentity::cli
