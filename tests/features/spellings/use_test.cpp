// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace spellings;
using presentity::testing::check_documents;
using presentity::testing::document;

namespace {

constexpr std::string_view begin = R"(<report xmlns="urn:example:spellings")";

std::string report(std::string_view rest) { return std::string(begin).append(rest); }

std::string written(const Report& value) {
  const auto xml = write_report(value);
  REQUIRE(xml);
  return *xml;
}

}  // namespace

TEST_SUITE("spellings") {
  TEST_CASE("documents") {
    check_documents("spellings", schemas(), {document(read_report, write_report)});
  }

  TEST_CASE("last as long as the values that were read") {
    const auto xml = report(R"( manual="1" spellings="07"><flag>1</flag><flag>0</flag></report>)");
    auto value = read_report(xml);
    REQUIRE(value);
    CHECK(written(*value) == xml);

    value->manual = false;
    value->flag[0] = false;
    CHECK(written(*value) ==
          report(R"( manual="false" spellings="07"><flag>false</flag><flag>0</flag></report>)"));

    value->manual = true;
    CHECK(written(*value).find(R"(manual="1")") != std::string::npos);

    value->spellings_2 = {};
    CHECK(written(*value) ==
          report(R"( manual="true" spellings="7"><flag>false</flag><flag>false</flag></report>)"));
  }

  TEST_CASE("are copied, and are no part of the value") {
    const auto one = read_report(report(R"( manual="1"/>)"));
    const auto other = read_report(report(R"( manual="true"/>)"));
    REQUIRE(one);
    REQUIRE(other);
    CHECK(*one == *other);
    CHECK_FALSE(one->spellings_2.empty());
    CHECK(other->spellings_2.empty());

    const auto copy = *one;
    CHECK(written(copy) == report(R"( manual="1"/>)"));
    auto assigned = *other;
    assigned = copy;
    CHECK(written(assigned) == report(R"( manual="1"/>)"));
  }

  TEST_CASE("keep the member of a union that a text belongs to") {
    const auto value = read_report(report("><option>01</option><option>1</option></report>"));
    REQUIRE(value);
    CHECK(value->option[0] == OptionType(1));
    CHECK(value->option[1] == OptionType(true));
    const auto again = read_report(written(*value));
    REQUIRE(again);
    CHECK(*again == *value);
  }

  TEST_CASE("are those of the items that are left, if they fit") {
    auto value = read_report(report("><flag>1</flag><flag>false</flag></report>"));
    REQUIRE(value);
    value->flag.pop_front();
    CHECK(written(*value) == report("><flag>false</flag></report>"));
  }

  TEST_CASE("cost nothing in canonical form") {
    const auto value = read_report(report(R"( manual="true"><mean>0.5</mean></report>)"));
    REQUIRE(value);
    CHECK(value->spellings_2.empty());
  }
}
