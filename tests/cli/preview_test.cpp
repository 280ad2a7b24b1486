// SPDX-License-Identifier: MIT
#include "cli/html_text.hpp"
#include "cli/presence_commands.hpp"
#include "support.hpp"

#include <presentity/validator.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace presentity::cli::test;
using presentity::cli::html_text;

namespace {

Answer preview(std::vector<std::string> arguments, std::string_view input = {}) {
  arguments.insert(arguments.begin(), "preview");
  return run_presentity(
      arguments, {.input = input, .resources = {.commands = presentity::cli::presence_commands()}});
}

const std::string mary = std::string(PRESENTITY_SAMPLES) + "/stores/mary.xml";

/// A store with one note in container 200, of which everybody is a member.
std::string store_with(std::string_view body, std::string_view uri = "sip:mary@contoso.com",
                       std::string_view attributes = {}) {
  return R"(<roamingData xmlns="http://schemas.microsoft.com/2006/09/sip/roaming-self">)"
         R"(<categories xmlns="http://schemas.microsoft.com/2006/09/sip/categories")" +
         (uri.empty() ? std::string() : " uri=\"" + std::string(uri) + "\"") +
         R"(><category name="note" instance="0" container="200" )" + std::string(attributes) +
         R"(><note xmlns="http://schemas.microsoft.com/2006/09/sip/note"><body type="personal">)" +
         std::string(body) +
         R"(</body></note></category></categories>)"
         R"(<containers xmlns="http://schemas.microsoft.com/2006/09/sip/containers">)"
         R"(<container id="200"><member type="everyone"/></container></containers></roamingData>)";
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t result = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++result;
  return result;
}

}  // namespace

TEST_SUITE("preview") {
  TEST_CASE("says in text what a watcher is sent, from where, and what is withheld") {
    const auto answer =
        preview({mary, "--as", "sip:bob@fabrikam.com", "--at", "2013-06-05T14:30:00Z"});
    CHECK(answer.status == 0);
    CHECK(answer.err.empty());
    for (const auto* const part :
         {"sip:mary@contoso.com as seen by sip:bob@fabrikam.com (federated)\n",
          "  container 300 Workgroup: member of 300 as user bob@fabrikam.com, which outranks 100 "
          "as federated\n",
          "    state         1  aggregateState: Urgent interruptions only\n",
          "    note          0  personal note \"Proofs of the summer issue until Friday\"\n",
          "    expired: note 1342177280\n",
          "    of a category that no watcher is sent: legacyInterop 1, dndState 0, routing 0\n"}) {
      CAPTURE(part);
      CHECK(contains(answer.out, part));
    }
    CHECK_FALSE(contains(answer.out, "the lake"));
  }

  TEST_CASE("shows every container if no watcher is named, and notes that time ends some") {
    const auto answer = preview({mary});
    CHECK(answer.status == 0);
    CHECK(count(answer.out, "container ") >= 10);
    CHECK(contains(answer.out, "  members: federated, user kim@contoso.com\n"));
    CHECK(contains(answer.err, "without --at"));
    CHECK(preview({mary, "-q"}).err.empty());
    CHECK(preview({"-"}, store_with("x")).err.empty());
  }

  TEST_CASE("shows the owner everything") {
    const auto answer = preview({mary, "--as", "mary@contoso.com", "-q"});
    CHECK(contains(answer.out, "the owner, who is told everything"));
    CHECK(contains(answer.out, "the lake"));
    CHECK_FALSE(contains(answer.out, "withheld"));
  }

  TEST_CASE("the policy and the domains decide") {
    const auto container = [](std::vector<std::string> options) {
      options.insert(options.begin(), {mary, "-q", "--format", "json"});
      return nlohmann::json::parse(preview(options).out)["watchers"][0]["container"].get<int>();
    };
    CHECK(container({"--as", "kim@contoso.com"}) == 100);
    CHECK(container({"--as", "kim@contoso.com", "--policy", "largest-id"}) == 200);
    CHECK(container({"--as", "x@Eu.example"}) == 100);
    CHECK(container({"--as", "x@eu.example", "--enterprise", "EU.example"}) == 200);
    CHECK(container({"--as", "x@live.com", "--public", "live.com"}) == 32000);
    CHECK(container({"--as", "x@other.com", "--federated", "fabrikam.com"}) == 0);
  }

  TEST_CASE("has JSON of the documented shape") {
    const auto answer = preview({mary, "-q", "--format", "json", "--as", "bob@fabrikam.com"});
    const auto json = nlohmann::json::parse(answer.out);
    CHECK(json["presentity"] == "sip:mary@contoso.com");
    CHECK(json["at"].is_null());
    CHECK(json["containers"].size() == 10);
    const auto& bob = json["watchers"][0];
    CHECK(bob["decidedBy"]["type"] == "user");
    CHECK(bob["matches"].size() == 2);
    CHECK(bob["sent"][0]["category"] == "contactCard");
    CHECK(bob["sent"][0]["summary"] == "contact card of Mary North");
    CHECK(bob["sent"].size() + bob["withheld"].size() == 64);
    for (const auto& withheld : bob["withheld"]) CHECK_FALSE(withheld.contains("value"));
    CHECK(std::ranges::all_of(answer.out,
                              [](char c) { return (c >= ' ' && c < 0x7F) || c == '\n'; }));
  }

  TEST_CASE("writes the notification of one watcher") {
    const auto answer = preview({mary, "-q", "--format", "xml", "--as", "bob@fabrikam.com"});
    CHECK(answer.status == 0);
    CHECK(presentity::Validator().validate(answer.out).root == "categories");
    CHECK_FALSE(contains(answer.out, "container="));
    CHECK(preview({mary, "--format", "xml"}).status == 2);
    CHECK(preview({mary, "--format", "xml", "--as", "a@b.c", "--as", "d@e.f"}).status == 2);
  }

  TEST_CASE("the page has a column for each container and the values in details") {
    const auto page = preview({mary, "-q", "--format", "html", "--as", "bob@fabrikam.com"}).out;
    CHECK(page.starts_with("<!DOCTYPE html>"));
    CHECK(count(page, "<th scope=\"col\"") == 11);
    CHECK(count(page, "<details") == 64);
    CHECK(count(page, "<details") == count(page, "</details>"));
    CHECK(count(page, "<th scope=\"col\" class=\"served\"") == 1);
    CHECK(contains(page, "serves <bdi>bob@fabrikam.com</bdi>"));
    CHECK(contains(page, "prefers-color-scheme: dark"));
    CHECK(count(page, "class=\"tag\">private") == 16);
    for (const auto* const part : {"<script", "<link", "<img", "src=", "href=", "url(", "@import",
                                   " style=", " onclick", "unsafe"}) {
      CAPTURE(part);
      CHECK_FALSE(contains(page, part));
    }
    CHECK(contains(page, "content=\"default-src 'none'; style-src 'sha256-"));
  }

  TEST_CASE("nothing of a store becomes markup of the page") {
    for (const std::string_view body :
         {"&lt;/script>&lt;script>alert(1)&lt;/script>", "&lt;img src=x onerror=alert(1)>",
          "&quot;&apos;>&lt;b>", "<![CDATA[</pre><script>]]>", "&amp;lt;script>",
          "\xE2\x80\xAE&lt;b>gnp.exe", "&#x9b;31m", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D"}) {
      CAPTURE(body);
      const auto page = preview({"-", "-q", "--format", "html", "--as", "a@b.c"}, store_with(body));
      REQUIRE(page.status == 0);
      CHECK(count(page.out, "<script") == 0);
      CHECK(count(page.out, "<img") == 0);
      CHECK(count(page.out, "<b>") == 0);
      CHECK(count(page.out, "<pre>") == 1);
      CHECK(count(page.out, "\xE2\x80\xAE") == 0);
      CHECK(count(page.out, "\xC2\x9B") == 0);
      CHECK(count(page.out, "<details") == 1);
    }
    const auto page =
        preview({"-", "-q", "--format", "html"},
                store_with("x", "sip:mary@contoso.com", R"(endpointId="&lt;script>&quot;" )"));
    CHECK(contains(page.out, "&lt;script&gt;&quot;"));
    CHECK_FALSE(contains(page.out, "<script"));
    const auto hostile_member = store_with("x");
    CHECK_FALSE(contains(
        preview({"-", "-q", "--format", "html", "--uri", "sip:<b>@c.d"}, hostile_member).out,
        "<b>"));
  }

  TEST_CASE("text of a store does nothing to the terminal") {
    const auto answer = preview({"-", "--as", "a@b.c"}, store_with("x&#x9b;31m\xE2\x80\xAE&#10;y"));
    CHECK(answer.status == 0);
    CHECK(contains(answer.out, "\\u{9B}31m\\u{202E}\\u{0A}y"));
  }

  TEST_CASE("escapes text for HTML") {
    CHECK(html_text("a<b>\"'&\n\tc") == "a&lt;b&gt;&quot;&#39;&amp;\n\\u{09}c");
    CHECK(html_text("\xFF") == "\\xFF");
    CHECK(html_text("") == "");
  }

  TEST_CASE("says what is wrong with the arguments") {
    struct Row {
      std::vector<std::string> arguments;
      int status;
      const char* message;
    };
    const TemporaryFolder folder;
    const auto nobody = folder.write("nobody.xml", store_with("x", ""));
    const auto watched = folder.write(
        "watched.xml", R"(<categories xmlns="http://schemas.microsoft.com/2006/09/sip/categories">)"
                       R"(<category name="note"/></categories>)");
    const auto no_container = folder.write("no.xml", [] {
      auto text = store_with("x");
      return text.erase(text.find(R"( container="200")"), 16);
    }());
    for (const auto& row :
         {Row{{}, 2, "store is required"},
          Row{{"missing.xml"}, 3, "missing.xml: error: cannot read: "},
          Row{{mary, "--as", "bob"}, 2, "'bob' is no SIP address"},
          Row{{mary, "--at", "noon"}, 2, "'noon' is no time"},
          Row{{mary, "--enterprise", "a@b"}, 2, "'a@b' is no domain"},
          Row{{mary, "--policy", "luck"}, 2, "member-kind|largest-id"},
          Row{{mary, "--format", "pdf"}, 2, "this command has text, json, html and xml"},
          Row{{nobody}, 2, "does not say whose containers these are; --uri does"},
          Row{{mary, "--uri", "nobody"}, 2, "'nobody' is no SIP address"},
          Row{{watched}, 1, "this is what a watcher is told"},
          Row{{no_container}, 1, "[stored-without-container]"},
          Row{{mary, "-q", "--output", "missing/x.html"}, 3, "cannot write missing/x.html"}}) {
      CAPTURE(row.message);
      const auto answer = preview(row.arguments);
      CHECK(answer.status == row.status);
      CHECK(answer.out.empty());
      CHECK(contains(answer.err, row.message));
    }
    CHECK(preview({nobody, "--uri", "sip:x@y.z"}).status == 0);
  }
}
