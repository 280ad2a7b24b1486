// SPDX-License-Identifier: MIT
#include "generator/command.hpp"

#include "cli/support.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using presentity::cli::test::Answer;
using presentity::cli::test::contains;
using presentity::cli::test::TemporaryFolder;
using presentity::cli::test::text_of;

namespace {

constexpr std::string_view mood = R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
           targetNamespace="urn:example:mood" elementFormDefault="qualified">
  <xs:element name="mood" type="xs:int"/>
</xs:schema>
)";

Answer generate(const std::vector<std::string>& arguments, const char* program = "x") {
  std::vector<const char*> argv{program};
  for (const auto& argument : arguments) argv.push_back(argument.c_str());
  std::ostringstream out;
  std::ostringstream err;
  const int status =
      presentity::generator::run_command(static_cast<int>(argv.size()), argv.data(), out, err);
  return {status, out.str(), err.str()};
}

}  // namespace

TEST_SUITE("command") {
  TEST_CASE("writes two files for each schema, the tables and a depfile") {
    const TemporaryFolder folder;
    const auto schema = folder.write("my mood.xsd", mood);
    const auto out = folder.path("out");
    const auto depfile = folder.path("mood.d");

    const auto answer = generate({"-o", out, "--depfile", depfile, "--name", "moods",
                                  "--namespace-map", "urn:example:mood=a::b", schema});
    CHECK(answer.err == "");
    CHECK(answer.status == 0);
    CHECK(contains(text_of(out + "/my mood.hpp"), "namespace a::b {"));
    CHECK(contains(text_of(out + "/my mood.cpp"), "read_mood"));
    const auto tables = text_of(out + "/moods_tables.cpp");
    CHECK(contains(tables, "::presentity::Schemas schemas()"));
    CHECK_FALSE(contains(tables, "#include \""));  // installed headers only

    const auto rule = text_of(depfile);
    const auto colon = rule.find(": ");
    CHECK(contains(rule.substr(0, colon), "/moods_tables.cpp"));
    CHECK(contains(rule.substr(0, colon), "/my\\ mood.hpp"));
    CHECK(contains(rule.substr(colon), "my\\ mood.xsd"));
  }

  TEST_CASE("--check writes nothing and names what is out of date") {
    const TemporaryFolder folder;
    const auto schema = folder.write("mood.xsd", mood);
    const auto out = folder.path("out");

    auto answer = generate({schema, "-o", out, "--check"});
    CHECK(answer.status == 1);
    CHECK(contains(answer.err, "mood.hpp: out of date\n"));
    CHECK_FALSE(std::filesystem::exists(out));

    REQUIRE(generate({schema, "-o", out}).status == 0);
    answer = generate({schema, "-o", out, "--check"});
    CHECK(answer.status == 0);
    CHECK(answer.err == "");
  }

  TEST_CASE("leaves files alone that do not change") {
    const TemporaryFolder folder;
    const auto schema = folder.write("mood.xsd", mood);
    const auto out = folder.path("out");
    REQUIRE(generate({schema, "-o", out}).status == 0);
    const auto old = std::filesystem::file_time_type::clock::now() - std::chrono::hours(1);
    std::filesystem::last_write_time(out + "/mood.hpp", old);

    REQUIRE(generate({schema, "-o", out}).status == 0);
    CHECK(std::filesystem::last_write_time(out + "/mood.hpp") == old);
  }

  TEST_CASE("a bad schema is status 1, with its place and rule; nothing is written") {
    struct Case {
      std::string_view text;
      std::string_view place;
      std::string_view rule;
    };
    const std::string begin = R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">)";
    for (const auto& c : {
             Case{"\n<xs:element name='a' type='nothing'/></xs:schema>", ":2:", "bad-schema"},
             Case{"\n <xs:element", ":2:", "bad-schema"},
             Case{"\n  <xs:include schemaLocation='other.xsd'/></xs:schema>", ":2:", "schema"},
         }) {
      CAPTURE(c.text);
      const TemporaryFolder folder;
      const auto schema = folder.write("bad.xsd", begin + std::string(c.text));
      const auto answer = generate({schema, "-o", folder.path("out")});
      CHECK(answer.status == 1);
      CHECK(answer.err.starts_with(schema + std::string(c.place)));
      CHECK(contains(answer.err, ": error: "));
      CHECK(contains(answer.err, std::string(c.rule) + "]\n"));
      CHECK_FALSE(std::filesystem::exists(folder.path("out")));
    }
  }

  TEST_CASE("a wrong command line is status 2") {
    for (const auto& arguments :
         std::vector<std::vector<std::string>>{{},
                                               {"a.xsd"},
                                               {"-o", "out"},
                                               {"a.xsd", "-o", "out", "--built-in"},
                                               {"a.xsd", "-o", "out", "--bogus"},
                                               {"a.xsd", "-o", "out", "--namespace-map", "a"}}) {
      const auto answer = generate(arguments, "presentity generate");
      CHECK(answer.status == 2);
      CHECK(answer.err.starts_with("presentity: error: "));
      CHECK(contains(answer.err, "See 'presentity generate --help'."));
    }
  }

  TEST_CASE("files that cannot be read or written are status 3") {
    const TemporaryFolder folder;
    const auto schema = folder.write("mood.xsd", mood);
    const auto file = folder.write("file", "");

    auto answer = generate({folder.path("missing.xsd"), "-o", folder.path("out")});
    CHECK(answer.status == 3);
    CHECK(contains(answer.err, "missing.xsd: No such file"));
    answer = generate({schema, "-o", file});
    CHECK(answer.status == 3);
    CHECK(contains(answer.err, file));
    answer = generate({schema, "-o", folder.path("out"), "--depfile", file + "/x.d"});
    CHECK(answer.status == 3);
    CHECK(contains(answer.err, "x.d: "));
  }

  TEST_CASE("help is an answer") {
    const auto answer = generate({"--help"}, "presentity generate");
    CHECK(answer.status == 0);
    CHECK(contains(answer.out, "presentity generate [OPTIONS]"));
    CHECK(contains(answer.out, "--namespace-map"));
  }
}
