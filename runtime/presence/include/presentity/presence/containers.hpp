// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/enum_tokens.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// \file
/// Containers: numbered places that hold published values, and the members who may see them.
///
/// Source: controlling-access-to-presence-publications and the pages of the single containers.

namespace presentity::presence {

/// Number of a container.
using ContainerId = std::uint32_t;

/// The greatest container id; the least is 0. Custom containers have 1 to this.
inline constexpr ContainerId max_container = 32767;

/// What a member of a container is. The order is that of precedence, the strongest first, where a
/// watcher is a member in several ways (see `AccessPolicy`).
enum class MemberKind : std::uint8_t {
  user,             ///< One user; `value` is `bob@contoso.com`.
  domain,           ///< All users of a SIP domain; `value` is `contoso.com`.
  same_enterprise,  ///< All users of the owner's enterprise.
  federated,        ///< All users of federated enterprises.
  public_cloud,     ///< All users of public messaging providers.
  everyone,         ///< Everybody.
};

/// A member of a container.
struct Member {
  MemberKind kind = MemberKind::user;
  std::string value;  ///< Lower case, without scheme; empty but for `user` and `domain`.

  friend auto operator<=>(const Member&, const Member&) = default;
};

/// Returns the member of this kind with `value` as a document or a person may write it: `sip:` and
/// case are left out, what a network's kind carries is dropped. Nothing if it is no value for the
/// kind: a user needs an address, a domain a name without `@`, `:` and spaces.
[[nodiscard]] std::optional<Member> make_member(MemberKind kind, std::string_view value);

/// Reads `bob@contoso.com`, `sip:bob@contoso.com`, `domain:contoso.com`, or the token of a kind
/// that has no value, in any case.
[[nodiscard]] std::optional<Member> parse_member(std::string_view text);

/// Returns `user bob@contoso.com`, `sameEnterprise`.
[[nodiscard]] std::string to_string(const Member& member);

/// A container and who may see it.
struct Container {
  ContainerId id = 0;
  std::uint32_t version = 0;    ///< Of the membership; the next change has to name it.
  std::vector<Member> members;  ///< Each once.

  friend bool operator==(const Container&, const Container&) = default;
};

/// A container that the servers and clients know.
struct PredefinedContainer {
  ContainerId id = 0;
  std::string_view name;         ///< Of Lync 2013: `External Contacts`.
  std::string_view former_name;  ///< Of OCS 2007: `Public`; empty if it had none.
  bool is_for_owner_only = false;
  std::string_view purpose;  ///< One sentence.
};

/// In the order of their ids: 0, 1, 2, 3, 100, 200, 300, 400, 32000.
[[nodiscard]] std::span<const PredefinedContainer> predefined_containers() noexcept;

/// Returns the predefined container with this id, or null.
[[nodiscard]] const PredefinedContainer* find_predefined(ContainerId id) noexcept;

/// Returns the predefined container of this name, of either generation and in any case, or null.
[[nodiscard]] const PredefinedContainer* find_predefined(std::string_view name) noexcept;

/// Reads an id of 0 to `max_container`, or the name of a predefined container.
[[nodiscard]] std::optional<ContainerId> parse_container(std::string_view text) noexcept;

/// Returns `300 (Workgroup)`, `1000`.
[[nodiscard]] std::string describe(ContainerId id);

/// False for 0, whose members are fixed, and for the containers of the owner: no membership there
/// gives a watcher anything.
[[nodiscard]] bool serves_watchers(ContainerId id) noexcept;

/// Returns the container with this id, or null.
[[nodiscard]] const Container* find_container(std::span<const Container> containers,
                                              ContainerId id) noexcept;

}  // namespace presentity::presence

template <>
struct presentity::EnumTokens<presentity::presence::MemberKind> {
  static std::span<const std::string_view> all() noexcept;
};
