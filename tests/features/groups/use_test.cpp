// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace groups;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("groups") {
  TEST_CASE("documents") {
    check_documents("groups", schemas(), {document(read_trip, write_trip)});
  }

  TEST_CASE("are as if written out") {
    TripType trip{.city = "A",
                  .country = {},
                  .choice = Car{.value = "c"},
                  .stop_group = {},
                  .by = "me",
                  .on = *presentity::parse_date("2024-01-01")};
    trip.stop_group.push_back({.stop = 1, .choice = Train{.value = "t"}});
    trip.stop_group.push_back({.stop = 2, .choice = {}});

    const auto text = write_trip(trip);
    REQUIRE(text);
    const auto read = read_trip(*text);
    REQUIRE(read);
    CHECK(*read == trip);
  }
}
