// SPDX-License-Identifier: MIT
#include "histories.hpp"

#include <presentity/native/calendardatatypes.hpp>
#include <presentity/presence/working_hours.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <string>

namespace presentity::presence::test {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::uint32_t, 16> availabilities = {0,     2999,  3500,  3500, 3500, 5000,
                                                          5000,  6500,  6500,  6900, 7000, 9500,
                                                          12500, 15500, 15500, 18500};

struct KnownActivity {
  std::string_view token;
  std::uint32_t least;
  std::uint32_t greatest;
};
constexpr std::array<KnownActivity, 6> activities = {{
    {"on-the-phone", 6500, 8999},
    {"in-a-meeting", 6500, 8999},
    {"out-of-office", 12000, Activity::no_limit},
    {"urgent-interruptions-only", 6900, 8999},
    {"in-presentation", 9000, 11999},
    {"", 0, Activity::no_limit},
}};

struct KnownKind {
  InputKind kind;
  std::uint32_t instance;
  bool is_of_endpoint;
};
constexpr std::array<KnownKind, 10> kinds = {{
    {InputKind::user_state, 0x20000000, false},
    {InputKind::timed_user_state, 0x24000000, false},
    {InputKind::presenting_state, 0x2A000000, false},
    {InputKind::machine_state, 0x30000000, true},
    {InputKind::machine_state, 0x30000000, true},
    {InputKind::machine_state, 0x30000000, true},
    {InputKind::voip_call, 0x80000000, true},
    {InputKind::meeting, 0x4FD415CB, false},
    {InputKind::oof_message, 0x6FD415CB, false},
    {InputKind::device, 0xA0000000, true},
}};

Activity random_activity(Random& random) {
  const auto& known = activities[below(random, activities.size())];
  Activity activity{std::string(known.token), known.least, known.greatest, {}};
  if (known.token.empty())
    activity.custom.push_back({1033, "text " + std::to_string(random() % 3)});
  return activity;
}

Capabilities random_capabilities(Random& random) {
  Capabilities result{
      random() % 4 == 0 ? "a@exchange.contoso.com" : "sip:a@contoso.com", random() % 4 == 0, {}};
  for (const auto kind : {CapabilityKind::text, CapabilityKind::voice, CapabilityKind::ucs}) {
    result.capabilities.push_back({kind, random() % 2 == 0, random() % 2 == 0, random() % 2 == 0,
                                   random() % 8 == 0, std::nullopt});
  }
  return result;
}

std::shared_ptr<const WorkingSchedule> office_hours() {
  static const auto schedule = [] {
    native::exchange_types::WorkingHours hours;
    native::exchange_types::WorkingPeriod period;
    using Day = native::exchange_types::DayOfWeekEnum;
    for (const auto day : {Day::monday, Day::tuesday}) period.day_of_week.emplace_back(day);
    period.start_time_in_minutes = 8 * 60 + 10;
    period.end_time_in_minutes = 8 * 60 + 40;
    hours.working_period_array.working_period.push_back(period);
    return std::make_shared<const WorkingSchedule>(*WorkingSchedule::read(hours));
  }();
  return schedule;
}

Input random_hours(TimePoint at) {
  Input input;
  input.kind = InputKind::working_hours;
  input.container = 1;
  input.publish_time = at;
  input.working_hours = office_hours();
  return input;
}

Input random_input(Random& random, TimePoint at) {
  if (random() % 12 == 0) return random_hours(at);
  const auto& known = kinds[below(random, kinds.size())];
  Input input;
  input.kind = known.kind;
  input.container = 2 + static_cast<ContainerId>(random() % 2);
  input.instance = known.instance;
  // Sometimes it counts from a little later on.
  input.publish_time = at + std::chrono::minutes(random() % 10 == 0 ? 3 : 0);
  if (known.is_of_endpoint) {
    const auto endpoint = below(random, 4);
    input.instance |= static_cast<std::uint32_t>(endpoint);
    if (random() % 8 != 0) input.endpoint_id = "endpoint" + std::to_string(endpoint);
  }
  if (random() % 3 == 0) {
    input.expires_at = input.publish_time + std::chrono::minutes(below(random, 20));
  }
  if (known.kind == InputKind::device) {
    input.capabilities.push_back(random_capabilities(random));
    return input;
  }
  if (random() % 8 != 0) input.availability = availabilities[below(random, availabilities.size())];
  if (random() % 2 == 0) input.activities.push_back(random_activity(random));
  if (known.kind == InputKind::machine_state && random() % 2 == 0) {
    input.place.location = "room " + std::to_string(random() % 2);
  }
  return input;
}

}  // namespace

std::size_t below(Random& random, std::size_t end) {
  return static_cast<std::size_t>(random() % end);
}

std::vector<Happening> random_history(Random& random) {
  TimePoint now = std::chrono::sys_days(std::chrono::year(2013) / 6 / 3) + 8h;
  std::vector<Happening> history;
  std::vector<InputKey> keys;
  const auto length = 2 + below(random, 12);
  while (history.size() < length) {
    if (random() % 3 != 0) now += std::chrono::minutes(below(random, 8));
    if (!keys.empty() && random() % 6 == 0) {
      history.push_back({now, std::nullopt, keys[below(random, keys.size())]});
    } else {
      history.push_back({now, random_input(random, now), {}});
      keys.push_back(history.back().published->key());
    }
  }
  return history;
}

void apply(std::vector<Input>& inputs, const Happening& happening) {
  const auto key = happening.published ? happening.published->key() : happening.removed;
  std::erase_if(inputs, [&](const Input& input) { return input.key() == key; });
  if (happening.published) inputs.push_back(*happening.published);
}

std::size_t history_count() {
  // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing sets it
  const auto* const wish = std::getenv("PRESENTITY_HISTORIES");
  return wish != nullptr ? std::stoul(wish) : 5000;
}

}  // namespace presentity::presence::test
