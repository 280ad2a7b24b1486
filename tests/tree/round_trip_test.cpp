// SPDX-License-Identifier: MIT
#include <presentity/tree/round_trip.hpp>
#include <presentity/validator.hpp>

#include <doctest/doctest.h>

#include <string>

using presentity::tree::round_trip;

namespace {

const std::string none;

const presentity::Validator& validator() {
  static const presentity::Validator created;
  return created;
}

/// What a round trip changes first; its error if there is none; why `text` is invalid if it is.
std::string losses(const std::string& text) {
  const auto report = validator().validate(text);
  if (report.verdict != presentity::Verdict::valid) return report.diagnostics.front().message;
  const auto written = round_trip(text);
  if (!written) return written.error();
  const auto differences = validator().differences(text, *written);
  return differences.empty() ? none : differences.front();
}

const std::string state = R"(<state xmlns="http://schemas.microsoft.com/2006/09/sip/state")"
                          R"( xmlns:ct="http://schemas.microsoft.com/2006/09/sip/commontypes")"
                          R"( xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance")";

}  // namespace

TEST_SUITE("round trip") {
  TEST_CASE("keeps lexical forms") {
    CHECK(losses(state +
                 R"( xsi:type="userState" manual="1" startTime="2013-06-01T12:00:00.500+05:30">)" +
                 R"(<availability>+03500</availability></state>)") == none);
  }

  TEST_CASE("keeps blocks behind several delimiters in order") {
    const auto text =
        state + R"( xsi:type="machineState")" +
        "><availability>3500</availability><ct:delimiter/><timeZoneBias>-60</timeZoneBias>" +
        "<later1>a<b/>c</later1><ct:delimiter/><later2/><availability>1</availability>" +
        "<ct:end/><ct:extension><x xmlns=\"urn:x\"/></ct:extension></state>";

    CHECK(losses(text) == none);
  }

  TEST_CASE("keeps a contact card with two delimiters") {
    CHECK(losses(R"(<contactCard xmlns="http://schemas.microsoft.com/2006/09/sip/contactcard")"
                 R"( xmlns:ct="http://schemas.microsoft.com/2006/09/sip/commontypes">)"
                 R"(<identity><name><displayName>Kim</displayName></name></identity>)"
                 R"(<ct:delimiter/><description>d</description><ct:delimiter/>)"
                 R"(<displayADPhoto>1</displayADPhoto><photo><hash>c0ffee</hash></photo>)"
                 R"(<ct:end/></contactCard>)") == none);
  }

  TEST_CASE("keeps foreign elements, attributes and the prefixes in their values") {
    CHECK(losses(
              state +
              R"( xmlns:f="urn:f" f:a="f:b" xsi:type="userState"><ct:extension><f:x f:type="f:y")" +
              R"(>f:text</f:x></ct:extension></state>)") == none);
  }

  TEST_CASE("keeps a redundant xsi:type") {
    CHECK(losses(state + R"( xsi:type="userState">)" +
                 R"(<endpointLocation xsi:type="endpointLocationEnumEx">x</endpointLocation>)" +
                 "</state>") == none);
  }

  TEST_CASE("round-trips a value in an envelope as its own type") {
    const std::string before =
        R"(<publish xmlns="http://schemas.microsoft.com/2006/09/sip/rich-presence">)"
        R"(<publications uri="sip:a@example.com"><publication)"
        R"( categoryName="state" instance="1" container="2" version="0")"
        R"( expireType="endpoint">)";
    const std::string after = "</publication></publications></publish>";

    CHECK(losses(before + state + R"( xsi:type="userState" manual="1"/>)" + after) == none);

    const auto untyped = round_trip(before + state + R"( manual="maybe"/>)" + after);
    REQUIRE_FALSE(untyped);
    CHECK(untyped.error() == "'maybe' is not a boolean");
  }

  TEST_CASE("keeps a publication without value") {
    CHECK(losses(R"(<publish xmlns="http://schemas.microsoft.com/2006/09/sip/rich-presence">)"
                 R"(<publications uri="sip:a@example.com"><publication categoryName="note")"
                 R"( instance="0" container="2" version="3" expireType="static" expires="0"/>)"
                 R"(</publications></publish>)") == none);
  }

  TEST_CASE("leaves category elements in a stylesheet alone") {
    CHECK(
        losses(R"(<categoryPublicationManifest)"
               R"( xmlns="http://schemas.microsoft.com/2008/09/sip/categoryPublicationManifest">)"
               R"(<publicationList><publicationRule ruleType="x" categoryName="state")"
               R"( containerId="3"><categoryData>)"
               R"(<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">)"
               R"(<xsl:template match="/"><state manual="{$x}")"
               R"( xmlns="http://schemas.microsoft.com/2006/09/sip/state"/></xsl:template>)"
               R"(</xsl:stylesheet></categoryData></publicationRule></publicationList>)"
               R"(</categoryPublicationManifest>)") == none);
  }

  TEST_CASE("gives an error for what it cannot read") {
    for (const char* text : {"", "<", "<a/>", "<state/>", "\xff\xfe", "<a xmlns='\x01'/>"}) {
      CAPTURE(text);
      CHECK_FALSE(round_trip(text));
    }
    CHECK_FALSE(round_trip(state + "><availability>99999999999</availability></state>"));
  }

  TEST_CASE("survives every truncation of a document") {
    const auto text =
        state + R"( xsi:type="machineState"><availability>3500</availability><ct:delimiter/>)" +
        "<later>&amp;<![CDATA[x]]></later><ct:end/></state>";
    for (std::size_t size = 0; size < text.size(); ++size) {
      CAPTURE(size);
      CHECK_FALSE(round_trip(text.substr(0, size)));
    }
  }
}
