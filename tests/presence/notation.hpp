// SPDX-License-Identifier: MIT
#pragma once

#include <presentity/presence/placement.hpp>

#include <string>
#include <string_view>
#include <vector>

/// \file
/// Short forms for tables: memberships as `100: federated; 300: bob@contoso.com, domain:x.com`,
/// roles as `bob@contoso.com buddy, bob@contoso.com delegate`, changes as `add bob@contoso.com
/// 300`, `add bob@contoso.com default as delegate`, `move ...`, `remove ... all`, `assign ...
/// delegate`, `withdraw ... buddy`, `tidy`.

namespace presentity::presence::testing {

/// mary@contoso.com, with live.com as the public provider; everybody else is federated.
[[nodiscard]] const Owner& mary();

[[nodiscard]] std::vector<Container> containers(std::string_view text);
[[nodiscard]] std::vector<RoleAssignment> roles(std::string_view text);
[[nodiscard]] PlacementChange change(std::string_view text);

/// The members of containers that have any, sorted.
[[nodiscard]] std::string to_text(const std::vector<Container>& containers);
[[nodiscard]] std::string to_text(const std::vector<RoleAssignment>& roles);

/// A manifest of the three containers 100, 200 and 32000, and the members, block rules and
/// precedence in `rest`, as XML.
[[nodiscard]] Manifest manifest_with(std::string_view members, std::string_view rest = {});

}  // namespace presentity::presence::testing
