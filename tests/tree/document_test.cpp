// SPDX-License-Identifier: MIT
#include <presentity/tree/document.hpp>
#include <presentity/tree/state.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>

using presentity::ReadLimits;
namespace state = presentity::tree::state;
using StateDocument = presentity::tree::Document<state::state>;

namespace {

const std::string root = R"(<state xmlns="http://schemas.microsoft.com/2006/09/sip/state")";

std::string error_of(const std::string& text, const ReadLimits& limits = {}) {
  const auto document = StateDocument::parse(text, limits);
  return document ? "" : document.error();
}

}  // namespace

TEST_SUITE("Document") {
  TEST_CASE("gives typed access to values") {
    const auto document =
        StateDocument::parse(root + R"( manual="1"><availability>3500</availability></state>)");

    REQUIRE(document);
    CHECK(*document->value().manual());
    CHECK(*document->value().availability() == 3500U);
  }

  TEST_CASE("reads the type that xsi:type names, and writes it again") {
    const auto text =
        root + R"( xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type=" userState "/>)";
    const auto document = StateDocument::parse(text);

    REQUIRE(document);
    CHECK(dynamic_cast<const state::userState*>(&document->value()) != nullptr);
    const auto written = document->serialize();
    REQUIRE(written);
    CHECK(written->find(R"(xsi:type="userState")") != std::string::npos);
  }

  TEST_CASE("writes an assigned value and leaves the others as they were") {
    auto document = StateDocument::parse(
        root + R"( manual="1" majorVersion="007"><availability>3500</availability></state>)");
    REQUIRE(document);

    document->value().availability(12500U);

    const auto written = document->serialize();
    REQUIRE(written);
    CHECK(written->find(">12500<") != std::string::npos);
    CHECK(written->find(R"(manual="1")") != std::string::npos);
    CHECK(written->find(R"(majorVersion="007")") != std::string::npos);
  }

  TEST_CASE("escapes what must be escaped") {
    auto document = StateDocument::parse(root + "><endpointLocation/></state>");
    REQUIRE(document);

    static_cast<std::string&>(*document->value().endpointLocation()) = "<a & \"b\"]]>\r";

    const auto written = document->serialize();
    REQUIRE(written);
    CHECK(written->find("&lt;a &amp; \"b\"]]&gt;&#13;<") != std::string::npos);
  }

  TEST_CASE("refuses to write what XML cannot hold") {
    auto document = StateDocument::parse(root + "><endpointLocation/></state>");
    REQUIRE(document);

    for (const char* text : {"\x01", "\xff", "\xed\xa0\x80", "\xef\xbf\xbf"}) {
      static_cast<std::string&>(*document->value().endpointLocation()) = text;
      CHECK_FALSE(document->serialize());
    }
  }

  TEST_CASE("keeps prefixes and schema locations of the document element") {
    const std::string text =
        R"(<s:state xmlns:s="http://schemas.microsoft.com/2006/09/sip/state" xmlns:f="urn:f")"
        R"( xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:a b"/>)";
    const auto document = StateDocument::parse(text);
    REQUIRE(document);

    const auto written = document->serialize();

    REQUIRE(written);
    CHECK(written->find("<s:state") == 0);
    CHECK(written->find(R"(xmlns:f="urn:f")") != std::string::npos);
    CHECK(written->find(R"(xsi:schemaLocation="urn:a b")") != std::string::npos);
  }

  TEST_CASE("makes a document from a value") {
    const state::stateType value;
    const StateDocument document(value);

    const auto written = document.serialize();

    REQUIRE(written);
    CHECK(*written == root + "/>");
  }

  TEST_CASE("outlives the platform of its maker, and may be moved") {
    std::optional<StateDocument> kept;
    {
      auto document = StateDocument::parse(
          root + R"( xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="userState">)" +
          R"(<ct:extension xmlns:ct="http://schemas.microsoft.com/2006/09/sip/commontypes">)" +
          R"(<x xmlns="urn:x"><y/></x></ct:extension></state>)");
      REQUIRE(document);
      kept = *std::move(document);
    }
    const auto written = kept->serialize();
    REQUIRE(written);
    CHECK(written->find("<y/>") != std::string::npos);
  }

  TEST_CASE("says what is wrong with a document it cannot read") {
    CHECK(error_of("").find("1:1: ") == 0);
    CHECK(error_of(root).find("1:") == 0);
    CHECK(error_of(root + "></wrong>").find("does not match") != std::string::npos);
    CHECK(error_of("<!DOCTYPE state SYSTEM 'file:///etc/passwd'>" + root + "/>") != "");
    CHECK(error_of("<state/>") ==
          "the document element is 'state' in no namespace, not 'state' in namespace "
          "'http://schemas.microsoft.com/2006/09/sip/state'");
    CHECK(error_of(root + "><availability>many</availability></state>") ==
          "'many' is not an integer of this type");
    CHECK(error_of(root + "><availability>99999999999</availability></state>") ==
          "'99999999999' is out of range");
    CHECK(error_of(root + R"( xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance")" +
                   R"( xsi:type="noSuchType"/>)") != "");
    CHECK(error_of(root + R"( xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance")" +
                   R"( xsi:type="activityType"/>)") != "");
  }

  TEST_CASE("holds the limits") {
    std::string deep = root + ">";
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    CHECK(error_of(deep).find("1:") == 0);
    CHECK(error_of(root + ">" + std::string(100, ' ') + "</state>", {.document_bytes = 100}) != "");
  }
}
