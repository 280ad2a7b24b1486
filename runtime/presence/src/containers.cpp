// SPDX-License-Identifier: MIT
#include "ascii.hpp"

#include <presentity/presence/address.hpp>
#include <presentity/presence/containers.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace presentity::presence {
namespace {

using detail::same_ignoring_case;

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

}  // namespace

std::span<const PredefinedContainer> predefined_containers() noexcept { return predefined; }

const PredefinedContainer* find_predefined(ContainerId id) noexcept {
  const auto* const found = std::ranges::find(predefined, id, &PredefinedContainer::id);
  return found != predefined.end() ? found : nullptr;
}

const PredefinedContainer* find_predefined(std::string_view name) noexcept {
  const auto* const found = std::ranges::find_if(predefined, [&](const auto& container) {
    return !name.empty() && (same_ignoring_case(container.name, name) ||
                             same_ignoring_case(container.former_name, name));
  });
  return found != predefined.end() ? found : nullptr;
}

std::optional<ContainerId> parse_container(std::string_view text) noexcept {
  ContainerId id = 0;
  const auto* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, id);
  if (error == std::errc() && rest == end) {
    return id <= max_container ? std::optional(id) : std::nullopt;
  }
  const auto* const predefined_container = find_predefined(text);
  return predefined_container != nullptr ? std::optional(predefined_container->id) : std::nullopt;
}

std::string describe(ContainerId id) {
  const auto* const known = find_predefined(id);
  const auto number = std::to_string(id);
  return known == nullptr ? number : number + " (" + std::string(known->name) + ")";
}

bool serves_watchers(ContainerId id) noexcept {
  const auto* const known = find_predefined(id);
  return id != 0 && (known == nullptr || !known->is_for_owner_only);
}

const Container* find_container(std::span<const Container> containers, ContainerId id) noexcept {
  const auto found = std::ranges::find(containers, id, &Container::id);
  return found != containers.end() ? &*found : nullptr;
}

std::optional<Member> make_member(MemberKind kind, std::string_view value) {
  if (kind == MemberKind::user) {
    const auto address = parse_address(value);
    if (!address) return std::nullopt;
    return Member{kind, to_string(*address)};
  }
  if (kind != MemberKind::domain) return Member{kind, ""};
  if (value.empty() || value.find_first_of("@:;?<>\" \t\r\n") != std::string_view::npos) {
    return std::nullopt;
  }
  return Member{kind, detail::in_lower_case(value)};
}

std::optional<Member> parse_member(std::string_view text) {
  constexpr std::string_view domain = "domain:";
  if (same_ignoring_case(text.substr(0, domain.size()), domain)) {
    return make_member(MemberKind::domain, text.substr(domain.size()));
  }
  for (const auto kind : {MemberKind::same_enterprise, MemberKind::federated,
                          MemberKind::public_cloud, MemberKind::everyone}) {
    if (same_ignoring_case(text, to_token(kind))) return Member{kind, ""};
  }
  return make_member(MemberKind::user, text);
}

std::string to_string(const Member& member) {
  auto text = std::string(to_token(member.kind));
  if (!member.value.empty()) text += " " + member.value;
  return text;
}

}  // namespace presentity::presence

std::span<const std::string_view>
presentity::EnumTokens<presentity::presence::MemberKind>::all() noexcept {
  static constexpr std::array<std::string_view, 6> tokens{
      "user", "domain", "sameEnterprise", "federated", "publicCloud", "everyone"};
  return tokens;
}
