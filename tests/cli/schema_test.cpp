// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <presentity/embedded_schemas.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

using namespace presentity::cli::test;
using presentity::embedded_schema;
using presentity::embedded_schemas;

TEST_SUITE("schema list") {
  TEST_CASE("is a table of categories, envelopes and manifests") {
    const auto answer = run_presentity({"schema", "list"});

    CHECK(answer.status == 0);
    const auto rows = lines(answer.out);
    REQUIRE(rows.size() > 10);
    CHECK(rows[0].starts_with("KIND"));
    CHECK(contains(answer.out, "category  state"));
    CHECK(contains(answer.out, "envelope  publish"));
    CHECK(contains(answer.out, "manifest  containerManifestList"));
    const auto is_note = [](const std::string& row) {
      return row.starts_with("category  note ") && row.ends_with(" note.xsd") &&
             contains(row, " http://schemas.microsoft.com/2006/09/sip/note ");
    };
    CHECK(std::count_if(rows.begin(), rows.end(), is_note) == 1);
  }

  TEST_CASE("has one object a line as NDJSON") {
    const auto answer = run_presentity({"schema", "list", "--format", "ndjson"});

    const auto rows = lines(answer.out);
    REQUIRE_FALSE(rows.empty());
    for (const auto& row : rows) {
      const auto object = nlohmann::json::parse(row);
      CHECK(object.size() == 5);
      CHECK_FALSE(embedded_schema(object["file"].get<std::string>()).empty());
    }
  }
}

TEST_SUITE("schema show") {
  TEST_CASE("prints the file of a category, of a root, or of that name") {
    for (const char* name : {"state", "state.xsd", "dndState"}) {
      CAPTURE(name);
      const auto answer = run_presentity({"schema", "show", name});
      CHECK(answer.status == 0);
      CHECK(answer.out == embedded_schema("state.xsd"));
    }
    CHECK(run_presentity({"schema", "show", "publish"}).out == embedded_schema("richPresence.xsd"));
  }

  TEST_CASE("does not know other names") {
    const auto answer = run_presentity({"schema", "show", "sate"});

    CHECK(answer.status == 2);
    CHECK(contains(answer.err, "named 'sate'; did you mean 'state'?"));
    CHECK(run_presentity({"schema", "show"}).status == 2);
  }
}

TEST_SUITE("schema export") {
  TEST_CASE("writes all files, and leaves equal ones alone") {
    const TemporaryFolder folder;
    const auto target = folder.path("new/schemas");

    CHECK(run_presentity({"schema", "export", target}).status == 0);
    for (const auto& file : embedded_schemas()) {
      CHECK(text_of(target + "/" + std::string(file.name)) == file.text);
    }

    const auto again = run_presentity({"schema", "export", "-v", target});
    CHECK(again.status == 0);
    CHECK(again.out.empty());
    CHECK(again.err.starts_with("0 of "));
  }

  TEST_CASE("replaces nothing that differs, and then writes nothing at all") {
    const TemporaryFolder folder;
    folder.write("state.xsd", "mine");

    const auto answer = run_presentity({"schema", "export", folder.path()});

    CHECK(answer.status == 3);
    CHECK(contains(answer.err, folder.path("state.xsd") + " exists and differs"));
    CHECK(folder.names() == std::vector<std::string>{"state.xsd"});
    CHECK(text_of(folder.path("state.xsd")) == "mine");
  }

  TEST_CASE("--force replaces") {
    const TemporaryFolder folder;
    folder.write("state.xsd", "mine");

    const auto answer = run_presentity({"schema", "export", "--force", folder.path()});

    CHECK(answer.status == 0);
    CHECK(text_of(folder.path("state.xsd")) == embedded_schema("state.xsd"));
    CHECK(text_of(folder.path("grammars/lync2013-containers.xml")) ==
          embedded_schema("grammars/lync2013-containers.xml"));
  }

  TEST_CASE("a folder that cannot be made is a failure") {
    const TemporaryFolder folder;
    const auto file = folder.write("file", "");

    CHECK(run_presentity({"schema", "export", file}).status == 3);
    CHECK(run_presentity({"schema", "export", file + "/below"}).status == 3);
  }
}
