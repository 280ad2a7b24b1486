// SPDX-License-Identifier: MIT
#include <presentity/presence/address.hpp>

#include <doctest/doctest.h>

using namespace presentity::presence;

TEST_CASE("the user and host of a SIP URI are found and lowered") {
  const Address bob{"bob", "contoso.com"};
  for (const auto* const uri :
       {"sip:bob@contoso.com", "SIP:Bob@Contoso.com", "sips:bob@contoso.com", "bob@contoso.com",
        "sip:bob@contoso.com:5061;transport=tls", "sip:bob@contoso.com;opaque=user:epid:x;gruu",
        "sip:bob@contoso.com?subject=x"}) {
    CAPTURE(uri);
    CHECK(parse_address(uri) == bob);
  }
  CHECK(parse_address("sip:bob@[2001:db8::1]:5061") == Address{"bob", "[2001:db8::1]"});
  CHECK(to_string(bob) == "bob@contoso.com");
}

TEST_CASE("what has no user or no host is no address") {
  for (const auto* const uri : {"", "sip:", "bob", "sip:bob", "@contoso.com", "bob@", "sip:bob@;x",
                                "sip:bob@:5060", "a b@c", "a@b c", "a@b@c", "tel:+1@c", "<a@b>"}) {
    CAPTURE(uri);
    CHECK_FALSE(parse_address(uri));
  }
}
