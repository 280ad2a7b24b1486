// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/presence/address.hpp>
#include <presentity/presence/containers.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Which container a watcher is served from, and why.
///
/// Sources: controlling-access-to-presence-publications; protocol-facts section 3.6.

namespace presentity::presence {

/// Where a watcher comes from, seen from the owner.
enum class SourceNetwork : std::uint8_t {
  same_enterprise,  ///< The owner's enterprise.
  federated,        ///< A federated enterprise.
  public_cloud,     ///< A public messaging provider.
  unknown,          ///< None of these: no membership by network holds.
};

/// Whose containers these are, and how the networks look from there. Domains are in lower case.
struct Owner {
  Address address;
  std::vector<std::string> enterprise_domains;  ///< Beside that of `address`.
  std::vector<std::string> public_domains;      ///< Of public messaging providers.
  /// Of federated enterprises. Nothing: every domain that is not one of the others (open
  /// federation).
  std::optional<std::vector<std::string>> federated_domains;
};

/// Returns where `watcher` comes from, by the domain.
[[nodiscard]] SourceNetwork source_network(const Owner& owner, const Address& watcher);

/// How one container is chosen if a watcher is a member of several. The sources contradict each
/// other; see docs/adr/0013.
enum class AccessPolicy : std::uint8_t {
  member_kind,  ///< The strongest kind of member, as `MemberKind` is ordered; then the largest id.
  largest_id,   ///< The largest id.
};

/// A membership that holds for a watcher.
struct Match {
  ContainerId container = 0;
  Member member;

  friend bool operator==(const Match&, const Match&) = default;
};

/// Whether `match` decides before `other`.
[[nodiscard]] bool outranks(const Match& match, const Match& other, AccessPolicy policy) noexcept;

/// The container that serves a watcher, and why.
struct Resolution {
  ContainerId container = 0;
  std::optional<Match> decided_by;  ///< Nothing: no membership holds, which means container 0.
  std::vector<Match> matches;  ///< All that hold, the strongest first; `decided_by` is the first.
  SourceNetwork network = SourceNetwork::unknown;
  AccessPolicy policy = AccessPolicy::member_kind;

  friend bool operator==(const Resolution&, const Resolution&) = default;
};

/// Resolves a watcher. Containers for the owner only (1, 2, 3) serve nobody, whoever their members
/// are; those of container 0 are not looked at.
[[nodiscard]] Resolution resolve(std::span<const Container> containers, const Owner& owner,
                                 const Address& watcher,
                                 AccessPolicy policy = AccessPolicy::member_kind);

/// Returns one sentence that says why, such as `member of 300 as user bob@contoso.com, which
/// outranks 200 as sameEnterprise`.
[[nodiscard]] std::string explain(const Resolution& resolution);

[[nodiscard]] std::string_view to_string(SourceNetwork network) noexcept;
[[nodiscard]] std::string_view to_string(AccessPolicy policy) noexcept;

}  // namespace presentity::presence
