// SPDX-License-Identifier: MIT
#pragma once

#include "simple_type.hpp"

#include <cstdint>
#include <string_view>

/// \file
/// The built-in types of XML Schema Part 2, second edition, section 3, as simple types.

namespace presentity::detail {

/// A table of all built-in types. Tables of other types may begin with a copy of it, so that the
/// indices stay right.
[[nodiscard]] SimpleTypes built_in_types() noexcept;

/// The index of `name`, such as "unsignedInt", in `built_in_types`; `no_built_in` if there is none.
[[nodiscard]] std::uint32_t find_built_in_type(std::string_view name) noexcept;
inline constexpr std::uint32_t no_built_in = ~std::uint32_t{0};

}  // namespace presentity::detail
