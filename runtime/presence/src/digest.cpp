// SPDX-License-Identifier: MIT
#include "digest.hpp"

#include <md5.h>
#include <sha1.h>
#include <sys/types.h>

#include <cstdint>

namespace presentity::presence {

std::array<std::uint8_t, 16> md5(std::span<const std::uint8_t> bytes) noexcept {
  std::array<std::uint8_t, 16> digest{};
  MD5_CTX state;
  MD5Init(&state);
  MD5Update(&state, bytes.data(), bytes.size());
  MD5Final(digest.data(), &state);
  return digest;
}

std::array<std::uint8_t, 20> sha1(std::span<const std::uint8_t> bytes) noexcept {
  std::array<std::uint8_t, 20> digest{};
  SHA1_CTX state;
  SHA1Init(&state);
  SHA1Update(&state, bytes.data(), bytes.size());
  SHA1Final(digest.data(), &state);
  return digest;
}

}  // namespace presentity::presence
