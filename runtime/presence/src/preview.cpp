// SPDX-License-Identifier: MIT
#include <presentity/presence/preview.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace presentity::presence {
namespace {

// "Private" on: routing-category-instance-value-element and local-access-only-category-instances
// (routing), protocol-facts 1.1 (dndState), legacyinterop- and workinghours-category-instance-
// value-element, mwi-category-instance-value-element. A page lists legacyInterop among what remote
// users subscribe to as well; see docs/adr/0014.
constexpr std::array<std::string_view, 5> private_names{"dndState", "legacyInterop", "mwi",
                                                        "routing", "workingHours"};

bool is_owner_only(ContainerId id) noexcept {
  const auto* const predefined = find_predefined(id);
  return predefined != nullptr && predefined->is_for_owner_only;
}

bool has_ended(const CategoryInstance& instance, std::optional<TimePoint> now) {
  const auto end = expiry_of(instance);
  return now && end && *end <= *now;
}

/// Why a member of `container` is not sent the instance; nothing if he is.
std::optional<Withholding> withholding(const CategoryInstance& instance, ContainerId container,
                                       std::optional<TimePoint> now) {
  if (is_owner_only(*instance.container)) return Withholding::owner_only_container;
  if (instance.container != container) return Withholding::other_container;
  if (has_ended(instance, now)) return Withholding::expired;
  if (std::ranges::binary_search(private_names, instance.name))
    return Withholding::private_category;
  return std::nullopt;
}

/// What a watcher is told of an instance. Source: protocol-facts 3.3. Attributes that are not known
/// are kept back: who knows what they tell.
CategoryInstance for_watcher(const CategoryInstance& instance) {
  CategoryInstance result;
  result.any = instance.any;
  result.name = instance.name;
  result.instance = instance.instance;
  result.publish_time = instance.publish_time;
  return result;
}

void preview_owner(const Store& store, std::optional<TimePoint> now, Preview& result) {
  result.sent = store.notification();
  std::erase_if(result.sent.category, [&](const CategoryInstance& instance) {
    auto key = key_of(instance);
    if (!key || !has_ended(instance, now)) return false;
    result.withheld.push_back({*std::move(key), Withholding::expired});
    return true;
  });
}

}  // namespace

std::string_view to_string(Withholding reason) noexcept {
  switch (reason) {
    case Withholding::owner_only_container:
      return "in a container for the owner only";
    case Withholding::other_container:
      return "in another container";
    case Withholding::expired:
      return "expired";
    case Withholding::private_category:
      return "of a category that no watcher is sent";
  }
  return {};
}

std::span<const std::string_view> private_categories() noexcept { return private_names; }

Preview preview(const Store& store, const Owner& owner, const Address& watcher, AccessPolicy policy,
                std::optional<TimePoint> now) {
  Preview result;
  result.watcher = watcher;
  result.is_owner = watcher == owner.address;
  result.resolution = resolve(store.containers(), owner, watcher, policy);
  if (result.is_owner) {
    preview_owner(store, now, result);
    return result;
  }
  result.sent.uri = "sip:" + to_string(owner.address);
  for (const auto& instance : store.entries()) {
    auto key = key_of(instance);
    if (!key) continue;  // says that there is no instance
    if (const auto reason = withholding(instance, result.resolution.container, now)) {
      result.withheld.push_back({*std::move(key), *reason});
    } else {
      result.sent.category.push_back(for_watcher(instance));
    }
  }
  return result;
}

std::vector<ContainerPreview> preview_all(const Store& store, std::optional<TimePoint> now) {
  std::map<ContainerId, ContainerPreview> by_id;
  for (const auto& container : predefined_containers()) by_id[container.id];
  for (const auto& container : store.containers()) by_id[container.id];
  for (const auto& instance : store.entries()) {
    auto key = key_of(instance);
    if (!key) continue;
    auto& container = by_id[key->container];
    if (const auto reason = withholding(instance, key->container, now)) {
      container.withheld.push_back({*std::move(key), *reason});
    } else {
      container.sent.category.push_back(for_watcher(instance));
    }
  }
  std::vector<ContainerPreview> result;
  for (auto& [id, container] : by_id) {
    container.id = id;
    if (!store.uri().empty()) container.sent.uri = store.uri();
    result.push_back(std::move(container));
  }
  return result;
}

}  // namespace presentity::presence
