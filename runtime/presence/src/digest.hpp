// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>

/// \file
/// The digests that instance ids and endpoint ids are made of. They protect nothing here.

namespace presentity::presence {

[[nodiscard]] std::array<std::uint8_t, 16> md5(std::span<const std::uint8_t> bytes) noexcept;
[[nodiscard]] std::array<std::uint8_t, 20> sha1(std::span<const std::uint8_t> bytes) noexcept;

}  // namespace presentity::presence
