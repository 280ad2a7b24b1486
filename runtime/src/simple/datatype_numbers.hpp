// SPDX-License-Identifier: MIT
#pragma once

#include "ascii.hpp"
#include "datatypes.hpp"

#include <compare>
#include <string_view>

/// \file
/// decimal, float and double. Source: XML Schema Part 2, sections 3.2.3 to 3.2.5.

namespace presentity::detail {

[[nodiscard]] Order to_order(std::partial_ordering ordering) noexcept;
[[nodiscard]] Order reversed(Order order) noexcept;

[[nodiscard]] bool is_decimal(std::string_view literal) noexcept;

/// Whether `literal` is a decimal number with an optional exponent, INF, -INF or NaN.
[[nodiscard]] bool is_float(std::string_view literal) noexcept;

/// Whether a number without a sign, which is out of the range of its type, is so because it is
/// large and not because it is small: its first digit that is not zero stands before the point once
/// the exponent is applied.
[[nodiscard]] bool is_large_number(std::string_view digits) noexcept;

/// Compares digit by digit: exact for numbers of any length.
[[nodiscard]] Order compare_decimals(std::string_view a, std::string_view b) noexcept;

/// Compares the nearest values of type `float`, or `double`.
[[nodiscard]] Order compare_floats(std::string_view a, std::string_view b) noexcept;
[[nodiscard]] Order compare_doubles(std::string_view a, std::string_view b) noexcept;

}  // namespace presentity::detail
