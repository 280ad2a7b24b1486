// SPDX-License-Identifier: MIT
#include "cli/outcome.hpp"
#include "cli/run.hpp"
#include "sample_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

using presentity::Severity;
using presentity::Verdict;
using presentity::samples::findings_as_text;
using presentity::samples::samples_of;
using presentity::samples::validator;

namespace {

/// What a run of the command line gave.
struct Run {
  int status = -1;
  std::string out;
  std::string err;
};

Run run_presentity(const std::vector<std::string>& arguments) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const presentity::cli::Console console{.in = in, .out = out, .err = err};
  const auto status = presentity::cli::run(arguments, console);
  return {status.value(), out.str(), err.str()};
}

bool has_error(const presentity::Report& report) {
  return std::ranges::any_of(report.diagnostics,
                             [](const auto& d) { return d.severity == Severity::error; });
}

}  // namespace

TEST_SUITE("samples") {
  TEST_CASE("valid ones are valid, with the warnings that are listed and no others") {
    for (const auto& sample : samples_of("valid")) {
      CAPTURE(sample.name);
      const auto report = validator().validate(sample.bytes);
      CHECK(report.verdict == Verdict::valid);
      CHECK(findings_as_text(report) == sample.expected);
    }
  }

  TEST_CASE("warned ones are valid and give the expected warnings, one of their rule at least") {
    for (const auto& sample : samples_of("warned")) {
      CAPTURE(sample.name);
      const auto report = validator().validate(sample.bytes);
      CHECK(report.verdict == Verdict::valid);
      CHECK(findings_as_text(report) == sample.expected);
      CHECK(std::ranges::count(report.diagnostics, sample.topic, &presentity::Diagnostic::rule) >
            0);
    }
  }

  TEST_CASE("invalid ones give the expected errors, one of their rule at least") {
    for (const auto& sample : samples_of("invalid")) {
      CAPTURE(sample.name);
      const auto report = validator().validate(sample.bytes);
      CHECK(report.verdict != Verdict::valid);
      CHECK(has_error(report));
      CHECK(findings_as_text(report) == sample.expected);
      CHECK(std::ranges::count(report.diagnostics, sample.topic, &presentity::Diagnostic::rule) >
            0);
    }
  }

  TEST_CASE("warnings are errors to the strict") {
    for (const auto& sample : samples_of("warned")) {
      CAPTURE(sample.name);
      auto report = validator().validate(sample.bytes);
      presentity::cli::make_strict(report);
      CHECK(report.verdict == Verdict::invalid);
    }
  }

  TEST_CASE("the command line says the same of whole folders") {
    const std::string samples = PRESENTITY_SAMPLES;

    CHECK(run_presentity({"validate", samples + "/valid"}).status == 0);
    CHECK(run_presentity({"validate", samples + "/warned"}).status == 0);
    CHECK(run_presentity({"validate", samples + "/invalid"}).status == 1);

    const auto strict = run_presentity({"validate", "--strict", samples + "/warned"});
    CHECK(strict.status == 1);
    CHECK(strict.out.find("warning:") == std::string::npos);
    const auto count = std::to_string(samples_of("warned").size());
    CHECK(strict.err.find(count + " documents: " + count + " invalid; ") != std::string::npos);
  }
}
