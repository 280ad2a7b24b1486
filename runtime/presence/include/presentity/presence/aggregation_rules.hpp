// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// \file
/// The rules of aggregation, as data, and the policy that says which of them hold.
///
/// docs/aggregation.md has the same table with the tests of each rule.

namespace presentity::presence {

/// How sure a rule is.
enum class RuleMark : std::uint8_t {
  documented,  ///< The reference, a specification or a patent's claims say so.
  observed,    ///< Seen in what servers published.
  ours,        ///< The sources leave a gap, and this is how we fill it.
};

/// The rules, in the order in which they are applied.
enum class AggregationRule : std::uint8_t {
  published_later,
  expiry,
  undefined_availability,
  presenting_counts,
  latest_user_state,
  most_active_machine,
  machine_tie,
  older_states_drop,
  text_only_states,
  least_available_wins,
  latest_of_equals,
  no_machine_offline,
  busy_idle,
  activity_window,
  activity_of_its_state,
  custom_activity,
  activity_token_alone,
  off_work,
  place_of_machine,
  location_while_present,
  last_active,
  aggregate_machine,
  workgroup_container,
  external_availability_only,
  dnd_flag,
  dnd_second_container,
  legacy_interop,
  legacy_interop_blocked,
  device_of_machine,
  device_without_machine,
  services_merged,
  services_preferred,
  services_best_endpoint,
  services_filtered,
  services_blocked,
};

/// How many rules there are.
inline constexpr std::size_t aggregation_rule_count = 35;

/// A rule of aggregation.
struct AggregationRuleEntry {
  AggregationRule rule{};
  RuleMark mark{};
  std::string_view id;         ///< Stable, in kebab-case: `busy-idle`.
  std::string_view sentence;   ///< What it says.
  std::string_view otherwise;  ///< What happens where it is switched off.
  std::string_view source;     ///< Pages and sections; for our own rules, the reason.
};

/// All rules, in the order of `AggregationRule`.
[[nodiscard]] std::span<const AggregationRuleEntry> aggregation_rules() noexcept;

[[nodiscard]] const AggregationRuleEntry& entry_of(AggregationRule rule) noexcept;

/// Returns the rule with this id, or nothing.
[[nodiscard]] std::optional<AggregationRule> find_aggregation_rule(std::string_view id) noexcept;

/// Returns `documented`, `observed` or `ours`.
[[nodiscard]] std::string_view to_string(RuleMark mark) noexcept;

/// Which rules hold. 8 bytes; a plain value.
class AggregationPolicy {
 public:
  /// What a Lync Server 2013 does, as far as the sources say, and our rules where they do not.
  [[nodiscard]] static AggregationPolicy lync2013() noexcept;

  [[nodiscard]] bool has(AggregationRule rule) const noexcept {
    return rules_[static_cast<std::size_t>(rule)];
  }

  /// Returns the policy with `rule` switched off; `otherwise` of its entry says what comes instead.
  [[nodiscard]] AggregationPolicy without(AggregationRule rule) const noexcept;

  friend bool operator==(const AggregationPolicy&, const AggregationPolicy&) = default;

 private:
  AggregationPolicy() = default;

  std::bitset<aggregation_rule_count> rules_;
};

}  // namespace presentity::presence
