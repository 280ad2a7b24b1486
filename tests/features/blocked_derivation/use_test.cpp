// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <doctest/doctest.h>

using namespace blocked_derivation;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("blocked_derivation") {
  TEST_CASE("documents") {
    check_documents("blocked_derivation", schemas(),
                    {document(read_open, write_open), document(read_blocked, write_blocked),
                     document(read_final, write_final)});
  }

  TEST_CASE("leaves the types that may stand there") {
    const BaseFamily open = More{.b = 1, .a = 2};
    const auto text = write_open(open);
    REQUIRE(text);
    const auto read = read_open(*text);
    REQUIRE(read);
    CHECK(*read == open);

    static_assert(std::is_same_v<decltype(read_blocked("")), presentity::ReadResult<Base>>);
    static_assert(std::is_same_v<decltype(read_final("")), presentity::ReadResult<Closed>>);
  }
}
