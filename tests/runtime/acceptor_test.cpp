// SPDX-License-Identifier: MIT
#include "program/acceptor.hpp"

#include "assessment.hpp"
#include "encoding.hpp"
#include "instances.hpp"
#include "schema_set.hpp"
#include "testing.hpp"

#include <algorithm>
#include <cstdlib>
#include <random>

using namespace presentity;
using namespace presentity::detail;
using namespace presentity::testing;

namespace {

const SchemaSet& schemas() {
  static const auto set = SchemaAccess::set(*load_schemas({}));
  return *set;
}

bool accepts(std::string_view utf8, const ReadLimits& limits = {}) {
  static AcceptorScratch scratch;
  return accept(schemas().model.program, limits, utf8, scratch).has_value();
}

/// What the outline, the assessor and Xerces say: nothing, if the document is clean.
std::string findings(std::string_view utf8, const ReadLimits& limits = {}) {
  const auto outline = Outline::read(utf8, limits);
  if (!outline) return outline.error().message;
  const auto& root = outline->root();
  const auto& model = schemas().model;
  if (model.registry.find_root(root.namespace_uri, root.local) == nullptr) return "unknown root";
  auto assessment =
      assess(model, *outline, model.find_element(root.namespace_uri, root.local), limits);
  (void)find_instances(model, *outline, assessment, limits);
  if (!assessment.findings.empty()) return assessment.findings.front().message;
  const auto counts = [&](NodeId id) { return is_assessed(*outline, assessment, id); };
  const auto second = schemas().reference->check(*outline, counts);
  return second.empty() ? "" : "Xerces: " + second.front().message;
}

std::vector<std::filesystem::path> samples(std::string_view group) {
  std::vector<std::filesystem::path> paths;
  const auto folder = source_folder() / "tests/samples" / group;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".xml") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

/// The UTF-8 texts of the samples that can be decoded.
std::vector<std::string> texts(std::string_view group) {
  std::vector<std::string> result;
  for (const auto& path : samples(group)) {
    const auto bytes = read_file(path);
    if (const auto text = decode(bytes)) result.emplace_back(text->view());
  }
  return result;
}

/// Pieces that documents are made of: tags, attributes and text runs, each as offset and length.
std::vector<std::pair<std::size_t, std::size_t>> pieces(std::string_view text) {
  std::vector<std::pair<std::size_t, std::size_t>> result;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text[at] == '<' ? text.find('>', at) + 1 : text.find('<', at);
    const auto stop = std::min({end == 0 ? text.size() : end, text.size()});
    result.emplace_back(at, stop - at);
    at = stop;
  }
  return result;
}

/// A document made from `text` by losing, repeating, moving or replacing one piece.
std::string mutant(const std::string& text, const std::vector<std::string>& others,
                   std::mt19937& random) {
  const auto all = pieces(text);
  const auto pick = [&](std::size_t size) { return random() % size; };
  const auto [at, length] = all[pick(all.size())];
  const auto [other_at, other_length] = all[pick(all.size())];
  auto result = text;
  switch (pick(5)) {
    case 0:
      return result.erase(at, length);
    case 1:
      return result.insert(at, text.substr(at, length));
    case 2:
      return result.insert(other_at, text.substr(at, length));
    case 3: {
      const auto& other = others[pick(others.size())];
      const auto theirs = pieces(other);
      const auto [from, size] = theirs[pick(theirs.size())];
      return result.replace(at, length, other.substr(from, size));
    }
    default:
      result[pick(result.size())] = R"(<>&"'=/ :!?;-]0aA)"[pick(17)];
      return result;
  }
}

}  // namespace

TEST_SUITE("acceptor") {
  TEST_CASE("takes the samples that have no findings") {
    std::size_t taken = 0;
    std::size_t clean = 0;
    for (const auto& text : texts("valid")) {
      CAPTURE(text);
      const bool is_clean = findings(text).empty();
      clean += is_clean ? 1 : 0;
      if (!accepts(text)) continue;
      ++taken;
      CHECK(is_clean);
    }
    CHECK(taken == clean);
  }

  TEST_CASE("takes nothing that has a finding") {
    for (const auto* const group : {"warned", "invalid"}) {
      for (const auto& text : texts(group)) {
        CAPTURE(text);
        if (accepts(text)) CHECK(findings(text) == "");
      }
    }
  }

  TEST_CASE("takes no mutant that has a finding") {
    auto originals = texts("valid");
    // PRESENTITY_MUTANTS asks for a longer run.
    const auto* const wanted = std::getenv("PRESENTITY_MUTANTS");
    const auto mutants = wanted == nullptr ? std::size_t{10'000} : std::stoul(wanted);
    std::mt19937 random(20131121);
    std::size_t taken = 0;
    for (std::size_t i = 0; i < mutants; ++i) {
      auto text = originals[random() % originals.size()];
      for (auto steps = random() % 2 + 1; steps > 0; --steps)
        text = mutant(text, originals, random);
      if (!decode(text) || decode(text)->view() != text || !accepts(text)) continue;
      ++taken;
      CAPTURE(text);
      CHECK(findings(text) == "");
    }
    MESSAGE(taken << " mutants taken");
    CHECK(taken > 100);
  }

  TEST_CASE("says of a value what the outline says") {
    for (const auto& text : texts("valid")) {
      CAPTURE(text);
      if (!decode(text) || decode(text)->view() != text) continue;  // it declares what it was
      const auto fast = built_in().validate(text);
      const auto outline = Outline::read(text, ReadLimits{});
      REQUIRE(outline);
      const auto& root = outline->root();
      const auto declaration = schemas().model.find_element(root.namespace_uri, root.local);
      auto assessment = assess(schemas().model, *outline, declaration, ReadLimits{});
      const auto slow = find_instances(schemas().model, *outline, assessment, ReadLimits{});
      REQUIRE(fast.instances.size() == slow.size());
      for (std::size_t i = 0; i < fast.instances.size(); ++i) {
        CHECK(fast.instances[i].category == slow[i].instance.category);
        CHECK(fast.instances[i].type == slow[i].instance.type);
        CHECK(fast.instances[i].path == outline->path(slow[i].entry));
        CHECK(fast.instances[i].value == slow[i].instance.value);
        CHECK(fast.instances[i].position.offset == outline->node(slow[i].entry).offset);
      }
    }
  }

  TEST_CASE("takes tags however they are written") {
    for (
        const auto* const activity :
        {R"(<activity token="on-the-phone" minAvailability="6500" maxAvailability="8999"/>)",
         R"(<activity  token="on-the-phone"
             minAvailability="6500"	maxAvailability="8999" />)",
         R"(<activity maxAvailability="8999" minAvailability="6500" token="on-the-phone"/>)",
         R"(<activity token='on-the-phone' minAvailability="6500" maxAvailability="8999"/>)",
         R"(<activity token="on-the-phon&#101;" minAvailability="6500" maxAvailability="8999"/>)",
         R"(<activity token="on-the-phone" minAvailability="6500" maxAvailability="8999"></activity>)",
         R"(<activity token="on-the-phone" minAvailability="6500" maxAvailability="8999"></activity >)",
         R"(<activity token = "on-the-phone" minAvailability="6500" maxAvailability="8999"/>)"}) {
      const auto document = state("<availability>6500</availability>" + std::string(activity));
      CAPTURE(document);
      CHECK(findings(document) == "");
      CHECK(accepts(document));
    }
  }

  TEST_CASE("takes no tag that is nearly right") {
    for (
        const auto* const activity :
        {R"(<activity token="on-the-phone" token="on-the-phone" minAvailability="6500" maxAvailability="8999"/>)",
         R"(<activity token="on-the-phone" minAvailability="6500" maxAvailability="8999" token="on-the-phone"/>)",
         R"(<activity token="on-the-phone"minAvailability="6500" maxAvailability="8999"/>)",
         R"(<activity token="on-the-phone" minAvailability="6500" maxAvailability="8999/>)",
         R"(<activity token="<" minAvailability="6500" maxAvailability="8999"/>)",
         R"(<activity token="&" minAvailability="6500" maxAvailability="8999"/>)",
         R"(<activity token="on-the-phone" minAvailability="6500" maxAvailability="x"/>)",
         R"(<activity token="on-the-phone" minAvailability="6500" maxAvailability="8999"/ >)",
         R"(<activity token="on-the-phone" minAvailability="6500" maxAvailability="8999"></activit>)",
         R"(<activity token="on-the-phone" minAvailability="6500" maxAvailability="8999"></activityy>)",
         R"(<activitys token="on-the-phone" minAvailability="6500" maxAvailability="8999"/>)",
         R"(<activit token="on-the-phone" minAvailability="6500" maxAvailability="8999"/>)",
         R"(<activity tokens="on-the-phone" minAvailability="6500" maxAvailability="8999"/>)",
         R"(<activity:x token="on-the-phone" minAvailability="6500" maxAvailability="8999"/>)"}) {
      const auto document = state("<availability>6500</availability>" + std::string(activity));
      CAPTURE(document);
      CHECK(findings(document) != "");
      CHECK_FALSE(accepts(document));
    }
  }

  TEST_CASE("takes no document that breaks off") {
    const auto document = state(
        R"(<availability>6500</availability><activity token="on-the-phone" minAvailability="6500"/>)");
    REQUIRE(accepts(document));
    for (std::size_t size = 0; size < document.size(); ++size) {
      // Memory of its own, so that a sanitizer sees who reads beyond it.
      const std::vector<char> part(document.begin(), document.begin() + static_cast<int>(size));
      CHECK_FALSE(accepts({part.data(), part.size()}));
    }
  }

  TEST_CASE("knows a namespace again behind one that hid it") {
    const std::string uri = "http://schemas.microsoft.com/2006/09/sip/contactcard";
    const std::string phone = "<phone type=\"work\"><uri>tel:+1</uri></phone>";
    const auto card = [&](const std::string& middle) {
      return "<contactCard xmlns=\"" + uri + "\">" + phone + middle + phone + "</contactCard>";
    };
    for (const auto& middle :
         {"<c:phone xmlns:c=\"" + uri + "\"><c:uri>tel:+2</c:uri></c:phone>",
          "<c:phone xmlns:c=\"" + uri + "\" xmlns=\"urn:x\"><c:uri>tel:+2</c:uri></c:phone>"}) {
      CAPTURE(middle);
      CHECK(findings(card(middle)) == "");
      CHECK(accepts(card(middle)));
    }
    const std::string stranger = "<phone xmlns=\"urn:x\" type=\"work\"><uri>tel:+1</uri></phone>";
    CHECK(findings(card(stranger)) != "");
    CHECK_FALSE(accepts(card(stranger)));
  }

  TEST_CASE("takes an empty CDATA section for nothing") {
    CHECK(
        accepts("<roamingList xmlns='http://schemas.microsoft.com/2006/09/sip/roaming-self'>"
                "<roaming type='categories'><![CDATA[]]></roaming></roamingList>"));
  }

  TEST_CASE("keeps to the limits") {
    const auto document = state("<availability>3500</availability>");
    REQUIRE(accepts(document));
    for (auto limit :
         {&ReadLimits::document_bytes, &ReadLimits::depth, &ReadLimits::attributes,
          &ReadLimits::namespaces_in_scope, &ReadLimits::name_bytes, &ReadLimits::uri_bytes,
          &ReadLimits::number_bytes, &ReadLimits::distinct_names}) {
      ReadLimits limits;
      limits.*limit = 1;
      CHECK_FALSE(accepts(document, limits));
    }
  }
}
