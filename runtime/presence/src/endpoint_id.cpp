// SPDX-License-Identifier: MIT
#include "ascii.hpp"
#include "digest.hpp"

#include <presentity/presence/instance_id.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace presentity::presence {
namespace {

// In the order in which Windows keeps a GUID: the first three fields are little-endian.
using Guid = std::array<std::uint8_t, 16>;

// Where each byte that is written stands in a Guid.
constexpr std::array<std::size_t, 16> written_order = {3, 2, 1,  0,  5,  4,  7,  6,
                                                       8, 9, 10, 11, 12, 13, 14, 15};

constexpr std::string_view marker = "opaque=user:epid:";
constexpr std::string_view base64url =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t opaque_length = 24;  // 18 bytes: a GUID and two zeros

bool has_hyphen_before(std::size_t byte) noexcept {
  return byte == 4 || byte == 6 || byte == 8 || byte == 10;
}

std::string to_text(const Guid& guid) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < guid.size(); ++i) {
    if (has_hyphen_before(i)) text += '-';
    const auto byte = guid.at(written_order.at(i));
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

std::optional<Guid> parse_guid(std::string_view text) noexcept {
  if (text.starts_with('{') && text.ends_with('}')) text = text.substr(1, text.size() - 2);
  if (text.size() != 36) return std::nullopt;
  Guid guid{};
  for (std::size_t i = 0; i < guid.size(); ++i) {
    if (has_hyphen_before(i)) {
      if (text.front() != '-') return std::nullopt;
      text.remove_prefix(1);
    }
    const auto high = detail::hex_digit(text[0]);
    const auto low = detail::hex_digit(text[1]);
    if (high > 15 || low > 15) return std::nullopt;
    guid.at(written_order.at(i)) = static_cast<std::uint8_t>(high << 4U | low);
    text.remove_prefix(2);
  }
  return guid;
}

// Four characters are three bytes.
std::optional<std::array<std::uint8_t, 3>> decode_four(std::string_view characters) noexcept {
  std::uint32_t bits = 0;
  for (const char c : characters) {
    const auto value = base64url.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    bits = bits << 6U | static_cast<std::uint32_t>(value);
  }
  return std::array{static_cast<std::uint8_t>(bits >> 16U), static_cast<std::uint8_t>(bits >> 8U),
                    static_cast<std::uint8_t>(bits)};
}

std::string encode_three(std::span<const std::uint8_t, 3> bytes) {
  const std::uint32_t bits =
      std::uint32_t{bytes[0]} << 16U | std::uint32_t{bytes[1]} << 8U | std::uint32_t{bytes[2]};
  std::string text;
  for (const auto shift : {18U, 12U, 6U, 0U}) text += base64url[bits >> shift & 63U];
  return text;
}

}  // namespace

std::optional<std::string> endpoint_id_of_gruu(std::string_view gruu) {
  const auto begin = gruu.find(marker);
  if (begin == std::string_view::npos) return std::nullopt;
  auto opaque = gruu.substr(begin + marker.size());
  opaque = opaque.substr(0, opaque.find(';'));
  if (opaque.size() != opaque_length) return std::nullopt;

  std::array<std::uint8_t, 18> bytes{};
  for (std::size_t i = 0; i < opaque_length / 4; ++i) {
    const auto three = decode_four(opaque.substr(i * 4, 4));
    if (!three) return std::nullopt;
    std::ranges::copy(*three, bytes.begin() + static_cast<std::ptrdiff_t>(i * 3));
  }
  if (bytes[16] != 0 || bytes[17] != 0) return std::nullopt;
  Guid guid{};
  std::copy_n(bytes.begin(), guid.size(), guid.begin());
  return to_text(guid);
}

std::optional<std::string> gruu_of_endpoint(std::string_view sip_uri,
                                            std::string_view endpoint_id) {
  const auto guid = parse_guid(endpoint_id);
  if (!guid) return std::nullopt;
  std::array<std::uint8_t, 18> bytes{};
  std::ranges::copy(*guid, bytes.begin());
  std::string text(sip_uri);
  text += ';';
  text += marker;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    text += encode_three(std::span(bytes).subspan(i).first<3>());
  }
  return text + ";gruu";
}

std::string endpoint_id_of_epid(std::string_view epid) {
  // fcacfb03-8a73-46ef-91b1-e5ebeeaba4fe
  constexpr Guid name_space = {0x03, 0xfb, 0xac, 0xfc, 0x73, 0x8a, 0xef, 0x46,
                               0x91, 0xb1, 0xe5, 0xeb, 0xee, 0xab, 0xa4, 0xfe};
  std::vector<std::uint8_t> bytes(name_space.begin(), name_space.end());
  bytes.insert(bytes.end(), epid.begin(), epid.end());
  const auto digest = sha1(bytes);
  Guid guid{};
  std::copy_n(digest.begin(), guid.size(), guid.begin());
  constexpr std::size_t version_byte = 7;  // of the third field, which is little-endian
  constexpr std::size_t variant_byte = 8;
  guid[version_byte] = static_cast<std::uint8_t>((guid[version_byte] & 0x0FU) | 0x50U);
  guid[variant_byte] = static_cast<std::uint8_t>((guid[variant_byte] & 0x3FU) | 0x80U);
  return to_text(guid);
}

}  // namespace presentity::presence
