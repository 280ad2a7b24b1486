// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

/// \file
/// Who somebody is, in SIP.

namespace presentity::presence {

/// The user and host of a SIP URI, in lower case.
///
/// RFC 3261 section 19.1.4 compares the user part with its case; the servers here do not, as
/// mailboxes and accounts have none (ours: no page says so).
struct Address {
  std::string user;  ///< Not empty. As written, percent signs included.
  std::string host;  ///< Not empty. Without port.

  friend auto operator<=>(const Address&, const Address&) = default;
};

/// Reads `sip:bob@contoso.com`, `sips:...` or `bob@contoso.com`. Scheme, port, parameters and
/// headers are left out. Nothing if there is no user or no host.
[[nodiscard]] std::optional<Address> parse_address(std::string_view uri);

/// Returns `bob@contoso.com`, as members of containers are written.
[[nodiscard]] std::string to_string(const Address& address);

}  // namespace presentity::presence
