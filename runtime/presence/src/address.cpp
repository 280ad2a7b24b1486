// SPDX-License-Identifier: MIT
#include "ascii.hpp"

#include <presentity/presence/address.hpp>

namespace presentity::presence {
namespace {

std::string_view without_scheme(std::string_view uri) noexcept {
  for (const std::string_view scheme : {"sip:", "sips:"}) {
    if (detail::same_ignoring_case(uri.substr(0, scheme.size()), scheme)) {
      return uri.substr(scheme.size());
    }
  }
  return uri;
}

// A port follows the last colon, but for those within the brackets of an IPv6 address.
std::string_view without_port(std::string_view host) noexcept {
  if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
  return host.substr(0, host.find(':'));
}

}  // namespace

std::optional<Address> parse_address(std::string_view uri) {
  auto rest = without_scheme(uri);
  const auto at = rest.find('@');
  if (at == std::string_view::npos) return std::nullopt;
  const auto user = rest.substr(0, at);
  rest.remove_prefix(at + 1);
  const auto host = without_port(rest.substr(0, rest.find_first_of(";?>")));
  const auto is_bad = [](std::string_view part) {
    return part.empty() || part.find_first_of(" \t\r\n<>\"@") != std::string_view::npos;
  };
  if (is_bad(user) || is_bad(host) || user.find(':') != std::string_view::npos) return std::nullopt;
  return Address{detail::in_lower_case(user), detail::in_lower_case(host)};
}

std::string to_string(const Address& address) { return address.user + "@" + address.host; }

}  // namespace presentity::presence
