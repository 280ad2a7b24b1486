// SPDX-License-Identifier: MIT
#include <presentity/presence/containers.hpp>

#include <algorithm>
#include <array>

namespace presentity::presence {
namespace {

// Sources: container-semantics-defined-and-conformed-by-lync and the pages it names; former names
// from the digest, section 7 (container names).
constexpr std::array<PredefinedContainer, 9> predefined{{
    {0, "Default", "", false, "for everybody who is in no other container"},
    {1, "Self", "", true, "for the clients of the owner: options and roaming data"},
    {2, "Aggregation 1", "", true, "input of the aggregation for containers 100, 200 and 400"},
    {3, "Aggregation 2", "", true, "input of the aggregation for container 300"},
    {100, "External Contacts", "Public", false, "for users of federated networks"},
    {200, "Colleagues", "Company", false, "for users of the same enterprise"},
    {300, "Workgroup", "Team", false, "for those whom the owner puts there as team members"},
    {400, "Friends and Family", "Personal", false,
     "for those whom the owner puts there as personal contacts"},
    {32000, "Blocked Contacts", "Blocked", false, "for those who shall see nothing"},
}};

constexpr char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_name(std::string_view left, std::string_view right) noexcept {
  return std::ranges::equal(left, right, {}, lower, lower);
}

}  // namespace

std::span<const PredefinedContainer> predefined_containers() noexcept { return predefined; }

const PredefinedContainer* find_predefined(ContainerId id) noexcept {
  const auto* const found = std::ranges::find(predefined, id, &PredefinedContainer::id);
  return found != predefined.end() ? found : nullptr;
}

const PredefinedContainer* find_predefined(std::string_view name) noexcept {
  const auto* const found = std::ranges::find_if(predefined, [&](const auto& container) {
    return !name.empty() &&
           (same_name(container.name, name) || same_name(container.former_name, name));
  });
  return found != predefined.end() ? found : nullptr;
}

}  // namespace presentity::presence

std::span<const std::string_view>
presentity::EnumTokens<presentity::presence::MemberKind>::all() noexcept {
  static constexpr std::array<std::string_view, 6> tokens{
      "user", "domain", "sameEnterprise", "federated", "publicCloud", "everyone"};
  return tokens;
}
