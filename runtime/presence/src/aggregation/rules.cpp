// SPDX-License-Identifier: MIT
#include <presentity/presence/aggregation_rules.hpp>

#include <algorithm>
#include <array>

namespace presentity::presence {
namespace {

using enum AggregationRule;
using enum RuleMark;

// PAT: US 9,241,038, 9,942,338, 10,686,901 (aggregation at a server), claims. SCRIPT: The
// Aggregation Script, OCS 2007 planning documents. Page names are those of the reference.
constexpr std::array<AggregationRuleEntry, aggregation_rule_count> rules = {{
    {published_later, ours, "published-later", "An instance counts from its publish time on.",
     "It counts whatever the clock says.",
     "a store can be asked about any moment, and what was not there yet did not count"},
    {expiry, documented, "expiry",
     "A time-bounded instance ends when its expires seconds are over.",
     "It counts until it is removed.",
     "publication-behaviors-of-category-instances; expiretype-element"},
    {undefined_availability, ours, "undefined-availability",
     "A state with an availability below 3000 has none.",
     "The number counts, and is more active than any other.",
     "parsing-lync-published-category-instances calls 0 to 2999 undefined, state-availability "
     "Available; SCRIPT does not rank unknown first"},
    {presenting_counts, ours, "presenting-counts",
     "A presenting state competes as a phone state does.",
     "It makes the Do Not Disturb flag and nothing else.",
     "state-activity: a presenting state is another Do Not Disturb state; MS-PRES 3.8.5.4 names "
     "it for the flag only"},
    {latest_user_state, documented, "latest-user-state",
     "Of the user states only the one published last counts.", "Each counts.", "PAT, claims"},
    {most_active_machine, documented, "most-active-machine",
     "Of the machine states only the most active counts, the one with the lowest availability.",
     "Each counts.",
     "publication-behaviors-of-category-instances; parsing-lync-published-category-instances; "
     "SCRIPT"},
    {machine_tie, ours, "machine-tie",
     "Of equally active machines the one published last is the most active.",
     "It is the one with the smallest instance id.", "the user was last seen there"},
    {older_states_drop, documented, "older-states-drop",
     "A state published before the latest user state does not count.", "It counts.", "PAT, claims"},
    {text_only_states, ours, "text-only-states",
     "A state without an availability gives its activity whatever its age.",
     "It does not if the latest user state is newer.",
     "an out-of-office message has an activity and no availability (aggregation-containers), and "
     "holds for days"},
    {least_available_wins, documented, "least-available-wins",
     "Of the states that count the least available wins, the one with the highest availability.",
     "The one published last wins.", "PAT, claims; KB 2565375"},
    {latest_of_equals, ours, "latest-of-equals",
     "Of equally available states the one published last wins.", "The user state wins.",
     "its activity is the news"},
    {no_machine_offline, ours, "no-machine-offline",
     "Without a machine state the user is offline, 18500.", "The other states decide alone.",
     "nobody is signed in; a server then shows the static aggregate state, 18500"},
    {busy_idle, ours, "busy-idle",
     "Busy becomes Busy - Idle, 7500, while the most active machine counts and is idle.",
     "Busy stays as it is.",
     "parsing-lync-published-category-instances has the range; no state is published in it"},
    {activity_window, documented, "activity-window",
     "An activity shows where the aggregate is from its minAvailability to its maxAvailability.",
     "It shows everywhere.", "state-activity; SCRIPT"},
    {activity_of_its_state, ours, "activity-of-its-state",
     "An activity without limits shows where the aggregate is in the mode of its own state.",
     "It shows everywhere.", "a custom text beside Available says nothing about Away"},
    {custom_activity, documented, "custom-activity",
     "The texts of a custom activity go with it, one for each LCID.", "Only tokens are aggregated.",
     "state-activity; parsing-lync-published-category-instances"},
    {activity_token_alone, observed, "activity-token-alone",
     "The aggregated activity has no limits.", "minAvailability and maxAvailability stay.",
     "tieto/sipe issue 119: activity token=\"on-the-phone\" alone"},
    {off_work, ours, "off-work",
     "Away outside the working hours has the activity off-work, if it has no other.",
     "It has none.",
     "publication-behaviors-of-category-instances: working hours are used by the aggregation "
     "script; state-activity: off work is another form of away"},
    {place_of_machine, documented, "place-of-machine",
     "Location, time zone and device are those of the most active machine.",
     "The aggregate has none.",
     "parsing-lync-published-category-instances; the examples of aggregation-containers"},
    {location_while_present, documented, "location-while-present",
     "The location is left out from 12000 on.", "It stays.",
     "parsing-lync-published-category-instances, Location"},
    {last_active, documented, "last-active",
     "An inactive aggregate says when it was last Available, Busy or Do Not Disturb.",
     "lastActive is left out.", "parsing-lync-published-category-instances, lastActive"},
    {aggregate_machine, documented, "aggregate-machine",
     "The availability and endpoint of the most active machine go to container 2.",
     "There is no aggregateMachineState.", "publication-behaviors-of-category-instances"},
    {workgroup_container, documented, "workgroup-container",
     "What container 3 says goes to 3 and 300, what container 2 says to 2, 100, 200 and 400.",
     "300 has what container 2 says.", "aggregation-containers"},
    {external_availability_only, documented, "external-availability-only",
     "Container 100 has the availability and nothing else.", "It has what 200 has.",
     "publication-behaviors-of-category-instances; external-contacts-container; tieto/sipe issue "
     "119"},
    {dnd_flag, documented, "dnd-flag",
     "dndState is 9500 if the latest user state or a presenting state of container 2 is Do Not "
     "Disturb, and else empty.",
     "There is no dndState.", "MS-PRES 3.8.5.4; publication-behaviors-of-category-instances"},
    {dnd_second_container, documented, "dnd-second-container",
     "dndState of 3 and 300 follows the states of container 3.", "It is always empty there.",
     "MS-PRES 3.8.5.4; publication-behaviors-of-category-instances has it empty, as container 3 "
     "holds no Do Not Disturb"},
    {legacy_interop, documented, "legacy-interop",
     "legacyInterop repeats the availability and the activity's token.",
     "There is no legacyInterop.",
     "publication-behaviors-of-category-instances; tieto/sipe issue 119"},
    {legacy_interop_blocked, documented, "legacy-interop-blocked",
     "legacyInterop of container 32000 is 18500.", "Container 32000 has none.",
     "blocked-contacts-container; publication-behaviors-of-category-instances leaves it out"},
    {device_of_machine, ours, "device-of-machine",
     "Where the endpoint is not stated, a device and a machine state belong together if the last "
     "28 bits of their instance ids are equal.",
     "They do not.",
     "presence-data-source-and-category-instance-id: both are bits of the same hash"},
    {device_without_machine, ours, "device-without-machine",
     "A device without a machine state is offline, 18500.", "Its capabilities do not count.",
     "it is not known to be there"},
    {services_merged, ours, "services-merged",
     "A capability is what any device of its service can do: render, capture and publish.",
     "It is what the preferred endpoint can do.",
     "services-category-instance-value-element: generated from the devices of all endpoints"},
    {services_preferred, ours, "services-preferred",
     "A device that is marked as preferred comes before those that are not.",
     "The mark is not looked at.", "device-capabilities-element has the mark without a meaning"},
    {services_best_endpoint, documented, "services-best-endpoint",
     "The preferred endpoint is the most available device with the capability.",
     "It is the one published last.", "the example of aggregation-containers"},
    {services_filtered, documented, "services-filtered",
     "Containers 100 to 400 have the presence service without publish, preferredEndpointId, "
     "containerIntegrity, confInvite, breakthrough and ucs.",
     "They have what container 2 has.",
     "external-contacts-container; colleagues-container; friends-and-family-container"},
    {services_blocked, documented, "services-blocked",
     "Container 32000 has services without any service.", "It has none.",
     "publication-behaviors-of-category-instances; blocked-contacts-container"},
}};

static_assert(std::ranges::is_sorted(rules, {}, &AggregationRuleEntry::rule));
static_assert(static_cast<std::size_t>(services_blocked) + 1 == aggregation_rule_count);

}  // namespace

std::span<const AggregationRuleEntry> aggregation_rules() noexcept { return rules; }

const AggregationRuleEntry& entry_of(AggregationRule rule) noexcept {
  return rules[static_cast<std::size_t>(rule)];
}

std::optional<AggregationRule> find_aggregation_rule(std::string_view id) noexcept {
  const auto* const found = std::ranges::find(rules, id, &AggregationRuleEntry::id);
  if (found == rules.end()) return std::nullopt;
  return found->rule;
}

std::string_view to_string(RuleMark mark) noexcept {
  switch (mark) {
    case documented:
      return "documented";
    case observed:
      return "observed";
    case ours:
      return "ours";
  }
  return {};
}

AggregationPolicy AggregationPolicy::lync2013() noexcept {
  AggregationPolicy policy;
  policy.rules_.set();
  return policy;
}

AggregationPolicy AggregationPolicy::without(AggregationRule rule) const noexcept {
  auto policy = *this;
  policy.rules_.reset(static_cast<std::size_t>(rule));
  return policy;
}

}  // namespace presentity::presence
