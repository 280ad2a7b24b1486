// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace presentity::cli::test;

namespace {

const std::string gruu = "sip:bob@contoso.com;opaque=user:epid:IiqNRceeVV2wEfjjHP5FngAA;gruu";

}  // namespace

TEST_SUITE("instance-id") {
  TEST_CASE("computes ids, in decimal and hexadecimal") {
    CHECK(run_presentity({"instance-id", "machine-state", gruu}).out == "967393786 0x39A941FA\n");
    CHECK(run_presentity({"instance-id", "device", gruu, "--byte-order", "first-big-endian"}).out ==
          "820861678 0x30ED5AEE\n");
    CHECK(run_presentity({"instance-id", "user-state"}).out == "536870912 0x20000000\n");
    CHECK(run_presentity({"instance-id", "voip-call", "sip:bob@contoso.com", gruu}).out ==
          "2353699033 0x8C4A98D9\n");
  }

  TEST_CASE("converts GRUUs, endpoint ids and epids") {
    const std::string guid = "458d2a22-9ec7-5d55-b011-f8e31cfe459e";
    CHECK(run_presentity({"instance-id", "endpoint-id", gruu}).out == guid + '\n');
    CHECK(run_presentity({"instance-id", "gruu", "sip:bob@contoso.com", guid}).out == gruu + '\n');
    CHECK(run_presentity({"instance-id", "epid", "01010101"}).out ==
          "4b1682a8-f968-5701-83fc-7c6741dc6697\n");

    const auto none = run_presentity({"instance-id", "endpoint-id", "sip:bob@contoso.com"});
    CHECK(none.status == 1);
    CHECK(none.out.empty());
    CHECK(contains(none.err, "this is no GRUU of an endpoint"));
    CHECK(run_presentity({"instance-id", "gruu", "sip:bob@contoso.com", "bob"}).status == 1);
  }

  TEST_CASE("says what a number can be") {
    const auto answer = run_presentity({"instance-id", "--decode", "0x38563B13"});
    CHECK(answer.status == 0);
    CHECK(lines(answer.out).at(0) == "945175315 0x38563B13");
    CHECK(lines(answer.out).at(1) == "form  machineState  machine-state  State of one device.");
    CHECK(run_presentity({"instance-id", "--decode", "945175315"}).out == answer.out);
    CHECK(run_presentity({"instance-id", "--decode", "7", "--category", "note"}).out ==
          "7 0x00000007\nnothing that is documented\n");
  }

  TEST_CASE("lists the kinds") {
    const auto answer = run_presentity({"instance-id"});
    CHECK(answer.status == 0);
    CHECK(
        contains(answer.out, "free-busy                calendarData   0x40000000 | MD5, 30 bits"));
    const auto list =
        nlohmann::json::parse(run_presentity({"instance-id", "--format", "json"}).out);
    CHECK(list.size() + 1 == lines(answer.out).size());
  }

  TEST_CASE("speaks JSON") {
    using nlohmann::json;
    const auto id =
        json::parse(run_presentity({"instance-id", "device", gruu, "--format", "json"}).out);
    CHECK(id["instance"] == 2041135610);
    CHECK(id["hex"] == "0x79A941FA");
    CHECK(id["byteOrder"] == "last-big-endian");
    CHECK(id["keys"] == json::array({gruu}));
    const auto decoded =
        json::parse(run_presentity({"instance-id", "--decode", "1", "--format", "json"}).out);
    CHECK(decoded["meanings"][0]["certainty"] == "exact");
    // Bytes that are no UTF-8 do not end the program.
    CHECK(json::parse(run_presentity({"instance-id", "device", "\xFF", "--format", "json"}).out)
              .contains("hex"));
  }

  TEST_CASE("what makes no sense is a usage error") {
    struct Row {
      std::vector<std::string> arguments;
      const char* reason;
    };
    for (const Row& row : {
             Row{{"machine-stat"}, "unknown kind 'machine-stat'; did you mean 'machine-state'?"},
             Row{{"machine-state"}, "'machine-state' takes <GRUU>; 0 were given"},
             Row{{"user-state", "a"}, "'user-state' takes no keys; 1 were given"},
             Row{{"voip-call", "a"}, "'voip-call' takes <SIP URI> <GRUU>; 1 were given"},
             Row{{"--decode", "4294967296"}, "'4294967296' is no instance id"},
             Row{{"--decode", "0x"}, "'0x' is no instance id"},
             Row{{"--decode", "-1"}, "'-1' is no instance id"},
             Row{{"--decode", "1", "device"}, "--decode takes no kind and no keys"},
             Row{{"--decode", "1", "--category", "stat"}, "did you mean 'state'?"},
             Row{{"device", "a", "--byte-order", "middle"}, "'middle' is unknown"},
         }) {
      auto arguments = row.arguments;
      arguments.insert(arguments.begin(), "instance-id");
      const auto answer = run_presentity(arguments);
      CAPTURE(answer.err);
      CHECK(answer.status == 2);
      CHECK(answer.out.empty());
      CHECK(contains(answer.err, row.reason));
    }
  }
}
