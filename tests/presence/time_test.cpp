// SPDX-License-Identifier: MIT
#include <presentity/presence/time.hpp>

#include <doctest/doctest.h>

using namespace presentity;
using namespace presentity::presence;

TEST_CASE("publishTime has milliseconds and no zone, and is UTC") {
  const auto time = parse_date_time("2010-02-04T03:43:49.370");
  REQUIRE(time);
  const auto instant = to_instant(*time);
  REQUIRE(instant);
  CHECK(to_string(to_publish_time(*instant)) == "2010-02-04T03:43:49.370");
  CHECK(to_instant(*parse_date_time("2010-02-04T04:43:49.37+01:00")) == instant);
  CHECK(to_string(to_publish_time(*to_instant(*parse_date_time("2010-02-04T03:43:49Z")))) ==
        "2010-02-04T03:43:49.000");
  CHECK_FALSE(to_instant(*parse_date_time("10000-01-01T00:00:00")));
}
