// SPDX-License-Identifier: MIT
#include "sample_files.hpp"

#ifdef PRESENTITY_HAS_TREE
#include <presentity/tree/round_trip.hpp>
#endif

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using presentity::Report;
using presentity::Verdict;
using presentity::samples::content_of;
using presentity::samples::documents_below;
using presentity::samples::validator;

namespace {

std::filesystem::path corpus() {
  return std::getenv("PRESENTITY_CORPUS");  // NOLINT(concurrency-mt-unsafe): main() has seen to it
}

/// The first two columns of a list: a name and what is said of it. Lines that begin with # are
/// comments.
std::map<std::string, std::string> listed(const std::string& file) {
  std::istringstream lines(content_of(std::filesystem::path(PRESENTITY_CORPUS_LISTS) / file));
  std::map<std::string, std::string> entries;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    std::istringstream columns(line);
    std::string name;
    std::string fact;
    std::getline(columns, name, '\t');
    std::getline(columns, fact, '\t');
    entries[name] = fact;
  }
  return entries;
}

std::string name_of(const std::filesystem::path& file) {
  return file.lexically_relative(corpus()).generic_string();
}

std::string first_error(const Report& report) {
  const auto found = std::ranges::find(report.diagnostics, presentity::Severity::error,
                                       &presentity::Diagnostic::severity);
  return found == report.diagnostics.end() ? std::string() : std::string(found->rule);
}

}  // namespace

TEST_SUITE("corpus") {
  TEST_CASE("documented samples are valid, but for those in exceptions.tsv") {
    auto exceptions = listed("exceptions.tsv");
    for (const auto& file : documents_below(corpus() / "documented")) {
      const auto name = name_of(file);
      CAPTURE(name);
      const auto report = validator().validate(content_of(file));
      const auto exception = exceptions.extract(name);
      CAPTURE(presentity::samples::findings_as_text(report));
      CHECK(report.verdict == (exception.empty() ? Verdict::valid : Verdict::invalid));
      CHECK(first_error(report) == (exception.empty() ? "" : exception.mapped()));
    }
    for (const auto& [name, rule] : exceptions) FAIL_CHECK("no such document: " << name);
  }

  TEST_CASE("malformed samples are malformed") {
    for (const auto& file : documents_below(corpus() / "malformed")) {
      CAPTURE(name_of(file));
      const auto report = validator().validate(content_of(file));
      CHECK(report.verdict == Verdict::malformed);
      CHECK(first_error(report) == "malformed-xml");
    }
  }

#ifdef PRESENTITY_HAS_TREE
  TEST_CASE("documented samples that are valid survive the tree bindings") {
    for (const auto& file : documents_below(corpus() / "documented")) {
      const auto document = content_of(file);
      if (validator().validate(document).verdict != Verdict::valid) continue;
      CAPTURE(name_of(file));
      const auto before = validator().to_utf8(document);
      REQUIRE(before);
      const auto after = presentity::tree::round_trip(*before);
      CHECK_MESSAGE(after, (after ? std::string() : after.error()));
      if (!after) continue;
      for (const auto& difference : validator().differences(document, *after)) {
        FAIL_CHECK(difference);
      }
    }
  }
#endif
}
