// SPDX-License-Identifier: MIT
#include "generator/tables/emit_tables.hpp"
#include "generator/tables/table_writer.hpp"
#include "schema_set.hpp"

#include <presentity/load_schemas.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using namespace presentity;
using namespace presentity::generator;

namespace {

constexpr std::string_view name = "example::tables::schemas";

std::string tables_of(const Schemas& schemas) {
  return emit_tables(*SchemaAccess::set(schemas), name);
}

}  // namespace

TEST_SUITE("tables") {
  TEST_CASE("built in are what the schemas say") {
    const auto loaded = load_schemas({});
    REQUIRE(loaded);

    CHECK(tables_of(Schemas::built_in()) == tables_of(*loaded));
  }

  TEST_CASE("are constant data under the name that was asked for") {
    const auto text = tables_of(Schemas::built_in());

    CHECK(text.find("namespace example::tables {\n") != text.npos);
    CHECK(text.find("\nconstinit const SchemaSet schemas{") != text.npos);
  }

  TEST_CASE("name no place of this machine") {
    const auto text = tables_of(Schemas::built_in());

    CHECK(text.find(PRESENTITY_SOURCE_DIR) == text.npos);
    CHECK(text.find("/home/") == text.npos);
  }

  TEST_CASE("hold schemas of a user, too") {
    const std::vector<SchemaSource> sources{
        {"a.xsd",
         R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a">)"
         R"(<xs:element name="mood"><xs:simpleType><xs:restriction base="xs:string">)"
         R"(<xs:pattern value="[a-z]+"/></xs:restriction></xs:simpleType></xs:element>)"
         R"(</xs:schema>)"}};
    const auto loaded = load_schemas(sources);
    REQUIRE(loaded);

    const auto text = tables_of(*loaded);
    CHECK(text.find("\"urn:a\"sv") != text.npos);
    CHECK(text.find("\"[a-z]+\"sv") != text.npos);
  }
}

TEST_SUITE("table writer") {
  TEST_CASE("writes literals in ASCII") {
    CHECK(literal("a\"b\\c") == R"("a\"b\\c")");
    CHECK(literal("\n1\xC3\xA9") == R"("\0121\303\251")");
  }

  TEST_CASE("writes numbers, enumerators and rows") {
    TableWriter writer;

    CHECK(writer.value(true) == "true");
    CHECK(writer.value(none) == "none");
    CHECK(writer.value(~std::uint64_t{0}) == "18446744073709551615U");
    CHECK(writer.value(Variety::any_of) == "Variety(2)");
    CHECK(writer.value(Rows{3, 4}) == "{3, 4}");
    CHECK(writer.value(ExpandedName{"", "a"}) == "{{}, \"a\"sv}");
  }

  TEST_CASE("keeps equal runs of rows once") {
    static constexpr std::array<std::uint32_t, 3> numbers{1, 2, 3};
    const std::span<const std::uint32_t> all(numbers);
    TableWriter writer;

    CHECK(writer.value(all) == "{numbers + 0, 3}");
    CHECK(writer.value(all.first(2)) == "{numbers + 3, 2}");
    CHECK(writer.value(all) == "{numbers + 0, 3}");
    CHECK(writer.value(all.first(0)) == "{}");
    CHECK(writer.rows("numbers").size() == 5);
  }
}
