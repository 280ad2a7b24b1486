// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <presentity/native/roamingSelf.hpp>
#include <presentity/presence/stream.hpp>
#include <presentity/validator.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace presentity;
using namespace presentity::presence;
using namespace presentity::presence::test;

namespace {

struct Outcome {
  std::vector<StreamItem> items;
  std::string uri;
  std::vector<Diagnostic> errors;
  bool is_complete = false;
};

Outcome read(std::string_view xml, std::size_t chunk, const ReadLimits& limits = {}) {
  StreamReader reader(limits);
  Outcome outcome;
  const auto take = [&] {
    while (auto item = reader.next()) outcome.items.push_back(*std::move(item));
  };
  for (std::size_t at = 0; at < xml.size(); at += chunk) {
    reader.feed(xml.substr(at, chunk));
    take();
  }
  reader.finish();
  take();
  outcome.uri = reader.uri();
  outcome.errors = reader.errors();
  outcome.is_complete = reader.is_complete();
  CHECK(outcome.is_complete == outcome.errors.empty());
  return outcome;
}

template <class T>
std::vector<T> items(const Outcome& outcome) {
  std::vector<T> result;
  for (const auto& item : outcome.items) {
    if (const auto* const one = std::get_if<T>(&item)) result.push_back(*one);
  }
  return result;
}

std::string categories(std::string_view content) {
  return R"(<categories xmlns="http://schemas.microsoft.com/2006/09/sip/categories">)" +
         std::string(content) + "</categories>";
}

/// The place and rule of the first error; a place that does not depend on how the text is cut.
std::string first_error(std::string_view xml) {
  std::string found;
  for (const std::size_t chunk : {std::size_t{1}, std::size_t{7}, xml.size() + 1}) {
    const auto outcome = read(xml, chunk);
    std::string one = "none";
    if (!outcome.errors.empty()) {
      const auto& error = outcome.errors.front();
      one = std::string(error.rule) + " " + std::to_string(error.position.line) + ":" +
            std::to_string(error.position.column);
    }
    CHECK((found.empty() || found == one));
    found = one;
  }
  return found;
}

}  // namespace

TEST_SUITE("stream") {
  TEST_CASE("reads what the reader of whole documents reads, however it is cut") {
    const auto xml = sample("stores/mary.xml");
    const auto store = Store::load(xml);
    REQUIRE(store);
    for (const std::size_t chunk : {1U, 2U, 3U, 17U, 4096U, 1'000'000U}) {
      CAPTURE(chunk);
      const auto outcome = read(xml, chunk);
      CHECK(outcome.is_complete);
      CHECK(outcome.uri == "sip:mary@contoso.com");
      const auto instances = items<CategoryInstance>(outcome);
      CHECK(std::ranges::equal(instances, store->entries()));
      CHECK(items<RawElement>(outcome).size() == 3);  // containers, subscribers, delegates
    }
  }

  TEST_CASE("reads publish requests and notifications") {
    const auto request = request_of(
        {make_publication({"note", 0, 200}, note("a")), make_deletion({"note", 0, 300}, 4)});
    const auto xml = write_request(request, names);
    REQUIRE(xml);
    for (const std::size_t chunk : {1U, 1000U}) {
      const auto outcome =
          read("\xEF\xBB\xBF<?xml version='1.0'?>\n" + *xml + "\n<!-- x -->", chunk);
      CHECK(items<Publication>(outcome) == request.publications.publication);
      CHECK(outcome.uri == mary_uri);
    }
    const auto told = read(categories(R"( <!-- > </categories> --> <?x <category?>)"
                                      R"(<category name="a>b"><x xmlns=""><![CDATA[</category>]]>)"
                                      R"(</x></category><category name='"'/>)"),
                           1);
    REQUIRE(told.items.size() == 2);
    CHECK(items<CategoryInstance>(told)[0].name == "a>b");
    CHECK(read(R"(<categories xmlns="http://schemas.microsoft.com/2006/09/sip/categories"/>)", 5)
              .is_complete);
    CHECK(read(R"(<roamingData xmlns="http://schemas.microsoft.com/2006/09/sip/roaming-self">)" +
                   categories("") + categories(R"(<category name="x"/>)") + "</roamingData>",
               3)
              .items.size() == 1);
  }

  TEST_CASE("finds every error, at its place in the whole document") {
    CHECK(first_error(categories("<category name='x'/>\n<category name='x' instance='y'/>")) ==
          "invalid-value 2:20");
    CHECK(first_error(categories("<category name='x'/>\n stray <category name='x'/>")) ==
          "unexpected-text 2:2");
    CHECK(first_error(categories("<category name='x'/>\n<other/>")) == "unexpected-element 2:1");
    CHECK(first_error(categories("<category name='x'/>\n stray")) == "unexpected-text 2:2");
    CHECK(first_error(categories("<category name='x'>\n <a></b></category>"))
              .starts_with("malformed-xml 2:5"));
    CHECK(first_error(categories("") + "<x/>").starts_with("malformed-xml "));
    CHECK(first_error("<x/>").starts_with("unknown-root "));
    CHECK(first_error("").starts_with("malformed-xml "));
    CHECK(first_error("<categories").starts_with("malformed-xml "));
    CHECK(first_error("<!DOCTYPE categories><categories/>").starts_with("doctype-forbidden "));
    CHECK(first_error("<categories xmlns='urn:x'><category name='x'/></categories>")
              .starts_with("unknown-root "));
    auto cut = categories("<category name='x'/>");
    cut.resize(cut.size() - 1);
    CHECK(first_error(cut).starts_with("malformed-xml "));
    CHECK(first_error(R"(<publish xmlns="http://schemas.microsoft.com/2006/09/sip/rich-presence">)"
                      R"(<publications uri="sip:a@b.c"></publications></publish>)")
              .starts_with("missing-element "));
    CHECK(first_error("\xEF\xBB\xBF\xEF\xBB\xBF" + categories("")).starts_with("malformed-xml "));
    CHECK(first_error("<?xml version='1.0' encoding='ISO-8859-1'?><!--\xE9-->" + categories(""))
              .starts_with("unsupported-encoding "));
  }

  TEST_CASE("memory is bounded by the largest part") {
    ReadLimits limits;
    limits.document_bytes = 300;
    std::string many;
    for (int i = 0; i < 1000; ++i) many += "<category name='x'/>\n";
    CHECK(read(categories(many), 50, limits).items.size() == 1000);
    const auto large = read(categories("<category name='" + std::string(400, 'x')), 50, limits);
    REQUIRE_FALSE(large.errors.empty());
    CHECK(large.errors[0].rule == "limit-exceeded");
  }

  TEST_CASE("writes piece by piece what the writer of whole documents writes") {
    const Validator validator;
    auto store = Store::load(sample("stores/mary.xml"));
    REQUIRE(store);
    auto all = store->notification();
    all.category[3].other_attributes.push_back({{"urn:x&amp;y", "more"}, "1 < \"2\""});
    const CategoriesWriter writer(*all.uri);
    auto pieces = writer.begin();
    for (const auto& instance : all.category) {
      const auto piece = writer.append(instance);
      REQUIRE(piece);
      pieces += *piece;
    }
    pieces += writer.end();
    const auto whole = native::categories::write_categories(all);
    REQUIRE(whole);
    CHECK(validator.differences(*whole, pieces).empty());
    CHECK(items<CategoryInstance>(read(pieces, 99)) == all.category);

    const auto request = request_of(
        {make_publication({"note", 0, 200}, note("a")), make_deletion({"note", 0, 300}, 4)});
    const PublishWriter publish{std::string(mary_uri)};
    auto text = publish.begin();
    for (const auto& one : request.publications.publication) text += *publish.append(one);
    text += publish.end();
    CHECK(*read_request(text, names) == request);
    auto wrong = all.category[0];
    wrong.any = RawElement{"<a/>"};
    CHECK_FALSE(writer.append(wrong));
  }
}
