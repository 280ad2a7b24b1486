// SPDX-License-Identifier: MIT
#include "sample_files.hpp"

#include <doctest/doctest.h>

#include <string>

using presentity::Verdict;
using presentity::samples::findings_as_text;
using presentity::samples::validator;

namespace {

const std::string note = R"(<note xmlns="http://schemas.microsoft.com/2006/09/sip/note">)";

}  // namespace

// Documents too large to be kept as files.
TEST_SUITE("limits") {
  TEST_CASE("a document that is too large is refused before it is read") {
    const std::string document(validator().limits().document_bytes + 1, ' ');
    const auto report = validator().validate(document);
    CHECK(report.verdict == Verdict::malformed);
    CHECK(findings_as_text(report) ==
          "1:1: error: document of more than 16777216 bytes [limit-exceeded]\n");
  }

  TEST_CASE("a value that is too long is refused") {
    const std::string text(validator().limits().value_bytes + 1, 'x');
    const auto report =
        validator().validate(note + R"(<body type="personal">)" + text + "</body></note>");
    CHECK(report.verdict != Verdict::valid);
    REQUIRE(report.diagnostics.size() == 1);
    CHECK(report.diagnostics.front().rule == "limit-exceeded");
    CHECK(report.diagnostics.front().message.ends_with("is longer than 1048576 bytes"));
  }

  TEST_CASE("findings beyond the limit are counted, not shown") {
    std::string document = note;
    for (int i = 0; i < 103; ++i) document += R"(<body type="personal" LCID="x"/>)";
    const auto report = validator().validate(document + "</note>");
    REQUIRE(report.diagnostics.size() == validator().limits().diagnostics + 1);
    CHECK(report.diagnostics.back().rule == "limit-exceeded");
    CHECK(report.diagnostics.back().message == "3 more findings are not shown");
  }
}
