// SPDX-License-Identifier: MIT
// The rules that the reference prints, through our engine and through xsltproc.
#include "outline.hpp"
#include "stylesheet_check.hpp"
#include "support.hpp"

#include <presentity/validator.hpp>

#include <doctest/doctest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace presentity;
using namespace presentity::grammar;
using namespace presentity::grammar::test;

namespace {

namespace fs = std::filesystem;

/// The stylesheet of the default grammar for this category and container.
std::string printed_sheet(std::string_view category, std::string_view container) {
  const auto outline = presentity::detail::Outline::read(lync2013_text(), ReadLimits{});
  REQUIRE(outline);
  for (presentity::detail::NodeId id = 0; id < outline->size(); ++id) {
    if (!grammar::detail::is_stylesheet(outline->node(id))) continue;
    const auto rule = outline->node(outline->node(id).parent).parent;
    if (outline->value_of(rule, "categoryName") == category &&
        outline->value_of(rule, "containerId") == container) {
      return outline->self_contained(id);
    }
  }
  FAIL("no such rule");
  return {};
}

/// Every kind of state, at and around the bounds of the rule, with every part it copies.
std::vector<std::string> states() {
  constexpr std::string_view ct =
      "xmlns:ct=\"http://schemas.microsoft.com/2006/09/sip/commontypes\"";
  const std::string delimiter = "<ct:delimiter " + std::string(ct) + "/>";
  const std::string zone =
      delimiter +
      "<timeZoneBias>480</timeZoneBias><timeZoneName>PST</timeZoneName>"
      "<timeZoneAbbreviation>P</timeZoneAbbreviation><device>computer</device>";
  const std::string end = "<ct:end " + std::string(ct) + "/>";
  const std::string later = delimiter + "<later>1</later><later/>";
  const std::string extension =
      "<ct:extension " + std::string(ct) + "><x xmlns=\"urn:x\">é</x></ct:extension>";
  const std::vector<std::string> rests = {
      "",
      "<activity token=\"in-a-meeting\" minAvailability=\"6500\" maxAvailability=\"8999\"/>",
      "<endpointLocation>office &amp; home</endpointLocation>",
      zone + end,
      zone + later + end,
      zone + later + later + end + extension,
      extension};
  std::vector<std::string> all;
  for (const int availability : {0, 3500, 8999, 9000, 9500, 11999, 12000, 18500}) {
    for (const auto* const manual : {"true", "false", "1"}) {
      all.push_back(user_state(availability, manual));
    }
  }
  for (const auto& rest : rests) {
    for (const int availability : {6500, 9500}) {
      all.push_back(user_state(availability, "true", rest));
      auto machine = user_state(availability, "false", rest);
      machine.replace(machine.find("userState"), 9, "machineState");
      all.push_back(machine);
    }
  }
  auto calendar = user_state(9500, "true",
                             "<meetingSubject>x</meetingSubject>"
                             "<meetingLocation LCID=\"1033\">y</meetingLocation>");
  calendar.replace(calendar.find("userState"), 9, "calendarState");
  all.push_back(calendar);
  return all;
}

std::vector<std::string> notes() {
  const std::string ns = " xmlns=\"http://schemas.microsoft.com/2006/09/sip/note\"";
  return {std::string(note_value), std::string(empty_note),
          "<note" + ns + ">\n  <body type=\"personal\" uri=\"\">a</body>\n</note>",
          "<note" + ns +
              "><body type=\"OOF\" uri=\"\">a &lt; b</body>"
              "<body type=\"personal\" uri=\"\">b</body></note>",
          "<n:note xmlns:n=\"http://schemas.microsoft.com/2006/09/sip/note\">"
          "<n:body type=\"personal\" uri=\"\" LCID=\"1033\">ä</n:body></n:note>"};
}

#ifdef PRESENTITY_XSLTPROC
/// What xsltproc makes of it.
std::string by_xsltproc(const fs::path& folder, const std::string& sheet,
                        const std::string& value) {
  const auto sheet_path = folder / "sheet.xsl";
  const auto value_path = folder / "value.xml";
  std::ofstream(sheet_path, std::ios::binary) << sheet;
  std::ofstream(value_path, std::ios::binary) << value;
  const std::string command = std::string(PRESENTITY_XSLTPROC) + " --nonet '" +
                              sheet_path.string() + "' '" + value_path.string() + "'";
  auto* const pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string text;
  std::array<char, 4096> block{};
  for (std::size_t count = 0; (count = std::fread(block.data(), 1, block.size(), pipe)) != 0;) {
    text.append(block.data(), count);
  }
  CHECK(::pclose(pipe) == 0);
  return text;
}

int compare_all(const fs::path& folder, const std::string& sheet,
                const std::vector<std::string>& values) {
  const auto compiled = compile_stylesheet(sheet);
  REQUIRE(compiled);
  const Validator validator;
  int compared = 0;
  for (const auto& value : values) {
    CAPTURE(value);
    CHECK(validator.verdict(value) == Verdict::valid);
    const auto ours = apply_stylesheet(*compiled, value);
    REQUIRE(ours);
    const auto theirs = by_xsltproc(folder, sheet, value);
    CHECK(validator.differences(theirs, *ours).empty());
    CHECK_FALSE(theirs.empty());
    ++compared;
  }
  return compared;
}
#endif

}  // namespace

TEST_SUITE("printed rules") {
  TEST_CASE("xsltproc makes the same of every value") {
#ifdef PRESENTITY_XSLTPROC
    std::string name = (fs::temp_directory_path() / "presentity-xsltproc-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    int compared = compare_all(name, printed_sheet("state", "3"), states());
    compared += compare_all(name, printed_sheet("note", "100"), notes());
    compared += compare_all(name, printed_sheet("note", "32000"), notes());
    fs::remove_all(name);
    MESSAGE("compared with xsltproc: ", compared);
    CHECK(compared >= 50);
#else
    MESSAGE("skipped: there is no xsltproc");
#endif
  }

  TEST_CASE("do not disturb becomes busy for the workgroup, in the documented range only") {
    const auto sheet = compile_stylesheet(printed_sheet("state", "3"));
    REQUIRE(sheet);
    for (const auto& [availability, manual, is_changed] :
         std::vector<std::tuple<int, const char*, bool>>{{8999, "true", false},
                                                         {9000, "true", true},
                                                         {11999, "true", true},
                                                         {12000, "true", false},
                                                         {9500, "false", false}}) {
      CAPTURE(availability);
      const auto result = apply_stylesheet(*sheet, user_state(availability, manual));
      REQUIRE(result);
      CHECK((result->find("urgent-interruptions-only") != std::string::npos) == is_changed);
      CHECK((result->find(">6900<") != std::string::npos) == is_changed);
    }
  }

  TEST_CASE("the rule as it is printed is refused with the reason") {
    auto printed = printed_sheet("state", "3");
    const auto at = printed.find("&gt;= 9000");
    REQUIRE(at != std::string::npos);
    printed.replace(at, 5, "\xE2\x89\xA5");
    const auto result = compile_stylesheet(printed);
    REQUIRE_FALSE(result);
    CHECK(ids(result.error()) == "typographic-operator");
  }
}
