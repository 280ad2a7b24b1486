// SPDX-License-Identifier: MIT
#include <presentity/presence/containers.hpp>

#include <doctest/doctest.h>

using namespace presentity::presence;

TEST_CASE("predefined containers are found by id and by the names of both generations") {
  REQUIRE(predefined_containers().size() == 9);
  REQUIRE(find_predefined(300) != nullptr);
  CHECK(find_predefined(300)->name == "Workgroup");
  CHECK(find_predefined("workgroup") == find_predefined(300));
  CHECK(find_predefined("Team") == find_predefined(300));
  CHECK(find_predefined("Public") == find_predefined(100));
  CHECK(find_predefined("") == nullptr);
  CHECK(find_predefined(301) == nullptr);
  CHECK(find_predefined(2)->is_for_owner_only);
  CHECK_FALSE(find_predefined(ContainerId{0})->is_for_owner_only);
}
