// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace presentity::cli::test;
using presentity::Result;
using presentity::Unexpected;
using presentity::cli::Resources;

namespace {

// Bindings that lose nothing, lose the availability, and fail.
Result<std::string, std::string> faithful(std::string_view utf8) { return std::string(utf8); }

Result<std::string, std::string> lossy(std::string_view utf8) {
  std::string text(utf8);
  const std::string lost = "<availability>6500</availability>";
  text.erase(text.find(lost), lost.size());
  return text;
}

Result<std::string, std::string> failing(std::string_view) {
  return Unexpected{std::string("no such type")};
}

Answer round_trip(Resources::RoundTrip bindings, std::vector<std::string> arguments,
                  std::string_view input = {}) {
  arguments.insert(arguments.begin(), "roundtrip");
  return run_presentity(arguments, {.input = input, .resources = {.native_bindings = bindings}});
}

std::string ndjson(const std::string& file, const char* verdict) {
  return R"({"file":")" + file + R"(","verdict":")" + verdict + R"(","differences":[]})" + "\n";
}

}  // namespace

TEST_SUITE("roundtrip") {
  TEST_CASE("prints the document that was written for one input") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.xml", valid_state);

    const auto answer = round_trip(&faithful, {file});
    const auto piped = round_trip(&faithful, {"-"}, valid_state);

    CHECK(answer.status == 0);
    CHECK(answer.out == valid_state);
    CHECK(answer.err.empty());
    CHECK(piped.out == valid_state);
  }

  TEST_CASE("prints findings only with --check, several inputs, a folder or NDJSON") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.xml", valid_state);

    CHECK(round_trip(&faithful, {"--check", file}).out.empty());
    CHECK(round_trip(&faithful, {file, file}).out.empty());
    CHECK(round_trip(&faithful, {folder.path()}).out.empty());
    CHECK(round_trip(&faithful, {"-v", folder.path()}).out.starts_with(file + ": equivalent"));
    CHECK(round_trip(&faithful, {"--format", "ndjson", file}).out == ndjson(file, "equivalent"));
  }

  TEST_CASE("names each difference") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.xml", valid_state);

    const auto checked = round_trip(&lossy, {"--check", file});
    const auto json = round_trip(&lossy, {"--format", "ndjson", file});
    const auto filter = round_trip(&lossy, {file});

    CHECK(checked.status == 1);
    CHECK(checked.out.starts_with(file + ": different: /state"));
    CHECK(checked.err == "1 document: 1 different\n");
    const auto object = nlohmann::json::parse(json.out);
    CHECK(object["verdict"] == "different");
    CHECK(object["differences"].size() >= 1);
    CHECK(filter.status == 1);
    CHECK(contains(filter.err, ": different: "));
    CHECK(filter.out == *lossy(valid_state));
  }

  TEST_CASE("validates first") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.xml", invalid_state);

    const auto filter = round_trip(&failing, {file});
    const auto json = round_trip(&failing, {"--format", "ndjson", file});
    const auto malformed_answer = round_trip(&failing, {"--check", "-"}, malformed);

    CHECK(filter.status == 1);
    CHECK(filter.out.empty());
    CHECK(contains(filter.err, "[invalid-value]"));
    CHECK(json.out == ndjson(file, "invalid"));
    CHECK(contains(json.err, "[invalid-value]"));
    CHECK(malformed_answer.status == 1);
    CHECK(contains(malformed_answer.out, "[malformed-xml]"));
  }

  TEST_CASE("leaves the warnings of a valid document to validate") {
    const auto answer = round_trip(&faithful, {"--check", "-"}, warned_alerts);

    CHECK(answer.out.empty());
    CHECK(answer.err == "1 document: 1 equivalent\n");
  }

  TEST_CASE("--strict refuses a document with warnings") {
    CHECK(round_trip(&faithful, {"-"}, warned_alerts).status == 0);
    CHECK(round_trip(&faithful, {"--strict", "-"}, warned_alerts).status == 1);
  }

  TEST_CASE("without a document to print, the output stays as it is") {
    const TemporaryFolder folder;
    const auto output = folder.write("out.xml", "old");

    CHECK(round_trip(&faithful, {"-", "--output", output}, invalid_state).status == 1);
    CHECK(text_of(output) == "old");
    CHECK(round_trip(&faithful, {"-", "--output", output}, valid_state).status == 0);
    CHECK(text_of(output) == valid_state);
  }

  TEST_CASE("what the bindings cannot do is a failure with a reason") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.xml", valid_state);

    const auto answer = round_trip(&failing, {"--check", file});

    CHECK(answer.status == 3);
    CHECK(contains(answer.err, file + ": error: cannot round-trip: no such type\n"));
    CHECK(contains(answer.err, "1 unsupported"));
  }

  TEST_CASE("a build without bindings says so") {
    const auto native = round_trip(nullptr, {"a.xml"});
    const auto tree = round_trip(&faithful, {"--bindings", "tree", "a.xml"});

    CHECK(native.status == 3);
    CHECK(contains(native.err, "this build has no native bindings"));
    CHECK(tree.status == 3);
    CHECK(contains(tree.err, "this build has no tree bindings"));
  }

  TEST_CASE("bindings that nobody knows are a mistake") {
    const auto answer = round_trip(&faithful, {"--bindings", "naive", "a.xml"});

    CHECK(answer.status == 2);
    CHECK(contains(answer.err, "'naive' is unknown; this version has native|tree"));
  }
}
