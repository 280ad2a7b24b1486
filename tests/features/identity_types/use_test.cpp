// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace identity_types;
using presentity::testing::check_documents;
using presentity::testing::document;
using presentity::testing::rules_of;

TEST_SUITE("identity_types") {
  TEST_CASE("documents") {
    check_documents("identity_types", schemas(), {document(read_graph, write_graph)});
  }

  TEST_CASE("are checked when writing") {
    Graph graph{.node = {{.id = "a", .next = "b", .all = {}, .tags = {}}}};

    const auto refused = write_graph(graph);
    REQUIRE_FALSE(refused);
    CHECK(rules_of(refused.error()) == std::vector<std::string>{"invalid-value"});
    graph.node.push_back({.id = "b", .next = {}, .all = {}, .tags = {}});
    CHECK(write_graph(graph));
  }
}
