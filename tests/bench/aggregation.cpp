// SPDX-License-Identifier: MIT
#include <presentity/presence/aggregation.hpp>
#include <presentity/presence/aggregation_explanation.hpp>
#include <presentity/presence/aggregator.hpp>

#include <malloc.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <random>
#include <string>
#include <thread>
#include <vector>

// Measures aggregation: presentity_bench_aggregation. Prints a Markdown table; see
// docs/performance.md. Nothing is asserted.

namespace {

using namespace presentity;
using namespace presentity::presence;

constexpr std::size_t endpoints = 8;
constexpr std::size_t users = 100'000;
constexpr std::size_t threads = 2;

TimePoint start() {
  return std::chrono::sys_days(std::chrono::year(2013) / 6 / 3) + std::chrono::hours(8);
}

std::string endpoint_id(std::uint64_t user, std::size_t endpoint) {
  std::array<char, 40> text{};
  (void)std::snprintf(text.data(), text.size(), "%08llx-4723-5558-b5d2-78b850aa%04zx",
                      static_cast<unsigned long long>(user), endpoint);
  return text.data();
}

Input machine(std::uint64_t user, std::size_t endpoint, ContainerId container,
              std::uint32_t availability, TimePoint time) {
  Input input;
  input.kind = InputKind::machine_state;
  input.container = container;
  input.instance = 0x30000000U + static_cast<std::uint32_t>(endpoint);
  input.endpoint_id = endpoint_id(user, endpoint);
  input.availability = availability;
  input.publish_time = time;
  input.ends_with_endpoint = true;
  input.place.location = endpoint % 2 == 0 ? "31/East Wing Redmond" : "home";
  input.place.time_zone_bias = 420;
  input.place.time_zone_name = "Pacific Daylight Time";
  input.place.time_zone_abbreviation = "Pacific Daylight Time";
  input.place.device = "computer";
  return input;
}

Input device(std::uint64_t user, std::size_t endpoint) {
  auto input = machine(user, endpoint, 2, 0, start());
  input.kind = InputKind::device;
  input.instance = 0xA0000000U + static_cast<std::uint32_t>(endpoint);
  input.availability.reset();
  input.place = {};
  Capabilities capabilities{"sip:user" + std::to_string(user) + "@contoso.com", false, {}};
  for (int kind = 0; kind < 14; ++kind) {
    capabilities.capabilities.push_back(
        {static_cast<CapabilityKind>(kind), true, endpoint % 2 == 0, false, false, std::nullopt});
  }
  input.capabilities.push_back(std::move(capabilities));
  return input;
}

std::vector<Input> inputs_of(std::uint64_t user) {
  std::vector<Input> inputs;
  for (const ContainerId container : {2U, 3U}) {
    auto state = machine(user, 0, container, 3500, start());
    state.kind = InputKind::user_state;
    state.instance = 0x20000000;
    state.place = {};
    state.endpoint_id.clear();
    inputs.push_back(state);
    for (std::size_t endpoint = 0; endpoint < endpoints; ++endpoint) {
      inputs.push_back(machine(user, endpoint, container, endpoint == 0 ? 3500 : 15500,
                               start() + std::chrono::minutes(endpoint)));
    }
  }
  for (std::size_t endpoint = 0; endpoint < endpoints; ++endpoint) {
    inputs.push_back(device(user, endpoint));
  }
  return inputs;
}

Aggregator aggregator_of(std::uint64_t user) {
  Aggregator aggregator(start());
  for (const auto& input : inputs_of(user)) (void)aggregator.publish(input, start());
  return aggregator;
}

constexpr std::array<std::uint32_t, 4> availabilities = {3500, 5000, 15500, 3500};

// Processor time of the process, so that what else the machine does matters little.
double processor_seconds() {
  return static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

// Runs `work` for about a second of processor time; returns how often in one.
template <class Work>
double per_second(Work work) {
  std::size_t count = 0;
  const auto begin = processor_seconds();
  while (processor_seconds() - begin < 1) {
    for (int i = 0; i < 64; ++i) work(count++);
  }
  return static_cast<double>(count) / (processor_seconds() - begin);
}

void print(const char* what, double value, const char* unit) {
  std::printf("| %s | %.0f | %s |\n", what, value, unit);
  (void)std::fflush(stdout);
}

std::uint64_t sink = 0;

void measure_one_user() {
  const auto inputs = inputs_of(1);
  const auto now = start() + std::chrono::hours(1);
  print("aggregate, from all 26 inputs",
        per_second([&](std::size_t) { sink += aggregate(inputs, now).first.availability; }), "/s");

  auto aggregator = aggregator_of(1);
  const auto publish = [&](std::size_t i, const Input& input) {
    sink +=
        static_cast<std::uint64_t>(aggregator.publish(input, now + std::chrono::milliseconds(i)));
  };
  std::vector<Input> states;
  for (std::size_t i = 0; i < 64; ++i) {
    states.push_back(machine(1, i % endpoints, 2 + (i % 2), availabilities[i / 7 % 4], now));
  }
  print("publish a machine state", per_second([&](std::size_t i) {
          auto& state = states[i % states.size()];
          state.publish_time = now + std::chrono::milliseconds(i);
          publish(i, state);
        }),
        "/s");
  print("next_change",
        per_second([&](std::size_t) { sink += aggregator.next_change().has_value() ? 1U : 0U; }),
        "/s");
  print("result", per_second([&](std::size_t) { sink += aggregator.result().services.size(); }),
        "/s");
  const auto result = aggregator.result();
  print("publications, as validated XML",
        per_second([&](std::size_t) { sink += publications(result, now)->size(); }), "/s");
  print("explain",
        per_second([&](std::size_t) { sink += explain(inputs, now).counterfactuals.size(); }),
        "/s");
}

void measure_reading() {
  native::categories::CategoryType instance;
  instance.name = "state";
  instance.instance = 0x30000001;
  instance.container = 2;
  instance.publish_time = to_publish_time(start());
  instance.endpoint_id = endpoint_id(1, 1);
  instance.any = RawElement{
      R"(<state xmlns="http://schemas.microsoft.com/2006/09/sip/state" )"
      R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" manual="false" )"
      R"(xsi:type="machineState"><availability>3500</availability>)"
      R"(<endpointLocation>home</endpointLocation>)"
      R"(<delimiter xmlns="http://schemas.microsoft.com/2006/09/sip/commontypes"/>)"
      R"(<timeZoneBias>420</timeZoneBias><timeZoneName>Pacific Daylight Time</timeZoneName>)"
      R"(<device>computer</device>)"
      R"(<end xmlns="http://schemas.microsoft.com/2006/09/sip/commontypes"/></state>)"};
  auto aggregator = aggregator_of(1);
  print("read a machine state from XML and publish it", per_second([&](std::size_t i) {
          const auto input = read_input(instance);
          sink += static_cast<std::uint64_t>(
              aggregator.publish(*input, start() + std::chrono::milliseconds(i)));
        }),
        "/s");
}

void update_some(std::vector<Aggregator>& all, std::size_t part, std::size_t count) {
  std::mt19937_64 random(part);
  const auto share = all.size() / threads;
  auto now = start() + std::chrono::hours(1);
  for (std::size_t i = 0; i < count; ++i) {
    now += std::chrono::milliseconds(1);
    const auto user = part * share + random() % share;
    const auto kind = random() % 16;
    (void)all[user].publish(machine(user, kind % endpoints, 2 + static_cast<ContainerId>(kind / 8),
                                    availabilities[random() % 4], now),
                            now);
  }
}

void measure_many_users() {
  const auto before = mallinfo2().uordblks + mallinfo2().hblkhd;
  std::vector<Aggregator> all;
  all.reserve(users);
  for (std::size_t user = 0; user < users; ++user) all.push_back(aggregator_of(user));
  const auto after = mallinfo2().uordblks + mallinfo2().hblkhd;
  print("memory of a user, all of it", static_cast<double>(after - before) / users, "bytes");
  print("memory of 100,000 users", static_cast<double>(after - before) / (1 << 20), "MiB");

  constexpr std::size_t updates = 500'000;
  const auto begin = processor_seconds();
  std::vector<std::thread> workers;
  for (std::size_t part = 0; part < threads; ++part) {
    workers.emplace_back([&all, part] { update_some(all, part, updates); });
  }
  for (auto& worker : workers) worker.join();
  // Each thread has half of the processor time.
  const auto took = (processor_seconds() - begin) / threads;
  print("updates of 100,000 users, two threads on two processors", threads * updates / took, "/s");
}

}  // namespace

int main() {
  std::printf("| a user with %zu endpoints | | |\n|---|---|---|\n", endpoints);
  measure_one_user();
  measure_reading();
  measure_many_users();
  return sink == 0 ? 1 : 0;
}
