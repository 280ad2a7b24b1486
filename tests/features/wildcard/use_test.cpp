// SPDX-License-Identifier: MIT
#include "documents.hpp"
#include "expected/schema.hpp"

#include <presentity/raw.hpp>

#include <doctest/doctest.h>

using namespace wildcard;
using presentity::testing::check_documents;
using presentity::testing::document;

TEST_SUITE("wildcard") {
  TEST_CASE("documents") {
    check_documents(
        "wildcard", schemas(),
        {document(read_envelope, write_envelope), document(read_priority, write_priority)});
  }

  TEST_CASE("keeps elements as they are, and known ones as values") {
    const Envelope envelope{.subject = "s",
                            .any = Priority{.value = 3},
                            .any_2 = {presentity::RawElement{R"(<f:x xmlns:f="urn:f">1</f:x>)"}}};

    const auto text = write_envelope(envelope);
    REQUIRE(text);
    CHECK(*text ==
          R"(<envelope xmlns="urn:example:wildcard"><subject>s</subject><priority>3</priority>)"
          R"(<f:x xmlns:f="urn:f">1</f:x></envelope>)");
    const auto read = read_envelope(*text);
    REQUIRE(read);
    CHECK(*read == envelope);
  }
}
