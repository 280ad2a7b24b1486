// SPDX-License-Identifier: MIT
#include "sample_files.hpp"

#include <presentity/presence/redact.hpp>
#include <presentity/validator.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>
#include <string>

using namespace presentity;
using namespace presentity::presence;

TEST_SUITE("redaction") {
  TEST_CASE("the same address, name or number is replaced by the same") {
    Redactor redactor;
    CHECK(redactor.replace("sip:Mary@contoso.com") == "sip:user1@domain1.example");
    CHECK(redactor.replace("mary@contoso.com") == "user1@domain1.example");
    CHECK(redactor.replace("smtp:bob@contoso.com") == "smtp:user2@domain1.example");
    CHECK(redactor.replace("contoso.com") == "domain1.example");
    CHECK(redactor.replace("https://Contoso.com/photo/mary.jpg") == "https://domain1.example/1");
    CHECK(redactor.replace("sip:mary@contoso.com;opaque=user:epid:abc;gruu") ==
          "sip:user1@domain1.example;opaque=user:epid:endpoint1;gruu");
    CHECK(redactor.replace("tel:+14255550123") == "tel:+15550000001");
    CHECK(redactor.replace("+1 (425) 555-0123") == "+15550000001");
    CHECK(redactor.replace("555 0123") == "+15550000001");
    CHECK(redactor.replace("Mary North") == "text1");
    CHECK(redactor.replace("Mary North") == "text1");
    CHECK(redactor.replace("458D2A22-9EC7-5D55-B011-F8E31CFE459E") ==
          "00000000-0000-0000-0000-000000000001");
    CHECK(redactor.replace("458d2a22-9ec7-5d55-b011-f8e31cfe459e") ==
          "00000000-0000-0000-0000-000000000001");
    CHECK(redactor.replace("  ") == "  ");
  }

  TEST_CASE("what the schema types as harmless is kept, all else is not") {
    Redactor redactor;
    const auto result = redactor.redact(
        R"(<!-- for Mary --><categories xmlns="http://schemas.microsoft.com/2006/09/sip/categories" )"
        R"(uri="sip:mary@contoso.com"><category name="state" instance="1" container="2" )"
        R"(publishTime="2010-02-04T03:43:49.370" private="secret"><state )"
        R"(xmlns="http://schemas.microsoft.com/2006/09/sip/state" )"
        R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="aggregateState">)"
        R"(<availability>3500</availability><activity token="in-a-meeting"><custom LCID="1033">)"
        R"(With the board</custom></activity><activity token="at-lunch"/>)"
        R"(<endpointLocation>31/East</endpointLocation></state></category>)"
        R"(<category name="mine" instance="0"><x xmlns="urn:x" a="42">Mary<y>1</y></x></category>)"
        "</categories>");
    REQUIRE(result);
    CHECK(
        *result ==
        R"(<categories xmlns="http://schemas.microsoft.com/2006/09/sip/categories" )"
        R"(uri="sip:user1@domain1.example"><category name="state" instance="1" container="2" )"
        R"(publishTime="2010-02-04T03:43:49.370" private="text1"><state )"
        R"(xmlns="http://schemas.microsoft.com/2006/09/sip/state" )"
        R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="aggregateState">)"
        R"(<availability>3500</availability><activity token="in-a-meeting"><custom LCID="1033">)"
        R"(text2</custom></activity><activity token="text3"/>)"
        R"(<endpointLocation>text4</endpointLocation></state></category>)"
        R"(<category name="mine" instance="0"><x xmlns="urn:x" a="text5">text6<y>text7</y></x></category>)"
        "</categories>");
  }

  TEST_CASE("valid samples stay valid, and keep no text of it that could name somebody") {
    const Validator validator;
    Redactor redactor;
    std::size_t documents = 0;
    const std::regex name(R"([A-Za-z0-9._-]+@[A-Za-z0-9.-]+|[a-z0-9.-]+\.(com|net|org)\b)");
    for (const auto* const folder : {"valid", "invalid"}) {
      const auto root = std::filesystem::path(PRESENTITY_SAMPLES) / folder;
      for (const auto& file : samples::documents_below(root)) {
        CAPTURE(file.string());
        const auto text = samples::content_of(file);
        if (validator.verdict(text) == Verdict::malformed) continue;
        const auto result = redactor.redact(text);
        REQUIRE(result);
        CHECK((validator.verdict(*result) == Verdict::valid ||
               validator.verdict(text) == Verdict::invalid));
        ++documents;
        auto values = std::regex_replace(*result, std::regex(R"(xmlns(:\w+)?="[^"]*")"), "");
        const std::sregex_iterator first(values.begin(), values.end(), name);
        CHECK(std::all_of(first, {}, [](const std::smatch& match) {
          return match.str().find(".example") != std::string::npos;
        }));
      }
    }
    CHECK(documents > 100);
  }

  TEST_CASE("a message keeps its method and loses its people") {
    Redactor redactor;
    LoggedMessage message;
    message.start_line = "NOTIFY sip:192.0.2.1:5061;transport=tls SIP/2.0";
    message.from = "\"Mary North\" <sip:mary@contoso.com>;tag=1;epid=abc";
    message.call_id = "abc@192.0.2.1";
    message.content_type = "multipart/related;boundary=mary";
    const auto result = redactor.redact(message);
    CHECK(result.start_line == "NOTIFY sip:domain2.example SIP/2.0");
    CHECK(result.from == "<sip:user1@domain1.example>");
    CHECK(result.call_id == "call1");
    CHECK(result.content_type == "multipart/related");
    message.start_line = "SIP/2.0 200 OK Mary";
    CHECK(redactor.redact(message).start_line == "SIP/2.0 200");
  }

  TEST_CASE("what is no document is refused") {
    Redactor redactor;
    CHECK_FALSE(redactor.redact("<a>"));
    CHECK_FALSE(redactor.redact("<!DOCTYPE a><a/>"));
  }
}
