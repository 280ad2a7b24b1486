// SPDX-License-Identifier: MIT
#include "aggregation/wording.hpp"

#include <presentity/presence/aggregation_explanation.hpp>

#include <algorithm>
#include <utility>

namespace presentity::presence {
namespace {

void set(std::vector<Input>& inputs, const Input& input) {
  const auto known = std::ranges::find(inputs, input.key(), &Input::key);
  if (known == inputs.end()) {
    inputs.push_back(input);
  } else {
    *known = input;
  }
}

std::string place_text(const Place& place) {
  std::string text;
  const auto add = [&](const std::optional<std::string>& part) {
    if (part) text += (text.empty() ? "" : ", ") + *part;
  };
  add(place.location);
  add(place.time_zone_name);
  add(place.time_zone_abbreviation);
  if (place.time_zone_bias) add(std::to_string(*place.time_zone_bias));
  add(place.device);
  return text;
}

std::string services_text(const Aggregation& aggregation) {
  std::string text;
  for (const auto& service : aggregation.services) {
    text += (text.empty() ? "" : "; ") + service.uri;
    for (const auto& [capability, endpoint, availability] : service.capabilities) {
      text += " " + std::string(to_string(capability.kind)) + ":" + (capability.render ? "r" : "") +
              (capability.capture ? "c" : "") + (capability.publish ? "p" : "") +
              (capability.version ? "/" + std::to_string(*capability.version) : "") + "@" +
              endpoint + "=" + std::to_string(availability);
    }
  }
  return text;
}

std::string activity_text(const std::optional<Activity>& activity) {
  if (!activity) return {};
  auto text = activity->token;
  for (const auto& custom : activity->custom) {
    text += (text.empty() ? "" : " ") + std::to_string(custom.lcid.value_or(0)) + "=\"" +
            custom.text + "\"";
  }
  return text;
}

class Comparison {
 public:
  void compare(ContainerId container, std::string what, std::string before, std::string after) {
    if (before == after) return;
    found_.push_back({container, std::move(what), std::move(before), std::move(after)});
  }

  void compare(ContainerId container, const AggregateState& before, const AggregateState& after) {
    compare(container, "availability", detail::name_of(before.availability),
            detail::name_of(after.availability));
    compare(container, "activity", activity_text(before.activity), activity_text(after.activity));
    compare(container, "place", place_text(before.place), place_text(after.place));
    const auto time = [](const AggregateState& state) {
      return state.last_active ? detail::clock_text(*state.last_active) : std::string();
    };
    compare(container, "lastActive", time(before), time(after));
    const auto flag = [](const AggregateState& state) {
      return std::string(state.is_do_not_disturb ? "9500" : "empty");
    };
    compare(container, "dndState", flag(before), flag(after));
  }

  [[nodiscard]] std::vector<Difference> found() && { return std::move(found_); }

 private:
  std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> differences(const Aggregation& before, const Aggregation& after) {
  Comparison comparison;
  comparison.compare(first_aggregation_container, before.first, after.first);
  comparison.compare(second_aggregation_container, before.second, after.second);
  const auto machine = [](const Aggregation& aggregation) {
    if (!aggregation.machine) return std::string();
    return detail::name_of(aggregation.machine->availability) + " " +
           aggregation.machine->endpoint_id;
  };
  comparison.compare(first_aggregation_container, "aggregateMachineState", machine(before),
                     machine(after));
  comparison.compare(first_aggregation_container, "services", services_text(before),
                     services_text(after));
  return std::move(comparison).found();
}

void apply(std::vector<Input>& inputs, std::span<const HypotheticalChange> changes) {
  for (const auto& change : changes) {
    if (const auto* const item = std::get_if<SetInput>(&change)) {
      set(inputs, item->input);
    } else if (const auto* const gone = std::get_if<RemoveInput>(&change)) {
      std::erase_if(inputs, [&](const Input& input) { return input.key() == gone->key; });
    }
  }
}

WhatIf what_if(std::span<const Input> inputs, TimePoint now,
               std::span<const HypotheticalChange> changes, const AggregationPolicy& policy,
               const Aggregation* previous) {
  const auto is = aggregate(inputs, now, policy, previous);
  std::vector<Input> changed(inputs.begin(), inputs.end());
  apply(changed, changes);
  auto then = now;
  for (const auto& change : changes) {
    if (const auto* const clock = std::get_if<MoveClock>(&change)) then = clock->now;
  }
  WhatIf result;
  // A clock that goes back knows nothing of what was later.
  result.result = aggregate(changed, then, policy, then < now ? nullptr : &is);
  result.differences = differences(is, result.result);
  return result;
}

}  // namespace presentity::presence
