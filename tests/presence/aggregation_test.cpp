// SPDX-License-Identifier: MIT
#include "scenario.hpp"

#include <presentity/presence/aggregation.hpp>
#include <presentity/presence/aggregator.hpp>
#include <presentity/validator.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace presentity;
using namespace presentity::presence;
using namespace std::chrono_literals;
using native::categories::CategoryType;
using native::categories::ExpireTypeEnum;
using test::parse_clock;

namespace {

Input state(InputKind kind, ContainerId container, std::uint32_t instance,
            std::uint32_t availability, std::string_view at) {
  Input input;
  input.kind = kind;
  input.container = container;
  input.instance = instance;
  input.availability = availability;
  input.publish_time = parse_clock(at);
  return input;
}

Input machine(std::string_view name, std::uint32_t availability, std::string_view at) {
  auto input = state(InputKind::machine_state, 2,
                     0x30000000U + static_cast<std::uint32_t>(name.size()), availability, at);
  input.endpoint_id = name;
  input.ends_with_endpoint = true;
  return input;
}

}  // namespace

TEST_SUITE("aggregation") {
  TEST_CASE("publishes with the ids, containers and expire types of the reference") {
    const std::vector inputs = {machine("pc", 3500, "09:00")};
    const auto published =
        publications(aggregate(inputs, parse_clock("12:00")), parse_clock("12:00"));
    REQUIRE(published);
    using Place = std::tuple<std::string, std::uint32_t, ExpireTypeEnum>;
    std::map<Place, std::set<ContainerId>> places;
    for (const auto& publication : *published) {
      const Place place(publication.name, publication.instance.value(),
                        publication.expire_type->known().value());
      CHECK(places[place].insert(*publication.container).second);
      CHECK(to_string(*publication.publish_time) == "2013-06-03T12:00:00.000");
    }
    const std::map<Place, std::set<ContainerId>> expected = {
        {{"state", 1, ExpireTypeEnum::user}, {2, 3, 100, 200, 300, 400}},
        {{"state", 0x10000000, ExpireTypeEnum::user}, {2}},
        {{"services", 0, ExpireTypeEnum::user}, {2, 100, 200, 300, 400, 32000}},
        {{"legacyInterop", 1, ExpireTypeEnum::user}, {100, 200, 300, 400, 32000}},
        {{"dndState", 0, ExpireTypeEnum::static_}, {0, 2, 3, 100, 200, 300, 400}},
    };
    CHECK(places == expected);
  }

  TEST_CASE("writes the aggregate state as the reference shows it") {
    auto pc = machine("pc", 3500, "09:00");
    pc.place = {"31/East Wing Redmond", 420, "Pacific Daylight Time", "Pacific Daylight Time",
                "computer"};
    const auto published =
        publications(aggregate(std::vector{pc}, parse_clock("12:00")), pc.publish_time);
    REQUIRE(published);
    const auto of_200 = std::ranges::find_if(*published, [](const CategoryType& publication) {
      return publication.container == 200U && publication.name == "state";
    });
    constexpr std::string_view shown =
        R"(<state xsi:type="aggregateState" )"
        R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" )"
        R"(xmlns="http://schemas.microsoft.com/2006/09/sip/state">)"
        R"(<availability>3500</availability>)"
        R"(<endpointLocation>31/East Wing Redmond</endpointLocation>)"
        R"(<delimiter xmlns="http://schemas.microsoft.com/2006/09/sip/commontypes"/>)"
        R"(<timeZoneBias>420</timeZoneBias><timeZoneName>Pacific Daylight Time</timeZoneName>)"
        R"(<timeZoneAbbreviation>Pacific Daylight Time</timeZoneAbbreviation>)"
        R"(<device>computer</device>)"
        R"(<end xmlns="http://schemas.microsoft.com/2006/09/sip/commontypes"/></state>)";
    CHECK(Validator().differences(of_200->any->xml, shown).empty());
  }

  TEST_CASE("a text that XML cannot hold is an error, not a crash") {
    auto pc = machine("pc", 3500, "09:00");
    pc.place.location = std::string("\x01", 1);
    CHECK_FALSE(publications(aggregate(std::vector{pc}, parse_clock("12:00")), pc.publish_time));
  }

  TEST_CASE("only what changed has to be published") {
    const auto now = parse_clock("12:00");
    const std::vector before_inputs = {machine("pc", 3500, "09:00")};
    auto after_inputs = before_inputs;
    after_inputs.push_back(state(InputKind::user_state, 2, 0x20000000, 9500, "11:00"));
    const auto before = publications(aggregate(before_inputs, now), now);
    const auto after = publications(aggregate(after_inputs, now), now + 1h);
    CHECK(changed_publications(*before, *before).empty());
    std::multiset<std::string> names;
    for (const auto& publication : changed_publications(*before, *after)) {
      CHECK(publication.container != 3U);
      CHECK(publication.container != 300U);
      names.insert(publication.name);
    }
    CHECK(names.count("state") == 4);          // 2, 100, 200, 400
    CHECK(names.count("legacyInterop") == 3);  // 100, 200, 400
    CHECK(names.count("dndState") == 5);       // 0, 2, 100, 200, 400
    CHECK(names.size() == 12);
  }

  TEST_CASE("an endpoint that signs out takes its instances with it") {
    Aggregator aggregator(parse_clock("08:00"));
    CHECK(aggregator.publish(machine("pc", 3500, "09:00"), parse_clock("09:00")));
    CHECK(aggregator.publish(state(InputKind::user_state, 2, 0x20000000, 6500, "09:30"),
                             parse_clock("09:30")));
    CHECK_FALSE(aggregator.end_endpoint("phone", parse_clock("10:00")));
    CHECK(aggregator.end_endpoint("PC", parse_clock("10:00")));
    CHECK(aggregator.inputs().size() == 1);
    CHECK(aggregator.availability(200) == 18500);
    CHECK(aggregator.result().first.last_active == parse_clock("10:00"));
  }

  TEST_CASE("copies are independent") {
    Aggregator one(parse_clock("08:00"));
    CHECK(one.publish(machine("pc", 3500, "09:00"), parse_clock("09:00")));
    auto other = one;
    CHECK(other.publish(machine("pc", 15500, "10:00"), parse_clock("10:00")));
    CHECK(one.availability(100) == 3500);
    CHECK(other.availability(100) == 15500);
    CHECK(one.now() == parse_clock("09:00"));
  }

  TEST_CASE("a clock that goes back does not move it") {
    Aggregator aggregator(parse_clock("08:00"));
    CHECK(aggregator.publish(machine("pc", 3500, "07:00"), parse_clock("07:00")));
    CHECK(aggregator.now() == parse_clock("08:00"));
    CHECK_FALSE(aggregator.advance(parse_clock("06:00")));
    CHECK(aggregator.now() == parse_clock("08:00"));
  }

  TEST_CASE("more instances than a user has are rejected, and that is said") {
    std::vector<CategoryType> instances(max_inputs + 1);
    for (std::size_t index = 0; index < instances.size(); ++index) {
      instances[index].name = "state";
      instances[index].container = 2;
      instances[index].instance = 0x30000000U + static_cast<std::uint32_t>(index);
      instances[index].publish_time = to_publish_time(parse_clock("09:00"));
      instances[index].any = RawElement{
          R"(<state xmlns="http://schemas.microsoft.com/2006/09/sip/state" )"
          R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="machineState"/>)"};
    }
    const auto inputs = read_inputs(instances);
    CHECK(inputs.inputs.size() == max_inputs);
    REQUIRE(inputs.rejected.size() == 1);
    CHECK(inputs.rejected[0].index == max_inputs);
    CHECK(inputs.rejected[0].reason == "there are more than 512 instances");
  }

  TEST_CASE("an entry that says that there is no instance is no input") {
    std::vector<CategoryType> instances(2);
    instances[0].name = "state";
    instances[0].container = 2;
    instances[1].name = "device";
    const auto inputs = read_inputs(instances);
    CHECK(inputs.inputs.empty());
    CHECK(inputs.rejected.empty());
    instances[0].instance = 0x20000000;
    CHECK(read_inputs(instances).rejected.size() == 1);
  }

  TEST_CASE("an end beyond the year 9999 is that year's") {
    CategoryType instance;
    instance.name = "state";
    instance.container = 2;
    instance.instance = 0x24000000;
    instance.publish_time = *parse_date_time("9999-12-30T00:00:00");
    instance.expire_type = ExpireTypeEnum::time;
    instance.expires = 4294967295U;
    instance.any = RawElement{
        R"(<state xmlns="http://schemas.microsoft.com/2006/09/sip/state" )"
        R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="userState"/>)"};
    const auto input = read_input(instance);
    REQUIRE(input);
    CHECK(input->kind == InputKind::timed_user_state);
    CHECK(to_string(to_publish_time(*input->expires_at)) == "9999-12-31T23:59:59.999");
  }
}
