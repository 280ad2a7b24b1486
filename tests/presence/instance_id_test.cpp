// SPDX-License-Identifier: MIT
#include <presentity/presence/instance_id.hpp>
#include <presentity/schemas.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

using namespace presentity;
using namespace presentity::presence;

namespace {

const std::string bob_gruu = "sip:bob@contoso.com;opaque=user:epid:IiqNRceeVV2wEfjjHP5FngAA;gruu";

std::uint32_t id_of(std::string_view kind, const std::vector<std::string>& keys,
                    HashBytes bytes = HashBytes::last_big_endian) {
  const auto* const found = find_instance_formula(kind);
  REQUIRE(found != nullptr);
  return instance_id(*found, keys, bytes);
}

// Such as `state/machine-state form; device/device any`.
std::string meanings(std::uint32_t id, std::string_view category = {}) {
  std::string text;
  for (const auto& meaning : decode_instance_id(id, category)) {
    CHECK_FALSE(meaning.content.empty());
    text += (text.empty() ? "" : "; ") + std::string(meaning.category) + '/' +
            std::string(meaning.kind) + ' ' + std::string(to_string(meaning.certainty));
  }
  return text;
}

}  // namespace

// The digests were computed by another program.
TEST_CASE("an instance id is a prefix and bits of a digest") {
  const std::string mailbox = "bob@contoso.com";
  struct Row {
    const char* kind;
    std::vector<std::string> keys;
    std::uint32_t id;
  };
  const std::vector<Row> rows = {
      {"machine-state", {bob_gruu}, 0x39A941FA},
      {"meeting", {mailbox}, 0x49FF45D5},
      {"oof-meeting", {mailbox}, 0x59FF45D5},
      {"oof-message", {mailbox}, 0x69FF45D5},
      {"rcc-call", {"tel:+14255550101"}, 0x731347A8},
      {"voip-call", {"sip:bob@contoso.com", bob_gruu}, 0x8C4A98D9},
      {"pstn-call", {"sip:bob@contoso.com", bob_gruu}, 0x9C4A98D9},
      {"free-busy", {mailbox}, 0x59FF45D5},
      {"oof-note", {mailbox}, 0x49FF45D5},
      {"timed-oof-note", {mailbox}, 0x49FF45D5},
      {"observed-oof-note", {mailbox}, 0x59FF45D5},
      {"device", {bob_gruu}, 0x79A941FA},
      {"user-state", {}, 0x20000000},
      {"timed-user-state", {}, 0x24000000},
      {"aggregate-state", {}, 0x00000001},
      {"aggregate-machine-state", {}, 0x10000000},
      {"working-hours", {}, 0x00000000},
      {"legacy-interop", {}, 0x00000001},
  };
  for (const Row& row : rows) {
    CAPTURE(row.kind);
    CHECK(find_instance_formula(row.kind)->keys.size() == row.keys.size());
    CHECK(id_of(row.kind, row.keys) == row.id);
  }
  CHECK(find_instance_formula("machine") == nullptr);
}

// The digest is 30ed5aeefc6f8aeb129a686979a941fa.
TEST_CASE("which bytes of the digest count is a choice") {
  CHECK(id_of("device", {bob_gruu}, HashBytes::last_big_endian) == 0x79A941FA);
  CHECK(id_of("device", {bob_gruu}, HashBytes::last_little_endian) == 0xFA41A979);
  CHECK(id_of("device", {bob_gruu}, HashBytes::first_big_endian) == 0x30ED5AEE);
  CHECK(id_of("device", {bob_gruu}, HashBytes::first_little_endian) == 0xEE5AED30);
  CHECK(id_of("machine-state", {bob_gruu}, HashBytes::first_big_endian) == 0x30ED5AEE);
  std::set<std::string_view> names;
  for (const auto bytes : all_hash_bytes()) names.insert(to_string(bytes));
  CHECK(names.size() == 4);
}

TEST_CASE("the kinds are those of the registry") {
  for (const auto& category : Schemas::built_in().registry().categories) {
    for (const auto& instance : category.instances) {
      if (instance.id.find("MD5") == std::string_view::npos) continue;
      CAPTURE(std::string(instance.id));
      CHECK(std::ranges::any_of(instance_formulas(), [&](const InstanceFormula& kind) {
        return kind.category == category.name && kind.id == instance.id;
      }));
    }
  }
  for (const auto& kind : instance_formulas()) {
    CAPTURE(std::string(kind.name));
    const auto* const category = Schemas::built_in().registry().find(kind.category);
    REQUIRE(category != nullptr);
    if (kind.id.empty()) continue;  // observed only
    CHECK(std::ranges::find(category->instances, kind.id, &InstanceInfo::id) !=
          category->instances.end());
    CHECK(kind.keys.empty() == (kind.hash_bits == 0));
    if (kind.hash_bits == 0) CHECK(kind.id == std::to_string(kind.prefix));
  }
}

TEST_CASE("a number is decoded into all that it can be") {
  struct Row {
    std::uint32_t id;
    const char* category;
    const char* expected;
  };
  // The numbers are those of protocol-facts section 4, seen in traffic and examples.
  const std::array rows = {
      Row{945175315, "", "state/machine-state form; device/device any"},
      Row{926460663, "state", "state/machine-state form"},
      Row{0x898E1BEB, "state", "state/voip-call form"},
      Row{1339299275, "state", "state/meeting form"},
      Row{1155267548, "calendarData", "calendarData/free-busy form"},
      Row{1300372959, "calendarData", "calendarData/free-busy form"},
      Row{2135971629, "note", "note/observed-oof-note observed"},
      Row{2135971629, "",
          "calendarData/free-busy form; state/rcc-call form; note/observed-oof-note observed; "
          "device/device any"},
      Row{0x4FD415CB, "note", "note/oof-note form; note/timed-oof-note form"},
      Row{0x20000000, "state", "state/user-state exact"},
      Row{0x24000000, "state", "state/timed-user-state exact"},
      Row{0x10000000, "", "state/aggregate-machine-state exact; device/device any"},
      Row{0x10000001, "state", ""},
      Row{0, "state", "state/static-aggregate-state exact"},
      Row{3, "", "contactCard/contact-address-book exact; device/device any"},
      Row{3, "nothing", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.id);
    CHECK(meanings(row.id, row.category) == row.expected);
  }
}

// Devices of the reference's examples: protocol-facts section 4.
TEST_CASE("an endpoint id and its GRUU are the same") {
  struct Row {
    const char* user;
    const char* opaque;
    const char* endpoint_id;
  };
  constexpr std::array rows = {
      Row{"sip:bob@contoso.com", "IiqNRceeVV2wEfjjHP5FngAA",
          "458d2a22-9ec7-5d55-b011-f8e31cfe459e"},
      Row{"sip:mary@contoso.com", "gAXJXq9AgVCiWynxdwgUSwAA",
          "5ec90580-40af-5081-a25b-29f17708144b"},
  };
  for (const Row& row : rows) {
    const auto gruu = std::string(row.user) + ";opaque=user:epid:" + row.opaque + ";gruu";
    CHECK(endpoint_id_of_gruu(gruu) == row.endpoint_id);
    CHECK(gruu_of_endpoint(row.user, row.endpoint_id) == gruu);
    CHECK(gruu_of_endpoint(row.user, '{' + std::string(row.endpoint_id) + '}') == gruu);
  }
  CHECK(gruu_of_endpoint("sip:bob@contoso.com", "458D2A22-9EC7-5D55-B011-F8E31CFE459E") ==
        bob_gruu);
  CHECK(endpoint_id_of_gruu("sip:a@b;gruu;opaque=user:epid:_-_-_-_-_-_-_-_-_-_-_wAA") ==
        "fffeefff-feef-efff-feff-effeffeffeff");
}

TEST_CASE("what is no GRUU and no GUID has no counterpart") {
  for (const char* const gruu :
       {"", "sip:bob@contoso.com", "sip:bob@contoso.com;opaque=app:conf:focus:id:1;gruu",
        "sip:b@c;opaque=user:epid:IiqNRceeVV2wEfjjHP5FngA;gruu",    // too short
        "sip:b@c;opaque=user:epid:IiqNRceeVV2wEfjjHP5FngAAA;gruu",  // too long
        "sip:b@c;opaque=user:epid:IiqNRceeVV2wEfjjHP5FngAB;gruu",   // no zeros
        "sip:b@c;opaque=user:epid:IiqNRceeVV2w+fjjHP5FngAA;gruu"}) {
    CAPTURE(gruu);
    CHECK_FALSE(endpoint_id_of_gruu(gruu));
  }
  for (const char* const guid :
       {"", "{}", "458d2a22", "458d2a229ec75d55b011f8e31cfe459e",
        "458d2a22-9ec7-5d55-b011-f8e31cfe459", "458d2a22-9ec7-5d55-b011-f8e31cfe459e0",
        "458d2a22-9ec7-5d55-b011+f8e31cfe459e", "458d2a2g-9ec7-5d55-b011-f8e31cfe459e"}) {
    CAPTURE(guid);
    CHECK_FALSE(gruu_of_endpoint("sip:bob@contoso.com", guid));
  }
}

TEST_CASE("an epid gives an endpoint id of version 5") {
  CHECK(endpoint_id_of_epid("01010101") == "4b1682a8-f968-5701-83fc-7c6741dc6697");
  const auto empty = endpoint_id_of_epid("");
  CHECK(empty.size() == 36);
  CHECK(empty[14] == '5');
}
