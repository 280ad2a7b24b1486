// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace choice_in_repeated_sequence;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("choice_in_repeated_sequence") {
  TEST_CASE("documents") {
    check_documents("choice_in_repeated_sequence", schemas(), {document(read_log, write_log)});
  }

  TEST_CASE("keeps together what belongs together") {
    LogType log;
    log.time_group.push_back(
        {.time = *presentity::parse_date_time("2024-02-29T12:00:00"), .choice = Out{.value = 3}});
    log.time_group.push_back({.time = log.time_group[0].time, .choice = In{.value = 4}});

    const auto text = write_log(log);
    REQUIRE(text);
    const auto read = read_log(*text);
    REQUIRE(read);
    CHECK(*read == log);
    CHECK(std::get<In>(read->time_group[1].choice).value == 4);
  }
}
