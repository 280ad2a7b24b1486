// SPDX-License-Identifier: MIT
#include "testing.hpp"
#include "xerces_oracle.hpp"

#include <array>

using namespace presentity;
using namespace presentity::testing;

namespace {

std::vector<std::string> samples() {
  std::vector<std::string> result;
  for (const auto& path : files_in(source_folder() / "tests/samples/valid/envelopes", ".xml")) {
    result.push_back(read_file(path));
  }
  result.push_back(
      state("<availability>3500</availability><ct:delimiter/><mood a='&lt;'>"
            "<![CDATA[x]]>&#233;</mood><device>computer</device><ct:end/>"));
  result.push_back("<?xml version='1.0' encoding='ISO-8859-1' standalone='yes'?>\r\n<!-- \xE9 -->" +
                   state("<extension><a xmlns='urn:a' b=\"1\">\xE9<?p q?></a></extension>"));
  result.push_back(utf16("<?xml version='1.0' encoding='UTF-16'?>" + state(""), true));
  result.push_back(utf16(state("<activity token='off-work'/>"), false));
  return result;
}

/// Whether the answer is consistent, and not "valid" for something that is not well-formed.
bool is_sound(const std::string& document) {
  const auto report = built_in().validate(document);
  bool has_error = false;
  for (const auto& d : report.diagnostics) has_error |= d.severity == Severity::error;
  if (has_error == (report.verdict == Verdict::valid)) return false;
  return report.verdict != Verdict::valid || is_well_formed(document);
}

}  // namespace

// Short documents are changed at each byte, long ones at several hundred places.
TEST_SUITE("robustness") {
  TEST_CASE("a document cut off anywhere is never valid, unless only white space is lost") {
    for (const auto& sample : samples()) {
      const bool is_wide = sample.front() == '\xFF' || sample.front() == '\xFE';
      const auto last = sample.find_last_of('>') + (is_wide && sample.front() == '\xFF' ? 2 : 1);
      const auto step = 1 + sample.size() / 250;
      for (std::size_t length = 0; length < last; length += step) {
        const auto cut = sample.substr(0, length);
        if (built_in().validate(cut).verdict == Verdict::valid) {
          CAPTURE(cut);
          FAIL_CHECK("valid");
        }
      }
    }
  }

  TEST_CASE("a byte changed anywhere never gives a wrong 'valid'") {
    for (const auto& sample : samples()) {
      const auto step = 1 + sample.size() / 700;
      constexpr std::array<unsigned char, 4> flips{0x01, 0x20, 0x80, 0xFF};
      for (std::size_t at = 0; at < sample.size(); at += step) {
        auto changed = sample;
        const auto byte = static_cast<unsigned char>(changed[at]);
        changed[at] = static_cast<char>(byte ^ flips[at / step % flips.size()]);
        if (is_sound(changed)) continue;
        CAPTURE(changed);
        CAPTURE(lines(built_in().validate(changed)));
        FAIL_CHECK("not sound");
      }
    }
  }

  TEST_CASE("a byte lost or doubled anywhere never gives a wrong 'valid'") {
    for (const auto& sample : samples()) {
      const auto step = 1 + sample.size() / 60;
      for (std::size_t at = 0; at < sample.size(); at += step) {
        auto changed = sample;
        changed.erase(at, 1);
        CHECK(is_sound(changed));
        changed = sample;
        changed.insert(at, 1, sample[at]);
        CHECK(is_sound(changed));
      }
    }
  }

  TEST_CASE("comparison and conversion survive broken documents too") {
    const auto sample = samples().front();
    for (std::size_t length = 0; length < sample.find_last_of('>'); ++length) {
      const auto cut = sample.substr(0, length);
      CHECK_FALSE(built_in().differences(sample, cut).empty());
      CHECK(built_in().to_utf8(cut));
    }
  }
}
