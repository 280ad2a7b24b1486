// SPDX-License-Identifier: MIT
#include "comparison.hpp"
#include "mutator.hpp"
#include "positions.hpp"
#include "schema_set.hpp"

#include <presentity/native/documents.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace presentity;
using namespace presentity::differential;

namespace {

const std::filesystem::path sources = PRESENTITY_SOURCE_DIR;
constexpr std::uint64_t seed = 20'131;
constexpr std::size_t most_complaints = 20;

/// How many; PRESENTITY_MUTANTS asks for a long run.
std::size_t wanted_mutants() {
  const auto* const text = std::getenv("PRESENTITY_MUTANTS");
  const auto count = text == nullptr ? 0 : std::strtoull(text, nullptr, 10);
  return count == 0 ? 10'000 : count;
}

/// All that a run needs, made once.
struct Setting {
  Validator validator;
  std::shared_ptr<const detail::SchemaSet> schemas = detail::SchemaAccess::set(Schemas::built_in());
  Vocabulary vocabulary = load_vocabulary(
      schemas->model, {sources / "tests/samples/valid", sources / "tests/samples/warned"});
  std::vector<std::unique_ptr<Peer>> peers;

  Setting() {
    peers.push_back(make_xerces_peer(sources / "schemas/presentity.xsd"));
    if (auto peer = make_libxml2_peer(sources / "schemas/presentity.xsd")) {
      peers.push_back(std::move(peer));
    } else {
      MESSAGE("built without libxml2: compared with Xerces only");
    }
  }

  /// What no row of the table explains about `text`.
  std::vector<Evidence> unexplained(Peer& peer, const std::string& text) const {
    const auto document = read_document(schemas->model, {}, text);
    if (!document) return {};
    const auto report = validator.validate(text);
    if (has_only_own_errors(schemas->model, *document, report)) return {};
    auto form = compare_form(*document, report).unexplained;
    return form.empty() ? compare(*document, report, peer, peer.validate(text)).unexplained : form;
  }
};

struct Counts {
  std::size_t left_out = 0;
  std::size_t valid = 0;
  std::map<std::string_view, std::size_t> agreed;  ///< By peer.
  std::map<const Disagreement*, std::size_t> explained;
  std::map<std::pair<std::string_view, Nearness>, std::size_t> positions;  ///< By rule.
  std::map<std::string_view, std::size_t> places;
  std::size_t unexplained = 0;
};

/// Where Xerces has its first error, seen from our errors.
std::string_view place(const Document& document, const Report& report, const PeerError& xerces,
                       Counts& counts) {
  bool is_first = true;
  for (const auto& diagnostic : report.diagnostics) {
    if (diagnostic.severity != Severity::error) continue;
    const auto nearness = compare_positions(document, diagnostic.position.offset, xerces);
    const bool is_known = !systematic_difference(diagnostic.rule, nearness).empty();
    if (is_first) ++counts.positions[{diagnostic.rule, nearness}];
    if (nearness == Nearness::near) return is_first ? "near our first" : "near another of ours";
    if (is_known) return is_first ? "as listed for our first" : "as listed for another of ours";
    is_first = false;
  }
  return "elsewhere";
}

/// Says what is wrong with a document that is as small as it can be.
void complain(const Setting& setting, Peer& peer, const Mutant& mutant) {
  const auto text = shrunk(setting.schemas->model, mutant.text, [&](const std::string& smaller) {
    return !setting.unexplained(peer, smaller).empty();
  });
  std::ostringstream out;
  out << peer.name() << " and we disagree about a mutant of " << mutant.origin << ":\n" << text;
  for (const auto& diagnostic : setting.validator.validate(text).diagnostics) {
    out << "\n  we: " << to_string(diagnostic.severity) << " " << diagnostic.rule << ": "
        << diagnostic.message;
  }
  for (const auto& other : setting.peers) {
    for (const auto& error : other->validate(text)) {
      out << "\n  " << other->name() << ": " << error.message;
    }
  }
  FAIL_CHECK(out.str());
}

/// What docs/xsd-support.md says that the native bindings refuse, though it is valid.
bool is_beyond_bindings(const std::string& problem) {
  return problem.find("no C++ type holds its xsi:type") != std::string::npos ||
         problem.find("beyond what can be held") != std::string::npos;
}

/// The native bindings must read what is valid, and nothing else, and lose nothing of it.
void examine_bindings(const Setting& setting, const Mutant& mutant, const Report& report) {
  CHECK(setting.validator.verdict(mutant.text) == report.verdict);
  const auto after = native::round_trip(mutant.text);
  if (!after) {
    CHECK((report.verdict != Verdict::valid || is_beyond_bindings(after.error())));
    return;
  }
  CHECK(report.verdict == Verdict::valid);
  for (const auto& difference : setting.validator.differences(mutant.text, *after)) {
    FAIL_CHECK(difference);
  }
}

void examine(const Setting& setting, const Mutant& mutant, Counts& counts) {
  CAPTURE(mutant.origin);
  CAPTURE(mutant.text);
  const auto report = setting.validator.validate(mutant.text);
  const auto document = read_document(setting.schemas->model, mutant.origin, mutant.text);
  REQUIRE(document);
  if (has_only_own_errors(setting.schemas->model, *document, report)) {
    ++counts.left_out;
    return;
  }
  counts.valid += report.verdict == Verdict::valid ? 1 : 0;
  examine_bindings(setting, mutant, report);
  const auto note = [&](const Comparison& comparison, Peer& peer) {
    for (const auto* const reason : comparison.reasons) ++counts.explained[reason];
    if (!comparison.unexplained.empty() && ++counts.unexplained <= most_complaints) {
      complain(setting, peer, mutant);
    }
  };
  note(compare_form(*document, report), *setting.peers.front());
  for (const auto& peer : setting.peers) {
    const auto errors = peer->validate(mutant.text);
    const auto comparison = compare(*document, report, *peer, errors);
    counts.agreed[peer->name()] += comparison.is_agreed ? 1 : 0;
    note(comparison, *peer);
    const bool has_place = peer->name() == "Xerces" && !errors.empty() &&
                           report.verdict == Verdict::invalid && !has_own_errors(report);
    if (has_place) ++counts.places[place(*document, report, errors.front(), counts)];
  }
}

void tell(const Counts& counts, std::size_t mutants) {
  const auto compared = mutants - counts.left_out;
  MESSAGE(mutants << " mutants, " << counts.left_out << " left out: only rules of ours; "
                  << counts.valid << " valid");
  for (const auto& [peer, agreed] : counts.agreed) {
    MESSAGE(peer << " agrees about " << agreed << " of " << compared);
  }
  for (const auto& [reason, count] : counts.explained) {
    MESSAGE(std::string(to_string(reason->side))
            << ", " << std::string(reason->id) << ": " << count);
  }
  for (const auto& [key, count] : counts.positions) {
    MESSAGE("our first error " << key.first << ", Xerces " << to_string(key.second) << ": "
                               << count);
  }
  for (const auto& [place, count] : counts.places) {
    MESSAGE("first error of Xerces " << place << ": " << count);
  }
}

}  // namespace

TEST_CASE("mutants of the samples are judged as by other schema processors") {
  const Setting setting;
  const auto mutants = wanted_mutants();
  Mutator mutator(setting.vocabulary, seed);
  Counts counts;

  for (std::size_t i = 0; i < mutants; ++i) examine(setting, mutator.next(), counts);

  CHECK(counts.unexplained == 0);
  CHECK(counts.places["elsewhere"] <= mutants / 100);
  tell(counts, mutants);
}
