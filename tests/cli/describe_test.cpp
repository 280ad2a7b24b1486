// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <presentity/schemas.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <set>

using namespace presentity;
using namespace presentity::cli::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* now = "2013-02-01T12:00:00Z";

std::vector<fs::path> files_below(const fs::path& folder, const char* extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  return files;
}

}  // namespace

TEST_SUITE("describe") {
  // To accept what has changed:
  // presentity describe --at 2013-02-01T12:00:00Z [--category FOLDER] SAMPLE > DESCRIBED
  TEST_CASE("describes documents as they were described before") {
    std::set<std::string> categories;
    for (const auto& expected : files_below(PRESENTITY_DESCRIBED, ".txt")) {
      const auto name = fs::relative(expected, PRESENTITY_DESCRIBED).replace_extension(".xml");
      std::vector<std::string> arguments = {"describe", "--at", now};
      const auto folder = name.parent_path().string();
      if (folder != "envelopes") arguments.insert(arguments.end(), {"--category", folder});
      arguments.push_back((fs::path(PRESENTITY_SAMPLES) / "valid" / name).string());
      const auto answer = run_presentity(arguments);
      CAPTURE(name.string());
      CHECK(answer.status == 0);
      CHECK(answer.err.empty());
      CHECK(answer.out == text_of(expected.string()));
      categories.insert(folder);
    }
    for (const auto& category : Schemas::built_in().registry().categories) {
      CAPTURE(std::string(category.name));
      CHECK(categories.contains(std::string(category.name)));
    }
  }

  TEST_CASE("describes whatever is valid, of every root") {
    std::set<std::string> roots;
    for (const auto& sample : files_below(PRESENTITY_SAMPLES "/valid", ".xml")) {
      CAPTURE(sample.string());
      const auto answer =
          run_presentity({"describe", "--unfold", "--format", "json", sample.string()});
      CHECK(answer.status == 0);
      const auto array = nlohmann::json::parse(answer.out);
      REQUIRE(array.size() == 1);
      CHECK(array[0]["file"] == sample.string());
      CHECK(array[0]["headline"] != "");
      roots.insert(array[0]["root"].get<std::string>());
    }
    for (const auto& root : Schemas::built_in().registry().roots) {
      CAPTURE(std::string(root.name.local));
      CHECK(roots.contains(std::string(root.name.local)));
    }
  }

  TEST_CASE("a category says what the value does not, if it is one of that category") {
    const std::string flag =
        R"(<state xmlns="http://schemas.microsoft.com/2006/09/sip/state" manual="true" )"
        R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="userState"/>)";
    const auto described = [&](const std::string& category) {
      return run_presentity({"describe", "-", "--category", category}, {.input = flag});
    };
    CHECK(lines(described("dndState").out).at(0) == "Do Not Disturb is not in effect");
    CHECK(lines(described("state").out).at(0).starts_with("userState: "));
    CHECK_FALSE(contains(described("state").out, "dndState"));
    CHECK(described("note").status == 1);
    CHECK(contains(described("note").err, "[category-mismatch]"));
    CHECK(described("dndstate").status == 2);
    CHECK(contains(described("dndstate").err, "did you mean 'dndState'?"));
  }

  TEST_CASE("tells how long somebody has been away only if it is told the time") {
    const std::string_view state =
        R"(<state xmlns="http://schemas.microsoft.com/2006/09/sip/state" )"
        R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="aggregateState" )"
        R"(lastActive="2013-02-01T07:00:00Z"><availability>15500</availability></state>)";
    const auto without = run_presentity({"describe", "-"}, {.input = state});
    CHECK(lines(without.out).at(0) == "aggregateState: Away");
    const auto with = run_presentity({"describe", "-", "--at", now}, {.input = state});
    CHECK(lines(with.out).at(0) == "aggregateState: Away for 5 hours");
    CHECK(contains(with.out, "last active: 2013-02-01T07:00:00Z, 5 hours ago"));
  }

  TEST_CASE("reads free-busy slots in the order asked for") {
    const std::string_view block =
        R"(<calendarData xmlns="http://schemas.microsoft.com/2006/09/sip/calendarData">)"
        R"(<freeBusy startTime="2010-06-21T07:00:00Z" granularity="PT15M" encodingVersion="1">)"
        R"(Cg==</freeBusy></calendarData>)";
    CHECK(contains(run_presentity({"describe", "-"}, {.input = block}).out,
                   "busy: 2010-06-21T07:00:00Z to 2010-06-21T07:30:00Z, 30 mins"));
    CHECK(contains(
        run_presentity({"describe", "-", "--slot-order", "high-first"}, {.input = block}).out,
        "busy: 2010-06-21T07:30:00Z to 2010-06-21T08:00:00Z, 30 mins"));
  }

  TEST_CASE("unfolds values in envelopes, and knows dndState by its envelope") {
    const auto file = std::string(PRESENTITY_SAMPLES) + "/valid/envelopes/categories_all.xml";
    const auto folded = run_presentity({"describe", file});
    CHECK(contains(folded.out, "dndState 0 (dnd-state): Do Not Disturb is in effect\n"));
    CHECK_FALSE(contains(folded.out, "availability: 9500"));
    CHECK(contains(run_presentity({"describe", "--unfold", file}).out,
                   "      availability: 9500, Do Not Disturb\n"));
  }

  TEST_CASE("text of a document cannot command a terminal") {
    const std::string_view note =
        R"(<note xmlns="http://schemas.microsoft.com/2006/09/sip/note"><body type="personal">)"
        "\xC2\x9B"
        R"(31m&#10;red</body></note>)";
    const auto answer = run_presentity({"describe", "-"}, {.input = note});
    CHECK(lines(answer.out).at(1) == R"(  personal note: \u{9B}31m\u{0A}red)");
  }

  TEST_CASE("what cannot be described is told, and the rest is described") {
    TemporaryFolder folder;
    const auto good = folder.write("good.xml", valid_state);
    const auto bad = folder.write("bad.xml", invalid_state);
    const auto strange = folder.write("strange.xml", "<mood/>");
    const auto missing = folder.path("missing.xml");

    const auto answer = run_presentity({"describe", bad, good});
    CHECK(answer.status == 1);
    CHECK(answer.out == good +
                            ": userState: Busy\n  availability: 6500, Busy\n"
                            "  set by hand: yes\n");
    CHECK(contains(answer.err, bad + ":3:17: error: "));
    CHECK(contains(answer.err, "[invalid-value]"));
    CHECK(contains(run_presentity({"describe", strange}).err, "[unknown-root]"));

    const auto gone = run_presentity({"describe", missing, bad});
    CHECK(gone.status == 3);
    CHECK(contains(gone.err, missing + ": error: "));
    const auto json = run_presentity({"describe", missing, "--format", "json"});
    CHECK(json.status == 3);
    CHECK(nlohmann::json::parse(json.out).empty());

    const TemporaryFolder empty;
    CHECK(contains(run_presentity({"describe", empty.path()}).err, "note: "));
    CHECK(run_presentity({"describe", "-q", empty.path()}).err.empty());
  }

  TEST_CASE("what makes no sense is a usage error") {
    CHECK(run_presentity({"describe"}).status == 2);
    CHECK(run_presentity({"describe", "-", "-"}).status == 2);
    const auto time = run_presentity({"describe", "-", "--at", "noon"});
    CHECK(time.status == 2);
    CHECK(contains(time.err, "'noon' is no time; a time is written as 2013-02-01T12:00:00Z"));
    CHECK(run_presentity({"describe", "-", "--format", "yaml"}).status == 2);
  }
}
