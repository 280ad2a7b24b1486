// SPDX-License-Identifier: MIT
#include <presentity/presence/default_instance.hpp>
#include <presentity/schemas.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace presentity;
using namespace presentity::presence;

namespace {

using ExpireType = native::rich_presence::ExpireTypeEnum;

Result<DefaultInstance, std::string> of(std::string_view category, const std::string& document,
                                        const InstanceKeys& keys = {}) {
  const auto schemas = Schemas::built_in();
  return default_instance(document, category, keys, schemas.registry());
}

std::string state(std::string_view type, std::string_view content, std::string_view more = {}) {
  return "<state xmlns='http://schemas.microsoft.com/2006/09/sip/state' "
         "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:type='" +
         std::string(type) + "' " + std::string(more) + ">" + std::string(content) + "</state>";
}

}  // namespace

TEST_SUITE("default instances") {
  TEST_CASE("values have the ids and lives of a client") {
    const InstanceKeys keys{"abc", "abc"};
    struct Case {
      const char* category;
      std::string document;
      std::uint32_t id;
      ExpireType expiry;
      std::uint32_t expires = 0;
    };
    const std::string note = "<note xmlns='http://schemas.microsoft.com/2006/09/sip/note'>";
    for (const auto& c : std::vector<Case>{
             {"state", state("userState", "<availability>3500</availability>"), 0x20000000,
              ExpireType::static_},
             {"state", state("userState", "<availability> 6000 </availability>"), 0x24000000,
              ExpireType::time, 86400},
             {"state", state("userState", "<availability>11999</availability>"), 0x24000000,
              ExpireType::time, 86400},
             {"state", state("userState", "<availability>12000</availability>"), 0x20000000,
              ExpireType::static_},
             {"state", state("userState", ""), 0x20000000, ExpireType::static_},
             {"state", state("machineState", ""), 0x38E17F72, ExpireType::endpoint},
             {"state", state("calendarState", "<availability>6500</availability>"), 0x48E17F72,
              ExpireType::endpoint},
             {"state", state("calendarState", "<activity token='out-of-office'/>"), 0x68E17F72,
              ExpireType::static_},
             {"state", state("calendarState", "<availability>6500</availability>", "uri=''"),
              0x48E17F72, ExpireType::endpoint},
             {"state", state("aggregateState", ""), 1, ExpireType::user},
             {"state", state("aggregateMachineState", ""), 0x10000000, ExpireType::user},
             {"note", note + "</note>", 0, ExpireType::static_},
             {"note", note + "<body type='personal'/><body type='OOF'/></note>", 0,
              ExpireType::static_},
             {"note", note + "<body type='OOF'/></note>", 0x68E17F72, ExpireType::static_},
             {"calendarData", "<calendarData><WorkingHours/></calendarData>", 0,
              ExpireType::static_},
             {"calendarData", "<calendarData mailboxID='abc'><freeBusy/></calendarData>",
              0x68E17F72, ExpireType::time},
             {"device", "<device/>", 0x28E17F72, ExpireType::endpoint},
             {"services", "<services/>", 0, ExpireType::user},
             {"alerts", "<alerts/>", 0, ExpireType::static_},
             {"legacyInterop", "<legacyInterop/>", 1, ExpireType::user},
         }) {
      CAPTURE(c.document);
      const auto instance = of(c.category, c.document, keys);
      REQUIRE_MESSAGE(instance.has_value(), instance.error());
      CHECK(instance->id == c.id);
      CHECK(instance->expire_type == c.expiry);
      CHECK(instance->expires == c.expires);
    }
  }

  TEST_CASE("what cannot be told is said") {
    CHECK(of("state", state("machineState", "")).error() ==
          "the id is made of the endpoint, which is not given");
    CHECK_FALSE(of("state", state("phoneState", "")));
    CHECK_FALSE(of("state", state("presentingState", "")));
    CHECK_FALSE(of("contactCard", "<contactCard/>"));
    CHECK_FALSE(of("mood", "<mood/>"));
    CHECK_FALSE(of("note", "<note"));
  }
}
