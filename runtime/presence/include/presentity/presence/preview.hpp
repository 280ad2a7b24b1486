// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/native/categories.hpp>
#include <presentity/presence/access.hpp>
#include <presentity/presence/address.hpp>
#include <presentity/presence/containers.hpp>
#include <presentity/presence/publish.hpp>
#include <presentity/presence/store.hpp>
#include <presentity/presence/time.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

/// \file
/// What a watcher is sent of a store, and what is withheld.
///
/// Sources: controlling-access-to-presence-publications; container-for-remote-access;
/// local-access-only-category-instances; protocol-facts sections 3.3 and 3.6. Decisions:
/// docs/adr/0014.

namespace presentity::presence {

/// Why an instance is not sent. If several reasons hold, the first.
enum class Withholding : std::uint8_t {
  owner_only_container,  ///< It is in container 1, 2 or 3.
  other_container,       ///< It is in another container than the watcher's.
  expired,               ///< Its time has ended.
  private_category,      ///< No subscriber is sent its category.
};

/// Returns what such an instance is, such as `in another container`.
[[nodiscard]] std::string_view to_string(Withholding reason) noexcept;

/// An instance that is not sent. Without its value, so that what is made from a preview cannot
/// tell it.
struct Withheld {
  InstanceKey key;
  Withholding reason = Withholding::other_container;

  friend bool operator==(const Withheld&, const Withheld&) = default;
};

/// What one watcher is sent.
struct Preview {
  Address watcher;
  bool is_owner = false;  ///< Then `sent` is the self notification, and `resolution` says nothing.
  Resolution resolution;

  /// The notification. A watcher is told name, instance, publish time and value; what else stands
  /// with an instance is for the owner.
  native::categories::CategoriesType sent;

  std::vector<Withheld> withheld;
};

/// What each member of a container is sent.
struct ContainerPreview {
  ContainerId id = 0;
  native::categories::CategoriesType sent;  ///< As in `Preview`; empty for containers 1, 2 and 3.
  std::vector<Withheld> withheld;           ///< Of this container.
};

/// The categories that are stored in containers of watchers and sent to none of them: servers use
/// them for routing and for older clients.
[[nodiscard]] std::span<const std::string_view> private_categories() noexcept;

/// Returns what `watcher` is sent at `now`; without it, the instances are taken as they are.
///
/// One container serves a watcher, and nothing else does: there is no fall-back, by category, to
/// another container or to container 0. A member of container 32000 (Blocked) is sent what is in
/// it.
[[nodiscard]] Preview preview(const Store& store, const Owner& owner, const Address& watcher,
                              AccessPolicy policy = AccessPolicy::member_kind,
                              std::optional<TimePoint> now = std::nullopt);

/// Returns the same for every container that is predefined, has members or holds an instance, in
/// the order of their ids.
[[nodiscard]] std::vector<ContainerPreview> preview_all(
    const Store& store, std::optional<TimePoint> now = std::nullopt);

}  // namespace presentity::presence
